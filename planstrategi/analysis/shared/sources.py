"""Where in the data files a thing stands, and what people call it: used by every analysis."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from planstrategi.analysis.shared.rows import Row
from planstrategi.model.data_files import REGISTERFIL
from planstrategi.model.fields import Record
from planstrategi.model.plan import Plan
from planstrategi.model.problem import line_and_column
from planstrategi.model.register import Register

UMERKET = "ikke i noe år"
MOST_LINES_TOLD = 5
Named = TypeVar("Named")


def source_of(record: Record, fil: str = REGISTERFIL) -> str:
    """Return where a record begins, as `register.yaml:123`."""
    return f"{fil}:{line_and_column(min(record.sted.values()))[0]}"


def of_plan(plan: Plan) -> Row:
    """Return what a row that is about a plan has: its id, its name, and where it begins."""
    return {"plan_id": plan.id, "navn": plan.navn, "kilde": source_of(plan)}


def places(sources: Iterable[str]) -> str | None:
    """Return where the records behind a count begin, None for none.

    At most five lines are listed, `register.yaml:161, 170`; of more, the first and the last, `register.yaml:161–812`.
    """
    lines = sorted({int(source.rpartition(":")[2]) for source in sources})
    if not lines:
        return None
    named = ", ".join(map(str, lines)) if len(lines) <= MOST_LINES_TOLD else f"{lines[0]}–{lines[-1]}"
    return f"{REGISTERFIL}:{named}"


def role_labels(register: Register) -> dict[str, str]:
    """Return what each role is called: two with one name carry their area, and in one area also their ids."""
    areas = register.names("omraader")
    named = told_apart(register.names("roller"), {role.id: areas[role.omraade] for role in register.roller})
    return told_apart(named, {role.id: role.id for role in register.roller})


def told_apart(names: Mapping[Named, str], more: Mapping[Named, str]) -> dict[Named, str]:
    """Return what each thing is called: those of one name say more."""
    listed = list(names.values())
    return {each: f"{name} ({more[each]})" if listed.count(name) > 1 else name for each, name in names.items()}
