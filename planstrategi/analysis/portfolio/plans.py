"""The portfolio: which plans there are, what is decided for them, in which years they are worked on."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pandas as pd

from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sources import UMERKET, of_plan, places, source_of
from planstrategi.model.dates import Tid
from planstrategi.model.plan import RELATIONS, Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import DRIVERROLLE, IKKE_OPPGITT, PLANBEHOV

# what is decided for a plan, in words, and what is said when the source does not say it
_DECISIONS = PLANBEHOV | {None: IKKE_OPPGITT.capitalize()}


@columns(
    "plan_id navn plantype planbehov ansvarlig roller medvirkende aar status vedtatt vedtatt_av datert revidert skal_vedtas "
    "skal_vedtas_av gyldig_fra gyldig_til oppstart ferdig drivere inngaar_i kan_inngaa_i samordnes_med venter_paa erstattes_av "
    "aarlig kortnavn plantypenavn tabell rad kilde",
    plantypenavn="str",
)
def plans(register: Register) -> Rows:
    """Return every plan as its row in the source tells of it: one row per plan, unknown as missing.

    `ansvarlig`, `roller` and `medvirkende` are the names the source uses; `aar` the marked years; the relations
    (`inngaar_i`, `kan_inngaa_i`, `samordnes_med`, `erstattes_av`) are plan ids.
    """
    areas, roles, types = register.names("omraader"), register.names("roller"), register.plan_type_names()
    for plan in register.planer:
        same = {name: _cell(getattr(plan, name)) for name in plans.columns if hasattr(plan, name)}
        yield (
            same
            | of_plan(plan)
            | {
                "ansvarlig": areas[plan.ansvarlig],
                "roller": tuple(roles[rolle] for rolle in plan.roller),
                "medvirkende": tuple(areas[omraade] for omraade in plan.medvirkende),
                "drivere": tuple(driver.navn for driver in plan.drivere),
                "venter_paa": tuple(venter.hva for venter in plan.venter_paa),
                "kortnavn": plan.label,
                "plantypenavn": types.get(plan.plantype),
                "tabell": plan.kilde.tabell,
                "rad": plan.kilde.rad,
            }
        )


def _cell(value: Any) -> Any:
    return value.tekst if isinstance(value, Tid) else value


@columns("plan_id navn aar ansvarlig inngaar_i_annen kilde")
def plan_years(register: Register) -> Rows:
    """Return one row per plan and marked year, with the area, and whether the work is part of another plan's."""
    areas = register.names("omraader")
    for plan in register.planer:
        for aar in plan.aar:
            yield of_plan(plan) | {"aar": aar, "ansvarlig": areas[plan.ansvarlig], "inngaar_i_annen": bool(plan.inngaar_i)}


@columns("planbehov bestemt ansvarlig antall_planer kilde", bestemt="str", antall_planer="int64")
def decisions(register: Register) -> Rows:
    """Return the number of plans per decision (`planbehov`) and responsible area, in the order of the words.

    `kilde` as `places` says.
    """
    for (planbehov, bestemt), (area, ansvarlig) in product(_DECISIONS.items(), register.names("omraader").items()):
        own = [plan for plan in register.planer if (plan.planbehov, plan.ansvarlig) == (planbehov, area)]
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
    """Return one row per problem that validation found, in order of place, the waived ones left out."""
    return (problem.as_dict() for problem in register.problemer)


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


@columns("plan_id kortnavn ansvarlig aar planbehov kilde frist")
def timeline(register: Register) -> pd.DataFrame:
    """Return one row per plan, grouped by area, for the timeline: `attrs["periode"]` is the first and last year.

    `frist` are the days the register has for it, each with what happens: `ferdig`, `vedtas` or `utlop`.
    """
    areas = list(register.names("omraader").values())
    frame = plans(register).sort_values("ansvarlig", key=lambda names: names.map(areas.index), kind="stable", ignore_index=True)
    frame["planbehov"] = frame["planbehov"].map(PLANBEHOV).fillna(_DECISIONS[None])
    frame["frist"] = frame["plan_id"].map({plan.id: tuple(_milestones(plan)) for plan in register.planer})
    frame.attrs["periode"] = (register.periode.fra, register.periode.til)
    return frame


@columns("rad kolonne antall_planer")
def decisions_by_year(register: Register) -> Rows:
    """Return the timeline in short: how many plans per decision (`rad`) and marked year (`kolonne`), zeros included.

    The last `kolonne` counts the plans marked in no year; `rad` ends with how many plans have the decision.
    """
    for planbehov, bestemt in _DECISIONS.items():
        own = [plan for plan in register.planer if plan.planbehov == planbehov]
        for year in (*register.periode.years, UMERKET) if own else ():
            count = sum(year in (plan.aar or (UMERKET,)) for plan in own)
            yield {"rad": f"{bestemt} ({len(own)})", "kolonne": year, "antall_planer": count}


def _milestones(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give the days that the register has for a plan, the last possible, and what happens."""
    for kind, tid in (("ferdig", plan.ferdig), ("vedtas", plan.skal_vedtas), ("utlop", plan.gyldig_til)):
        if tid:
            yield tid.sist, kind


@columns("plan_id navn planbehov grunn kilde")
def kommuneplan_decisions(register: Register) -> Rows:
    """Return what the planstrategi decides for the parts of the kommuneplan, and why (pbl. § 10-1 third paragraph)."""
    names = register.names("planer")
    for b in register.beslutninger:
        yield {"plan_id": b.plan, "navn": names[b.plan], "planbehov": b.planbehov, "grunn": b.begrunnelse, "kilde": source_of(b)}


@columns("tabell tabellnavn antall_planer merknad kilde")
def table_notes(register: Register) -> Rows:
    """Return the plan tables of the source: rows, and what their introductions say and how they are read."""
    for t in register.tabeller:
        yield {"tabell": t.id, "tabellnavn": t.navn, "antall_planer": t.antall_rader, "merknad": t.merknad, "kilde": source_of(t)}


@columns("rolle_id rolle ansvarlig merknad kilde")
def role_notes(register: Register) -> Rows:
    """Return the roles with their area, and the doubt where two labels may be one role."""
    areas = register.names("omraader")
    for r in register.roller:
        yield {"rolle_id": r.id, "rolle": r.navn, "ansvarlig": areas[r.omraade], "merknad": r.merknad, "kilde": source_of(r)}


@columns("plan_id navn forhold til_hva kilde")
def relations(register: Register) -> Rows:
    """Return one row per relation of a plan: to another plan, to what it waits for, to somebody else who drives it."""
    names = register.names("planer")
    for plan in register.planer:
        related = [(kind, names[other]) for kind in RELATIONS for other in getattr(plan, kind)]
        related += [("venter_paa", venter.hva) for venter in plan.venter_paa]
        related += [("drivere", f"{driver.navn} ({DRIVERROLLE[driver.rolle]})") for driver in plan.drivere]
        for forhold, hva in related:
            yield of_plan(plan) | {"forhold": forhold, "til_hva": hva}
