"""The years of work, the counts and the load of a register once more: plain Python on the YAML files, nothing of the package.

It is the specification in another hand: what is to be told of a register is written here a second time, from the meaning of
the fields in data/README.md, and has to come to the same numbers. Where the package takes more than the real registers
hold (several signs in one cell, two things of one name), this takes less, and fails.
"""

import datetime
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from registers import ROOT

NATIONAL = ROOT / "data" / "nasjonalt"
Day = datetime.date
Span = tuple[Day, Day]
PARTS = {
    "H1": (1, 6), "vaar": (1, 6), "H2": (7, 12), "host": (8, 12), "K1": (1, 3), "K2": (4, 6), "K3": (7, 9), "K4": (10, 12),
}  # fmt: skip
MADE_OR_REVISED = {"ny", "full_revisjon", "revisjon", "mindre_endring", "rullering_av_handlingsdel"}
AT_REST = {"viderefores", "erstattes", "oppheves", "utgaar", "ikke_i_perioden"}
GOING_ON, WAITING = {"oppstart_varslet", "under_arbeid", "til_behandling"}, {"ikke_startet", "utredes", "venter"}
OTHERS = ("fylkeskommune", "stat", "andre")
NOBODY = "ikke oppgitt"
DRAWS = 10_000
Load = dict[tuple[int, str], list[float]]


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}


def listed(value: Any) -> list:
    return [] if value is None else value if isinstance(value, list) else [value]


def last_of_month(year: int, month: int) -> Day:
    return Day(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)


def span(value: Any) -> Span:
    """Return the first and last day of a day, month, quarter, half-year, season, year or years."""
    if isinstance(value, Day):
        return value, value
    year, _, part = str(value).partition("-")
    if len(part) == 4 and part.isdigit():
        return Day(int(year), 1, 1), Day(int(part), 12, 31)
    first, last = PARTS[part] if part in PARTS else (int(part), int(part)) if part else (1, 12)
    return Day(int(year), first, 1), last_of_month(int(year), last)


