"""The expectations a municipality meets, as the catalogues of the state and the county and its own register have them.

Plain Python on the YAML files, nothing of the package: a second route to what is in force on a day, and whom it addresses.
"""

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from registers import ROOT
from second_route import span

DATA = ROOT / "data"
NATIONAL = ("nasjonalt/nasjonale_forventninger.yaml", "nasjonalt/planretningslinjer.yaml")
# whom an expectation may address for a plan to answer it
FOR_PLANS = ("samfunnsdelen", "arealdelen", "kommunen")
OWN = "planstrategien"


def read(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text("utf-8"))


class Edition(NamedTuple):
    """The days an edition of a document may have begun and certainly had, and certainly still applied and may have."""

    may_begin: str
    began: str
    lasted: str
    may_last: str

    def applied(self, day: str) -> bool | None:
        return True if self.began <= day <= self.lasted else None if self.may_begin <= day <= self.may_last else False


class Row(NamedTuple):
    """An expectation, with the editions of its document; `to` is whom it addresses."""

    id: str
    level: str
    document: str
    group: str
    editions: tuple[Edition, ...]
    counted: bool
    goals: tuple[int, ...]
    text: str
    meets: bool | None = True
    to: str = "kommunen"

    def in_force(self, day: str) -> bool | None:
        states = {edition.applied(day) for edition in self.editions}
        applies = True if True in states else None if None in states else False
        return False if False in (applies, self.meets) else None if None in (applies, self.meets) else True


def days(value: Any) -> tuple[str, str]:
    """Return the first and last day of a day, month, half-year, season or year, as text."""
    first, last = span(value)
    return first.isoformat(), last.isoformat()


def edition(written: dict, known: datetime.date) -> Edition:
    begins = days(written["fra"]) if "fra" in written else ("", "")
    if "tidligst" in written:
        begins = written["tidligst"].isoformat(), known.isoformat()
    ends = (
        days(written["til"])
        if "til" in written
        else tuple(str(written.get(f"til_{name}", "9")) for name in ("tidligst", "senest"))
    )
    return Edition(*begins, *ends)


def expected_of(register: dict, own_goals: dict[str, list[int]]) -> tuple[Row, ...]:
    """Return what the state and the county expect, and the areas the municipality gives priority, in their order."""
    found: list[Row] = []
    for level, names in (("nasjonal", NATIONAL), ("regional", (f"regionalt/{register['kommune']['fylke']}/forventninger.yaml",))):
        for file in (read(name) for name in names if (DATA / name).exists()):
            for document in file["dokumenter"]:
                editions = tuple(edition(written, file["per_dato"]) for written in document.get("utgaver", ()))
                found += rows_of(level, document, editions, register["kommune"]["nummer"])
    for area in register.get("satsingsomraader", ()):
        goals = tuple(own_goals.get(area["id"], ()))
        found.append(Row(area["id"], "lokal", "lokale", "lokal", (Edition("", "", "9", "9"),), True, goals, area["navn"]))
    return tuple(found)


def rows_of(level: str, document: dict, editions: tuple[Edition, ...], number: str) -> Iterator[Row]:
    label = document.get("kortnavn", document["navn"])
    for chapter in document.get("kapitler", ()):
        inside, goals, name = chapter.get("forventninger", ()), tuple(chapter.get("maal", ())), chapter["navn"]
        yield Row(chapter["id"], level, document["id"], name, editions, not inside, goals, name)
        yield from (point(one, level, document, name, editions, number) for one in inside)
    rest = f"{label}, uten kjent kapittel" if document.get("kapitler") else label
    yield from (point(one, level, document, rest, editions, number) for one in document.get("forventninger", ()))
    if any(one["fordi"] == "ikke_lest" for one in document.get("utelatt", ())):
        yield Row(document["id"], level, document["id"], rest, editions, False, (), document["navn"], to="ingen")


def point(one: dict, level: str, document: dict, group: str, editions: tuple[Edition, ...], number: str) -> Row:
    to = "ingen" if one.get("vekt") == "adgang" else one.get("adressat", "kommunen")
    answerable = to in (*FOR_PLANS, OWN)
    goals = tuple(one.get("maal", ()))
    return Row(one["id"], level, document["id"], group, editions, answerable, goals, one["tekst"], meets(one, number), to)


def meets(one: dict, number: str) -> bool | None:
    """Return whether the municipality meets the condition of an expectation, None when its members are not known."""
    if "vilkaar" not in one:
        return True
    return number in one["kommuner"] if "kommuner" in one else None
