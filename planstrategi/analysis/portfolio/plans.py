"""The register as tables: its plans and other rows, what is decided, how the source was read, and what was found wrong."""

from collections import Counter
from itertools import product

import pandas as pd

from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import all_responsible, area_labels, files_of, of_plan, places, responsible, source_of
from planstrategi.model.data_files import INNLESINGSFIL
from planstrategi.model.dates import Tid
from planstrategi.model.plan import RELATIONS, OppgittInnsats, Plan
from planstrategi.model.register import Register
from planstrategi.model.sections import Beslutning
from planstrategi.model.vocabulary import ANDRE_RADER, DRIVERROLLE, EIER, IKKE_OPPGITT, MERKET_BETYR, PLANBEHOV

# what is decided for a plan, in words, and what is said when the source does not say it
DECISIONS = PLANBEHOV | {None: IKKE_OPPGITT.capitalize()}


@columns("plan_id navn plantype planbehov ansvarlig roller medvirkende aar status vedtatt vedtatt_av datert revidert skal_vedtas "
         "skal_vedtas_av gyldig_fra gyldig_til oppstart ferdig drivere inngaar_i kan_inngaa_i samordnes_med venter_paa "
         "erstattes_av aarlig vedtatt_organ skal_vedtas_organ hast eier bestiller temaer kortnavn plantypenavn tabell rad kilde",
         plantypenavn="str")  # fmt: skip
def plans(register: Register) -> Rows:
    """Return every plan as its row in the source tells of it: one row per plan, unknown as missing.

    `ansvarlig`, `roller` and `medvirkende` are the names the source uses; `aar` the marked years; the relations
    (`inngaar_i`, `kan_inngaa_i`, `samordnes_med`, `erstattes_av`) are plan ids.
    """
    areas, roles, types = area_labels(register), register.names("roller"), register.plan_type_names()
    answerable = responsible(register)
    for plan in register.planer:
        own = {name: getattr(plan, name) for name in plans.columns if hasattr(plan, name)}
        yield own | {name: tid.tekst for name, tid in own.items() if isinstance(tid, Tid)} | of_plan(plan) | {
            "ansvarlig": answerable[plan.id], "eier": EIER[plan.eier] if plan.eier else None,
            "roller": tuple(roles[rolle] for rolle in plan.roller),
            "medvirkende": tuple(areas[omraade] for omraade in plan.medvirkende),
            "drivere": tuple(driver.navn for driver in plan.drivere), "venter_paa": tuple(one.hva for one in plan.venter_paa),
            "kortnavn": plan.label, "plantypenavn": types.get(plan.plantype), "tabell": plan.kilde.tabell, "rad": plan.kilde.rad,
        }  # fmt: skip


@columns("tabell rad navn hva aar aarsverk timer kroner merknad kilde", aar="Int64", aarsverk=float, timer=float, kroner="Int64")
def other_rows(register: Register) -> Rows:
    """Return the rows of the plan tables that are no plans, never counted as plans: one row each, or one per amount."""
    for one in register.andre_rader:
        place = {"tabell": one.kilde.tabell, "rad": one.kilde.rad, "navn": one.navn, "hva": ANDRE_RADER[one.hva]}
        for amount in one.innsats or (OppgittInnsats(),):
            yield place | _amounts(amount) | {"merknad": one.merknad, "kilde": source_of(one)}


@columns("plan_id navn aar aarsverk timer kroner kilde", aar="Int64", aarsverk=float, timer=float, kroner="Int64")
def stated_effort(register: Register) -> Rows:
    """Return what the source itself sets aside for plans: one row per amount; `aar` is missing when it is for the whole."""
    for plan in register.planer:
        for amount in plan.innsats:
            yield of_plan(plan) | _amounts(amount) | {"kilde": source_of(amount)}


def _amounts(one: OppgittInnsats) -> Row:
    return {name: getattr(one, name) for name in ("aar", "aarsverk", "timer", "kroner")}


