"""What `make data` writes is up to date, and data/README.md says the same as the code."""

import re
import textwrap

import pytest
from registers import FJORDVIK, REFERENCES, ROOT

from planstrategi.api import validate
from planstrategi.checks.all_rules import RULES
from planstrategi.model.data_files import FILER
from planstrategi.model.fields import ListOf, Record, specs
from planstrategi.model.problem import problems_as_text, waived_as_text
from planstrategi.reading.codes import CODES, CONTENT_CODES
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.yaml_reader import YamlReader
from planstrategi.reference.generate import expected_files
from planstrategi.reference.guide import reference
from planstrategi.reference.schema import records

README = reference()
ALL_RECORDS = list(dict.fromkeys(post for kind in FILER for post in records(kind.post)))
ALL_FIELDS = [(post, spec) for post in ALL_RECORDS for spec in specs(post).values()]
FIELD_IDS = [f"{post.__name__}.{spec.navn}" for post, spec in ALL_FIELDS]


@pytest.mark.parametrize("path", expected_files(ROOT), ids=lambda path: path.name)
def test_a_generated_file_is_up_to_date(path):
    assert path.exists(), f"{path} is missing: run make data"
    assert path.read_text("utf-8") == expected_files(ROOT)[path], f"{path} is out of date: run make data"


def test_no_schema_is_left_over():
    assert set((ROOT / "data" / "skjema").iterdir()) == {path for path in expected_files(ROOT) if path.parent.name == "skjema"}


WORDS = "planstrategi.intake.words"


def every_record() -> set[type]:
    """Return the names of all record classes of any module, but for the words of intake, which no user has a file of."""
    found, todo = set(), [Record]
    for one in todo:
        todo += one.__subclasses__()
        found |= (
            {one.__qualname__}
            if "kalles" in vars(one) and one.__module__.startswith("planstrategi.") and one.__module__ != WORDS
            else set()
        )
    return found


def test_every_record_has_a_name_and_a_description():
    assert {post.__qualname__ for post in ALL_RECORDS} == every_record()
    assert len({post.kalles for post in ALL_RECORDS}) == len(ALL_RECORDS)
    for post in ALL_RECORDS:
        assert f"#### {post.kalles}\n\n{post.__doc__}\n" in README
        assert post.__doc__.endswith(".")


@pytest.mark.parametrize(("post", "spec"), ALL_FIELDS, ids=FIELD_IDS)
def test_a_field_is_explained_in_a_sentence(post, spec):
    assert spec.betydning[0].isupper()
    assert spec.betydning.endswith(".")
    section = README.split(f"#### {post.kalles}\n")[1].split("\n#")[0]
    assert f"\n| `{spec.navn}` | {spec.betydning} | " in section
    for word in getattr(getattr(spec.innhold, "av", spec.innhold), "valg", ()):
        assert f"`{word}`" in section


@pytest.mark.parametrize(("post", "spec"), ALL_FIELDS, ids=FIELD_IDS)
def test_an_example_is_what_the_reader_accepts(post, spec):
    notes = ReadNotes("prove.yaml", "REG")
    YamlReader(f"{spec.navn}: {spec.eksempel}" if spec.eksempel else "{}", notes, {}).read(post)
    assert {problem.kode for problem in notes.problems} <= {"FIL031"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kode)
def test_a_rule_is_explained(rule):
    (row,) = (line for line in README.splitlines() if line.startswith(f"| {rule.kode} | "))
    for part in (rule.alvor, rule.melding, rule.tillatt, rule.rettes_av):
        assert f"| {part} |" in row


def test_every_code_is_explained_once():
    explained = [line[2:8] for line in README.splitlines() if re.match(r"\| [A-Z]{3}[0-9]{3} \|", line)]
    codes = [*(rule.kode for rule in RULES), *CODES, *CONTENT_CODES, *REFERENCES]
    assert sorted(explained) == sorted(codes)


def test_every_link_in_the_reference_leads_to_a_heading():
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    slugs = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", README)) <= slugs


def code_blocks() -> list[str]:
    return [textwrap.dedent(block) for block in re.findall(r"```(?:yaml)?\n(.*?)\n *```", README, re.DOTALL)]


@pytest.fixture
def with_example(tmp_path):
    """Return a function that validates the invented register with the plan of the reference added."""
    (plan,) = (textwrap.indent(block, "  ") for block in code_blocks() if block.startswith("- id: klima-"))

    def add(change=("", ""), after=""):
        before, rest = (FJORDVIK / "register.yaml").read_text("utf-8").split("\nomtalt:\n")
        text = before.replace("antall_rader: 4", "antall_rader: 5") + f"\n{plan.replace(*change)}\n\nomtalt:\n{rest}"
        for source in (FJORDVIK.parents[2] / "nasjonalt").iterdir():
            (tmp_path / "nasjonalt").mkdir(exist_ok=True)
            (tmp_path / "nasjonalt" / source.name).write_bytes(source.read_bytes())
        (tmp_path / "register.yaml").write_text(text + after, "utf-8")
        return validate(tmp_path)

    return add


