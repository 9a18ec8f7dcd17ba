"""How much of what is expected is answered: per level, chapter and document, per goal, and what the answer rests on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from planstrategi.analysis.alignment.assessment import (
    EXPECTATION_STATUSES,
    FORELOPIG,
    GJELDER_IKKE,
    GYLDIGHET_UKJENT,
    IKKE_VURDERT,
    STATUS_OF_GRADE,
    VURDERT,
    Assessment,
    assessments,
)
from planstrategi.analysis.alignment.expectations import LEVELS, expected
from planstrategi.analysis.alignment.judged_pairs import Chosen
from planstrategi.model.judgements import Vurderingssett
from planstrategi.model.register import Register

ALLE = "alle"
# the choices of judgements that the sensitivity is asked for, beside one without each set
ALLE_VURDERINGER, UTEN_FORELOPIGE, UTEN_NAVN = "alle vurderinger", "uten foreløpige", "uten det bare navnet taler for"
AS_LISTED, AS_PARTS = "slik kilden lister dem", "mulige deler talt med helheten"
STATUS_COUNTS = [f"antall_{status.replace(' ', '_')}" for status in EXPECTATION_STATUSES]


def expectation_coverage(register: Register) -> pd.DataFrame:
    """Return one row per group of expectations (chapter, else document) and one per level (`gruppe` is `alle`).

    `antall` is the denominator: how many of the group apply on the register's date and are counted; a heading whose
    points are known is not. `antall_<status>` count them by status, and beside them those that do not apply, or may.
    `antall_svart` are those a plan answers in any grade, `svart_prosent` their share. `antall_vurdert`,
    `antall_forelopig` and `antall_uten_grunnlag` say how many of the denominator rest on judgements, on provisional
    ones, and on nothing. Where some of the municipality's own areas may be parts of others, its list has a row for
    each reading (`lesemaate`).
    """
    listed = assessments(register)
    rows = [_row(level, group, AS_LISTED, ones) for level, group, ones in _groups(listed)]
    parts = as_parts(listed)
    if parts != listed:
        rows += [_row(level, group, AS_PARTS, ones) for level, group, ones in _groups(parts) if level == LEVELS[-1]]
    return pd.DataFrame(rows, columns=COVERAGE_COLUMNS)


COVERAGE_COLUMNS = [
    "nivaa", "gruppe", "lesemaate", "antall", "antall_svart", "svart_prosent", *STATUS_COUNTS,
    "antall_vurdert", "antall_forelopig", "antall_uten_grunnlag",
]  # fmt: skip


def as_parts(listed: Sequence[Assessment]) -> list[Assessment]:
    """Return the municipality's list read the other way: what may be a part is counted with what it may be a part of.

    The whole then has the best status of its parts.
    """
    part_of = {one.expected.id: one.expected.del_av for one in listed if one.expected.nivaa == LEVELS[-1]}
    parts: dict[str, list[Assessment]] = {}
    for one in listed:
        parts.setdefault(_whole(one.expected.id, part_of), []).append(one)
    wholes = [one for one in listed if one.expected.id in parts]
    return [min(parts[one.expected.id], key=_rank)._replace(expected=one.expected) for one in wholes]


def _whole(name: str, part_of: dict[str, str | None]) -> str:
    """Return what an own area is at last a part of: itself, when that is nothing in the list."""
    seen = {name}
    while (above := part_of.get(name)) in part_of and above not in seen:
        name = str(above)
        seen.add(name)
    return name


def _rank(one: Assessment) -> int:
    return EXPECTATION_STATUSES.index(one.status)


def _groups(listed: Iterable[Assessment]) -> list[tuple[str, str, list[Assessment]]]:
    """Return each level with all of it, followed by its groups; headings whose points are counted are left out."""
    counted = [one for one in listed if one.expected.telles]
    found: list[tuple[str, str, list[Assessment]]] = []
    for level in LEVELS:
        own = [one for one in counted if one.expected.nivaa == level]
        groups = dict.fromkeys(one.expected.gruppe for one in own)
        found += [(level, ALLE, own)] if own else []
        if len(groups) > 1:
            found += [(level, group, [one for one in own if one.expected.gruppe == group]) for group in groups]
    return found


def _row(level: str, group: str, reading: str, ones: list[Assessment]) -> tuple[object, ...]:
    applying = in_force(ones)
    answered = sum(one.is_answered for one in applying)
    statuses, grounds = [one.status for one in ones], [one.grunnlag for one in applying]
    return (
        level, group, reading, len(applying), answered, percent(answered, len(applying)),
        *(statuses.count(status) for status in EXPECTATION_STATUSES),
        *(grounds.count(ground) for ground in (VURDERT, FORELOPIG, IKKE_VURDERT)),
    )  # fmt: skip


def in_force(ones: Iterable[Assessment]) -> list[Assessment]:
    """Return those that are known to apply."""
    return [one for one in ones if one.status not in (GJELDER_IKKE, GYLDIGHET_UKJENT)]


def percent(part: int, whole: int) -> float | None:
    """Return a share in per cent, None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def by_status(register: Register) -> pd.DataFrame:
    """Return one row per group and status: how many counted expectations; what is none has no row."""
    counted = (one for one in assessments(register) if one.expected.telles)
    numbers = Counter((one.expected.nivaa, one.expected.gruppe, one.status) for one in counted)
    rows = [(*place, number) for place, number in numbers.items()]
    return pd.DataFrame(rows, columns=["nivaa", "gruppe", "status", "antall"])


