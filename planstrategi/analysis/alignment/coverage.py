"""How much of what is expected is answered: per level, chapter and document, per goal, and what the answer rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planstrategi.analysis.alignment.assessment import EXPECTATION_STATUSES, FORELOPIG, VURDERT, Assessment, assessments
from planstrategi.analysis.alignment.expectations import LEVELS, OWN
from planstrategi.analysis.shared.rows import Row, Rows, columns, numbers_of
from planstrategi.model.numbers import percent
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import VILKAAR_UKJENT

ALLE = "alle"
# the choices of judgements that the sensitivity is asked for, beside one without each set
ALLE_VURDERINGER, UTEN_FORELOPIGE, UTEN_NAVN = "alle vurderinger", "uten foreløpige", "uten det bare navnet taler for"
AS_LISTED, AS_PARTS = "slik kilden lister dem", "mulige deler talt med helheten"
# the columns that `numbers` fills
NUMBERS = (
    "antall antall_minst_delvis antall_svart svart_prosent antall_sterkt antall_delvis antall_svakt antall_ingen_plan"
    " antall_ikke_vurdert antall_gyldighet_ukjent antall_gjelder_ikke"
)


@columns(f"nivaa gruppe lesemaate {NUMBERS} antall_vurdert antall_forelopig")
def expectation_coverage(register: Register) -> Rows:
    """Return one row per group of expectations (chapter, else document), per level, and for all (each called `alle`).

    `antall` is how many of the group apply on the register's date and are counted; a heading whose points are known is
    not. They are answered (`antall_svart`, in any grade; `antall_minst_delvis` of them at least partly), judged not to
    be (`antall_ingen_plan`), or not known to be (`antall_ikke_vurdert`). `antall_<status>` count them by status, and
    beside them those that do not apply, or may. `svart_prosent` is of those that are known. `antall_vurdert` and
    `antall_forelopig` say how many of `antall` rest on judgements, and on provisional ones. Where some of the
    municipality's own areas may be parts of others, its list has a row for each reading (`lesemaate`).
    """
    listed = assessments(register)
    parts = _as_parts(listed)
    read_otherwise = [group for group in _groups(parts) if group[0] == OWN] if parts != listed else []
    for reading, groups in ((AS_LISTED, _groups(listed)), (AS_PARTS, read_otherwise)):
        for level, name, ones in groups:
            grounds = [one.grunnlag for one in ones if one.is_in_force]
            yield {
                "nivaa": level, "gruppe": name, "lesemaate": reading, **numbers([one.status for one in ones]),
                "antall_vurdert": grounds.count(VURDERT), "antall_forelopig": grounds.count(FORELOPIG),
            }  # fmt: skip


def numbers(statuses: Sequence[str]) -> Row:
    """Return how many there are by status, the parts that add up, and the share that is answered of those that are known."""
    counts = numbers_of(statuses, EXPECTATION_STATUSES)
    # also an open condition leaves it unknown whether it applies
    counts["antall_gyldighet_ukjent"] += statuses.count(VILKAAR_UKJENT)
    partly = counts["antall_sterkt"] + counts["antall_delvis"]
    answered = partly + counts["antall_svakt"]
    known = answered + counts["antall_ingen_plan"]
    return counts | {
        "antall": known + counts["antall_ikke_vurdert"], "antall_minst_delvis": partly, "antall_svart": answered,
        "svart_prosent": percent(answered, known),
    }  # fmt: skip


def _as_parts(listed: Sequence[Assessment]) -> list[Assessment]:
    """Return the municipality's list read the other way: what may be a part is counted with what it may be a part of.

    The whole then has the best status of its parts.
    """
    part_of = {one.expected.id: one.expected.del_av for one in listed if one.expected.nivaa == OWN}
    parts: dict[str, list[Assessment]] = {}
    for one in listed:
        parts.setdefault(_whole(one.expected.id, part_of), []).append(one)
    wholes = [one for one in listed if one.expected.id in parts]
    best = [min(parts[one.expected.id], key=lambda it: [*EXPECTATION_STATUSES, it.status].index(it.status)) for one in wholes]
    return [part._replace(expected=one.expected) for part, one in zip(best, wholes, strict=True)]


def _whole(name: str, part_of: dict[str, str | None]) -> str:
    """Return what an own area is at last a part of: itself, when that is nothing in the list."""
    seen = {name}
    while (above := part_of.get(name)) in part_of and above not in seen:
        name = str(above)
        seen.add(name)
    return name


def _groups(listed: Iterable[Assessment]) -> Iterator[tuple[str, str, list[Assessment]]]:
    """Give all, then each level followed by its groups (chapters, else documents): level, name and what is counted in it.

    Headings whose points are counted are left out.
    """
    counted = [one for one in listed if one.expected.telles]
    if counted:
        yield ALLE, ALLE, counted
    for level in LEVELS:
        own = [one for one in counted if one.expected.nivaa == level]
        groups = dict.fromkeys(one.expected.gruppe for one in own)
        if own:
            yield level, ALLE, own
        if len(groups) > 1:
            yield from ((level, name, [one for one in own if one.expected.gruppe == name]) for name in groups)


@columns(f"maal_nr maal_navn {NUMBERS} antall_arvet antall_nasjonal antall_regional antall_lokal planer farge")
def goals(register: Register) -> Rows:
    """Return one row per sustainable development goal: how many counted expectations are about it.

    The numbers are as in `expectation_coverage`; `antall_<nivaa>` are the parts of `antall` by level. Beside them,
    `antall_arvet` only stand in a chapter that has the goal. `planer` are the plans that answer any of those about it. An
    expectation with several goals counts for each.
    """
    counted = [one for one in assessments(register) if one.expected.telles]
    for maal in register.goals():
        ones = [one for one in counted if maal.nr in one.expected.maal]
        yield {
            "maal_nr": maal.nr, "maal_navn": maal.navn, "farge": maal.farge, **numbers([one.status for one in ones]),
            "antall_arvet": sum(one.is_in_force and maal.nr in one.expected.maal_arvet for one in counted),
            **numbers_of([one.expected.nivaa for one in ones if one.is_in_force], LEVELS),
            "planer": tuple(dict.fromkeys(plan for one in ones if one.is_in_force for plan in one.plans)),
        }  # fmt: skip


@columns(f"dato nivaa {NUMBERS}")
def then_and_now(register: Register) -> Rows:
    """Return the coverage of all and of each level on two days: the register's own, and the day the judgements are known as of.

    What applied when the planstrategi was made, and what applies now, are not the same. The numbers are as in
    `expectation_coverage`.
    """
    for day, other in on_days(register).items():
        yield from ({"dato": day} | row for row in _levels(other))


@columns(f"utvalg nivaa {NUMBERS}")
def sensitivity(register: Register) -> Rows:
    """Return how the coverage changes when judgements are left out: one row per choice (`utvalg`) and level.

    The choices: all sets, without the provisional ones, without each set, and without what only a plan's name speaks
    for. Without any sets there are no rows. The numbers are as in `expectation_coverage`.
    """
    for name, other in _choices(register).items() if register.counting_sets() else ():
        yield from ({"utvalg": name} | row for row in _levels(other))


def _levels(register: Register) -> Rows:
    groups = _groups(assessments(register))
    return ({"nivaa": level} | numbers([one.status for one in ones]) for level, name, ones in groups if name == ALLE)


def on_days(register: Register) -> dict[str, Register]:
    """Return the register on its own day, and on the day the judgements are known as of when that is another."""
    known = [register.vurderinger.per_dato] if register.vurderinger else []
    return {day: replace(register, per_dato=day) for day in (register.per_dato, *known)}


def _choices(register: Register) -> dict[str, Register]:
    """Return the register with each choice of judgements, by its name."""
    sets = register.counting_sets()
    founded = [replace(one, vurderinger=tuple(v for v in one.vurderinger if v.grunnlag != "navn")) for one in sets]
    chosen = {
        ALLE_VURDERINGER: sets,
        UTEN_FORELOPIGE: [one for one in sets if not one.forelopig],
        **{f"uten settet {left.id}": [one for one in sets if one is not left] for left in sets},
        UTEN_NAVN: founded,
    }
    file = register.vurderinger
    return {name: replace(register, vurderinger=file and replace(file, sett=tuple(those))) for name, those in chosen.items()}