def test_the_example_of_a_new_plan_gives_no_warning(with_example):
    found = with_example()
    assert found.register is not None
    assert {problem.kode for problem in found.problems} == {"REG241"}


def test_the_example_of_a_problem_is_what_is_said(with_example):
    (said,) = (block for block in code_blocks() if block.startswith("register.yaml:"))
    found = with_example(("aar: [2029, 2030]", "aar: [2029, 2030, 2031]"))
    lines = [line.rsplit("/", 1)[-1] for line in problems_as_text([p for p in found.problems if p.kode != "REG241"])]
    assert lines == [said]


def test_the_example_of_a_waiver_covers_a_problem(with_example):
    (waiver,) = (block for block in code_blocks() if block.startswith("unntak:"))
    found = with_example(after=waiver)
    assert [(w.problem.kode, w.problem.plan_id) for w in found.waived] == [("REG241", "klima-og-energiplan")]
    assert "kommunedirektøren" in waived_as_text(found.waived)[0]


def test_the_examples_of_marks_effort_and_other_rows_are_a_register(tmp_path):
    """Together they are tables, plans and other rows: nothing is wrong but that no role and no decision is given."""
    section = README.split("## Slik skrives merker, innsats og andre rader")[1].split("\n## ")[0]
    tables, signs, amounts, others = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    head = (FJORDVIK / "register.yaml").read_text("utf-8").split("\ntabeller:\n")[0]
    (tmp_path / "nasjonalt").symlink_to(FJORDVIK.parents[2] / "nasjonalt")
    (tmp_path / "register.yaml").write_text(f"{head}\n{tables}planer:\n{signs}{amounts}{others}", "utf-8")
    found = validate(tmp_path)
    assert {problem.kode for problem in found.problems} == {"REG241", "REG244"}
    havneplan = found.register.plans_by_id()["havneplan"]
    assert [mark[1:] for mark in found.register.marks(havneplan)] == [("O", "oppstart"), ("V", "vedtak")]
    assert [plan.id for plan in found.register.planer if plan.year_is_lost] == ["sentrumsplan"]
    assert [plan.id for plan in found.register.planer if plan.is_others] == ["elveplan"]


def test_the_examples_of_the_two_files_of_judgements_are_whole_and_valid(tmp_path):
    """They stand beside the invented register, with the national catalogues; only the fingerprints of a law are missing."""
    (tmp_path / "nasjonalt").symlink_to(ROOT / "data" / "nasjonalt")
    register = (FJORDVIK / "register.yaml").read_text("utf-8")
    folder = tmp_path / "kommuner" / "fjordvik" / "2028-2031"
    (folder / "vurderinger").mkdir(parents=True)
    (folder / "register.yaml").write_text(register.replace("krav: ps-prosess", "krav: ps-medvirkning-debatt"), "utf-8")
    for name in ("vurderinger/lovkrav.yaml", "vurderinger/forventninger.yaml"):
        (example,) = (block for block in code_blocks() if block.startswith(f"# {name}"))
        (folder / name).write_text(example, "utf-8")
    found = validate(folder)
    assert {one.kode for one in found.problems if "/vurderinger/" in one.fil} == {"LOV307"}
    assert (
        len(found.register.judgement_sets()) == len(found.register.legal_judgement_sets()) == len(found.register.left_out()) == 1
    )
    assert found.register.legal_judgement_sets()[0].ordlyd == "2028-01-01"


@pytest.mark.parametrize("name", ["forutsetninger", "scenarier", "navnebytter", "prosessplan", "merknader"])
def test_an_example_of_a_file_is_one_that_can_be_copied_whole(name):
    (kind,) = (kind for kind in FILER if kind.navn == f"{name}.yaml")
    first = {"forutsetninger": "innsats", "prosessplan": "fra"}.get(name, name)
    (example,) = (
        block for block in code_blocks() if block.startswith("per_dato:") and block.split("\n")[1].startswith(f"{first}:")
    )
    notes = ReadNotes(kind.navn, kind.familie)
    YamlReader(example, notes, {}).read(kind.post)
    assert notes.problems == []


def test_a_list_of_years_is_the_only_one_that_must_rise():
    rising = {spec.navn for _, spec in ALL_FIELDS if isinstance(spec.innhold, ListOf) and spec.innhold.stigende}
    assert rising == {"aar"}
    assert "| liste i stigende rekkefølge: et helt tall" in README
