"""A register → a calendar file (.ics): the steps of the work with the next planstrategi, and the due dates of the law.

The same register gives the same bytes: a day keeps its id, and the file is dated as the register is.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar as Icalendar
from icalendar import Event

from planstrategi.analysis.legal.gaps import upcoming
from planstrategi.analysis.legal.wheel import ON_CALENDAR
from planstrategi.analysis.revision.process import ProcessStep, dated_steps, process_start
from planstrategi.model import vocabulary
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import DAGSLAG

# a day, what is unique about it, and the event
DayOfCalendar = tuple[str, str, Event]
OUTER = "Ytre grense: dagen kan falle tidligere."


def as_calendar(register: Register) -> bytes:
    """Return the calendar as the bytes of an .ics file, its days in order."""
    made = Icalendar()
    made.add("prodid", "-//planstrategi//kalender//NB")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"Planstrategi for {register.kommune.navn}")
    for _, _, event in sorted([*_process(register), *_due(register)], key=lambda one: one[:2]):
        made.add_component(event)
    return bytes(made.to_ical())


def _process(register: Register) -> Iterator[DayOfCalendar]:
    for one in dated_steps(register):
        if day := one.dag.dato if one.dag else one.frist.dato if one.frist else "":
            yield _event(register, f"prosess-{process_start(register)}-{one.steg.id}", day, _title(one), _told(one), one.lenke)


def _title(one: ProcessStep) -> str:
    if one.dag:
        return f"{one.steg.navn} ({DAGSLAG[one.dag.slag]})" if one.dag.slag == "foreslaatt" else one.steg.navn
    return f"Siste dag: {one.steg.navn}"


def _told(one: ProcessStep) -> list[str | None]:
    outer = OUTER if not one.dag and one.frist and one.frist.senest else None
    late = "Dagen er etter fristen." if one.is_late else None
    return [one.etter, outer, late, one.dag.merknad if one.dag else None, one.steg.merknad]


def _due(register: Register) -> Iterator[DayOfCalendar]:
    frame = upcoming(register)
    frame = frame[frame["relevans"].isin(ON_CALENDAR)].dropna(subset="frist").drop_duplicates(["krav_id", "frist"])
    # the day may move when more is known, and stays the same event
    frame["uid"] = "frist-" + frame["krav_id"] + "-" + frame["frist"].str[:4]
    dated, begins = dated_steps(register), vocabulary.REGEL[vocabulary.VED_OPPSTART]
    # when the day of the start is nearer, so is the day of all that is to be there by then
    nearer = {one.av_loven.dato: one.frist.dato for one in dated if one.av_loven and one.frist and one.frist != one.av_loven}
    starting = frame["gjentakelse"].str.startswith(begins) & frame["frist"].isin(nearer.keys())
    frame.loc[starting, "frist"] = frame.loc[starting, "frist"].map(nearer)
    # a step of the process is the day of its requirement already
    steps = {(one.steg.krav, one.frist.dato) for one in dated if one.frist and not one.dag}
    frame = frame[[day not in steps for day in zip(frame["krav_id"], frame["frist"], strict=True)]]
    frame["uid"] += frame.groupby("uid").cumcount().map(lambda number: f"-{number}" if number else "")
    for row in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        told = [row["etter"], row["gjentakelse"], OUTER if row["senest"] else None, row["merknad"]]
        yield _event(register, row["uid"], row["frist"], f"Frist: {row['krav']}", told, None)


def _event(register: Register, name: str, day: str, title: str, told: list[str | None], link: str | None) -> DayOfCalendar:
    event, start = Event(), date.fromisoformat(day)
    event.add("uid", f"{name}-{register.kommune.nummer}@planstrategi")
    event.add("dtstamp", datetime.combine(date.fromisoformat(register.per_dato), time(), UTC))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(days=1))
    event.add("summary", title)
    event.add("description", "\n".join([*filter(None, told), "Viser frister og valg; er ikke juridisk rådgivning."]))
    event.add("transp", "TRANSPARENT")
    if link:
        event.add("url", link)
    return day, name, event