def later(day: Day, months: int) -> Day:
    """Return the same day so many months later, or the last that the month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return min(Day(year, month + 1, 1) + datetime.timedelta(day.day - 1), last_of_month(year, month + 1))


class Plan(NamedTuple):
    """A plan as written, with what follows of it: marked and derived years of work, those known for sure, and the finish."""

    row: dict
    marked: set[int]
    years: set[int]
    sure: set[int]
    start: Span | None
    finish: Span | None
    derived_finish: bool
    kind: dict | None

    def __getitem__(self, name: str) -> Any:
        return self.row.get(name)

    @property
    def is_part(self) -> bool:
        return bool(self["inngaar_i"])

    @property
    def of_others(self) -> bool:
        return self["eier"] in OTHERS

    @property
    def stated_finish(self) -> Span | None:
        return max((span(self[name]) for name in ("ferdig", "skal_vedtas") if self[name]), key=lambda one: one[1], default=None)


class Register:
    """A register with its own assumptions, and the plans with their years."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, read(folder / "register.yaml")
        self.own, self.effort = read(folder / "forutsetninger.yaml"), read(NATIONAL / "innsats.yaml")
        self.years = range(self.file["periode"]["fra"], self.file["periode"]["til"] + 1)
        self.day: Day = self.file["per_dato"]
        self.tables = {one["id"]: one for one in self.file["tabeller"]}
        self.areas = {one["id"]: one["navn"] for one in self.file["omraader"]}
        assert len(set(self.areas.values())) == len(self.areas)
        self.plans = {row["id"]: self.plan(row) for row in self.file["planer"]}

    def marks(self, row: dict) -> list[tuple[int, str | None]]:
        """Return each marked year and what the table says that the mark means."""
        meaning, cells = self.tables[row["kilde"]["tabell"]].get("merket_betyr"), row.get("merker", {})
        if isinstance(meaning, dict):
            return [(year, meaning[cells[year]]) for year in row.get("aar", [])]
        assert not cells
        return [(year, meaning) for year in row.get("aar", [])]

    def kind_of(self, row: dict) -> dict | None:
        """Return what is assumed of the kind of work a plan is, with what the municipality says instead."""
        if row.get("eier") in OTHERS or (row.get("planbehov") == "viderefores" and not row.get("aarlig")):
            return None
        private = any(one["rolle"] in ("forslagsstiller", "tiltakshaver") for one in row.get("drivere", []))
        same = [
            one
            for one in self.effort["innsats"]
            if row["plantype"] in one["plantyper"] and row.get("planbehov") in one["planbehov"]
        ]
        fits = [one for one in same if one.get("privat", "ja" if private else "nei") == ("ja" if private else "nei")]
        kind = next((one for one in fits if "privat" in one), fits[0] if fits else None)
        assert not self.own.get("innsats")
        return kind

    def plan(self, row: dict) -> Plan:
        """Return a plan with its years of work: as marked, else between start and finish or as long as is assumed."""
        marks, decision, kind = self.marks(row), row.get("planbehov"), self.kind_of(row)
        yearly, status = row.get("aarlig"), row.get("status")
        at = {meaning: [year for year, means in marks if means == meaning] for meaning in ("oppstart", "vedtak", "hast")}
        worded = decision in MADE_OR_REVISED or bool(yearly)
        marked = {year for year, means in marks if means not in at and (means != "ord" or worded)}
        found = Plan(row, marked, set(), set(), None, None, False, kind)
        start = span(row["oppstart"]) if row.get("oppstart") else span(at["oppstart"][0]) if at["oppstart"] else None
        stated = found.stated_finish or (span(at["vedtak"][-1]) if at["vedtak"] else None)
        urgent = not stated and bool(at["hast"])
        end = stated or (span(at["hast"][-1]) if urgent else None)
        silent = decision in AT_REST and not (found.stated_finish and found.stated_finish[1].year > self.years[-1])
        derived = set() if silent else {*at["oppstart"], *at["vedtak"]}
        if yearly or decision == "rullering_av_handlingsdel":
            derived |= set(row.get("aar", [])) or (set(self.years) if yearly and not self.is_told(row, marked) else set())
        elif not silent:
            derived |= self.between(found, start, end, urgent, status)
        years = marked | derived
        sure = years if start and end and not urgent else {
            year for year in years
            if year in marked or (start and year == start[1].year) or (status in GOING_ON and year == self.day.year)
        }  # fmt: skip
        assumed = not end and bool(marked or (years and start and kind))
        return found._replace(years=years, sure=sure, start=start, finish=end or (span(max(years)) if assumed else None),
                              derived_finish=urgent or assumed)  # fmt: skip

    def is_told(self, row: dict, marked: set[int]) -> bool:
        """Return whether the table tells by its marks, or the lack of them, when there is work."""
        lost = any(one["felt"] == "aar" and one["valgt"] == "ukjent" for one in row.get("lesninger", []))
        return bool(marked) or (self.tables[row["kilde"]["tabell"]].get("merket_betyr") == "arbeid" and not lost)

    def between(self, plan: Plan, start: Span | None, end: Span | None, urgent: bool, status: str | None) -> set[int]:
        """Return the years from start to finish; the one that is not known lies the assumed months away."""
        months = max(0, round(plan.kind["kalendermaaneder"]["sannsynlig"]) - 1) if plan.kind else 0
        years: set[int] = set()
        if start:
            years = {*range(start[0].year, (end[1] if end else later(start[0], months)).year + 1)}
        elif end and (plan.kind or not (urgent or end[0].year < end[1].year)):
            years = {*range(later(end[1].replace(day=1), -months).year, end[1].year + 1)}
        if not start and status in GOING_ON:
            years = {*range(min([*years, self.day.year]), max([*years, self.day.year]) + 1)}
        if not start and status in WAITING:
            years = {year for year in years if year >= self.day.year}
        if self.is_told(plan.row, plan.marked):
            open_end = not plan.marked or max(plan.marked) == self.years[-1]
            return {year for year in years if year > self.years[-1] and open_end}
        return years

    def responsible(self, plan: Plan) -> str:
        return " og ".join(self.areas[one] for one in listed(plan["ansvarlig"])) or NOBODY

    def roles(self, plan: Plan) -> list[str]:
        rows = self.file.get("roller", [])
        same = Counter(one["navn"] for one in rows)
        called = {
            one["id"]: f"{one['navn']} ({self.areas[one['omraade']]})" if same[one["navn"]] > 1 else one["navn"] for one in rows
        }
        assert len(set(called.values())) == len(rows)
        return [called[one] for one in listed(plan["roller"])]

    def worked(self, year: int) -> list[Plan]:
        return [plan for plan in self.plans.values() if year in plan.years]

    def dateless(self, year: int) -> list[Plan]:
        """Return the plans that may have work of their own in a year of the period, and nobody knows."""
        return [plan for plan in self.plans.values() if self.may_work(plan) and year in self.possible(plan)]

    def may_work(self, plan: Plan) -> bool:
        own = not plan.of_others and not plan.is_part and plan["status"] != "gjeldende" and not plan["aarlig"]
        now = not plan["oppstart"] or span(plan["oppstart"])[0].year <= self.years[-1]
        unknown = not plan.years & {*self.years} or plan.finish is None
        return own and now and unknown and plan["planbehov"] in {*MADE_OR_REVISED, "avklares", None}

    def possible(self, plan: Plan) -> list[int]:
        first = span(plan["oppstart"])[0].year if plan["oppstart"] else self.years[0]
        last = plan.stated_finish[1].year if plan.stated_finish else self.years[-1]
        known = max(plan.years & {*self.years}, default=0)
        return [year for year in self.years if max(known + 1, first) <= year <= last]

    def given(self, amounts: Iterable[dict], years: Iterable[int]) -> Counter:
        """Return the månedsverk of each year that the source gives; what it gives for all is even over the years."""
        found, over = Counter(), sorted(years)
        for one in amounts:
            if "aarsverk" in one or "timer" in one:
                months = one.get("aarsverk", 0) * 12 + one.get("timer", 0) / self.effort["timer_per_maanedsverk"]
                for year in [one["aar"]] if "aar" in one else over:
                    found[year] += months if "aar" in one else months / len(over)
        return found

    def load(self) -> tuple[Load, Counter]:
        """Return draws of the load by year and area, with "" for all, and how many plans of unknown effort there are."""
        totals: Load = {}
        unknown: Counter = Counter()
        for plan in (one for one in self.plans.values() if one.years and not one.is_part):
            amounts = self.given(plan["innsats"] or (), plan.years)
            names = ("", self.responsible(plan))
            if not amounts and not plan.kind:
                unknown.update((year, name) for year in plan.years for name in names if not plan.of_others)
                continue
            for year in plan.years:
                drawn = [amounts[year]] * DRAWS if amounts else share_of(plan)
                for name in names:
                    totals[year, name] = [a + b for a, b in zip(totals.get((year, name), [0.0] * DRAWS), drawn, strict=True)]
        return totals, unknown


