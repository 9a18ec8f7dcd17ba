"""The one registry of tables: name, title, unit, kind of data, function and finding; columns.yaml has their columns."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pandas as pd

from planstrategi.analysis.alignment import assessment, coverage, coverage_findings, crosswalk, judged_pairs, over_time
from planstrategi.analysis.alignment import findings as expectation_findings
from planstrategi.analysis.capacity import counts, effort, load, needs, uncertainty
from planstrategi.analysis.capacity import findings as capacity_findings
from planstrategi.analysis.legal import findings as law_findings
from planstrategi.analysis.legal import gaps
from planstrategi.analysis.legal import tables as requirements
from planstrategi.analysis.levelling import findings as levelling_findings
from planstrategi.analysis.levelling import proposal
from planstrategi.analysis.overview import key_figures, plans_without_ground
from planstrategi.analysis.portfolio import findings as plan_findings
from planstrategi.analysis.portfolio import plan_years, plans, statutes
from planstrategi.analysis.revision import carried, changes, fulfilment, process
from planstrategi.analysis.revision import findings as revision_findings
from planstrategi.analysis.scenarios import comparison, vacancies
from planstrategi.analysis.scenarios import findings as scenario_findings
from planstrategi.analysis.shared.rows import TableFunction
from planstrategi.analysis.summary import page_one
from planstrategi.model.register import Register, must_be_register
from planstrategi.presentation import kinds
from planstrategi.presentation.columns import COLUMNS, OWN_COLUMNS, Column
from planstrategi.presentation.kinds import ANTAKELSER, FAKTA, FORSLAG, FRISTER, KATALOG, KONTROLL, LOVVURDERINGER, VURDERINGER
from planstrategi.presentation.names import names_by_id
from planstrategi.presentation.nothing import why_nothing
from planstrategi.presentation.source_line import source_line
from planstrategi.presentation.unknown_name import must_be_known


class TableSpec(NamedTuple):
    """A table: `enhet` says what a row or a number is, `slag` what kind of data it rests on.

    `finding` gives what it shows as one sentence. The words of its columns stand in columns.yaml.
    """

    tittel: str
    enhet: str
    slag: str
    function: TableFunction[[]]
    finding: Callable[[Register], str] | None = None


# fmt: off
TABLES = {
    "sammendrag": TableSpec("Det viktigste på én side", "én rad per setning", FAKTA, page_one.page_one),
    "nokkeltall": TableSpec("Nøkkeltall", "én rad per nøkkeltall", FAKTA, key_figures.key_figures),
    "planer": TableSpec("Alle planer i planstrategien", "én rad per plan", FAKTA, plans.plans),
    "planaar": TableSpec("Planer og merkede år", "én rad per plan og merket år", FAKTA, plan_years.plan_years),
    "arbeidsaar": TableSpec("Årene planene arbeides med", "én rad per plan og år; avledede år er antatt", ANTAKELSER, plan_years.work_years_table),
    "oppgitt-innsats": TableSpec("Innsats kilden selv oppgir", "årsverk, timer og kroner", FAKTA, plans.stated_effort),
    "andre-rader": TableSpec("Rader i plantabellene som ikke er planer", "én rad per rad i kilden, eller per tall i raden", FAKTA, plans.other_rows),
    "planbehov": TableSpec("Hva som er bestemt for planene", "antall planer", FAKTA, plans.decisions, plan_findings.decisions_finding),
    "beslutninger": TableSpec("Hva som er bestemt for kommuneplanen", "én rad per del av kommuneplanen", FAKTA, plans.kommuneplan_decisions),
    "forhold": TableSpec("Forhold mellom planer, det de venter på og andre som driver dem", "én rad per forhold", FAKTA, plans.relations),
    "tabeller": TableSpec("Plantabellene i kilden", "antall planer", FAKTA, plans.table_notes),
    "roller": TableSpec("Rollene i registeret", "én rad per rolle", FAKTA, plans.role_notes),
    "lesninger": TableSpec("Steder kilden kan leses på to måter", "én rad per valgt lesning", FAKTA, plans.readings),
    "innlesing": TableSpec("Hva som ble lest ut av dokumentet", "én rad per rad i dokumentet, og det som ikke lot seg plassere", KONTROLL, plans.rows_read),
    "omtalt": TableSpec("Dokumenter som bare er omtalt", "én rad per dokument", FAKTA, plans.mentioned),
    "endringer": TableSpec("Hva som er endret i planstrategien", "én endring per rad", kinds.SAMMENLIGNING, changes.changes_since, revision_findings.changes_finding),
    "oppfyllelse": TableSpec("Hva som ble lovet, og hva som skjedde", "én rad per plan i den forrige planstrategien", kinds.SAMMENLIGNING, fulfilment.promises, revision_findings.promises_finding),
    "problemer": TableSpec("Problemer i registeret", "én rad per problem", KONTROLL, plans.problem_table, plan_findings.problems_finding),
    "problemkoder": TableSpec("Problemer samlet per regel", "antall problemer", KONTROLL, plans.problem_counts),
    "unntak": TableSpec("Problemer som er unntatt", "én rad per unntak i bruk", KONTROLL, plans.waivers),
    "kapasitet": TableSpec("Planer det arbeides med per år og kommunalområde", "antall planer", FAKTA, counts.per_area, capacity_findings.capacity_finding),
    "kapasitet-aar": TableSpec("Planer det arbeides med per år", "antall planer", FAKTA, counts.worked_per_year),
    "kapasitet-rolle": TableSpec("Planer det arbeides med per år og rolle", "antall planer", FAKTA, counts.per_role, capacity_findings.roles_finding),
    "kapasitet-halvaar": TableSpec("Planer det arbeides med per halvår", "antall planer", FAKTA, counts.per_half_year),
    "kapasitet-slag": TableSpec("Planer det arbeides med per år og plantype", "antall planer", FAKTA, counts.per_kind),
    "overlapp": TableSpec("Planer som overlapper på én rolle", "antall planer", FAKTA, counts.overlaps),
    "innsats": TableSpec("Antatt innsats per plan", "månedsverk, antatt", ANTAKELSER, effort.effort_by_plan),
    "belastning": TableSpec("Antatt belastning per år og kommunalområde", "månedsverk, antatt: 10-, 50- og 90-prosentilen", ANTAKELSER, load.load_by_area, capacity_findings.load_finding),
    "belastning-rolle": TableSpec("Antatt belastning per år og rolle", "månedsverk, antatt; arbeidet deles likt mellom rollene", ANTAKELSER, load.load_by_role),
    "belastning-aar": TableSpec("Antatt belastning per år", "månedsverk, antatt: 10-, 50- og 90-prosentilen", ANTAKELSER, load.load_by_year),
    "kapasitetsbehov": TableSpec("Planlagt arbeid mot kapasiteten", "årsverk i året", ANTAKELSER, needs.planned_against_capacity, capacity_findings.needs_finding),
    "tornado": TableSpec("Hva hver antakelse alene betyr for året", "månedsverk i året, antatt", ANTAKELSER, uncertainty.tornado, capacity_findings.swing_finding),
    "tidsrealisme": TableSpec("Tiden planene har fått, mot antatt spenn", "kalendermåneder; spennet er for det meste antatt", ANTAKELSER, uncertainty.realism, capacity_findings.time_finding),
    "vakanse": TableSpec("Hva som svekkes om én rolle står ledig", "én rolle og varighet per rad", ANTAKELSER, vacancies.vacancies, scenario_findings.vacancy_finding),
    "scenarier": TableSpec("Scenariene side om side", "planer, månedsverk og antall endringer", ANTAKELSER, comparison.scenario_summary, scenario_findings.options_finding),
    "scenario-aar": TableSpec("Scenariene år for år, mot registeret", "antall planer og månedsverk", ANTAKELSER, comparison.compared_years),
    "scenario-plikter": TableSpec("Krav som får en annen status i et scenario", "ett krav og år per rad", ANTAKELSER, comparison.changed_duties),
    "scenario-forventninger": TableSpec("Forventninger som blir svart på i et annet år", "én forventning per rad", ANTAKELSER, comparison.moved_expectations),
    "utjevning": TableSpec("Planer som kan flyttes for å senke toppen", "én plan per rad; et forslag", FORSLAG, proposal.proposed_moves, levelling_findings.levelling_finding),
    "utjevning-aar": TableSpec("Planer og månedsverk per år, slik det står og utjevnet", "planer og ventede månedsverk", FORSLAG, proposal.levelled_years),
    "utjevning-front": TableSpec("Hvor lav toppen blir med hver flytting", "topp i planer eller ventede månedsverk i året", FORSLAG, proposal.choices),
    "utjevning-konflikt": TableSpec("Planer som er satt til side, fordi opplysningene ikke går sammen", "én binding per rad", FORSLAG, proposal.conflicts),
    "konsentrasjon": TableSpec("Planår per kommunalområde", "antall planer og planår", FAKTA, counts.concentration),
    "statutter": TableSpec("Lover kilden selv nevner", "én rad per lov og sted", FAKTA, statutes.named_statutes, plan_findings.statutes_finding),
    "statutter-plan": TableSpec("Lover nevnt per plan", "én rad per plan", FAKTA, statutes.plans_by_statute),
    "lovdekning": TableSpec("Lovkravene og planene som møter dem", "ett krav per rad", LOVVURDERINGER, requirements.requirement_coverage, law_findings.coverage_finding),
    "lovdekning-aar": TableSpec("Lovkravene i hvert år av perioden", "ett krav og år per rad; status ved utgangen av året", LOVVURDERINGER, requirements.requirement_years,
        law_findings.by_year_finding),
    "lovdekning-slag": TableSpec("Lovkravene etter slag og status", "antall krav", LOVVURDERINGER, requirements.by_kind, law_findings.by_kind_finding),
    "lovtrakt": TableSpec("Lovkravene fra katalogen til det som er møtt", "antall krav", LOVVURDERINGER, requirements.funnel),
    "lovstatuser": TableSpec("Hva statusene betyr", "antall krav", LOVVURDERINGER, requirements.status_table),
    "lovhull": TableSpec("Krav som er kjent ikke møtt av noe planstrategien viser i minst ett år", "ett krav per rad", LOVVURDERINGER, gaps.gaps, law_findings.gaps_finding),
    "lovsporsmaal": TableSpec("Spørsmål som avklarer det ukjente", "ett spørsmål per rad", LOVVURDERINGER, gaps.questions, law_findings.questions_finding),
    "planer-uten-krav": TableSpec("Planer uten lov, krav eller forventning bak seg", "én plan per rad", LOVVURDERINGER, plans_without_ground.plans_without_requirement,
        plans_without_ground.alone_finding),
    "planer-uten-lovkrav": TableSpec("Planer som ikke svarer på noe kommunen skal", "én plan per rad", LOVVURDERINGER, plans_without_ground.plans_without_law),
    "frister": TableSpec("De neste fristene", "én frist per rad, høyst tre for hver regel", FRISTER, gaps.upcoming, law_findings.due_finding),
    "saksgang": TableSpec("Når stegene før vedtaket senest må begynne", "ett steg per rad", FRISTER, gaps.decision_steps),
    "frister-uten-plan": TableSpec("Frister i perioden som årene i registeret ikke møter", "én frist per rad", LOVVURDERINGER, gaps.missed),
    "viderefoering": TableSpec("Planene som går videre til neste periode, og de som utelates", "én plan per rad", FRISTER, carried.carried_over, carried.carried_finding),
    "viderefoering-aar": TableSpec("Planer som forfaller i hvert år av neste periode", "antall planer", FRISTER, carried.due_by_year, carried.due_by_year_finding),
    "prosessplan": TableSpec("Arbeidet med neste planstrategi, bakover fra vedtaket", "ett steg per rad", FRISTER, process.process_plan, process.process_finding),
    "merknader": TableSpec("Merknadene til forslaget", "én merknad per rad", FAKTA, process.remarks, process.remarks_finding),
    "lovkrav": TableSpec("Kravene i den nasjonale katalogen", "ett krav per rad", KATALOG, requirements.catalogue),
    "misforstaaelser": TableSpec("Det mange tror er lovpålagt", "én påstand per rad", KATALOG, gaps.misunderstandings),
    "lovtekster": TableSpec("Lovtekstene kravene er lest mot", "ett sted i en lov per rad", KATALOG, requirements.stored_texts),
    "kildekontroll": TableSpec("Hvor godt katalogen over lovkrav er belagt", "antall krav, hjemler og versjoner", KATALOG, requirements.source_audit),
    "forventninger": TableSpec("Forventninger og planene som svarer på dem", "én forventning per rad; antall vurderte planer", VURDERINGER, assessment.expectation_table,
        expectation_findings.answers_finding),
    "koblinger": TableSpec("Vurderte par av plan og forventning", "ett vurdert par per rad", VURDERINGER, assessment.links, expectation_findings.pairs_finding),
    "forventningsdekning": TableSpec("Hvor mye av det som forventes, planene svarer på", "antall forventninger som gjelder", VURDERINGER, coverage.expectation_coverage,
        coverage_findings.level_shares_finding),
    "da-og-naa": TableSpec("Hva som gjaldt da registeret ble laget, og hva som gjelder nå", "antall forventninger som gjelder", VURDERINGER, coverage.then_and_now,
        coverage_findings.then_and_now_finding),
    "maaldekning": TableSpec("Forventningene etter bærekraftsmål", "antall forventninger som gjelder", VURDERINGER, coverage.goals, coverage_findings.goals_finding),
    "krysskobling": TableSpec("Hva som møtes i en plan på to nivåer", "antall planer", VURDERINGER, crosswalk.crosswalk, expectation_findings.crossing_finding),
    "kapittel-omraade": TableSpec("Lokale satsingsområder mot nasjonale kapitler", "antall planer som svarer på begge", VURDERINGER, crosswalk.chapters_by_area),
    "taushet": TableSpec("Forventninger uten en plan som også svarer på et nivå under", "én forventning og nivå per rad", VURDERINGER, crosswalk.silence, expectation_findings.silence_finding),
    "taushet-nivaa": TableSpec("Forventninger med en plan som også svarer på et nivå under", "antall forventninger som gjelder", VURDERINGER, crosswalk.connections),
    "forventninger-aar": TableSpec("Når forventningene blir svart på", "antall forventninger som gjelder, ved utgangen av året", VURDERINGER, over_time.answered_by_year,
        coverage_findings.timing_finding),
    "forsinkelse": TableSpec("Hva som blir forsinket om én plan glir ett år", "antall forventninger", VURDERINGER, over_time.slips, coverage_findings.slipping_finding),
    "folsomhet": TableSpec("Hvor mye dekningen hviler på hver vurdering", "antall forventninger som gjelder", VURDERINGER, coverage.sensitivity, coverage_findings.sensitivity_finding),
    "enighet": TableSpec("Hvor enige to lesere er om parene en av dem har koblet", "antall par; kappa er enighet ut over tilfeldighet", VURDERINGER, judged_pairs.agreement,
        expectation_findings.agreement_finding),
    "enighet-par": TableSpec("Parene to lesere har vurdert", "ett par per rad", VURDERINGER, judged_pairs.compared_grades),
    "vurderingssett": TableSpec("Hvem som har vurdert", "antall vurderinger", VURDERINGER, assessment.judges),
    "vurderte-planer": TableSpec("Hva hver plan er vurdert å svare på", "antall forventninger", VURDERINGER, assessment.judged_plans),
}
# fmt: on


def table(name: str, register: Register) -> pd.DataFrame:
    """Gi en tabell, med ordene fra registeret; ps.show viser den. Navnene og kolonnene står i data/README.md.

    `attrs` har navnet (`tabell`), `tittel`, `enhet` og `kilde`, `navn` etter id, og `tomt`: hvorfor den er tom.

    >>> len(ps.table("planer", r))
    44
    """
    must_be_register(register)
    must_be_known("tabell", name, TABLES)
    spec = TABLES[name]
    frame = spec.function(register)
    frame.attrs = {
        "tabell": name, "tittel": spec.tittel, "enhet": spec.enhet, "kilde": source_line(register, spec.slag),
        "navn": names_by_id(register), "tomt": why_nothing(frame, register, spec.slag),
    }  # fmt: skip
    return frame


def declared_columns(name: str | None, columns: Iterable[Any]) -> dict[Any, Column]:
    """Return what the columns of a table are, or those of no table: as itself says, else as is common to all.

    What nobody has declared is called what it is named.
    """
    own = OWN_COLUMNS.get(name or "", {})
    return {column: own.get(str(column)) or COLUMNS.get(str(column)) or Column(str(column), "") for column in columns}