@columns("planbehov bestemt ansvarlig antall_planer kilde", bestemt="str", antall_planer="int64")
def decisions(register: Register) -> Rows:
    """Return the number of plans per decision (`planbehov`) and responsible area, in the order of the words.

    `kilde` as `places` says.
    """
    names = responsible(register)
    for (planbehov, bestemt), ansvarlig in product(DECISIONS.items(), all_responsible(register)):
        own = [plan for plan in register.planer if (plan.planbehov, names[plan.id]) == (planbehov, ansvarlig)]
        if own:
            row = {"planbehov": planbehov or IKKE_OPPGITT, "bestemt": bestemt, "ansvarlig": ansvarlig}
            yield row | {"antall_planer": len(own), "kilde": places(map(source_of, own))}


@columns("plan_id navn felt valgt grunn kilde")
def readings(register: Register) -> Rows:
    """Return every place where the source can be read in two ways: the reading chosen, and why."""
    for plan in register.planer:
        for one in plan.lesninger:
            yield of_plan(plan) | {"felt": one.felt, "valgt": one.valgt, "grunn": one.grunn, "kilde": source_of(one)}


@columns("dokument_id dokument eier avsnitt kilde")
def mentioned(register: Register) -> Rows:
    """Return the documents that the text mentions, but that have no row of their own: never counted as plans."""
    for d in register.omtalt:
        yield {"dokument_id": d.id, "dokument": d.navn, "eier": d.eier, "avsnitt": d.kilde.avsnitt, "kilde": source_of(d)}


@columns("kode alvor plan_id navn fil linje kolonne melding rettes_av funnet tillatt skriv")
def problem_table(register: Register) -> Rows:
    """Return one row per problem that validation found, in order of place, the waived ones left out.

    `fil` is the file's place in the data, as in `kilde`: it does not tell where the data lies on somebody's machine.
    """
    places = {file.fil: file.datasti for file in files_of(register)}
    return (problem.as_dict() | {"fil": places.get(problem.fil, problem.fil)} for problem in register.problemer)


@columns("kode alvor melding antall navn rettes_av planer")
def problem_counts(register: Register) -> pd.DataFrame:
    """Return one row per rule that struck: how many times, and for which plans."""
    grouped = problem_table(register).groupby(["kode", "alvor", "melding", "rettes_av"], sort=True, dropna=False)
    return grouped.agg(antall=("kode", "size"), planer=("plan_id", _present), navn=("navn", _present)).reset_index()


def _present(ids: pd.Series) -> tuple[str, ...]:
    return tuple(ids.dropna())


@columns("kode plan_id melding grunn hvem til kilde")
def waivers(register: Register) -> Rows:
    """Return one row per problem that a waiver covers: who decided it, why, and until when.

    `kilde` is the place of the problem, from the register's folder.
    """
    folder = register.fil.rpartition("/")[0] + "/"
    for p, grunn, hvem, til in register.unntatt:
        let_be = {"grunn": grunn, "hvem": hvem, "til": til, "kilde": f"{p.fil.removeprefix(folder)}:{p.linje}"}
        yield {"kode": p.kode, "plan_id": p.plan_id or None, "melding": p.melding} | let_be


@columns("plan_id navn planbehov grunn kilde")
def kommuneplan_decisions(register: Register) -> Rows:
    """Return what the planstrategi decides for the parts of the kommuneplan, and why (pbl. § 10-1 third paragraph).

    Where its text does not, what the row of the part in its tables says.
    """
    names = register.names("planer")
    told: list[tuple[Beslutning | Plan, str]] = [(one, one.plan) for one in register.beslutninger]
    decided = {ident for _, ident in told}
    told += [(plan, plan.id) for plan in register.planer if plan.is_kommuneplan and plan.planbehov and plan.id not in decided]
    for one, ident in told:
        said = {"planbehov": one.planbehov, "grunn": getattr(one, "begrunnelse", None), "kilde": source_of(one)}
        yield {"plan_id": ident, "navn": names[ident]} | said


