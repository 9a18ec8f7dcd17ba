"""No proposal raises a problem that the register does not have: every one is applied, in two ways, and validated."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from registers import OSTRE_TOTEN, WITH_PLANS
from registers_with_work import kind, span, write_and_load

from planstrategi.analysis.levelling.plans_as_works import GRAINS
from planstrategi.analysis.levelling.proposal import proposed
from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.api import load, validate
from planstrategi.model.problem import Problem, RegisterError
from planstrategi.model.register import Register

REAL = [OSTRE_TOTEN, *WITH_PLANS.values()]
DAYS = (None, "2025-01-01", "2025-09-01", "2026-03-01", "2027-06-30")
YEAR = re.compile(r"\b(20[0-9]{2})\b")


def proposals(register: Register) -> Iterator[dict[str, int]]:
    """Give every choice that is proposed, by either weight, as how many years each plan moves."""
    for vekt in GRAINS:
        found = proposed(register, vekt)
        stood = {work.id: work.start for work in found.case.works}
        yield from ({name: one.starts[name] - stood[name] for name in one.moved} for one in (*found.choices[1:], found.best))


def raised(before: tuple[Problem, ...] | list[Problem], after: list[Problem]) -> Counter:
    """Return the problems that are new, or more, whatever their severity: by rule and plan."""
    first, second = (Counter((one.kode, one.plan_id) for one in found) for found in (before, after))
    return second - first


def shifted(text: str, by: int) -> str:
    """Return a plan in YAML with its marks so many years later."""
    marks = re.compile(r"(\b(?:aar|merker): )(\[[^]]*\]|\{[^}]*\})")
    # the years of the source's own amounts are no marks
    inside = re.search(r"innsats: \[[^]]*\]", text)
    kept = inside[0] if inside else "\0"
    moved = marks.sub(lambda found: found[1] + YEAR.sub(lambda year: str(int(year[1]) + by), found[2]), text.replace(kept, "\0"))
    return moved.replace("\0", kept)


# The real registers, and the invented and shortened ones.


def copied(folder: Path, target: Path) -> Path:
    """Return a copy of a register's folder, under catalogues that are the same."""
    root = next(above for above in folder.parents if (above / "nasjonalt").is_dir())
    target.mkdir()
    for name in ("nasjonalt", "regionalt"):
        if (root / name).is_dir():
            (target / name).symlink_to(root / name)
    return Path(shutil.copytree(folder, target / "kommuner" / "prove" / folder.name))


def applied(folder: Path, moves: dict[str, int]) -> None:
    """Write the moves of plans to the register of a folder."""
    register = folder / "register.yaml"
    head, *plans = re.split(r"(?m)^(?=  - \{?id: )", register.read_text("utf-8"))
    name = re.compile(r"  - \{?id: ([^\s,]+)")
    register.write_text(head + "".join(shifted(one, moves.get(name.match(one)[1], 0)) for one in plans), "utf-8")


@pytest.mark.parametrize("folder", REAL, ids=lambda folder: folder.parent.name)
def test_no_proposal_for_a_register_raises_a_problem(folder, tmp_path):
    for number, day in enumerate(DAYS):
        try:
            register = load(folder, day)
        except RegisterError:
            continue  # the day lies before the register's own
        for each, moves in enumerate(proposals(register)):
            copy = copied(folder, tmp_path / f"{number}-{each}")
            years = {name: tuple(year + by for year in years_in_period(register)[name]) for name, by in moves.items()}
            flytt = "".join(f"      - {{plan: {name}, aar: [{', '.join(map(str, aar))}]}}\n" for name, aar in years.items())
            if flytt:
                scenario = f"per_dato: 2024-01-01\nscenarier:\n  - id: utjevnet\n    navn: Utjevnet\n    flytt:\n{flytt}"
                (copy / "scenarier.yaml").write_text(scenario, "utf-8")
                assert not raised(register.problemer, validate(copy, day).problems), (day, moves)
                (copy / "scenarier.yaml").unlink()
            applied(copy, moves)
            after = validate(copy, day)
            assert not raised([one for one in register.problemer if not one.fil.endswith("scenarier.yaml")], after.problems), (
                day,
                moves,
            )
            assert {name: years_in_period(after.register)[name] for name in moves} == years, (day, moves)


# Invented registers, with everything that years can break.

