"""The portfolio: which plans there are, what is decided for them, in which years they are worked on."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sources import IKKE_OPPGITT, UMERKET, places, source_of
from planstrategi.model.dates import Tid
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import DRIVERROLLE, PLANBEHOV


def plans(register: Register) -> pd.DataFrame:
    """Return every plan as its row in the source tells of it: one row per plan, unknown as missing.

    `ansvarlig`, `roller` and `medvirkende` are the names the source uses; `aar` the marked years; the relations
    (`inngaar_i`, `kan_inngaa_i`, `samordnes_med`, `erstattes_av`) are plan ids.
    """
    areas, roles = register.names("omraader"), register.names("roller")
    frame = pd.DataFrame([_plan_row(plan, areas, roles) for plan in register.planer], columns=PLAN_COLUMNS)
    frame["plantypenavn"] = frame["plantype"].map(register.plan_type_names())
    return frame


PLAN_COLUMNS = (
    "plan_id", "navn", "plantype", "planbehov", "ansvarlig", "roller", "medvirkende", "aar", "status",
    "vedtatt", "vedtatt_av", "datert", "revidert", "skal_vedtas", "skal_vedtas_av", "gyldig_fra",
    "gyldig_til", "oppstart", "ferdig", "drivere", "inngaar_i", "kan_inngaa_i", "samordnes_med",
    "venter_paa", "erstattes_av", "aarlig", "kortnavn", "plantypenavn", "tabell", "rad", "kilde",
)  # fmt: skip


def _plan_row(plan: Plan, areas: dict[str, str], roles: dict[str, str]) -> dict[str, Any]:
    same = {name: _cell(getattr(plan, name)) for name in PLAN_COLUMNS if hasattr(plan, name)}
    return same | {
        "plan_id": plan.id,
        "ansvarlig": areas[plan.ansvarlig],
        "roller": tuple(roles[rolle] for rolle in plan.roller),
        "medvirkende": tuple(areas[omraade] for omraade in plan.medvirkende),
        "drivere": tuple(driver.navn for driver in plan.drivere),
        "venter_paa": tuple(venter.hva for venter in plan.venter_paa),
        "kortnavn": plan.label,
        "tabell": plan.kilde.tabell,
        "rad": plan.kilde.rad,
        "kilde": source_of(plan),
    }


def _cell(value: Any) -> Any:
    return value.tekst if isinstance(value, Tid) else value


@columns("plan_id navn aar ansvarlig inngaar_i_annen kilde")
def plan_years(register: Register) -> Rows:
    """Return one row per plan and marked year, with the area, and whether the work is part of another plan's."""
    areas = register.names("omraader")
    for plan in register.planer:
        for aar in plan.aar:
            yield {
                "plan_id": plan.id, "navn": plan.navn, "aar": aar, "ansvarlig": areas[plan.ansvarlig],
                "inngaar_i_annen": bool(plan.inngaar_i), "kilde": source_of(plan),
            }  # fmt: skip


def decisions(register: Register) -> pd.DataFrame:
    """Return the number of plans per decision (`planbehov`) and responsible area, in the order of the words.

    `kilde` as `places` says.
    """
    frame = plans(register)
    frame["planbehov"] = frame["planbehov"].fillna(IKKE_OPPGITT)
    grouped = frame.groupby(["planbehov", "ansvarlig"], sort=False)
    counts = grouped.agg(antall_planer=("plan_id", "size"), kilde=("kilde", places)).reset_index()
    order = {word: number for number, word in enumerate([*PLANBEHOV, IKKE_OPPGITT])}
    areas = {navn: number for number, navn in enumerate(register.names("omraader").values())}
    key = counts["planbehov"].map(order) * len(areas) + counts["ansvarlig"].map(areas)
    counts = counts.loc[key.sort_values().index].reset_index(drop=True)
    counts.insert(1, "bestemt", counts["planbehov"].map(PLANBEHOV | {IKKE_OPPGITT: "Ikke oppgitt"}))
    return counts


def readings(register: Register) -> pd.DataFrame:
    """Return every place where the source can be read in two ways: the reading chosen, and why."""
    rows = [
        (plan.id, plan.navn, lesning.felt, lesning.valgt, lesning.grunn, source_of(lesning))
        for plan in register.planer
        for lesning in plan.lesninger
    ]
    return pd.DataFrame(rows, columns=["plan_id", "navn", "felt", "valgt", "grunn", "kilde"])


def mentioned(register: Register) -> pd.DataFrame:
    """Return the documents that the text mentions, but that have no row of their own: never counted as plans."""
    rows = [(d.id, d.navn, d.eier, d.kilde.avsnitt, source_of(d)) for d in register.omtalt]
    return pd.DataFrame(rows, columns=["dokument_id", "dokument", "eier", "avsnitt", "kilde"])


