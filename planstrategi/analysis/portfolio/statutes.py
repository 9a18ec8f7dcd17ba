"""The statutes that the source itself names, and the plans it names them for. No claim about what the law demands."""

from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import of_plan, source_of
from planstrategi.model.plan import Plan, Statutt
from planstrategi.model.register import Register
from planstrategi.model.sections import Omtalt, Prosess, Utsagn

RAD, INNLEDNING = "planens rad", "tabellens innledning"


@columns("lov paragraf gjelder nevnt_i planer antall_planer kilde")
def named_statutes(register: Register) -> Rows:
    """Return one row per statute and place in the source that names it.

    `paragraf` is missing where the source names only the act; `gjelder` is plan, tjeneste or ikke (said not to
    apply); `nevnt_i` is the plan's own row, its table's introduction, or the section of the text. `planer` are ids.
    """
    for plan in register.planer:
        for statutt in plan.statutter:
            yield _row(statutt, statutt.avsnitt or RAD, plan.id)
    for tabell in register.tabeller:
        ids = [plan.id for plan in register.planer if plan.kilde.tabell == tabell.id]
        for statutt in tabell.statutter:
            yield _row(statutt, statutt.avsnitt or INNLEDNING, *ids)
    documents: tuple[Omtalt | Prosess | Utsagn, ...] = (*register.omtalt, *register.prosess, *register.regionale_utsagn)
    for entry in documents:
        for statutt in entry.statutter:
            yield _row(statutt, entry.kilde.avsnitt)


def _row(statutt: Statutt, place: str, *ids: str) -> Row:
    named = {"lov": statutt.lov, "paragraf": statutt.paragraf, "gjelder": statutt.gjelder, "nevnt_i": place}
    return named | {"planer": ids, "antall_planer": len(ids), "kilde": source_of(statutt)}


# from the strongest the source can say of a plan to the weakest
STATUTE_GROUNDS = FOR_PLAN, FOR_SERVICE, IN_TABLE, IN_TEXT, NO_STATUTE = (
    "planens rad, for planen", "planens rad, for tjenesten", "tabellens innledning", "løpende tekst om planslaget",
    "ingen lov som gjelder planen",
)  # fmt: skip


@columns("lov paragraf grunnlag planer antall_planer")
def by_statute(register: Register) -> Rows:
    """Return one row per statute and ground on which the source names it for a plan, the strongest ground first.

    What is named as not applying is left out. `antall_planer` counts each plan once, `planer` are plan ids.
    """
    named: dict[tuple[str, str, str], dict[str, None]] = {}
    every = [(plan, *one) for plan in register.planer for one in _applying(register, plan)]
    for plan, statutt, ground in sorted(every, key=lambda one: STATUTE_GROUNDS.index(one[-1])):
        named.setdefault((statutt.lov, statutt.paragraf or "", ground), {})[plan.id] = None
    for (lov, paragraf, ground), ids in named.items():
        yield {"lov": lov, "paragraf": paragraf, "grunnlag": ground, "planer": tuple(ids), "antall_planer": len(ids)}


@columns("plan_id navn grunnlag statutter kilde")
def plans_by_statute(register: Register) -> Rows:
    """Return one row per plan: the statutes that the source names for it, and on what ground (`STATUTE_GROUNDS`).

    `grunnlag` is the strongest the source gives. It tells what is named, not what is demanded.
    """
    for plan in register.planer:
        named = _applying(register, plan)
        strongest = min((ground for _, ground in named), key=STATUTE_GROUNDS.index, default=NO_STATUTE)
        labels = dict.fromkeys(" ".join(filter(None, (statutt.lov, statutt.paragraf))) for statutt, _ in named)
        yield of_plan(plan) | {"grunnlag": strongest, "statutter": tuple(labels)}


def _applying(register: Register, plan: Plan) -> list[tuple[Statutt, str]]:
    """Return the statutes that the source names for a plan, each with the ground."""
    own = [(statutt, FOR_PLAN if statutt.gjelder == "plan" else FOR_SERVICE) for statutt in plan.statutter]
    table = register.tables_by_id()[plan.kilde.tabell]
    around = [(statutt, IN_TEXT if statutt.avsnitt else IN_TABLE) for statutt in table.statutter]
    return [(statutt, ground) for statutt, ground in own + around if statutt.gjelder != "ikke"]
