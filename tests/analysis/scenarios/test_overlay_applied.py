"""Nothing new is wrong by laying an option over a register: neither in the file, nor in what the rules say of the result."""

import shutil
from dataclasses import replace

import pytest
from registers import OSTRE_TOTEN, ROOT
from registers_with_scenarios import scenario
from registers_with_work import plan, rows

import planstrategi as ps
from planstrategi.analysis.scenarios.overlay import applied
from planstrategi.analysis.shared.work_years import years_of_work
from planstrategi.api import validate
from planstrategi.checks.run import check
from planstrategi.checks.what_was_read import scope_of
from planstrategi.model.register import Register
from planstrategi.model.scenarios import Dropp, Flytt, Scenario, Scenariofil
from planstrategi.model.vocabulary import UNDER_WAY
from planstrategi.reading.find_registers import catalogue_folder

FOLDERS = [OSTRE_TOTEN, *(fil.parent for fil in sorted((ROOT / "tests/data/gyldig").glob("*/*/register.yaml")))]
ALL = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)


def found(register: Register) -> set[tuple[str, str]]:
    """Return the code and the plan of everything that the rules find."""
    # the options are laid over, and no more to be laid over it
    return {(problem.kode, problem.plan_id) for problem in check(scope_of(replace(register, scenarier=None))).problems}


def years(*years: int) -> str:
    return f"[{', '.join(map(str, years))}]"


def invented(register: Register) -> dict[str, str]:
    """Return one option of each kind that the register has room for, as YAML, each on its own plans."""
    period, worked = register.periode, years_of_work(register)
    inside = {one.id: [year for year in worked[one.id] if year in period.years] for one in register.planer}
    free = [one for one in register.planer if inside[one.id] and not one.inngaar_i]
    alone = next((one.roller[0] for one in register.planer if len(one.roller) == 1 and inside[one.id]), "")
    moved = next((one.id for one in free if inside[one.id] != [period.til]), "")
    dropped = [one.id for one in free if one.aar][-2:]
    area = register.omraader[0].id if register.omraader else ""
    added = f"id: ny-plan, navn: Ny plan, plantype: {register.planer[0].plantype}, planbehov: ny, aar: {years(period.til)}"
    found = {
        "flytt": f"flytt: [{{plan: {moved}, aar: {years(period.til)}}}]" if moved else "",
        "ut": f"flytt: [{{plan: {moved}, aar: {years(period.til, period.til + 1)}}}]" if moved else "",
        "dropp": f"dropp: [{{plan: {dropped[-1]}}}]" if dropped else "",
        "sammen": f"slaa_sammen: [{{planer: [{dropped[0]}], til: {dropped[1]}}}]" if len(dropped) > 1 else "",
        "ny": f"legg_til: [{{{added}}}]",
        "ledig": f"vakanse: [{{rolle: {alone}, fra: {period.til}, maaneder: 12}}]" if alone else "",
        "kapasitet": f"kapasitet: [{{omraade: {area}, aar: {period.til}, maanedsverk: 10}}]" if area else "",
    }
    return {name: change for name, change in found.items() if change}


@pytest.fixture
def written(tmp_path):
    """Return a function that copies a register beside its catalogues, with another scenarier.yaml."""

    def copy(folder, text: str):
        data = tmp_path / "data"
        shutil.copytree(folder, data / "kommuner" / "a" / "b")
        for name in ("nasjonalt", "regionalt"):
            (data / name).symlink_to(catalogue_folder(folder / "register.yaml").with_name(name))
        (data / "kommuner" / "a" / "b" / "scenarier.yaml").write_text(text, "utf-8")
        return data / "kommuner" / "a" / "b"

    return copy


@ALL
def test_options_of_every_kind_are_read_and_applied_without_a_problem_that_was_not_there(written, folder):
    register = ps.load(folder)
    invented_ = invented(register)
    assert len(invented_) >= 2
    text = "per_dato: 2024-06-30\nscenarier:\n" + "".join(scenario(change, name) for name, change in invented_.items())
    copy = written(folder, text)
    was = {(one.kode, one.plan_id) for one in validate(folder).problems}
    assert {(one.kode, one.plan_id) for one in validate(copy).problems} - was == set()
    loaded = ps.load(copy)
    for one in (*register.scenarios(), *loaded.scenarios()):
        changed = applied(loaded, one)
        touched = {plan.id for plan in changed.planer if plan != loaded.plans_by_id().get(plan.id)}
        assert touched or one.kapasitet
        assert {(code, name) for code, name in found(changed) - found(loaded) if name not in touched} == set(), one.navn