def problem_table(register: Register) -> pd.DataFrame:
    """Return one row per problem that validation found, in order of place, the waived ones left out."""
    rows = [problem.as_dict() for problem in register.problemer]
    columns = ["kode", "alvor", "plan_id", "navn", "fil", "linje", "kolonne", "melding", "rettes_av",
               "funnet", "tillatt", "skriv"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def problem_counts(register: Register) -> pd.DataFrame:
    """Return one row per rule that struck: how many times, and for which plans."""
    frame = problem_table(register)
    grouped = frame.groupby(["kode", "alvor", "melding", "rettes_av"], sort=True, dropna=False)
    counts = grouped.agg(antall=("kode", "size"), planer=("plan_id", _present), navn=("navn", _present)).reset_index()
    return counts[["kode", "alvor", "melding", "antall", "navn", "rettes_av", "planer"]]


def _present(ids: pd.Series) -> tuple[str, ...]:
    return tuple(ids.dropna())


def waivers(register: Register) -> pd.DataFrame:
    """Return one row per problem that a waiver covers: who decided it, why, and until when.

    `kilde` is the place of the problem, from the register's folder.
    """
    folder = register.fil.rpartition("/")[0] + "/"
    rows = [
        (p.kode, p.plan_id or None, p.melding, grunn, hvem, til, f"{p.fil.removeprefix(folder)}:{p.linje}")
        for p, grunn, hvem, til in register.unntatt
    ]
    return pd.DataFrame(rows, columns=["kode", "plan_id", "melding", "grunn", "hvem", "til", "kilde"])


def timeline(register: Register) -> pd.DataFrame:
    """Return one row per plan, grouped by area, for the timeline: `attrs["periode"]` is the first and last year.

    `frist` are the days the register has for it, each with what happens: `ferdig`, `vedtas` or `utlop`.
    """
    frame = plans(register)[["plan_id", "kortnavn", "ansvarlig", "aar", "planbehov", "kilde"]]
    areas = list(register.names("omraader").values())
    frame = frame.sort_values("ansvarlig", key=lambda names: names.map(areas.index), kind="stable", ignore_index=True)
    frame["planbehov"] = frame["planbehov"].map(PLANBEHOV).fillna("Ikke oppgitt")
    milestones = {plan.id: tuple(_milestones(plan)) for plan in register.planer}
    frame["frist"] = frame["plan_id"].map(milestones)
    frame.attrs["periode"] = (register.periode.fra, register.periode.til)
    return frame


def decisions_by_year(register: Register) -> pd.DataFrame:
    """Return the timeline in short: how many plans per decision (`rad`) and marked year (`kolonne`), zeros included.

    The last `kolonne` counts the plans marked in no year; `rad` ends with how many plans have the decision.
    """
    frame = timeline(register)
    words = [word for word in (*PLANBEHOV.values(), "Ikke oppgitt") if word in set(frame["planbehov"])]
    years = [*range(register.periode.fra, register.periode.til + 1), UMERKET]
    marked = frame.assign(kolonne=frame["aar"].map(lambda aar: list(aar) or [UMERKET])).explode("kolonne")
    counts = pd.crosstab(marked["planbehov"], marked["kolonne"]).reindex(index=words, columns=years, fill_value=0)
    plans = frame["planbehov"].value_counts()
    cells = [(word, year, number) for word, *each in counts.itertuples() for year, number in zip(years, each, strict=True)]
    rows = [(f"{word} ({plans[word]})", year, number) for word, year, number in cells]
    return pd.DataFrame(rows, columns=["rad", "kolonne", "antall_planer"])


def _milestones(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give the days that the register has for a plan, the last possible, and what happens."""
    for kind, tid in (("ferdig", plan.ferdig), ("vedtas", plan.skal_vedtas), ("utlop", plan.gyldig_til)):
        if tid:
            yield tid.sist, kind


def kommuneplan_decisions(register: Register) -> pd.DataFrame:
    """Return what the planstrategi decides for the parts of the kommuneplan, and why (pbl. § 10-1 third paragraph)."""
    names = register.names("planer")
    rows = [(b.plan, names[b.plan], b.planbehov, b.begrunnelse, source_of(b)) for b in register.beslutninger]
    return pd.DataFrame(rows, columns=["plan_id", "navn", "planbehov", "grunn", "kilde"])


def table_notes(register: Register) -> pd.DataFrame:
    """Return the plan tables of the source: rows, and what their introductions say and how they are read."""
    rows = [(t.id, t.navn, t.antall_rader, t.merknad, source_of(t)) for t in register.tabeller]
    return pd.DataFrame(rows, columns=["tabell", "tabellnavn", "antall_planer", "merknad", "kilde"])


def role_notes(register: Register) -> pd.DataFrame:
    """Return the roles with their area, and the doubt where two labels may be one role."""
    areas = register.names("omraader")
    rows = [(r.id, r.navn, areas[r.omraade], r.merknad, source_of(r)) for r in register.roller]
    return pd.DataFrame(rows, columns=["rolle_id", "rolle", "ansvarlig", "merknad", "kilde"])


RELATIONS = ("inngaar_i", "kan_inngaa_i", "samordnes_med", "erstattes_av")


def relations(register: Register) -> pd.DataFrame:
    """Return one row per relation of a plan: to another plan, to what it waits for, to somebody else who drives it."""
    names = register.names("planer")
    rows = []
    for plan in register.planer:
        related = [(kind, names[other]) for kind in RELATIONS for other in getattr(plan, kind)]
        related += [("venter_paa", venter.hva) for venter in plan.venter_paa]
        related += [("drivere", f"{driver.navn} ({DRIVERROLLE[driver.rolle]})") for driver in plan.drivere]
        rows += [(plan.id, plan.navn, kind, what, source_of(plan)) for kind, what in related]
    return pd.DataFrame(rows, columns=["plan_id", "navn", "forhold", "til_hva", "kilde"])
