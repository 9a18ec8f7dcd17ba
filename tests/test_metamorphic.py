"""What a change of the register does to the numbers, where it is known beforehand: nothing, a sum, a zero, four years."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from registers import OSTRE_TOTEN, ROOT, WITH_PLANS

import planstrategi as ps
from planstrategi.model.register import Register
from planstrategi.presentation.tables import TABLES

ALL = [OSTRE_TOTEN, *WITH_PLANS.values()]
EACH = pytest.mark.parametrize("folder", ALL, ids=lambda path: path.parent.name)
# where every table is made twice: the largest, one whose marks are amounts, and one that marks no years
IN_THE_SUITE = ("ostre-toten", "lier", "gol")
LARGE = [
    pytest.param(one, id=name, marks=() if name in IN_THE_SUITE else pytest.mark.alle) for one in ALL if (name := one.parent.name)
]
EVERY_TABLE = pytest.mark.parametrize("folder", LARGE)
# the sections and fields that name a plan
RELATIONS = ("inngaar_i", "kan_inngaa_i", "samordnes_med", "erstattes_av")
NAMING = (*RELATIONS, "plan", "planer", "til")
Change = Callable[[str, Any], Any]


def changed(folder: Path, to: Path, change: Change, national: Change | None = None) -> Register:
    """Return a register whose files are changed, or left out, on the way to another folder, and its catalogues where asked."""
    where = to / "kommuner" / "prove" / "2024-2027"
    shutil.copytree(folder, where)
    for name in ("nasjonalt", "regionalt"):
        (to / name).symlink_to(ROOT / "data" / name) if national is None else shutil.copytree(ROOT / "data" / name, to / name)
    files = [(path, change) for path in where.rglob("*.yaml")]
    files += [(path, national) for name in ("nasjonalt", "regionalt") for path in (to / name).rglob("*.yaml") if national]
    for path, each in files:
        written = each(path.stem, yaml.load(path.read_text("utf-8"), yaml.CSafeLoader))
        path.unlink()
        if written is not None:
            path.write_text(yaml.dump(written, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")
    return ps.load(where)


def same(_: str, file: Any) -> Any:
    return file


def told(name: str, register: Register, *columns: str) -> list[tuple]:
    frame = ps.table(name, register)
    frame = (frame[list(columns)] if columns else frame).astype(object)
    return list(frame.where(frame.notna(), None).itertuples(index=False, name=None))


def without_places(name: str, register: Register) -> list[str]:
    """Return the rows of a table in no order, without where in the files they stand; a list in a cell has no order either."""
    own = [column for column in ps.table(name, register).columns if column not in PLACES]
    rows = told(name, register, *own)
    return sorted(repr([sorted(map(str, cell)) if isinstance(cell, tuple) else cell for cell in row]) for row in rows)


PLACES = ("kilde", "hvorfor", "skrives_i", "linje", "kolonne")
# of moves that lower the peak as much, `utjevning-front` names the first
IN_NO_ORDER = [name for name in TABLES if name != "utjevning-front"]


@EVERY_TABLE
def test_the_order_of_the_plans_changes_no_table_but_its_order(folder, tmp_path):
    def backwards(kind: str, file: Any) -> Any:
        return file | {"planer": file["planer"][::-1]} if kind == "register" else file

    register, other = changed(folder, tmp_path / "a", same), changed(folder, tmp_path / "b", backwards)
    assert told("planer", register, "plan_id") == told("planer", other, "plan_id")[::-1]
    assert [name for name in IN_NO_ORDER if without_places(name, register) != without_places(name, other)] == []
    fronts = [told("utjevning-front", one, "vekt", "antall_flyttinger", "topp", "bevist") for one in (register, other)]
    assert fronts[0] == fronts[1]


@EVERY_TABLE
def test_other_ids_of_the_plans_change_the_ids_and_nothing_else(folder, tmp_path):
    ids = {plan["id"] for plan in yaml.safe_load((folder / "register.yaml").read_text("utf-8"))["planer"]}

    def renamed(found: Any, key: str = "") -> Any:
        if isinstance(found, dict):
            return {name: renamed(one, name) for name, one in found.items()}
        if isinstance(found, list):
            return [renamed(one, key) for one in found]
        return f"omdoept-{found}" if key in NAMING and found in ids else found

    def named_anew(kind: str, file: Any) -> Any:
        file = renamed(file)
        for plan in file["planer"] if kind == "register" else ():
            plan["id"] = f"omdoept-{plan['id']}"
        return file

    register, other = changed(folder, tmp_path / "a", same), changed(folder, tmp_path / "b", named_anew)
    assert all(plan.startswith("omdoept-") for (plan,) in told("planer", other, "plan_id"))
    differ = [name for name in TABLES if repr(told(name, register)) != repr(told(name, other)).replace("omdoept-", "")]
    assert differ == []


def together(plans: list[dict]) -> list[set[str]]:
    """Return the ids of the plans in two parts, so that no plan of one names a plan of the other."""
    parts: list[set[str]] = []
    for plan in plans:
        names = {plan["id"], *(other for field in RELATIONS for other in listed(plan.get(field)))}
        names |= {one["plan"] for one in plan.get("venter_paa", ()) if "plan" in one}
        touched = [part for part in parts if part & names]
        parts = [part for part in parts if part not in touched] + [names.union(*touched)]
    return [set().union(*parts[::2]), set().union(*parts[1::2])]


def listed(value: Any) -> list:
    return value if isinstance(value, list) else [value] if value else []


def only(ids: set[str]) -> Change:
    """Return what leaves a register with some of its plans, and what is decided and judged of them."""

    def less(kind: str, file: Any) -> Any:
        if kind == "register":
            file["planer"] = [plan for plan in file["planer"] if plan["id"] in ids]
            file["beslutninger"] = [one for one in file.get("beslutninger", ()) if one["plan"] in ids]
            for table in file["tabeller"]:
                rows = [
                    one["kilde"]
                    for one in (*file["planer"], *file.get("andre_rader", ()))
                    if one["kilde"]["tabell"] == table["id"]
                ]
                table["antall_rader"] = len(rows)
                for number, row in enumerate(rows, start=1):
                    row["rad"] = number
        for sett in file.get("sett", ()):
            for field in {"vurderinger", "ikke_vurdert"} & sett.keys():
                sett[field] = [one for one in sett[field] if one.get("plan", "") in ids]
        # what names plans of both parts
        return None if kind in ("scenarier", "merknader") else file

    return less


# the columns that say what is counted, and those that are counts
COUNTS = {
    "kapasitet": ("aar ansvarlig", "antall_planer antall_uten_dobbelt antall_avledet"),
    "kapasitet-aar": ("aar", "antall_planer antall_uten_dobbelt antall_avledet antall_uten_rolle antall_uten_aar"),
    "kapasitet-rolle": ("aar rolle", "antall_planer"),
    "kapasitet-halvaar": ("halvaar", "antall_planer antall_uten_dobbelt"),
    "kapasitet-slag": ("aar plantypenavn", "antall_planer"),
    "konsentrasjon": ("ansvarlig", "antall_planer planaar"),
    "planbehov": ("planbehov ansvarlig", "antall_planer"),
    "belastning": ("aar ansvarlig", "antall_planer antall_uten_innsats antall_uten_aar"),
    "viderefoering-aar": ("aar ansvarlig", "antall_planer antall_uten_dobbelt"),
}


def counted(name: str, register: Register) -> dict[tuple, list[int]]:
    keys, numbers = (columns.split() for columns in COUNTS[name])
    return {row[: len(keys)]: list(row[len(keys) :]) for row in told(name, register, *keys, *numbers) if any(row[len(keys) :])}


@EACH
def test_the_counts_of_a_register_are_the_sums_of_those_of_its_parts(folder, tmp_path):
    plans = yaml.safe_load((folder / "register.yaml").read_text("utf-8"))["planer"]
    whole = changed(folder, tmp_path / "a", same)
    parts = [changed(folder, tmp_path / f"b{number}", only(ids)) for number, ids in enumerate(together(plans))]
    assert all(part.planer for part in parts)
    for name in COUNTS:
        added: dict[tuple, list[int]] = {}
        for part in parts:
            for key, numbers in counted(name, part).items():
                added[key] = [a + b for a, b in zip(added.get(key, [0] * len(numbers)), numbers, strict=True)]
        assert added == counted(name, whole), name
    pairs = [set(told("koblinger", one, "plan_id", "forventning_id", "grad")) for one in (whole, *parts)]
    assert pairs[0] - pairs[1] - pairs[2] == {pair for pair in pairs[0] if pair[0] == "planstrategien"}


# of what is done every year, and not marked in any, some falls in every year of the period
MARKED = pytest.mark.parametrize(
    "folder", [one for one in ALL if one.parent.name not in ("gol", "hol", "nesbyen")], ids=lambda path: path.parent.name
)
BY_YEAR = ("kapasitet", "kapasitet-rolle", "kapasitet-slag", "belastning", "belastning-rolle", "belastning-aar", "lovdekning-aar")


@MARKED
def test_an_empty_year_more_is_a_row_of_zeros_and_changes_no_other(folder, tmp_path):
    def begun_before(kind: str, file: Any) -> Any:
        return file | {"periode": file["periode"] | {"fra": file["periode"]["fra"] - 1}} if kind == "register" else file

    register, longer = changed(folder, tmp_path / "a", same), changed(folder, tmp_path / "b", begun_before)
    first = longer.periode.fra
    for name in BY_YEAR:
        columns = [column for column in ps.table(name, register).columns if column not in ("kilde", "hvorfor")]
        frame = ps.table(name, longer)[columns]
        assert (
            frame[frame["aar"] != first].astype(str).values.tolist()
            == ps.table(name, register)[columns].astype(str).values.tolist()
        )
        added = frame[frame["aar"] == first]
        assert len(added) == sum(ps.table(name, register)["aar"] == first + 1)
        assert not added.get("antall_planer", added["aar"] * 0).any()
    same_plans = [
        told(name, one) for name in ("planaar", "arbeidsaar", "konsentrasjon", "planbehov") for one in (register, longer)
    ]
    assert same_plans[::2] == same_plans[1::2]


IN_TIME = ("aar", "fra", "til", "vedtatt", "revidert", "datert", "oppstart", "ferdig", "skal_vedtas", "gyldig_til", "gyldig_fra")
A_YEAR = re.compile(r"\b[12][0-9]{3}\b")
A_TIME = re.compile(r"[12][0-9]{3}(?:-(?:[12][0-9]{3}|[0-9-]{2,5}|[HK][1-4]|vaar|host))?")
# each with the columns that tell of time, or what is so at a time; names and reasons keep the years that are written in them
SHIFTED = {
    "planaar": "plan_id aar",
    "arbeidsaar": "plan_id aar grunnlag",
    "tidsrealisme": "plan_id maaneder vurdering",
    "kapasitet": "aar ansvarlig antall_planer antall_uten_dobbelt antall_avledet",
    "kapasitet-aar": "aar antall_planer antall_uten_aar",
    "kapasitet-halvaar": "halvaar antall_planer",
    "belastning-aar": "aar maanedsverk_p10 maanedsverk_p50 maanedsverk_p90",
    "lovdekning": "krav_id status status_etter_plan gjelder_fra",
    "lovdekning-aar": "krav_id aar status status_etter_plan frist senest",
    "lovtrakt": "steg kravslag styrke antall",
    "frister": "krav_id frist senest forfalt",
    "saksgang": "krav_id vedtak start_senest",
    "forventninger": "forventning_id status forste_aar antall_sterk",
    "forventninger-aar": "aar nivaa antall antall_svart antall_naadd",
    "viderefoering": "plan_id gaar_videre forfaller aar",
    "prosessplan": "steg_id siste_dag senest dato",
}
# the columns that tell of time
TIMES = (
    "aar",
    "halvaar",
    "frist",
    "forfalt",
    "vedtak",
    "start_senest",
    "forste_aar",
    "forfaller",
    "siste_dag",
    "dato",
    "gjelder_fra",
)


def later(found: Any, key: str = "") -> Any:
    """Return what a file says, with all that is said of time four years later."""
    if isinstance(found, dict):
        return {name + 4 if isinstance(name, int) else name: later(one, str(name)) for name, one in found.items()}
    if isinstance(found, list | tuple):
        return type(found)(later(one, key) for one in found)
    if isinstance(found, date):
        return found.replace(year=found.year + 4)
    if key not in IN_TIME or not A_TIME.fullmatch(str(found)):
        return found
    text = A_YEAR.sub(lambda year: str(int(year[0]) + 4), str(found))
    return int(text) if isinstance(found, int) else text


@EACH
def test_four_years_later_everywhere_is_four_years_later_in_the_tables_and_no_number_is_another(folder, tmp_path):
    def change(_: str, file: Any) -> Any:
        return later(file)

    register, other = changed(folder, tmp_path / "a", same), changed(folder, tmp_path / "b", change, national=change)
    assert other.periode.fra == register.periode.fra + 4
    for name, columns in ((name, columns.split()) for name, columns in SHIFTED.items()):
        rows = [dict(zip(columns, row, strict=True)) for row in told(name, register, *columns)]
        expected = [tuple(later(cell, "aar") if column in TIMES else cell for column, cell in row.items()) for row in rows]
        assert told(name, other, *columns) == expected, name