def share_of(plan: Plan) -> list[float]:
    """Return draws of what a plan takes in each of its years; of one that had begun, no more than the years are of its time."""
    assert plan.kind is not None
    whole = drawn(plan.kind, "maanedsverk")
    if "planen" in listed(plan["aarlig"]) or plan.kind["arbeid"] == "hvert_aar":
        return whole
    even = 1 / len(plan.years)
    if plan["status"] not in GOING_ON:
        return [one * even for one in whole]
    return [one * min(even, 12 / max(months, 1)) for one, months in zip(whole, drawn(plan.kind, "kalendermaaneder"), strict=True)]


KNOWN: dict[tuple[str, str], list[float]] = {}


def drawn(kind: dict, what: str) -> list[float]:
    """Return draws of what is assumed of a kind of work, the same for all its plans: Python's own beta, and seeds of its own."""
    low, likely, high = (kind[what][end] for end in ("lav", "sannsynlig", "hoy"))
    assert "felles" not in kind[what]
    if (kind["id"], what) not in KNOWN:
        dice, wide = random.Random(f"{kind['id']} {what}"), high - low or 1
        KNOWN[kind["id"], what] = [
            low + (high - low) * dice.betavariate(1 + 4 * (likely - low) / wide, 1 + 4 * (high - likely) / wide)
            for _ in range(DRAWS)
        ]
    return KNOWN[kind["id"], what]


def percentiles(values: list[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered[round(share * (len(ordered) - 1))] for share in (0.1, 0.5, 0.9)]