@ALL
def test_whatever_years_a_plan_is_moved_to_its_start_and_finish_go_along(folder):
    register = ps.load(folder)
    before, last = found(register), register.periode.til
    for one in register.planer:
        for aar in ((last,), (last, last + 1), (last + 1, last + 2), (last - 1, last), (register.periode.fra,)):
            changed = applied(register, Scenario(id="a", navn="A", flytt=(Flytt(plan=one.id, aar=aar),)))
            new = {code for code, _ in found(changed) - before if code.startswith("REG21")}
            # work that goes on, moved out of the years that are left, is seen by what says that it goes on
            assert new - ({"REG216"} if one.status in UNDER_WAY else set()) == set(), (one.id, aar)
            assert years_of_work(changed)[one.id] == aar


@pytest.mark.parametrize(
    ("fields", "to", "expected"),
    [
        # from [2024, 2025] to one year: the start in the autumn would come after the finish in the spring
        ("aar: [2024, 2025], oppstart: 2024-11, ferdig: 2025-03", "[2026]", ("2026", "2026-03")),
        # a plan without years is given some, and what it said of its start and its finish with them
        ("oppstart: 2024-host, ferdig: 2025", "[2025, 2026]", ("2025-host", "2026")),
        # work that goes on has begun, and does not begin anew
        ("aar: [2024], oppstart: 2024-02, status: under_arbeid", "[2026]", (None, None)),
        ("aar: [2024, 2025], oppstart: 2024-11, ferdig: 2025-03, status: under_arbeid", "[2026]", (None, "2026-03")),
    ],
)
def test_a_start_that_cannot_go_along_is_the_year(build, fields, to, expected):
    register = build([plan("bro", f"planbehov: ny, {fields}")], scenarios=scenario(f"flytt: [{{plan: bro, aar: {to}}}]"))
    (moved,) = applied(register, register.scenarios()[0]).planer
    assert tuple(tid and tid.tekst for tid in (moved.oppstart, moved.ferdig)) == expected


@pytest.mark.parametrize(("fields", "adopted"), [("", "2026"), (", ferdig: 2025", None)])
def test_an_adoption_that_only_a_mark_says_goes_along_and_none_is_made_of_another_finish(build, fields, adopted):
    change = scenario("flytt: [{plan: bro, aar: [2026]}]")
    register = build([plan("bro", f"planbehov: ny, aar: [2025]{fields}")], marks="vedtak", scenarios=change)
    (moved,) = applied(register, register.scenarios()[0]).planer
    assert (moved.skal_vedtas and moved.skal_vedtas.tekst) == adopted


@pytest.mark.parametrize(
    ("to", "years"),
    [
        # one årsverk in 2024 and half of one in 2025, a year later each
        ("[2025, 2026]", [(2024, 0.0), (2025, 12.0), (2026, 6.0)]),
        # in another number of years: all 18 månedsverk, even
        ("[2026]", [(2024, 0.0), (2025, 0.0), (2026, 18.0)]),
        ("[2024, 2025, 2026]", [(2024, 6.0), (2025, 6.0), (2026, 6.0)]),
    ],
)
def test_the_effort_that_the_source_gives_goes_along_with_a_moved_plan(build, to, years):
    given = "planbehov: ny, aar: [2024, 2025], innsats: [{aar: 2024, aarsverk: 1}, {aar: 2025, aarsverk: 0.5}]"
    register = build([plan("bro", given)], scenarios=scenario(f"flytt: [{{plan: bro, aar: {to}}}]"))
    changed = applied(register, register.scenarios()[0])
    assert rows(changed, "belastning-aar", "aar", "maanedsverk_p50") == years


@ALL
def test_what_the_rules_say_changes_no_year_changes_none(folder):
    register = ps.load(folder)
    every = [Scenario(id="a", navn="A", dropp=(Dropp(plan=one.id, sted={"plan": 1}),)) for one in register.planer]
    every += [
        Scenario(id="a", navn="A", flytt=(Flytt(plan=one.id, aar=one.aar, sted={"aar": 1}),))
        for one in register.planer
        if one.aar
    ]
    for one in every:
        alone = replace(register, scenarier=Scenariofil(per_dato=register.per_dato, scenarier=(one,)))
        if "KAP310" in {problem.kode for problem in check(scope_of(alone)).problems}:
            assert years_of_work(applied(register, one)) == years_of_work(register)