@columns("tabell tabellnavn antall_planer merket_betyr merket_ordlyd merknad kilde")
def table_notes(register: Register) -> Rows:
    """Return the plan tables of the source: their plans, what a mark means, what they say and how they are read.

    `merket_betyr` is missing when nobody has said what the marks mean, and `merket_ordlyd` when the source does not.
    """
    rows = Counter(plan.kilde.tabell for plan in register.planer)
    for t in register.tabeller:
        means = "; ".join(f"{f'{sign}: ' if sign else ''}{MERKET_BETYR[betyr]}" for sign, betyr in t.merket_betyr)
        said = {"merket_betyr": means or None, "merket_ordlyd": t.merket_ordlyd, "merknad": t.merknad}
        yield {"tabell": t.id, "tabellnavn": t.navn, "antall_planer": rows[t.id], **said, "kilde": source_of(t)}


@columns("sted rad plan_id sikkerhet tvil navn tabell forslag ord svar kilde", rad="Int64")
def rows_read(register: Register) -> Rows:
    """Return what was met in the document a draft was read from: each row, doubts about all of it, and what was not placed.

    `tvil` are the questions that nobody has answered, `svar` the answers; `ord` are the words the questions rest on.
    """
    read, empty = register.innlesing, dict.fromkeys(rows_read.columns)
    for row in read.rader if read else ():
        answered = tuple(f"{one.spoersmaal} {one.svar}" for one in row.tvil if one.svar) or (("avklart",) if row.avklart else ())
        told = {"tvil": tuple(one.spoersmaal for one in row.open_doubts()), "ord": tuple(one.ord for one in row.tvil if one.ord)}
        told |= {"forslag": tuple(f"{one.felt}: {one.verdi}" + (f" («{one.ord}»)" if one.ord else "") for one in row.forslag)}
        said = {"sikkerhet": row.sikkerhet, "navn": row.navn, "svar": answered, "kilde": source_of(row, INNLESINGSFIL)}
        yield said | told | {"sted": row.hvor, "rad": row.rad, "plan_id": row.plan, "tabell": row.tabell}
    for one in read.ikke_plassert if read else ():
        told = {"tvil": ("Skal dette føres?",), "svar": ()} if not one.avklart else {"tvil": (), "svar": ("avklart",)}
        place = {"sted": one.hvor, "sikkerhet": "ikke plassert", "navn": one.tekst, "kilde": source_of(one, INNLESINGSFIL)}
        yield empty | told | place | {"forslag": (), "ord": ()}


@columns("rolle_id rolle ansvarlig merknad kilde")
def role_notes(register: Register) -> Rows:
    """Return the roles with their area, and the doubt where two labels may be one role."""
    areas = area_labels(register) | {None: None}
    for r in register.roller:
        yield {"rolle_id": r.id, "rolle": r.navn, "ansvarlig": areas[r.omraade], "merknad": r.merknad, "kilde": source_of(r)}


@columns("plan_id navn forhold til_hva kilde")
def relations(register: Register) -> Rows:
    """Return one row per relation of a plan: to another plan, to what it waits for, to somebody else who drives it."""
    names, documents = register.names("planer"), register.names("omtalt")
    for plan in register.planer:
        related = [(kind, names[other]) for kind in RELATIONS for other in getattr(plan, kind)]
        related += [("erstattes_av", documents[other]) for other in plan.erstattes_av_omtalt]
        related += [("venter_paa", venter.hva) for venter in plan.venter_paa]
        related += [("drivere", f"{driver.navn} ({DRIVERROLLE[driver.rolle]})") for driver in plan.drivere]
        for forhold, hva in related:
            yield of_plan(plan) | {"forhold": forhold, "til_hva": hva}
