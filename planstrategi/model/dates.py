"""Points in time as precise as their source: spans of years, years, half-years, seasons, quarters, months and days."""

import calendar
import re
from typing import Any, NamedTuple

from planstrategi.model.fields import ASCII_LETTERS, Invalid, Kind


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
PERIODER = {
    None: ("01-01", "12-31"), "H1": ("01-01", "06-30"), "H2": ("07-01", "12-31"),
    "vaar": ("01-01", "06-30"), "host": ("08-01", "12-31"),
    "K1": ("01-01", "03-31"), "K2": ("04-01", "06-30"), "K3": ("07-01", "09-30"), "K4": ("10-01", "12-31"),
}  # fmt: skip


class Moment(Kind):
    """A span of years, a year, half-year, season, quarter, month or day, read as `Tid`."""

    tillatt = "ÅÅÅÅ, ÅÅÅÅ-MM, ÅÅÅÅ-MM-DD, ÅÅÅÅ-H1, ÅÅÅÅ-H2, ÅÅÅÅ-K1 til ÅÅÅÅ-K4, ÅÅÅÅ-vaar, ÅÅÅÅ-host eller ÅÅÅÅ-ÅÅÅÅ"
    # a day stands after a month alone
    form = re.compile(
        r"([12][0-9]{3})(?:-(H1|H2|vaar|host|K[1-4]|[12][0-9]{3}|0[1-9]|1[0-2])(?:(?<=-[01][0-9])-([0-3][0-9]))?)?\Z"
    )

    def parse(self, text: str) -> Tid:
        if found := self._read(text):
            return found
        two = TWO_NUMBERS.fullmatch(text.strip())
        # a hint alone: in a document, 6/2026 may be the number of a case
        joined = "-".join(one.zfill(2) for one in sorted(two.groups(), key=len, reverse=True)) if two else ""
        raise Invalid(self.tillatt, next(filter(self._read, (as_code(text), joined)), ""), hvorfor=why_no_day(text))

    def _read(self, text: str) -> Tid | None:
        if not (match := self.form.match(text)):
            return None
        aar, del_, dag = match.groups()
        if del_ in PERIODER:
            forst, sist = PERIODER[del_]
            return Tid(text, f"{aar}-{forst}", f"{aar}-{sist}")
        if len(del_) == 4:
            return Tid(text, f"{aar}-01-01", f"{del_}-12-31") if del_ > aar else None
        siste = calendar.monthrange(int(aar), int(del_))[1]
        if dag:
            return Tid(text, text, text) if 1 <= int(dag) <= siste else None
        return Tid(text, f"{aar}-{del_}-01", f"{aar}-{del_}-{siste}")

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


MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
          "november", "desember")  # fmt: skip
MONTHS_IN_YEAR = len(MONTHS)
PARTS = {
    "H1": "1. halvår", "H2": "2. halvår", "vaar": "våren", "host": "høsten",
    "K1": "1. kvartal", "K2": "2. kvartal", "K3": "3. kvartal", "K4": "4. kvartal",
}  # fmt: skip


def months_later(day: str, months: int) -> str:
    """Return the same day (ISO) of a later month, or the last one that month has."""
    year, month = divmod(int(day[:4]) * MONTHS_IN_YEAR + int(day[5:7]) - 1 + months, MONTHS_IN_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return f"{year}-{month + 1:02}-{min(int(day[8:]), last):02}"


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


# what people write beside a year, without what joins it -> the code
PART_WORDS = {
    "h1": "H1", "1halvaar": "H1", "1halvaret": "H1", "forstehalvaar": "H1", "forstehalvdel": "H1", "1halvdel": "H1",
    "h2": "H2", "2halvaar": "H2", "andrehalvaar": "H2", "annethalvaar": "H2", "andrehalvdel": "H2", "2halvdel": "H2",
    "vaar": "vaar", "vaaren": "vaar", "host": "host", "hosten": "host", "haust": "host", "hausten": "host",
}  # fmt: skip
PART_WORDS |= {said: f"K{n}" for n in "1234" for word in ("q", "k", "kv", "kvartal") for said in (n + word, word + n)}
PART_WORDS |= {f"{word}kvartal": f"K{n}" for n, word in enumerate(("forste", "andre", "tredje", "fjerde"), start=1)}
# «2026–2027», «06.2026» and «2026-6»
TWO_NUMBERS = re.compile(r"([0-9]+) ?(?:[–—./-]|til) ?([0-9]+)")
ONE_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
# day, month and year with any one sign between them, in the order people write them and in that of a computer
DAY_FORMS = (
    re.compile(r"(?P<d>[0-9]{1,2})([./-]) ?(?P<m>[0-9]{1,2})\2 ?(?P<y>[12][0-9]{3})"),
    re.compile(r"(?P<y>[12][0-9]{3})([./-])(?P<m>[0-9]{1,2})\2(?P<d>[0-9]{1,2})"),
)
# «des. 2025»: a month may be cut to its first letters
MONTH_WORDS = {name[:letters]: f"{n:02}" for n, name in enumerate(MONTHS, 1) for letters in range(3, len(name) + 1)}


def as_code(text: str) -> str:
    """Return the code of what was written («høsten 2025», «31.12.2025», «Q3 2026»), empty when it means none."""
    if numbers := _day(text):
        return "{:04}-{:02}-{:02}".format(*numbers)
    plain = text.strip().lower().translate(ASCII_LETTERS)
    years = ONE_YEAR.findall(plain)
    if len(years) != 1:
        return ""
    part = _part(re.sub(r"[\s.,/-]", "", ONE_YEAR.sub(" ", plain)))
    return f"{years[0]}-{part}" if part else ""


def why_no_day(text: str) -> str:
    """Return that a day that was written does not exist, and the last one of its month; empty when it may exist."""
    # what is no day may exist
    year, month, day = _day(text) or _day(as_code(text)) or _day(f"{text}-01") or (2000, 1, 1)
    if not 1 <= month <= len(MONTHS):
        return f"Måned {month} finnes ikke."
    last = calendar.monthrange(year, month)[1]
    name = MONTHS[month - 1]
    return "" if 1 <= day <= last else f"{day}. {name} {year} finnes ikke; den siste dagen i måneden er {last}. {name}."


def _day(text: str) -> tuple[int, int, int] | None:
    found = next(filter(None, (form.fullmatch(text.strip()) for form in DAY_FORMS)), None)
    return (int(found["y"]), int(found["m"]), int(found["d"])) if found else None


def _part(words: str) -> str:
    if words in PART_WORDS:
        return PART_WORDS[words]
    name = words.lstrip("0123456789")
    day = words.removesuffix(name)
    if name not in MONTH_WORDS or len(day) > 2:
        return ""
    return f"{MONTH_WORDS[name]}-{int(day):02}" if day else MONTH_WORDS[name]
