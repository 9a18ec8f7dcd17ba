"""The statutes that the source itself names, and the plans it names them for. No claim about what the law demands."""

from collections.abc import Iterator

import pandas as pd

from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.plan import Plan, Statutt
from planstrategi.model.register import Register
from planstrategi.model.sections import Omtalt, Prosess, Utsagn

RAD, INNLEDNING = "planens rad", "tabellens innledning"


def named_statutes(register: Register) -> pd.DataFrame:
    """Return one row per statute and place in the source that names it.

    `paragraf` is missing where the source names only the act; `gjelder` is plan, tjeneste or ikke (said not to
    apply); `nevnt_i` is the plan's own row, its table's introduction, or the section of the text. `planer` are ids.
    """
    columns = ["lov", "paragraf", "gjelder", "nevnt_i", "planer", "antall_planer", "kilde"]
    return pd.DataFrame(_rows(register), columns=columns)


def _rows(register: Register) -> Iterator[tuple[object, ...]]:
    for plan in register.planer:
        for statutt in plan.statutter:
            yield _row(statutt, RAD, (plan.id,))
    for tabell in register.tabeller:
        ids = tuple(plan.id for plan in register.planer if plan.kilde.tabell == tabell.id)
        for statutt in tabell.statutter:
            yield _row(statutt, statutt.avsnitt or INNLEDNING, ids)
    documents: tuple[Omtalt | Prosess | Utsagn, ...] = (*register.omtalt, *register.prosess, *register.regionale_utsagn)
    for entry in documents:
        for statutt in entry.statutter:
            yield _row(statutt, entry.kilde.avsnitt, ())


def _row(statutt: Statutt, place: str, ids: tuple[str, ...]) -> tuple[object, ...]:
    return (statutt.lov, statutt.paragraf, statutt.gjelder, place, ids, len(ids), source_of(statutt))


# from the strongest the source can say of a plan to the weakest
STATUTE_GROUNDS = (
    "planens rad, for planen",
    "planens rad, for tjenesten",
    "tabellens innledning",
    "løpende tekst om planslaget",
    "ingen lov som gjelder planen",
)


def by_statute(register: Register) -> pd.DataFrame:
    """Return one row per statute and ground on which the source names it for a plan, the strongest ground first.

    What is named as not applying is left out. `antall_planer` counts each plan once, `planer` are plan ids.
    """
    rows: dict[tuple[str, str, str], list[str]] = {}
    for plan, statutt, ground in _applying(register):
        rows.setdefault((statutt.lov, statutt.paragraf or "", ground), []).append(plan.id)
    frame = pd.DataFrame(
        [(*key, tuple(dict.fromkeys(ids))) for key, ids in rows.items()],
        columns=["lov", "paragraf", "grunnlag", "planer"],
    )
    frame["antall_planer"] = frame["planer"].map(len)
    order = frame["grunnlag"].map(STATUTE_GROUNDS.index)
    return frame.loc[order.sort_values(kind="stable").index].reset_index(drop=True)


def plans_by_statute(register: Register) -> pd.DataFrame:
    """Return one row per plan: the statutes that the source names for it, and on what ground (`GRUNNLAG`).

    `grunnlag` is the strongest the source gives. It tells what is named, not what is demanded.
    """
    named: dict[str, list[tuple[str, str]]] = {plan.id: [] for plan in register.planer}
    for plan, statutt, ground in _applying(register):
        named[plan.id].append((ground, _label(statutt)))
    rows = []
    for plan in register.planer:
        grounds = [ground for ground, _ in named[plan.id]]
        strongest = min(grounds, key=STATUTE_GROUNDS.index, default=STATUTE_GROUNDS[-1])
        labels = tuple(dict.fromkeys(label for _, label in named[plan.id]))
        rows.append((plan.id, plan.navn, strongest, labels, source_of(plan)))
    return pd.DataFrame(rows, columns=["plan_id", "navn", "grunnlag", "statutter", "kilde"])


def _applying(register: Register) -> Iterator[tuple[Plan, Statutt, str]]:
    tables = {tabell.id: tabell.statutter for tabell in register.tabeller}
    for plan in register.planer:
        for statutt in plan.statutter:
            if statutt.gjelder != "ikke":
                yield plan, statutt, STATUTE_GROUNDS[0] if statutt.gjelder == "plan" else STATUTE_GROUNDS[1]
        for statutt in tables[plan.kilde.tabell]:
            if statutt.gjelder != "ikke":
                yield plan, statutt, STATUTE_GROUNDS[3] if statutt.avsnitt else STATUTE_GROUNDS[2]


def _label(statutt: Statutt) -> str:
    return f"{statutt.lov} {statutt.paragraf}" if statutt.paragraf else statutt.lov