def goals(register: Register) -> pd.DataFrame:
    """Return one row per sustainable development goal: how many counted expectations in force belong to it.

    `antall` is the denominator, `antall_<nivaa>` its parts, `antall_svart` those a plan answers in any grade and
    `antall_minst_delvis` those answered at least partly. `planer` are the plans that answer any of them. An expectation
    with several goals counts for each.
    """
    counted = [one for one in in_force(assessments(register)) if one.expected.telles]
    rows = [
        _goal_row(maal.nr, maal.navn, maal.farge, [one for one in counted if maal.nr in one.expected.maal])
        for maal in register.goals()
    ]
    return pd.DataFrame(rows, columns=GOAL_COLUMNS)


GOAL_COLUMNS = [
    "maal_nr", "maal_navn", "antall", "antall_svart", "antall_minst_delvis", "svart_prosent",
    *(f"antall_{level}" for level in LEVELS), "planer", "farge",
]  # fmt: skip


def _goal_row(number: int, name: str, colour: str, ones: list[Assessment]) -> tuple[object, ...]:
    answered = [one for one in ones if one.is_answered]
    strong = sum(one.status != STATUS_OF_GRADE["svak"] for one in answered)
    plans = tuple(dict.fromkeys(plan for one in answered for plan in one.plans))
    levels = [one.expected.nivaa for one in ones]
    return (
        number, name, len(ones), len(answered), strong, percent(len(answered), len(ones)),
        *(levels.count(level) for level in LEVELS), plans, colour,
    )  # fmt: skip


def then_and_now(register: Register) -> pd.DataFrame:
    """Return the coverage of each level on two days: the register's own, and the day the judgements are known as of.

    What applied when the planstrategi was made, and what applies now, are not the same. Columns as in `coverage`, with
    `dato` first.
    """
    rows = [
        (day, level, *_row(level, group, AS_LISTED, ones)[3 : 6 + len(EXPECTATION_STATUSES)])
        for day in days(register)
        for level, group, ones in _groups(assessments(replace(register, per_dato=day)))
        if group == ALLE
    ]
    return pd.DataFrame(rows, columns=["dato", "nivaa", "antall", "antall_svart", "svart_prosent", *STATUS_COUNTS])


def days(register: Register) -> list[str]:
    """Return the register's own day, and the day the judgements are known as of when that is another."""
    known = [register.vurderinger.per_dato] if register.vurderinger else []
    return list(dict.fromkeys([register.per_dato, *known]))


def sensitivity(register: Register) -> pd.DataFrame:
    """Return how the coverage changes when judgements are left out: one row per choice (`utvalg`) and level.

    The choices: all sets, without the provisional ones, without each set, and without what only a plan's name speaks
    for. The counts are of the expectations in force, as in `coverage`.
    """
    found = expected(register)
    rows = [
        (name, level, *_row(level, group, AS_LISTED, ones)[3 : 6 + len(EXPECTATION_STATUSES)])
        for name, chosen in choices(register).items()
        for level, group, ones in _groups(assessments(register, found, chosen))
        if group == ALLE
    ]
    return pd.DataFrame(rows, columns=["utvalg", "nivaa", "antall", "antall_svart", "svart_prosent", *STATUS_COUNTS])


def choices(register: Register) -> dict[str, Chosen]:
    """Return each choice of judgements by its name."""
    sets = {f"uten settet {sett.id}": sett for sett in register.counting_sets()}
    return {
        ALLE_VURDERINGER: lambda sett, one: True,
        UTEN_FORELOPIGE: lambda sett, one: not sett.forelopig,
        **{name: _without(left) for name, left in sets.items()},
        UTEN_NAVN: lambda sett, one: not one or one.grunnlag != "navn",
    }


def _without(left: Vurderingssett) -> Chosen:
    return lambda sett, one: sett is not left
