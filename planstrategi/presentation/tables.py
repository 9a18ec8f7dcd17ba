"""The one registry of tables: name, title, columns with their meaning and unit, kind of data, function."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import NamedTuple

import pandas as pd

from planstrategi.analysis.alignment import agreement, crosswalk
from planstrategi.analysis.alignment import assessment as alignment
from planstrategi.analysis.alignment import coverage as expectationcoverage
from planstrategi.analysis.alignment import coverage_findings as expectationfindings
from planstrategi.analysis.alignment import findings as alignmentfindings
from planstrategi.analysis.alignment import over_time as expectationtime
from planstrategi.analysis.capacity import counts as capacity
from planstrategi.analysis.capacity import counts as capacity_counts
from planstrategi.analysis.capacity import effort, uncertainty
from planstrategi.analysis.capacity import findings as capacity_findings
from planstrategi.analysis.capacity import findings as capacityfindings
from planstrategi.analysis.capacity import load as loadtables
from planstrategi.analysis.legal import due_dates as duedates
from planstrategi.analysis.legal import findings as lawfindings
from planstrategi.analysis.legal import gaps as lawgaps
from planstrategi.analysis.legal import law_texts as lawsources
from planstrategi.analysis.legal import tables as requirements
from planstrategi.analysis.levelling import proposal as levelplan
from planstrategi.analysis.overview import key_figures as keyfigures
from planstrategi.analysis.overview import plans_without_ground as overview_plans_without_ground
from planstrategi.analysis.portfolio import findings
from planstrategi.analysis.portfolio import plans as portfolio
from planstrategi.analysis.portfolio import statutes as legal
from planstrategi.analysis.scenarios import comparison as scenarios
from planstrategi.analysis.scenarios import findings as scenarios_findings
from planstrategi.analysis.scenarios import vacancies as exposure
from planstrategi.model.register import Register
from planstrategi.presentation.source_line import (
    ANTAKELSER,
    FAKTA,
    FORSLAG,
    FRISTER,
    KATALOG,
    KONTROLL,
    LOVVURDERINGER,
    VURDERINGER,
    source_line,
)


class TableSpec(NamedTuple):
    """A table: `enhet` says what a row or a number is, `slag` what kind of data it rests on."""

    tittel: str
    enhet: str
    slag: str
    function: Callable[[Register], pd.DataFrame]


TABLES = {
    "nokkeltall": TableSpec("Nøkkeltall", "én rad per nøkkeltall", FAKTA, keyfigures.key_figures),
    "planer": TableSpec("Alle planer i planstrategien", "én rad per plan", FAKTA, portfolio.plans),
    "planaar": TableSpec("Planer og merkede år", "én rad per plan og merket år", FAKTA, portfolio.plan_years),
    "planbehov": TableSpec("Hva som er bestemt for planene", "antall planer", FAKTA, portfolio.decisions),
    "beslutninger": TableSpec("Hva som er bestemt for kommuneplanen", "én rad per del av kommuneplanen", FAKTA, portfolio.kommuneplan_decisions),
    "forhold": TableSpec("Forhold mellom planer, det de venter på og andre som driver dem", "én rad per forhold", FAKTA, portfolio.relations),
    "tabeller": TableSpec("Plantabellene i kilden", "antall planer", FAKTA, portfolio.table_notes),
    "roller": TableSpec("Rollene i registeret", "én rad per rolle", FAKTA, portfolio.role_notes),
    "lesninger": TableSpec("Steder kilden kan leses på to måter", "én rad per valgt lesning", FAKTA, portfolio.readings),
    "omtalt": TableSpec("Dokumenter som bare er omtalt", "én rad per dokument", FAKTA, portfolio.mentioned),
    "problemer": TableSpec("Problemer i registeret", "én rad per problem", KONTROLL, portfolio.problem_table),
    "problemkoder": TableSpec("Problemer samlet per regel", "antall problemer", KONTROLL, portfolio.problem_counts),
    "unntak": TableSpec("Problemer som er unntatt", "én rad per unntak i bruk", KONTROLL, portfolio.waivers),
    "kapasitet": TableSpec("Planer merket per år og kommunalområde", "antall planer", FAKTA, capacity.per_area),
    "kapasitet-aar": TableSpec("Planer merket per år", "antall planer", FAKTA, capacity.marked_per_year),
    "kapasitet-rolle": TableSpec("Planer merket per år og rolle", "antall planer", FAKTA, capacity.per_role),
    "kapasitet-halvaar": TableSpec("Planer merket per halvår", "antall planer", FAKTA, capacity.per_half_year),
    "kapasitet-slag": TableSpec("Planer merket per år og plantype", "antall planer", FAKTA, capacity.per_kind),
    "overlapp": TableSpec("Planer som overlapper på én rolle", "antall planer", FAKTA, capacity_counts.overlaps),
    "innsats": TableSpec("Antatt innsats per plan", "månedsverk, antatt", ANTAKELSER, effort.effort_by_plan),
    "belastning": TableSpec("Antatt belastning per år og kommunalområde", "månedsverk, antatt: 10-, 50- og 90-prosentilen", ANTAKELSER, loadtables.load_by_area),
    "belastning-rolle": TableSpec("Antatt belastning per år og rolle", "månedsverk, antatt; arbeidet deles likt mellom rollene", ANTAKELSER, loadtables.load_by_role),
    "belastning-aar": TableSpec("Antatt belastning per år", "månedsverk, antatt: 10-, 50- og 90-prosentilen", ANTAKELSER, loadtables.load_by_year),
    "tornado": TableSpec("Hvilken antakelse som flytter svaret mest", "månedsverk i året med mest, antatt", ANTAKELSER, uncertainty.tornado),
    "tidsrealisme": TableSpec("Tiden planene har fått, mot antatt spenn", "kalendermåneder; spennet er for det meste antatt", ANTAKELSER, uncertainty.realism),
    "vakanse": TableSpec("Hva som svekkes om én rolle står ledig", "én rolle og varighet per rad", ANTAKELSER, exposure.vacancies),
    "scenarier": TableSpec("Scenariene side om side", "planer, månedsverk og antall endringer", ANTAKELSER, scenarios.scenario_summary),
    "scenario-aar": TableSpec("Scenariene år for år, mot registeret", "antall planer og månedsverk", ANTAKELSER, scenarios.compared_years),
    "scenario-plikter": TableSpec("Krav som får en annen status i et scenario", "ett krav og år per rad", ANTAKELSER, scenarios.changed_duties),
    "scenario-forventninger": TableSpec("Forventninger som blir svart på i et annet år", "én forventning per rad", ANTAKELSER, scenarios.moved_expectations),
    "utjevning": TableSpec("Planer som kan flyttes for å senke toppen", "én plan per rad; et forslag, registeret endres ikke", FORSLAG, levelplan.proposed_moves),
    "utjevning-aar": TableSpec("Planer per år, slik det står og utjevnet", "antall planer uten dobbelttelling", FORSLAG, levelplan.levelled_years),
    "utjevning-konflikt": TableSpec("Det som gjør at planene ikke kan legges slik at alt holder", "én binding per rad", FORSLAG, levelplan.conflicts),
    "konsentrasjon": TableSpec("Planår per kommunalområde", "antall planer og planår", FAKTA, capacity.concentration),
    "statutter": TableSpec("Lover kilden selv nevner", "én rad per lov og sted", FAKTA, legal.named_statutes),
    "statutter-plan": TableSpec("Lover nevnt per plan", "én rad per plan", FAKTA, legal.plans_by_statute),
    "lovdekning": TableSpec("Lovkravene og planene som møter dem", "ett krav per rad", LOVVURDERINGER, requirements.requirement_coverage),
    "lovdekning-aar": TableSpec("Lovkravene i hvert år av perioden", "ett krav og år per rad; status ved utgangen av året", LOVVURDERINGER, requirements.requirement_years),
    "lovdekning-slag": TableSpec("Lovkravene etter slag og status", "antall krav", LOVVURDERINGER, requirements.by_kind),
    "lovstatuser": TableSpec("Hva statusene betyr, og hvilken som vinner", "antall krav; laveste tall vinner", LOVVURDERINGER, requirements.status_table),
    "lovhull": TableSpec("Krav der planstrategien ikke viser noe som møter kravet i minst ett år av perioden", "ett krav per rad", LOVVURDERINGER, lawgaps.gaps),
    "lovsporsmaal": TableSpec("Spørsmål som avklarer det ukjente", "ett spørsmål per rad", LOVVURDERINGER, lawgaps.questions),
    "planer-uten-krav": TableSpec("Planer uten lov, krav eller forventning bak seg", "én plan per rad", LOVVURDERINGER, overview_plans_without_ground.plans_without_requirement),
    "planer-uten-lovkrav": TableSpec("Planer som ikke svarer på noe kommunen skal", "én plan per rad", LOVVURDERINGER, overview_plans_without_ground.plans_without_law),
    "frister": TableSpec("De neste fristene", "én frist per rad, høyst tre for hver regel", FRISTER, duedates.upcoming),
    "saksgang": TableSpec("Når stegene før vedtaket senest må begynne", "ett steg per rad", FRISTER, duedates.decision_steps),
    "frister-uten-plan": TableSpec("Frister i perioden som årene i registeret ikke møter", "én frist per rad", LOVVURDERINGER, duedates.missed),
    "lovkrav": TableSpec("Kravene i den nasjonale katalogen", "ett krav per rad", KATALOG, requirements.catalogue),
    "misforstaaelser": TableSpec("Det mange tror er lovpålagt", "én påstand per rad", KATALOG, lawgaps.misunderstandings),
    "lovtekster": TableSpec("Lovtekstene kravene er lest mot", "ett sted i en lov per rad", KATALOG, lawsources.stored_texts),
    "kildekontroll": TableSpec("Hvor godt katalogen over lovkrav er belagt", "antall krav, hjemler og versjoner", KATALOG, lawsources.source_audit),
    "forventninger": TableSpec("Forventninger og planene som svarer på dem", "én forventning per rad; antall vurderte planer", VURDERINGER, alignment.expectation_table),
    "koblinger": TableSpec("Vurderte par av plan og forventning", "ett vurdert par per rad", VURDERINGER, alignment.links),
    "forventningsdekning": TableSpec("Hvor mye av det som forventes, planene svarer på", "antall forventninger som gjelder", VURDERINGER, expectationcoverage.expectation_coverage),
    "da-og-naa": TableSpec("Hva som gjaldt da registeret ble laget, og hva som gjelder nå", "antall forventninger som gjelder", VURDERINGER, expectationcoverage.then_and_now),
    "maaldekning": TableSpec("Forventningene etter bærekraftsmål", "antall forventninger som gjelder", VURDERINGER, expectationcoverage.goals),
    "krysskobling": TableSpec("Hva som møtes i en plan på to nivåer", "antall planer", VURDERINGER, crosswalk.crosswalk),
    "kapittel-omraade": TableSpec("Lokale satsingsområder mot nasjonale kapitler", "antall planer som svarer på begge", VURDERINGER, crosswalk.chapters_by_area),
    "taushet": TableSpec("Forventninger ingen kommunal plan forbinder med et nivå under", "én forventning og nivå per rad", VURDERINGER, crosswalk.silence),
    "forventninger-aar": TableSpec("Når forventningene blir svart på", "antall forventninger som gjelder, ved utgangen av året", VURDERINGER, expectationtime.answered_by_year),
    "forsinkelse": TableSpec("Hva som blir forsinket om én plan glir ett år", "antall forventninger", VURDERINGER, expectationtime.slips),
    "folsomhet": TableSpec("Hvor mye dekningen hviler på hver vurdering", "antall forventninger som gjelder", VURDERINGER, expectationcoverage.sensitivity),
    "enighet": TableSpec("Hvor enige to lesere er", "antall par; kappa er enighet ut over tilfeldighet", VURDERINGER, agreement.agreement),
    "enighet-par": TableSpec("Parene to lesere har vurdert", "ett par per rad", VURDERINGER, agreement.compared_grades),
    "vurderingssett": TableSpec("Hvem som har vurdert", "antall vurderinger", VURDERINGER, alignment.judges),
    "vurderte-planer": TableSpec("Hva hver plan er vurdert å svare på", "antall forventninger", VURDERINGER, alignment.judged_plans),
}  # fmt: skip
FINDINGS: dict[str, Callable[[Register], str]] = {
    "planbehov": findings.decisions_finding,
    "tidslinje": findings.timeline_finding,
    "problemer": findings.problems_finding,
    "kapasitet": capacity_findings.capacity_finding,
    "kapasitet-rolle": capacity_findings.roles_finding,
    "belastning": capacityfindings.load_finding,
    "tornado": capacityfindings.swing_finding,
    "tidsrealisme": capacityfindings.time_finding,
    "vakanse": scenarios_findings.vacancy_finding,
    "scenarier": scenarios_findings.options_finding,
    "utjevning": levelplan.levelling_finding,
    "statutter": findings.statutes_finding,
    "forventninger": alignmentfindings.answers_finding,
    "satsingsomraader": alignmentfindings.areas_finding,
    "koblinger": alignmentfindings.pairs_finding,
    "forventningsdekning": expectationfindings.level_shares_finding,
    "maaldekning": expectationfindings.goals_finding,
    "da-og-naa": expectationfindings.then_and_now_finding,
    "krysskobling": alignmentfindings.crossing_finding,
    "taushet": alignmentfindings.silence_finding,
    "forventninger-aar": expectationfindings.timing_finding,
    "forsinkelse": expectationfindings.slipping_finding,
    "folsomhet": expectationfindings.sensitivity_finding,
    "enighet": alignmentfindings.agreement_finding,
    "lovdekning": lawfindings.coverage_finding,
    "lovdekning-aar": lawfindings.by_year_finding,
    "lovdekning-slag": lawfindings.by_kind_finding,
    "frister": lawfindings.due_finding,
    "planhjul": lawfindings.wheel_finding,
    "lovhull": lawfindings.gaps_finding,
    "lovsporsmaal": lawfindings.questions_finding,
    "planer-uten-krav": overview_plans_without_ground.alone_finding,
}


class UnknownName(ValueError):
    """A table or figure that does not exist; says what is meant and what exists."""


def table(name: str, register: Register) -> pd.DataFrame:
    """Return a table by name. `attrs` holds its title, unit, kind of data, source and per dato; see `TABLES`.

    `attrs["navn"]` are the names of plans and plan types by id.
    """
    if name not in TABLES:
        raise UnknownName(unknown("tabell", name, TABLES))
    spec = TABLES[name]
    frame = spec.function(register)
    names = register.names("planer") | register.plan_type_names()
    frame.attrs = {
        "tittel": spec.tittel,
        "enhet": spec.enhet,
        "kilde": source_line(register, spec.slag),
        "navn": names,
    }
    return frame


def finding(name: str, register: Register) -> str:
    """Return what a table or figure shows, as one sentence computed from the data; see `FINDINGS`."""
    if name not in FINDINGS:
        raise UnknownName(unknown("setning for", name, FINDINGS))
    return FINDINGS[name](register)


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Return the message for a name that is not in a registry."""
    known = list(known)
    close = get_close_matches(name, known, 1, 0.5)
    hint = f" Mente du «{close[0]}»?" if close else ""
    return f"Det finnes ingen {what} «{name}».{hint} Velg mellom: {', '.join(known)}."
