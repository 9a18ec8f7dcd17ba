"""Each case in tests/data/ugyldig/ says in itself which problems it has, and gets those and no others.

A case is a file, or a folder with a whole small tree (register, judgements, catalogues). The first or last line of a
file states its problems: `# forventer: KODE LINJE KODE LINJE …`. A new case is a new file; no code changes.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from registers import FJORDVIK, REFERENCES, ROOT

from planstrategi.api import validate
from planstrategi.checks.all_rules import RULES, rules_of
from planstrategi.checks.rules import plan_rule
from planstrategi.model.problem import Problem
from planstrategi.reading.codes import CODES, CONTENT_CODES
from planstrategi.reading.register_files import read_register
from planstrategi.reading.text_file import SIZE_LIMIT

UGYLDIG = ROOT / "tests" / "data" / "ugyldig"
GRENSETILFELLER = ROOT / "tests" / "data" / "gyldig" / "grensetilfeller.yaml"
CASES = sorted(path for path in UGYLDIG.iterdir() if path.is_dir() or path.suffix == ".yaml")
STATEMENT = re.compile(r"# forventer:((?: [A-Z]{3}[0-9]{3} [1-9][0-9]*)+)")
# what no .yaml file in a repository can have and state; the tests below make it
TESTED_HERE = {"FIL001", "FIL002", "FIL003", "FIL004", "FIL005"}
# what only several registers can have
TESTED_WITH_OTHERS = {"FIL009", "FIL021"}
# what libyaml says of bad YAML, and PyYAML around it
ENGLISH = re.compile(
    r"\b(the|while|did not|found|expected|could not|mapping|scalar|sequence|token|parsing|scanning|error|allowed)\b"
)


def files(case: Path) -> list[Path]:
    return sorted(case.rglob("*.yaml")) if case.is_dir() else [case]


def text(file: Path) -> str:
    data = file.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def stated(file: Path) -> list[tuple[str, int, str]]:
    lines = text(file).removesuffix("\n").split("\n")
    match = STATEMENT.fullmatch(lines[0]) or STATEMENT.fullmatch(lines[-1])
    words = match[1].split() if match else []
    return [(file.name, int(line), code) for code, line in zip(words[::2], words[1::2], strict=True)]


def expected(case: Path) -> list[tuple[str, int, str]]:
    return sorted(problem for file in files(case) for problem in stated(file))


def found(case: Path) -> list[tuple[str, int, str]]:
    return sorted((Path(p.fil).name, p.linje, p.kode) for p in validate(case).problems)


def codes_in(problems: list[Problem]) -> list[str]:
    return [problem.kode for problem in problems]


def test_there_are_cases():
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_has_the_problems_it_states_and_no_others(case):
    assert expected(case), f"{case.name} does not state what it expects"
    assert found(case) == expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_named_after_a_problem_it_states(case):
    assert case.name[:7] in {f"{code}-" for _, _, code in expected(case)}


def test_every_code_has_a_case():
    of_files = {code for code in CODES if code.startswith("FIL")}
    codes = {rule.kode for rule in RULES} | of_files | CONTENT_CODES.keys() | REFERENCES
    in_cases = {code for case in CASES for _, _, code in expected(case)}
    assert codes - in_cases == TESTED_HERE | TESTED_WITH_OTHERS
    assert in_cases <= codes


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_problem_says_where_what_and_what_to_do_in_norwegian(case):
    for problem in validate(case).problems:
        assert problem.melding.endswith((".", "?")), problem
        assert problem.tillatt or problem.skriv, problem
        assert problem.rettes_av in ("registerfører", "planeier"), problem
        assert problem.alvor in ("feil", "advarsel", "merknad"), problem
        assert problem.linje >= 1, problem
        assert problem.kolonne >= 1, problem
        words = " ".join((problem.melding, problem.tillatt, problem.skriv, problem.funnet))
        assert not ENGLISH.search(words), words
        assert words.isprintable(), repr(words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_place_is_within_its_file(case):
    for problem in validate(case).problems:
        line = text(Path(problem.fil)).split("\n")[problem.linje - 1]
        assert problem.kolonne <= len(line) + 1, (problem, line)


def test_what_is_as_near_the_rules_as_can_be_breaks_none_of_them():
    validated = validate(GRENSETILFELLER)
    assert validated.problems == []
    assert [(waived.problem.plan_id, waived.problem.kode) for waived in validated.waived] == [("unntatt", "REG207")]


def test_another_municipality_with_other_tables_and_no_roles_has_nothing_but_notes():
    validated = validate(FJORDVIK)
    assert validated.register is not None
    assert set(codes_in(validated.problems)) == {"REG241", "FOR290"}
    assert validated.register.judgement_sets() == ()


def test_only_errors_and_a_period_that_nobody_knows_stop_a_computation():
    for case in CASES:
        validated = validate(case)
        wrong = any(problem.alvor == "feil" or problem.kode == "REG292" for problem in validated.problems)
        assert (validated.register is None) == wrong, case.name


def test_a_file_that_does_not_exist(tmp_path):
    assert codes_in(validate(tmp_path / "register.yaml").problems) == ["FIL001"]
    assert codes_in(validate(tmp_path / "mappe" / "register.yaml").problems) == ["FIL001"]
    assert codes_in(validate(FJORDVIK / "register.yaml" / "register.yaml").problems) == ["FIL001"]
    assert codes_in(validate(tmp_path / ("x" * 300)).problems) == ["FIL001"]
    assert codes_in(validate("reg\0ister.yaml").problems) == ["FIL001"]


def test_a_folder_without_a_register(tmp_path):
    (problem,) = validate(tmp_path).problems
    assert (problem.kode, Path(problem.fil).name) == ("FIL001", "register.yaml")


def test_a_folder_with_the_name_of_the_register(tmp_path):
    (tmp_path / "register.yaml").mkdir()
    assert codes_in(validate(tmp_path).problems) == ["FIL002"]
    assert codes_in(validate(tmp_path / "register.yaml").problems) == ["FIL002"]


def test_a_file_above_the_size_limit_is_not_read(tmp_path):
    with (tmp_path / "register.yaml").open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    (problem,) = validate(tmp_path).problems
    assert problem.kode == "FIL004"
    assert str(SIZE_LIMIT) in problem.funnet


@pytest.mark.parametrize("content", [b"", b"\n\n", b"   \n", b"\xef\xbb\xbf"])
def test_an_empty_file(tmp_path, content):
    (tmp_path / "register.yaml").write_bytes(content)
    problems = [p for p in validate(tmp_path).problems if Path(p.fil).name == "register.yaml"]
    assert [(p.kode, p.linje, p.kolonne) for p in problems][-1] == ("FIL012", 1, 1)
    assert codes_in(problems[:-1]) == ["FIL011"] * content.startswith(b"\xef")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "register.yaml")
    script = "import sys; from planstrategi.api import validate; print(*[p.kode for p in validate(sys.argv[1]).problems])"
    command = [sys.executable, "-c", script, str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    assert run.stdout.split() == ["FIL001"]


def as_nobody(path: Path) -> str:
    """Return the codes and file names that a user without rights gets for a path."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setuid(65534)
            problems = validate(path).problems
            os.write(write, " ".join(f"{p.kode}:{Path(p.fil).name}" for p in problems).encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer


NEEDS_FORK = pytest.mark.skipif(
    not hasattr(os, "fork") or os.geteuid() != 0, reason="only root can become another user, and only where there is fork"
)


def open_to_all(path: Path) -> None:
    """Let every user into a folder, however deep below the temporary folder it lies."""
    for folder in (path, *path.parents):
        if folder.stat().st_mode & 0o5 != 0o5:
            folder.chmod(0o755)


@NEEDS_FORK
@pytest.mark.parametrize("locked", ["register.yaml", "."])
def test_a_register_without_read_permission(tmp_path, locked):
    open_to_all(tmp_path)
    folder = tmp_path / "fjordvik"
    folder.mkdir()
    (folder / "register.yaml").write_bytes((FJORDVIK / "register.yaml").read_bytes())
    (folder / locked).chmod(0)
    assert as_nobody(folder / "register.yaml") == "FIL003:register.yaml"


@NEEDS_FORK
@pytest.mark.parametrize("locked", ["kommuner", "kommuner/fjordvik", "kommuner/fjordvik/2028-2031"])
def test_a_folder_of_registers_that_nobody_may_look_into_is_not_taken_for_empty(tmp_path, locked):
    open_to_all(tmp_path)
    folder = tmp_path / "kommuner/fjordvik/2028-2031"
    folder.mkdir(parents=True)
    (folder / "register.yaml").write_bytes((FJORDVIK / "register.yaml").read_bytes())
    (tmp_path / locked).chmod(0)
    assert as_nobody(tmp_path) == "FIL003:register.yaml"


@NEEDS_FORK
def test_judgements_without_read_permission_are_not_taken_for_absent(tmp_path):
    open_to_all(tmp_path)
    for name in ("register.yaml", "vurderinger/forventninger.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((FJORDVIK / name).read_bytes())
    (tmp_path / "nasjonalt").mkdir()
    for source in (FJORDVIK.parents[2] / "nasjonalt").iterdir():
        (tmp_path / "nasjonalt" / source.name).write_bytes(source.read_bytes())
    assert "FIL003" not in as_nobody(tmp_path)
    (tmp_path / "vurderinger").chmod(0)
    found = [word for word in as_nobody(tmp_path).split() if not word.startswith("REG")]
    assert found == ["FIL003:forventninger.yaml", "FIL003:lovkrav.yaml"]


@NEEDS_FORK
def test_a_folder_of_counties_that_may_not_be_looked_into_is_no_crash(tmp_path):
    open_to_all(tmp_path)
    (tmp_path / "register.yaml").write_bytes((FJORDVIK / "register.yaml").read_bytes())
    (tmp_path / "regionalt").mkdir(mode=0o311)
    assert "FIL007:register.yaml" in as_nobody(tmp_path / "register.yaml").split()


def test_no_rule_would_strike_a_plan_that_has_none_of_the_fields_it_waits_for():
    registers = [read_register(path).register for path in CASES if path.name.startswith("REG2") and path.is_file()]
    struck = [
        (rule.kode, plan.id)
        for register in registers
        for plan in (register.planer if register else ())
        for rule in rules_of(plan_rule)
        if rule.naar.isdisjoint(plan.sted) and any(rule.find(plan, register))
    ]
    assert len(registers) > 50
    assert struck == []
