"""A register drawn at random from a seed: marks of every meaning, moments of every form, and effort that is stated and not."""

from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import yaml
from registers import ROOT

from planstrategi.api import validate
from planstrategi.model.vocabulary import AARLIG, DRIVERROLLE, EIER, MERKET_BETYR, PLANBEHOV, STATUS

AREAS = {"nord": "Nord", "sor": "Sør", "ost": "Øst"}
ROLES = {"leder-nord": ("Leder", "nord"), "leder-sor": ("Leder", "sor"), "raadgiver": ("Rådgiver", "nord")}
SIGNS = {"X": "arbeid", "O": "oppstart", "V": "vedtak", "H": "hast"}
TYPES = ("samfunnsdel", "arealdel", "tematisk-kommunedelplan", "detaljregulering", "temaplan", "strategi", "uavklart")
PARTS = ("H1", "H2", "vaar", "host", "K1", "K3", "04", "11")


def drawn(folder: Path, seed: int) -> Path:
    """Write the first register of a seed that has no errors, below a folder; return the folder it is in."""
    for name in ("nasjonalt", "regionalt"):
        (folder / name).symlink_to(ROOT / "data" / name)
    place = folder / "kommuner" / f"froe-{seed}" / "periode"
    place.mkdir(parents=True)
    attempts = (Random(f"{seed}-{attempt}") for attempt in count())
    return next(place for dice in attempts if _written(place, _register(dice)))


def _written(place: Path, register: dict[str, Any]) -> bool:
    (place / "register.yaml").write_text(yaml.safe_dump(register, allow_unicode=True, sort_keys=False), "utf-8")
    return validate(place).register is not None


def _register(dice: Random) -> dict[str, Any]:
    first = dice.randint(2020, 2028)
    years = range(first, first + dice.choice((2, 4, 4, 8)))
    tables = [_table(dice, f"tabell-{number}") for number in range(dice.randint(1, 3))]
    plans: list[dict[str, Any]] = []
    for number in range(dice.randint(1, 25)):
        table = dice.choice(tables)
        table["antall_rader"] += 1
        row = {"kilde": {"tabell": table["id"], "rad": table["antall_rader"]}}
        plans.append(_plan(dice, f"plan-{number}", table, years, [one["id"] for one in plans]) | row)
    return {
        "kommune": {"navn": "Oppdiktet", "nummer": "9999", "fylke": "innlandet"},
        "periode": {"fra": years[0], "til": years[-1]},
        "per_dato": date(dice.choice(years), dice.randint(1, 12), dice.randint(1, 28)),
        "dokument": {"tittel": "Oppdiktet planstrategi"},
        "omraader": [{"id": name, "navn": label} for name, label in AREAS.items()],
        "roller": [{"id": name, "navn": label, "omraade": area} for name, (label, area) in ROLES.items()],
        "tabeller": tables,
        "planer": plans,
    }


def _table(dice: Random, name: str) -> dict[str, Any]:
    meaning = dice.choice((*MERKET_BETYR, "arbeid", dict(SIGNS), None))
    return {"id": name, "navn": name.capitalize(), "antall_rader": 0} | ({"merket_betyr": meaning} if meaning else {})


def _plan(dice: Random, name: str, table: dict[str, Any], years: range, others: list[str]) -> dict[str, Any]:
    """Return a plan: each field is written about as often as a real register has it."""
    marked = sorted(dice.sample(years, dice.randint(1, len(years)))) if dice.random() < 0.6 else []
    meaning, middle = table.get("merket_betyr"), dice.choice(years)
    written = {
        "planbehov": (0.9, lambda: dice.choice([*PLANBEHOV, "ny", "revisjon"])),
        "status": (0.3, lambda: dice.choice([*STATUS])),
        "skal_vedtas": (0.2, lambda: _moment(dice, middle, years[-1] + 3)),
        "aar": (1 if marked else 0, lambda: marked),
        "merker": (1 if marked and isinstance(meaning, dict) else 0, lambda: {year: dice.choice([*SIGNS]) for year in marked}),
        "innsats": (0.9 if meaning in ("aarsverk", "timer") else 0.1, lambda: _amounts(dice, meaning, marked)),
        "oppstart": (0.2, lambda: _moment(dice, years[0] - 2, middle)),
        "ferdig": (0.2, lambda: _moment(dice, middle, years[-1] + 3)),
        "ansvarlig": (0.8, lambda: dice.sample([*AREAS], dice.choice((1, 1, 2)))),
        "roller": (0.4, lambda: dice.sample([*ROLES], dice.randint(1, 2))),
        "eier": (0.1, lambda: dice.choice([*EIER])),
        "drivere": (0.1, lambda: [{"navn": "Andre", "rolle": dice.choice([*DRIVERROLLE])}]),
        "inngaar_i": (0.1 if others else 0, lambda: [dice.choice(others)]),
        "aarlig": (0.1, lambda: [dice.choice([*AARLIG])]),
        "lesninger": (0 if marked else 0.1, lambda: [{"felt": "aar", "valgt": "ukjent", "grunn": "Kolonnene er borte."}]),
    }
    found = {field: make() for field, (often, make) in written.items() if dice.random() < often}
    return {"id": name, "navn": name.capitalize(), "plantype": dice.choice(TYPES)} | found


def _amounts(dice: Random, unit: str | None, marked: list[int]) -> list[dict[str, Any]]:
    unit = unit if unit in ("aarsverk", "timer") else dice.choice(("aarsverk", "timer"))
    amounts = [dice.randint(1, 8) / 4 if unit == "aarsverk" else dice.randint(20, 900) for _ in marked or [0]]
    if not marked or dice.random() < 0.2:
        return [{unit: amounts[0]}]
    return [{"aar": year, unit: amount} for year, amount in zip(marked, amounts, strict=True)]


def _moment(dice: Random, first: int, last: int) -> Any:
    """Return a moment of any form that begins in one of the years."""
    year = dice.randint(first, last)
    return dice.choice((
        year,
        f"{year}-{dice.choice(PARTS)}",
        f"{year}-{year + dice.randint(1, 2)}",
        date(year, dice.randint(1, 12), dice.randint(1, 28)),
    ))  # fmt: skip
