"""One sentence per legal subject, computed from the frames: what a chart shows, and where the unknown stands."""

import pandas as pd

from planstrategi.analysis.legal.due_dates import missed
from planstrategi.analysis.legal.gaps import gaps, questions
from planstrategi.analysis.legal.statuses import DEKKET, UDEKKET
from planstrategi.analysis.legal.tables import applying, demanded, requirement_coverage, requirement_years
from planstrategi.analysis.legal.wheel import ON_CALENDAR, RINGS, calendar, wheel
from planstrategi.analysis.shared.sentences import counted, listed, provisional
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GJELDER_IKKE, HVERT_AAR, IKKE_AKTUELT, KRAVSLAG, MED_AARS_MELLOMROM

PROCESS = KRAVSLAG["prosesskrav"]
NO_REQUIREMENTS = "Katalogen har ingen krav."


def _provisional(frame: pd.DataFrame) -> str:
    """Return whether the judgements of these requirements are provisional; what nobody has judged is not asked."""
    return provisional(frame["forelopig"].dropna())


def coverage_finding(register: Register) -> str:
    """How many requirements are covered as known, and how many if all goes as planned."""
    frame = demanded(requirement_coverage(register))
    now = applying(frame)
    covered, planned = (int((now[name] == DEKKET).sum()) for name in ("status", "status_etter_plan"))
    if frame.empty:
        return NO_REQUIREMENTS
    return (
        f"{covered} av {len(now)} krav som gjelder {in_words(register.per_dato)}, er kjent dekket hele perioden, "
        f"{planned} hvis alt går etter planen{_aside(frame['status'])}.{_provisional(now)}"
    )


def _aside(status: "pd.Series[str]") -> str:
    """Return how many do not apply, and how many whose condition is not met."""
    later, irrelevant = (int((status == name).sum()) for name in (GJELDER_IKKE, IKKE_AKTUELT))
    parts = [f"{later} gjelder ikke da"] if later else []
    parts += [f"{irrelevant} er ikke {'aktuelt' if irrelevant == 1 else 'aktuelle'}"] if irrelevant else []
    return f"; {', og '.join(parts)}" if parts else ""


def by_kind_finding(register: Register) -> str:
    """How the requirements of every kind stand, and how many process requirements are shown to be met."""
    now = applying(requirement_coverage(register))
    if now.empty:
        return NO_REQUIREMENTS
    drawn = demanded(now)
    status, must = drawn["status"].value_counts(), int((drawn["styrke"] == "skal").sum())
    process = now[now["kravslag"] == PROCESS]["status"]
    return (
        f"Av {len(drawn)} krav som gjelder {in_words(register.per_dato)}, av dem {must} som kommunen skal møte, er "
        f"{int(status.get(DEKKET, 0))} kjent dekket, og for {int(status.get(UDEKKET, 0))} viser planstrategien "
        f"ikke noe som svarer{_shown(int((process == DEKKET).sum()), len(process))}.{_provisional(now)}"
    )


def _shown(met: int, total: int) -> str:
    """Return how many process requirements the source shows to be met; that it does not tell, is no breach."""
    if met:
        return f"; for {met} av {total} krav til prosessen viser kilden at de er fulgt fullt ut"
    which = f"noen av de {total} kravene" if total > 1 else "kravet"
    return f"; kilden sier ikke nok til å vise at {which} til prosessen er fulgt fullt ut" if total else ""


def by_year_finding(register: Register) -> str:
    """How many core requirements are covered at the end of the first and of the last year, as known and as planned."""
    frame = demanded(requirement_years(register))
    core = frame[frame["relevans"] == "kjerne"]
    if core.empty:
        return "Katalogen har ingen kjernekrav."
    first, last = int(core["aar"].min()), int(core["aar"].max())
    known = {year: int(((core["aar"] == year) & (core["status"] == DEKKET)).sum()) for year in (first, last)}
    planned = int(((core["aar"] == last) & (core["status_etter_plan"] == DEKKET)).sum())
    return (
        f"{known[first]} av {core['krav_id'].nunique()} kjernekrav er kjent dekket ved utgangen av {first} og "
        f"{known[last]} i {last}; {planned} i {last} hvis alt går etter planen.{_provisional(applying(core))}"
    )


def due_finding(register: Register) -> str:
    """The next due date on the calendar, and how many of its duties' in the period the register's years do not meet."""
    frame = calendar(register).dropna(subset="frist").sort_values("frist", kind="stable")
    if frame.empty:
        return "Ingen krav har en frist som kan regnes ut."
    first = frame.iloc[0]
    same = list(dict.fromkeys(frame.loc[frame["frist"] == first["frist"], "krav"]))
    what = listed([*same[:2], f"{len(same) - 2} til"] if len(same) > 3 else same)
    late = int(missed(register)["relevans"].isin(ON_CALENDAR).sum())
    return (
        f"Neste frist er {'senest ' if first['senest'] else ''}{in_words(first['frist'])}: {what}; "
        f"{counted(late, 'frist', 'frister')} i perioden møtes ikke av årene i registeret."
    )


def wheel_finding(register: Register) -> str:
    """How many of the duties on the wheels come every year, once a term, and with years between."""
    drawn = set(wheel(register)["krav_id"])
    rules = [{rule.regel for rule in krav.gjentakelse} & {*RINGS} for krav in register.requirements() if krav.id in drawn]
    if not rules:
        return "Katalogen har ingen krav som hører hjemme i en planstrategi og har en takt."
    kinds = {HVERT_AAR}, {*RINGS} - {HVERT_AAR, MED_AARS_MELLOMROM}, {MED_AARS_MELLOMROM}
    yearly, term, between = (sum(bool(own & kind) for own in rules) or "ingen" for kind in kinds)
    free = sum(not own for own in rules)
    rest = f"; {free} har ingen fast takt i loven" if free else ""
    return (
        f"Av kravene som hører hjemme i en planstrategi, kommer {yearly} hvert år, {term} i hver valgperiode og "
        f"{between} med faste år mellom{rest}."
    )


def gaps_finding(register: Register) -> str:
    """How many requirements nothing shown meets in some year, and how many of them are demands of law."""
    frame = gaps(register)
    must = int((frame["styrke"] == "skal").sum())
    found = "krav der planstrategien ikke viser noe som møter kravet i minst ett år av perioden"
    if frame.empty:
        return f"Det er ingen {found}."
    judged = requirement_coverage(register)
    return (
        f"Det er {len(frame)} {found}, {must or 'ingen'} av dem noe kommunen skal ha. "
        f"{'Det' if len(frame) == 1 else 'De'} kan være møtt et annet sted."
        f"{_provisional(judged[judged['krav_id'].isin(frame['krav_id'])])}"
    )


def questions_finding(register: Register) -> str:
    """How many facts would settle what is unknown."""
    frame = questions(register)
    process = int((frame["kravslag"] == PROCESS).sum())
    settled = len({krav for settled in frame["krav_id"] for krav in settled})
    return (
        f"{len(frame)} svar fra kommunen avklarer {settled} krav som er ukjent i minst ett år; "
        f"{process or 'ingen'} av svarene gjelder prosessen."
    )
