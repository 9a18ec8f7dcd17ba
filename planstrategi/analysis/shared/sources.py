"""Where in the data files a thing stands, and what people call it: used by every analysis."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from planstrategi.analysis.shared.rows import Row
from planstrategi.model.data_files import FILER, REGISTERFIL
from planstrategi.model.fields import DataFile, Record
from planstrategi.model.plan import Plan
from planstrategi.model.problem import line_and_column
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT

IN_NO_YEAR = "ikke i noe år"
MOST_LINES_TOLD = 5
Named = TypeVar("Named")


def source_of(record: Record, fil: str = REGISTERFIL) -> str:
    """Return where a record begins, as `register.yaml:123`."""
    return f"{fil}:{line_and_column(min(record.sted.values()))[0]}"


def files_of(register: Register) -> list[DataFile]:
    """Return the register and every other file that was read with it."""
    return [register, *(file for kind in FILER if kind.felt and (file := getattr(register, kind.felt)))]


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
    areas = area_labels(register)
    roles = {role.id: areas[role.omraade] if role.omraade else IKKE_OPPGITT for role in register.roller}
    return _by_id(told_apart(register.names("roller"), roles))


def area_labels(register: Register) -> dict[str, str]:
    """Return what each kommunalområde is called: two with one name carry their ids."""
    return _by_id(register.names("omraader"))


def _by_id(names: Mapping[str, str]) -> dict[str, str]:
    # nothing is called what stands for all, or for what the source does not say
    own = dict(names) | {word: word for word in (IKKE_OPPGITT, "alle")}
    return {name: label for name, label in told_apart(own, {name: name for name in own}).items() if name in names}


def responsible(register: Register) -> dict[str, str]:
    """Return what is responsible for each plan, by its id: an area, several together, or `ikke oppgitt`."""
    labels = area_labels(register)
    return {plan.id: " og ".join(labels[area] for area in plan.ansvarlig) or IKKE_OPPGITT for plan in register.planer}


def all_responsible(register: Register) -> list[str]:
    """Return all areas, then those that are responsible together, and last `ikke oppgitt`, if plans have them."""
    return sorted(dict.fromkeys([*area_labels(register).values(), *responsible(register).values()]), key=IKKE_OPPGITT.__eq__)


def told_apart(names: Mapping[Named, str], more: Mapping[Named, str]) -> dict[Named, str]:
    """Return what each thing is called: those of one name say more."""
    listed = list(names.values())
    return {each: f"{name} ({more[each]})" if listed.count(name) > 1 else name for each, name in names.items()}
