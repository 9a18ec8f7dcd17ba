"""REG286 to REG288 and REG296 to REG299: the days of the process, and the log of what came in when it was heard."""

from collections.abc import Mapping
from itertools import pairwise

from planstrategi.checks.rules import Hit, Hits, process_rule, remark_rule, repeated
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, MERKNAD
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import INNBYGGER


@process_rule("REG286", FEIL, "steg", KEEPER)
def step_dated_twice(register: Register) -> Hits:
    """A step of the process has one day."""
    for day, first in repeated(register.process_days(), key=lambda day: day.steg):
        yield day, Hit("steg", f"{day.steg} {day.dato}, og også {first.dato}")


@process_rule("REG287", FEIL, "dato slag per_dato", KEEPER)
def happened_in_future(register: Register) -> Hits:
    """What has happened had happened by the day the file is known as of."""
    known = register.prosessplan.per_dato if register.prosessplan else ""
    for day in register.process_days():
        if day.slag == "skjedd" and day.dato > known:
            yield day, Hit("dato", f"{day.steg} {day.dato}, per dato {known}", "slag: bestemt")


@process_rule("REG288", ADVARSEL, "dato steg", KEEPER, also="lovkrav")
def step_after_what_it_is_for(register: Register) -> Hits:
    """A step that another waits for comes first, also where it waits through one that has no day."""
    days = {day.steg: day for day in register.process_days()}
    ahead = {step.id: step.klart_til for step in register.process_steps()}
    for step, day in ((one, days[one]) for one in ahead if one in days):
        for then in [days[one] for one in _ahead(step, ahead) if one in days and day.dato > days[one].dato][:1]:
            yield day, Hit("dato", f"{step} {day.dato}, {then.steg} {then.dato}")


def _ahead(step: str, ahead: Mapping[str, str | None]) -> list[str]:
    """Return the steps that wait for a step, the nearest first."""
    found, one = list[str](), ahead.get(step)
    while one and one not in found:
        found.append(one)
        one = ahead.get(one)
    return found


@remark_rule("REG296", ADVARSEL, "dato", KEEPER)
def remarks_out_of_order(register: Register) -> Hits:
    """A log stands in the order of time, so that what is missing is seen."""
    for before, remark in pairwise(register.remarks()):
        if remark.dato < before.dato:
            yield remark, Hit("dato", f"{remark.dato} etter {before.dato}")


@remark_rule("REG297", MERKNAD, "svar", KEEPER)
def remark_unanswered(register: Register) -> Hits:
    """What came in is answered, whether it is followed or not."""
    for remark in register.remarks():
        if not remark.svar:
            yield remark, Hit("hva", f"{remark.hvem}, {remark.dato}")


@remark_rule("REG298", FEIL, "hvem avsender", KEEPER)
def person_named(register: Register) -> Hits:
    """No private person is named in the data."""
    for remark in register.remarks():
        # what was found is not told: it may be the name
        if remark.avsender == INNBYGGER and remark.hvem.lower() != INNBYGGER:
            yield remark, Hit("hvem", "et annet ord", f"hvem: {INNBYGGER}")


@remark_rule("REG299", FEIL, "dato per_dato", KEEPER)
def remark_in_future(register: Register) -> Hits:
    """What has come in had come in by the day the file is known as of."""
    known = register.merknader.per_dato if register.merknader else ""
    for remark in register.remarks():
        if remark.dato > known:
            yield remark, Hit("dato", f"{remark.dato}, per dato {known}")