KINDS = [
    kind(name.replace("_", "-"), span(*effort), span(months), types="[temaplan, strategi, uavklart]", needs=f"[{name}]")
    for name, effort, months in (("ny", (2, 6, 12), 18), ("revisjon", (1, 2, 6), 12), ("mindre_endring", (1,), 6))
]
MARKS = (
    "arbeid",
    "oppstart",
    "vedtak",
    "{O: oppstart, V: vedtak, X: arbeid}",
    "{O: oppstart, V: vedtak}",
    "{H: hast, X: arbeid}",
)
NEEDS = ("ny", "revisjon", "mindre_endring", "full_revisjon", "avklares", "viderefores", "oppheves", "utgaar", None)
STATUS = ("ikke_startet", "utredes", "venter", "gjeldende", "under_arbeid", None, None, None)


def moment(random: Random, near: int) -> str:
    year = near + random.choice((-1, 0, 0, 0, 0, 1))
    return random.choice((f"{year}", f"{year}-host", f"{year}-H1", f"{year}-06-30", f"{year}-{year + 1}"))


def invented_plan(random: Random, name: str, others: list[str], marks: str) -> str:
    years = sorted(random.sample(range(2024, 2028), random.choice((1, 1, 1, 2, 2, 3))))
    if random.random() < 0.7:
        years = list(range(years[0], years[0] + min(len(years), 2028 - years[0])))
    signs = [sign for sign in "OVXH" if f"{sign}: " in marks]
    fields: dict[str, object] = {"planbehov": random.choice(NEEDS), "status": random.choice(STATUS)}
    fields["aar"] = years if random.random() < 0.9 else None
    if signs and fields["aar"]:
        fields["merker"] = "{" + ", ".join(f"{year}: {random.choice(signs)}" for year in years) + "}"
    maybe = {
        "oppstart": moment(random, years[0]), "ferdig": moment(random, years[-1]), "skal_vedtas": moment(random, years[-1]),
        "gyldig_til": moment(random, years[-1]), "foer_utlop": "ja", "aarlig": "[handlingsdel]",
        "innsats": f"[{{aar: {years[0]}, timer: 70}}]", "eier": "fylkeskommune",
        "samordnes_med": f"[{random.choice(others)}]", "venter_paa": f"[{{hva: den, plan: {random.choice(others)}}}]",
        "inngaar_i": f"[{random.choice(others)}]", "kan_inngaa_i": f"[{random.choice(others)}]",
    }  # fmt: skip
    fields |= {felt: value for felt, value in maybe.items() if random.random() < (0.2 if felt in SELDOM else 0.07)}
    # what is replaced, and what is to be revised in time, runs out
    ends = {"gyldig_til": moment(random, years[-1])}
    if random.random() < 0.15:
        fields |= {"planbehov": "erstattes", "erstattes_av": f"[{random.choice(others)}]"} | ends
    elif "foer_utlop" in fields:
        fields |= ends
    said = "".join(f", {felt}: {value}" for felt, value in fields.items() if value)
    return f"id: {name}, navn: {name.capitalize()}, plantype: temaplan, ansvarlig: nord{said}"


SELDOM = ("gyldig_til", "samordnes_med", "venter_paa")


@pytest.mark.parametrize("block", range(8))
def test_no_proposal_for_an_invented_register_raises_a_problem(block, tmp_path):
    moved = 0
    for seed in range(60 * block, 60 * block + 60):
        random = Random(seed)
        marks, names = random.choice(MARKS), [f"p{number}" for number in range(random.randint(4, 9))]
        plans = [invented_plan(random, name, [one for one in names if one != name], marks) for name in names]
        how = {"last": 2027, "marks": marks, "dato": random.choice(("2024-01-01", "2024-01-01", "2024-06-30", "2025-01-01"))}
        try:
            register = write_and_load(tmp_path, plans, KINDS, **how)
        except RegisterError:
            continue
        for moves in proposals(register):
            after = write_and_load(tmp_path, [shifted(one, moves.get(one.split(",")[0][4:], 0)) for one in plans], KINDS, **how)
            assert not raised(register.problemer, list(after.problemer)), (seed, marks, moves, plans)
            for name, by in moves.items():
                years = tuple(year + by for year in years_in_period(register)[name])
                assert years_in_period(after)[name] == years, (seed, marks, moves, plans)
            moved += bool(moves)
    assert moved > 10
