"""The one registry of tables: name, title, unit, kind of data, function, finding, columns with their meaning and unit."""

from collections.abc import Callable, Iterable, Mapping
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
from planstrategi.presentation import columns, kinds, own_columns
from planstrategi.presentation.columns import COLUMNS, Column, field_name
from planstrategi.presentation.kinds import ANTAKELSER, FAKTA, FORSLAG, FRISTER, KATALOG, KONTROLL, LOVVURDERINGER, VURDERINGER
from planstrategi.presentation.names import AN_EXPECTATION, names_by_id
from planstrategi.presentation.nothing import why_nothing
from planstrategi.presentation.plain_words import moment, named
from planstrategi.presentation.source_line import source_line
from planstrategi.presentation.unknown_name import must_be_known


class TableSpec(NamedTuple):
    """A table: `enhet` says what a row or a number is, `slag` what kind of data it rests on.

    `finding` gives what it shows as one sentence. `columns` are those that mean something else here than in `COLUMNS`.
    """

    tittel: str
    enhet: str
    slag: str
    function: TableFunction[[]]
    finding: Callable[[Register], str] | None = None
    columns: Mapping[str, Column] = {}


# fmt: off
TABLES = {
    "sammendrag": TableSpec("Det viktigste på én side", "én rad per setning", FAKTA, page_one.page_one, columns=own_columns.PAGE_ONE),
    "nokkeltall": TableSpec("Nøkkeltall", "én rad per nøkkeltall", FAKTA, key_figures.key_figures),
    "planer": TableSpec("Alle planer i planstrategien", "én rad per plan", FAKTA, plans.plans, columns={"aar": columns.MARKED_YEARS}),
    "planaar": TableSpec("Planer og merkede år", "én rad per plan og merket år", FAKTA, plan_years.plan_years),
    "arbeidsaar": TableSpec("Årene planene arbeides med", "én rad per plan og år; avledede år er antatt", ANTAKELSER, plan_years.work_years_table, columns={
        "grunnlag": Column("Grunnlag",
            "Om kilden har merket året som arbeid (merket), eller det følger av oppstart, vedtak, frist, status eller at noe gjøres hvert år, med antatt kalendertid (avledet)."),
        "aar": Column("År", "Året det arbeides med planen; avledede år kan ligge før og etter perioden.", "år")}),
    "oppgitt-innsats": TableSpec("Innsats kilden selv oppgir", "årsverk, timer og kroner", FAKTA, plans.stated_effort, columns={
        "aar": Column("År", "Året tallet gjelder; tom når det gjelder hele planen.", "år")}),
    "andre-rader": TableSpec("Rader i plantabellene som ikke er planer", "én rad per rad i kilden, eller per tall i raden", FAKTA, plans.other_rows, columns={
        "navn": Column("Hva raden gjelder", "Raden slik kilden skriver den."), "aar": Column("År", "Året tallet gjelder; tom når raden ikke har tall, eller tallet gjelder alle årene.", "år")}),
    "planbehov": TableSpec("Hva som er bestemt for planene", "antall planer", FAKTA, plans.decisions, plan_findings.decisions_finding, {"kilde": columns.COUNTED_AT}),
    "beslutninger": TableSpec("Hva som er bestemt for kommuneplanen", "én rad per del av kommuneplanen", FAKTA, plans.kommuneplan_decisions, columns={
        "grunn": Column("Begrunnelse", "Kildens begrunnelse for beslutningen, med egne ord.")}),
    "forhold": TableSpec("Forhold mellom planer, det de venter på og andre som driver dem", "én rad per forhold", FAKTA, plans.relations),
    "tabeller": TableSpec("Plantabellene i kilden", "antall planer", FAKTA, plans.table_notes, columns={
        "antall_planer": Column("Antall planer", "Planene i tabellen; rader som ikke er planer, er ikke med.", "planer"),
        "merknad": Column("Merknad", "Annet tabellens innledning sier, med egne ord, og hvordan den er lest.")}),
    "roller": TableSpec("Rollene i registeret", "én rad per rolle", FAKTA, plans.role_notes, columns={
        "rolle": Column("Rolle", "Rollen slik kilden skriver den; to kan ha samme betegnelse."), "ansvarlig": Column("Ansvarlig kommunalområde", "Kommunalområdet rollen hører til.")}),
    "lesninger": TableSpec("Steder kilden kan leses på to måter", "én rad per valgt lesning", FAKTA, plans.readings),
    "innlesing": TableSpec("Hva som ble lest ut av dokumentet", "én rad per rad i dokumentet, og det som ikke lot seg plassere", KONTROLL, plans.rows_read, columns=own_columns.READ_ROWS),
    "omtalt": TableSpec("Dokumenter som bare er omtalt", "én rad per dokument", FAKTA, plans.mentioned),
    "endringer": TableSpec("Hva som er endret i planstrategien", "én endring per rad", kinds.SAMMENLIGNING, changes.changes_since, revision_findings.changes_finding, own_columns.CHANGES),
    "oppfyllelse": TableSpec("Hva som ble lovet, og hva som skjedde", "én rad per plan i den forrige planstrategien", kinds.SAMMENLIGNING, fulfilment.promises, revision_findings.promises_finding,
        own_columns.PROMISES),
    "problemer": TableSpec("Problemer i registeret", "én rad per problem", KONTROLL, plans.problem_table, plan_findings.problems_finding, {
        "plan_id": Column("Plan-id", "Planen problemet gjelder; tom når det ikke gjelder én plan."), "navn": Column("Plan", "Navnet på den; tom når problemet ikke gjelder én plan.")}),
    "problemkoder": TableSpec("Problemer samlet per regel", "antall problemer", KONTROLL, plans.problem_counts, columns={
        "antall": Column("Antall", "Hvor mange ganger problemet er funnet.", "problemer"), "navn": Column("Plan", "Navnene på planene problemet gjelder.")}),
    "unntak": TableSpec("Problemer som er unntatt", "én rad per unntak i bruk", KONTROLL, plans.waivers, columns={
        "plan_id": Column("Plan-id", "Planen problemet gjelder; tom når det ikke gjelder én plan."), "kilde": Column("Sted i dataene", "Fil og linje der problemet står.")}),
    "kapasitet": TableSpec("Planer det arbeides med per år og kommunalområde", "antall planer", FAKTA, counts.per_area, capacity_findings.capacity_finding, {"kilde": columns.COUNTED_AT}),
    "kapasitet-aar": TableSpec("Planer det arbeides med per år", "antall planer", FAKTA, counts.worked_per_year, columns={"kilde": columns.COUNTED_AT}),
    "kapasitet-rolle": TableSpec("Planer det arbeides med per år og rolle", "antall planer", FAKTA, counts.per_role, capacity_findings.roles_finding, {
        "rolle": columns.ROLE_OR_NONE, "antall_planer": columns.ON_EACH_ROLE, "kilde": columns.COUNTED_AT}),
    "kapasitet-halvaar": TableSpec("Planer det arbeides med per halvår", "antall planer", FAKTA, counts.per_half_year, columns={
        "antall_planer": Column("Antall planer",
            "Det arbeides med dem i året, talt i begge halvår unntatt før oppgitt oppstart og etter oppgitt slutt; de som er en del av en annen plan, er med.", "planer"),
        "kilde": columns.COUNTED_AT}),
    "kapasitet-slag": TableSpec("Planer det arbeides med per år og plantype", "antall planer", FAKTA, counts.per_kind, columns={"kilde": columns.COUNTED_AT}),
    "overlapp": TableSpec("Planer som overlapper på én rolle", "antall planer", FAKTA, counts.overlaps, columns={
        "antall_planer": columns.ON_EACH_ROLE, "antall_uten_rolle": Column("Uten rolle", "Planer det arbeides med i året uten at noen rolle er oppgitt; om de overlapper, vises ikke her.", "planer")}),
    "innsats": TableSpec("Antatt innsats per plan", "månedsverk, antatt", ANTAKELSER, effort.effort_by_plan, columns={
        "hvorfor": Column("Hvorfor", "Hvorfor innsatsen ikke er kjent."), "kilde": Column("Sted i dataene", "Fil og linje der antakelsen står; der innsatsen ikke er kjent, der planen begynner.")}),
    "belastning": TableSpec("Antatt belastning per år og kommunalområde", "månedsverk, antatt: 10-, 50- og 90-prosentilen", ANTAKELSER, load.load_by_area, capacity_findings.load_finding, {
        "antall_planer": columns.LOADED}),
    "belastning-rolle": TableSpec("Antatt belastning per år og rolle", "månedsverk, antatt; arbeidet deles likt mellom rollene", ANTAKELSER, load.load_by_role, columns={
        "rolle": columns.ROLE_OR_NONE,
        "antall_planer": Column("Antall planer", "Planene belastningen er regnet av, talt på hver av rollene sine; de uten kjent innsats og de som er en del av en annen plan, er ikke med.", "planer"),
        "antall_uten_innsats": Column("Uten kjent innsats",
            "Planer det arbeides med i året uten kjent innsats, talt på hver av rollene sine; de som er en del av en annen plan, er ikke med.", "planer")}),
    "belastning-aar": TableSpec("Antatt belastning per år", "månedsverk, antatt: 10-, 50- og 90-prosentilen", ANTAKELSER, load.load_by_year, columns={
        "antall_planer": columns.LOADED, "kapasitet": columns.ALL_CAPACITY}),
    "kapasitetsbehov": TableSpec("Planlagt arbeid mot kapasiteten", "årsverk i året", ANTAKELSER, needs.planned_against_capacity, capacity_findings.needs_finding, {
        "antall_uten_innsats": Column("Uten kjent innsats", "Planer som kan kreve arbeid i året, og som kommer i tillegg; ingen når summen er kildens egen.", "planer"),
        "grunnlag": Column("Grunnlag", "Om det planlagte er kildens egen sum, eller planene og andre rader lagt sammen.")}),
    "tornado": TableSpec("Hva hver antakelse alene betyr for året", "månedsverk i året, antatt", ANTAKELSER, uncertainty.tornado, capacity_findings.swing_finding, {
        "antall_planer": Column("Antall planer", "Planene antakelsen gjelder i det året, uten dem som er en del av en annen plan.", "planer")}),
    "tidsrealisme": TableSpec("Tiden planene har fått, mot antatt spenn", "kalendermåneder; spennet er for det meste antatt", ANTAKELSER, uncertainty.realism, capacity_findings.time_finding, {
        "lav": Column("Lav", "Laveste rimelige tid for slaget arbeid eller planen.", "måneder"), "hoy": Column("Høy", "Høyeste rimelige tid for slaget arbeid eller planen.", "måneder")}),
    "vakanse": TableSpec("Hva som svekkes om én rolle står ledig", "én rolle og varighet per rad", ANTAKELSER, vacancies.vacancies, scenario_findings.vacancy_finding, {
        "maaneder": Column("Måneder", "Hvor lenge rollen står ledig.", "måneder"),
        "planer": Column("Planer", "Id-ene til planene rollen bærer alene, og som det arbeides med i året den blir ledig eller senere.", in_row=named()),
        "planaar": Column("Planår", "Merkede år disse planene har fra og med året rollen blir ledig, også når de er en del av en annen plan.", "planår"),
        "forventninger": Column("Forventninger", "Id-ene til forventningene som blir svart på senere, eller i et år ingen lenger vet.", in_row=named(AN_EXPECTATION)), "kilde": columns.COUNTED_AT}),
    "scenarier": TableSpec("Scenariene side om side", "planer, månedsverk og antall endringer", ANTAKELSER, comparison.scenario_summary, scenario_findings.options_finding, {
        "antall_uten_innsats": Column("Uten kjent innsats", "Planer scenariet gir andre år uten at innsatsen er kjent; månedsverkene mangler dem.", "planer")}),
    "scenario-aar": TableSpec("Scenariene år for år, mot registeret", "antall planer og månedsverk", ANTAKELSER, comparison.compared_years, columns={
        "aar": Column("År", "Året raden gjelder; et år etter perioden er med når et scenario endrer det.", "år"), "kapasitet": columns.ALL_CAPACITY,
        "antall_planer": Column("Antall planer", "Planer det arbeides med i året, også de uten kjent innsats; de som er en del av en annen plan, er ikke med.", "planer")}),
    "scenario-plikter": TableSpec("Krav som får en annen status i et scenario", "ett krav og år per rad", ANTAKELSER, comparison.changed_duties, columns={
        "fra": Column("Fra", "Statusen slik det står i registeret, hvis alt går etter planen."), "til": Column("Til", "Statusen i scenariet, hvis alt går etter planen.")}),
    "scenario-forventninger": TableSpec("Forventninger som blir svart på i et annet år", "én forventning per rad", ANTAKELSER, comparison.moved_expectations, columns={
        "fra": Column("Fra", "Året en ferdig plan først svarer på den, ifølge registeret; tom når ingen vet det.", "år"), "til": Column("Til", "Året i scenariet; tom når ingen vet det.", "år")}),
    "utjevning": TableSpec("Planer som kan flyttes for å senke toppen", "én plan per rad; et forslag", FORSLAG, proposal.proposed_moves, levelling_findings.levelling_finding, own_columns.MOVES),
    "utjevning-aar": TableSpec("Planer og månedsverk per år, slik det står og utjevnet", "planer og ventede månedsverk", FORSLAG, proposal.levelled_years, columns=own_columns.LEVELLED_YEARS),
    "utjevning-front": TableSpec("Hvor lav toppen blir med hver flytting", "topp i planer eller ventede månedsverk i året", FORSLAG, proposal.choices, columns=own_columns.CHOICES),
    "utjevning-konflikt": TableSpec("Planer som er satt til side, fordi opplysningene ikke går sammen", "én binding per rad", FORSLAG, proposal.conflicts, columns=own_columns.SET_ASIDE),
    "konsentrasjon": TableSpec("Planår per kommunalområde", "antall planer og planår", FAKTA, counts.concentration, columns={
        "antall_planer": Column("Antall planer", "Planene kommunalområdet har ansvaret for; de uten merket år og de som er en del av en annen plan, er med.", "planer"), "kilde": columns.COUNTED_AT}),
    "statutter": TableSpec("Lover kilden selv nevner", "én rad per lov og sted", FAKTA, statutes.named_statutes, plan_findings.statutes_finding, {
        "planer": Column("Planer", "Id-ene til planene loven er nevnt for, alle i tabellen når den er nevnt for hele tabellen; også når den sies ikke å gjelde."),
        "antall_planer": Column("Antall planer", "Planene loven er nevnt for, også når den sies ikke å gjelde; de som er en del av en annen plan, er med.", "planer")}),
    "statutter-plan": TableSpec("Lover nevnt per plan", "én rad per plan", FAKTA, statutes.plans_by_statute, columns={
        "grunnlag": Column("Grunnlag", "Det sterkeste stedet kilden nevner en lov for planen.")}),
    "lovdekning": TableSpec("Lovkravene og planene som møter dem", "ett krav per rad", LOVVURDERINGER, requirements.requirement_coverage, law_findings.coverage_finding, {
        "status": columns.WEAKEST, "planer": columns.MEETING, "sikkerhet": columns.LAW_CERTAINTY, "forelopig": columns.LAW_PROVISIONAL,
        "status_etter_plan": Column("Status hvis alt går etter planen", "Den svakeste statusen i perioden hvis alt går slik registeret sier.")}),
    "lovdekning-aar": TableSpec("Lovkravene i hvert år av perioden", "ett krav og år per rad; status ved utgangen av året",
        LOVVURDERINGER, requirements.requirement_years, law_findings.by_year_finding, {
        "status": columns.LAW_STATUS, "planer": columns.MEETING, "sikkerhet": columns.LAW_CERTAINTY, "forelopig": columns.LAW_PROVISIONAL,
        "frist": Column("Frist", "Den første fristen i året som ikke er passert, og som ikke er kjent møtt.", "dato", moment)}),
    "lovdekning-slag": TableSpec("Lovkravene etter slag og status", "antall krav", LOVVURDERINGER, requirements.by_kind, law_findings.by_kind_finding, {"status": columns.WEAKEST}),
    "lovtrakt": TableSpec("Lovkravene fra katalogen til det som er møtt", "antall krav", LOVVURDERINGER, requirements.funnel, columns={
        "steg": Column("Steg", "Hvor langt kravet er kommet; delene av et steg blir til sammen steget."), "betyr": Column("Betyr", "Hva steget betyr."), "kilde": columns.ONE_BY_ONE,
        "antall": Column("Antall", "Kravene i steget, hvert av dem én gang, etter statusen i perioden slik den er kjent på registerets dato.", "krav")}),
    "lovstatuser": TableSpec("Hva statusene betyr", "antall krav", LOVVURDERINGER, requirements.status_table, columns={
        "status": Column("Status", "Statusen raden forklarer."), "steg": Column("Steg", "Steget i lovtrakt som krav med denne statusen telles i.")}),
    "lovhull": TableSpec("Krav som er vurdert, og som ingenting i planstrategien møter i minst ett år", "ett krav per rad", LOVVURDERINGER, gaps.gaps, law_findings.gaps_finding, {
        "status": Column("Status", "Hvordan kravet er møtt i det svakeste året av perioden, slik det er kjent."),
        "status_etter_plan": Column("Status hvis alt går etter planen", "Statusen i det samme året hvis alt går slik registeret sier."),
        "aar": Column("År", "Det første året med denne statusen.", "år")}),
    "lovsporsmaal": TableSpec("Spørsmål som avklarer det ukjente", "ett spørsmål per rad", LOVVURDERINGER, gaps.questions, law_findings.questions_finding, {
        "status": Column("Status", "Hva som er ukjent ved det første av kravene."), "kravslag": Column("Slag krav", "Hva slags krav det første av kravene er."),
        "krav": Column("Krav", "Kravene svaret avklarer."), "krav_id": Column("Krav-id", "Id-ene til kravene svaret avklarer."), "felt": Column("Felt", "Feltet svaret skrives i.", view=field_name)}),
    "planer-uten-krav": TableSpec("Planer uten lov, krav eller forventning bak seg", "én plan per rad",
        LOVVURDERINGER, plans_without_ground.plans_without_requirement, plans_without_ground.alone_finding, {"aar": columns.MARKED_YEARS}),
    "planer-uten-lovkrav": TableSpec("Planer som ikke svarer på noe kommunen skal", "én plan per rad", LOVVURDERINGER, plans_without_ground.plans_without_law, columns={"aar": columns.MARKED_YEARS}),
    "frister": TableSpec("De neste fristene", "én frist per rad, høyst tre for hver regel", FRISTER, gaps.upcoming, law_findings.due_finding),
    "saksgang": TableSpec("Når stegene før vedtaket senest må begynne", "ett steg per rad", FRISTER, gaps.decision_steps, columns={
        "navn": Column("Plan", "Kravet, planen eller dokumentet vedtaket gjelder."), "etter": Column("Etter", "Bestemmelsen som setter antallet dager.")}),
    "frister-uten-plan": TableSpec("Frister i perioden som årene i registeret ikke møter", "én frist per rad", LOVVURDERINGER, gaps.missed),
    "viderefoering": TableSpec("Planene som går videre til neste periode, og de som utelates", "én plan per rad", FRISTER, carried.carried_over, carried.carried_finding, own_columns.CARRIED),
    "viderefoering-aar": TableSpec("Planer som forfaller i hvert år av neste periode", "antall planer", FRISTER, carried.due_by_year, carried.due_by_year_finding, own_columns.DUE),
    "prosessplan": TableSpec("Arbeidet med neste planstrategi, bakover fra vedtaket", "ett steg per rad", FRISTER, process.process_plan, process.process_finding, own_columns.PROCESS),
    "merknader": TableSpec("Merknadene til forslaget", "én merknad per rad", FAKTA, process.remarks, process.remarks_finding, own_columns.REMARKS),
    "lovkrav": TableSpec("Kravene i den nasjonale katalogen", "ett krav per rad", KATALOG, requirements.catalogue),
    "misforstaaelser": TableSpec("Det mange tror er lovpålagt", "én påstand per rad", KATALOG, gaps.misunderstandings),
    "lovtekster": TableSpec("Lovtekstene kravene er lest mot", "ett sted i en lov per rad", KATALOG, requirements.stored_texts, columns={
        "krav": Column("Krav", "Id-ene til kravene som viser til stedet.")}),
    "kildekontroll": TableSpec("Hvor godt katalogen over lovkrav er belagt", "antall krav, hjemler og versjoner", KATALOG, requirements.source_audit, columns={
        "antall": Column("Antall", "Hvor mange som har det som er talt.", "krav, hjemler eller versjoner")}),
    "forventninger": TableSpec("Forventninger og planene som svarer på dem", "én forventning per rad; antall vurderte planer",
        VURDERINGER, assessment.expectation_table, expectation_findings.answers_finding, own_columns.ANSWERS_TO_EACH),
    "koblinger": TableSpec("Vurderte par av plan og forventning", "ett vurdert par per rad", VURDERINGER, assessment.links, expectation_findings.pairs_finding, {
        "gjelder": Column("Gjelder", "Om forventningen gjelder på registerets dato; tom når ingen vet det.", "ja/nei"), "grunnlag": Column("Grunnlag", "Hva i planens rad vurderingen hviler på."),
        "telles": Column("Telles", "Om paret telles: forventningen gjelder, er ingen overskrift med kjente punkter, og er rettet til det som er vurdert.", "ja/nei")}),
    "forventningsdekning": TableSpec("Hvor mye av det som forventes, planene svarer på", "antall forventninger som gjelder",
        VURDERINGER, coverage.expectation_coverage, coverage_findings.level_shares_finding, {
        "antall_vurdert": Column("Vurdert", "Forventninger der statusen hviler på vurderinger, og ingen av dem er foreløpig.", "forventninger")}),
    "da-og-naa": TableSpec("Hva som gjaldt da registeret ble laget, og hva som gjelder nå", "antall forventninger som gjelder",
        VURDERINGER, coverage.then_and_now, coverage_findings.then_and_now_finding),
    "maaldekning": TableSpec("Forventningene etter bærekraftsmål", "antall forventninger som gjelder", VURDERINGER, coverage.goals, coverage_findings.goals_finding, {
        "antall": Column("Antall", "Forventningene til målet som gjelder og telles: svart på, ingen plan og ikke vurdert til sammen; en med flere mål telles for hvert av dem.", "forventninger"),
        "planer": Column("Planer", "Id-ene til planene som er vurdert å svare på minst én av dem.")}),
    "krysskobling": TableSpec("Hva som møtes i en plan på to nivåer", "antall planer", VURDERINGER, crosswalk.crosswalk, expectation_findings.crossing_finding, {
        "fra": Column("Fra", "Kapitlet eller dokumentet på nivået over."), "til": Column("Til", "Kapitlet, dokumentet eller satsingsområdet på nivået under."),
        "grad": Column("Grad", "Den sterkeste forbindelsen noen plan gir, når det er den svakeste av planens to grader som regnes."), "antall_planer": own_columns.ANSWERING_BOTH,
        "antall_ikke_vurdert": own_columns.UNJUDGED_PLANS, "planer": Column("Planer", "Id-ene til planene som er vurdert å svare på noe i begge.")}),
    "kapittel-omraade": TableSpec("Lokale satsingsområder mot nasjonale kapitler", "antall planer som svarer på begge", VURDERINGER, crosswalk.chapters_by_area, columns={
        "kapittel": Column("Kapittel", "Det nasjonale kapitlet."), "antall_planer": own_columns.ANSWERING_BOTH, "antall_ikke_vurdert": own_columns.UNJUDGED_PLANS}),
    "taushet": TableSpec("Forventninger uten en plan som også svarer på et nivå under", "én forventning og nivå per rad", VURDERINGER, crosswalk.silence, expectation_findings.silence_finding, {
        "grunn": Column("Begrunnelse", "Om ingen plan svarer, eller planene som svarer, ikke svarer på noe på nivået under."), "planer": Column("Planer", "Id-ene til planene som svarer.")}),
    "taushet-nivaa": TableSpec("Forventninger med en plan som også svarer på et nivå under", "antall forventninger som gjelder", VURDERINGER, crosswalk.connections, columns=own_columns.CONNECTIONS),
    "forventninger-aar": TableSpec("Når forventningene blir svart på", "antall forventninger som gjelder, ved utgangen av året",
        VURDERINGER, over_time.answered_by_year, coverage_findings.timing_finding, {
        "antall": Column("Antall", "Forventningene på nivået som gjelder og telles: svart på, ingen plan og ikke vurdert til sammen; de samme i alle årene.", "forventninger")}),
    "forsinkelse": TableSpec("Hva som blir forsinket om én plan glir ett år", "antall forventninger", VURDERINGER, over_time.slips, coverage_findings.slipping_finding, {
        "antall": own_columns.DELAYED_OR_NOT}),
    "folsomhet": TableSpec("Hvor mye dekningen hviler på hver vurdering", "antall forventninger som gjelder", VURDERINGER, coverage.sensitivity, coverage_findings.sensitivity_finding),
    "enighet": TableSpec("Hvor enige to lesere er om parene en av dem har koblet", "antall par; kappa er enighet ut over tilfeldighet", VURDERINGER,
        judged_pairs.agreement, expectation_findings.agreement_finding),
    "enighet-par": TableSpec("Parene to lesere har vurdert", "ett par per rad", VURDERINGER, judged_pairs.compared_grades, columns={
        "grad": Column("Grad", "Graden som teller; ingen også når planen er vurdert mot hele dokumentet uten at paret er ført."),
        "grunn": Column("Begrunnelse", "Begrunnelsen til den som ikke hadde sett den første vurderingen."), "vurdert_av": Column("Vurdert av", "Den som ikke hadde sett den første.")}),
    "vurderingssett": TableSpec("Hvem som har vurdert", "antall vurderinger", VURDERINGER, assessment.judges, columns={
        "grunnlag": Column("Grunnlag", "Hva vurderingen bygger på."),
        "antall": Column("Antall", "Vurderingene som er ført i settet; par som er vurdert til ingen uten å være ført, er ikke med.", "vurderinger")}),
    "vurderte-planer": TableSpec("Hva hver plan er vurdert å svare på", "antall forventninger", VURDERINGER, assessment.judged_plans, columns={
        "status": Column("Status", "Om planen svarer på noe som gjelder, ikke svarer på noe av det, eller ikke er vurdert mot alt."),
        "antall_ingen": own_columns.NOT_ANSWERED, "antall_ikke_vurdert": own_columns.NOT_HELD_AGAINST,
        "antall_delvis": Column("Delvis", "Forventninger som gjelder og telles, og som planen er vurdert å svare delvis på.", "forventninger"),
        "forventninger": Column("Forventninger", "Id-ene til forventningene som gjelder og telles, og som planen svarer på, sterkest først."),
        "merknad": Column("Merknad", "Hvorfor planen ikke kan vurderes; tom når den er vurdert, eller når ingen har sagt noe om det.")}),
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
    own = TABLES[name].columns if name in TABLES else {}
    return {column: own.get(str(column)) or COLUMNS.get(str(column)) or Column(str(column), "") for column in columns}
