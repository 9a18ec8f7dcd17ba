"""Points in time as precise as their source: spans of years, years, half-years, seasons, quarters, months and days."""

import calendar
import re
from typing import Any, NamedTuple

from planstrategi.model.fields import Invalid, Kind, ascii_letters


class Tid(NamedTuple):
    """A point in time as precise as its source: the text, and its first and last possible day (ISO)."""

    tekst: str
    forst: str
    sist: str

    @property
    def forst_aar(self) -> int:
        return int(self.forst[:4])

    @property
    def sist_aar(self) -> int:
        return int(self.sist[:4])


def whole_year(year: int) -> Tid:
    """Return a year as a moment that is known to be in it."""
    return Tid(str(year), f"{year}-01-01", f"{year}-12-31")


# for the JSON Schema, which cannot ask a calendar
YYYY, MM, DD = "[12][0-9]{3}", "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
TID_FORM = re.compile(r"([12][0-9]{3})(?:-(H1|H2|vaar|host|K[1-4]|[12][0-9]{3}|0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?\Z")
PERIODER = {
    None: ("01-01", "12-31"),
    "H1": ("01-01", "06-30"),
    "H2": ("07-01", "12-31"),
    "vaar": ("01-01", "06-30"),
    "host": ("08-01", "12-31"),
    "K1": ("01-01", "03-31"),
    "K2": ("04-01", "06-30"),
    "K3": ("07-01", "09-30"),
    "K4": ("10-01", "12-31"),
}


class Moment(Kind):
    """A span of years, a year, half-year, season, quarter, month or day, read as `Tid`."""

    tillatt = "ÅÅÅÅ, ÅÅÅÅ-MM, ÅÅÅÅ-MM-DD, ÅÅÅÅ-H1, ÅÅÅÅ-H2, ÅÅÅÅ-K1 til ÅÅÅÅ-K4, ÅÅÅÅ-vaar, ÅÅÅÅ-host eller ÅÅÅÅ-ÅÅÅÅ"
    form = TID_FORM

    def parse(self, text: str) -> Tid:
        found = self._read(text)
        if found:
            return found
        likely = (_as_iso_date(text), ascii_letters(text.lower()), text.upper())
        raise Invalid(self.tillatt, next((guess for guess in likely if self._read(guess)), ""))

    def _read(self, text: str) -> Tid | None:
        match = self.form.match(text)
        if match:
            aar, del_, dag = match.groups()
            if del_ in PERIODER:
                if dag is None:
                    forst, sist = PERIODER[del_]
                    return Tid(text, f"{aar}-{forst}", f"{aar}-{sist}")
            elif len(del_) == 4:
                if dag is None and del_ > aar:
                    return Tid(text, f"{aar}-01-01", f"{del_}-12-31")
            else:
                siste = calendar.monthrange(int(aar), int(del_))[1]
                if dag is None:
                    return Tid(text, f"{aar}-{del_}-01", f"{aar}-{del_}-{siste}")
                if 1 <= int(dag) <= siste:
                    return Tid(text, text, text)
        return None

    def schema(self) -> dict[str, Any]:
        later = f"-(?:H1|H2|vaar|host|K[1-4]|{YYYY}|{MM}(?:-{DD})?)"
        # a year alone is a number to an editor
        return {"type": ["string", "integer"], "pattern": f"^{YYYY}(?:{later})?$", "minimum": 1000, "maximum": 2999}


class Date(Moment):
    """A full day, ÅÅÅÅ-MM-DD, read as its text."""

    tillatt = "en dato på formen ÅÅÅÅ-MM-DD"
    form = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])-([0-3][0-9])\Z")

    def parse(self, text: str) -> Any:
        return super().parse(text).tekst

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{YYYY}-{MM}-{DD}$"}


def _as_iso_date(text: str) -> str:
    match = re.fullmatch(r"([0-3]?[0-9])\.([01]?[0-9])\.([12][0-9]{3})", text.strip())
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else ""


MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
          "november", "desember")  # fmt: skip
MONTHS_IN_YEAR = len(MONTHS)
PARTS = {
    "H1": "1. halvår", "H2": "2. halvår", "vaar": "våren", "host": "høsten",
    "K1": "1. kvartal", "K2": "2. kvartal", "K3": "3. kvartal", "K4": "4. kvartal",
}  # fmt: skip


def in_words(text: str) -> str:
    """Return a moment as people write it: 2024-host as «høsten 2024», 2024-06-30 as «30.06.2024»."""
    year, *rest = text.split("-")
    match rest:
        case [month, day]:
            return f"{day}.{month}.{year}"
        case [last] if len(last) == len(year) and last.isdecimal():
            return f"{year}–{last}"
        case [part]:
            return f"{PARTS[part] if part in PARTS else MONTHS[int(part) - 1]} {year}"
    return year
