"""How problems are shown: lines for people, annotations for GitHub, rows for a table."""

import json
import random
from dataclasses import replace

import pytest

from planstrategi.api import validate
from planstrategi.model.problem import (
    ADVARSEL,
    FEIL,
    MERKNAD,
    Problem,
    RegisterError,
    Unntatt,
    as_github,
    errors,
    gravest_first,
    problem_summary,
    problems_as_text,
    waived_as_text,
)

EXPIRED = Problem(
    fil="fjordvik/register.yaml",
    linje=19,
    kolonne=17,
    kode="REG203",
    alvor="advarsel",
    plan_id="kulturplan",
    navn="Kulturplan",
    melding="Gyldigheten løp ut før perioden.",
    funnet="gyldig til 2027, perioden begynner i 2028",
    tillatt="gyldighet som rekker inn i perioden",
    skriv="",
    rettes_av="planeier",
)
NO_FILE = Problem(
    fil="fjordvik/register.yaml",
    linje=1,
    kolonne=1,
    kode="FIL001",
    alvor="feil",
    plan_id="",
    navn="",
    melding="Filen finnes ikke.",
    funnet="",
    tillatt="",
    skriv="Kontroller mappenavnet, eller lag filen.",
    rettes_av="registerfører",
)
NO_ROLE = replace(EXPIRED, kode="REG241", alvor="merknad", melding="Ingen rolle er oppgitt.", funnet="ingen rolle")


def many(problem, count, **changes):
    """Return the problem once for each of the plans plan-1, plan-2 …, on lines 10, 20 …"""
    return [replace(problem, plan_id=f"plan-{i}", linje=10 * i, **changes) for i in range(1, count + 1)]


# text


def test_a_line_says_where_what_what_is_allowed_and_who_mends_it():
    assert problems_as_text([EXPIRED]) == [
        "fjordvik/register.yaml:19:17: advarsel REG203 [kulturplan] Gyldigheten løp ut før perioden. "
        "Fant: gyldig til 2027, perioden begynner i 2028. Tillatt: gyldighet som rekker inn i perioden. "
        "(rettes av planeier)"
    ]


def test_what_is_unknown_is_left_out_of_the_line():
    assert problems_as_text([NO_FILE]) == [
        "fjordvik/register.yaml:1:1: feil FIL001 Filen finnes ikke. "
        "Rett slik: Kontroller mappenavnet, eller lag filen. (rettes av registerfører)"
    ]


def test_a_problem_is_one_line_whatever_the_text_it_found():
    (line,) = problems_as_text([replace(EXPIRED, funnet="venter på\n  fylket\r\nog staten")])
    assert "Fant: venter på fylket og staten. " in line
    assert line.isprintable()


def test_five_plans_with_the_same_warning_are_five_lines():
    assert len(problems_as_text(many(NO_ROLE, 5))) == 5


def test_six_plans_with_the_same_warning_are_one_line_with_every_plan_and_line():
    assert problems_as_text(many(NO_ROLE, 6)) == [
        "fjordvik/register.yaml:10:17: merknad REG241 Ingen rolle er oppgitt. "
        "Gjelder 6 steder (linje i parentes): plan-1 (10), plan-2 (20), plan-3 (30), plan-4 (40), plan-5 (50), "
        "plan-6 (60). (rettes av planeier)"
    ]


def test_the_gathered_line_stands_where_the_first_of_them_stood():
    mixed = sorted([*many(NO_ROLE, 6), EXPIRED, replace(EXPIRED, linje=5)])
    assert [line.split(" ")[2] for line in problems_as_text(mixed)] == ["REG203", "REG241", "REG203"]


def test_two_codes_are_gathered_apart():
    mixed = sorted([*many(NO_ROLE, 6), *many(EXPIRED, 7)])
    assert [line.count("plan-") for line in problems_as_text(mixed)] == [7, 6]


def test_errors_are_never_gathered():
    assert len(problems_as_text(many(NO_FILE, 50))) == 50


def test_what_concerns_no_plan_is_named_by_what_was_found():
    unused = [replace(NO_ROLE, plan_id="", linje=i, funnet=f"rolle-{i} er ikke brukt") for i in range(1, 7)]
    (line,) = problems_as_text(unused)
    assert "rolle-1 er ikke brukt (1), rolle-2 er ikke brukt (2), " in line


def test_advice_made_for_one_plan_is_not_given_to_all():
    (line,) = problems_as_text([*many(NO_ROLE, 5, skriv="aar: [2028]"), replace(NO_ROLE, linje=60, skriv="aar: [2029]")])
    assert "aar:" not in line
    (line,) = problems_as_text(many(NO_ROLE, 6, skriv="vedtatt_av: …"))
    assert line.endswith("plan-6 (60). Rett slik: vedtatt_av: … (rettes av planeier)")


def test_nothing_wrong_is_no_lines():
    assert problems_as_text([]) == as_github([]) == waived_as_text([]) == []


# the summary


@pytest.mark.parametrize(
    "counts, waived, sentence",
    [
        ((0, 0, 0), 0, "0 feil, 0 advarsler og 0 merknader."),
        ((1, 1, 1), 0, "1 feil, 1 advarsel og 1 merknad."),
        ((2, 2, 2), 1, "2 feil, 2 advarsler og 2 merknader. 1 problem er unntatt."),
        ((0, 11, 22), 3, "0 feil, 11 advarsler og 22 merknader. 3 problem er unntatt."),
    ],
)
def test_the_summary_counts_in_norwegian(counts, waived, sentence):
    problems = [
        replace(EXPIRED, alvor=alvor)
        for alvor, count in zip(("feil", "advarsel", "merknad"), counts, strict=True)
        for _ in range(count)
    ]
    assert problem_summary(problems, [Unntatt(EXPIRED, "Avtalt.", "plansjef", "2028-12-31")] * waived) == sentence


# waivers


def test_a_waiver_says_who_until_when_and_why():
    assert waived_as_text([Unntatt(EXPIRED, "Ny plan vedtas\ni mai.", "plansjef", "2028-12-31")]) == [
        "fjordvik/register.yaml:19:17: unntak REG203 [kulturplan] til 2028-12-31, bestemt av plansjef: Ny plan vedtas i mai."
    ]


def test_a_waiver_of_what_concerns_no_plan():
    (line,) = waived_as_text([Unntatt(replace(EXPIRED, plan_id=""), "Avtalt.", "plansjef", "2028-12-31")])
    assert "unntak REG203 [–] til" in line


# GitHub


def test_a_github_annotation_has_its_place_in_properties():
    assert as_github([EXPIRED, NO_FILE, NO_ROLE]) == [
        "::warning file=fjordvik/register.yaml,line=19,col=17,title=REG203::advarsel REG203 [kulturplan] "
        "Gyldigheten løp ut før perioden. Fant: gyldig til 2027, perioden begynner i 2028. "
        "Tillatt: gyldighet som rekker inn i perioden. (rettes av planeier)",
        "::error file=fjordvik/register.yaml,line=1,col=1,title=FIL001::feil FIL001 Filen finnes ikke. "
        "Rett slik: Kontroller mappenavnet, eller lag filen. (rettes av registerfører)",
        "::notice file=fjordvik/register.yaml,line=19,col=17,title=REG241::merknad REG241 [kulturplan] "
        "Ingen rolle er oppgitt. Fant: ingen rolle. Tillatt: gyldighet som rekker inn i perioden. "
        "(rettes av planeier)",
    ]


def test_github_never_gathers_since_each_line_gets_its_own_mark():
    assert len(as_github(many(NO_ROLE, 6))) == 6


def test_nothing_in_a_github_annotation_can_begin_a_new_command():
    (line,) = as_github([replace(EXPIRED, melding="100 %\r\n::set-env::x", fil="a: b,c\n::d.yaml")])
    assert "\n" not in line
    assert "\r" not in line
    assert line.startswith("::warning file=a%3A b%2Cc%0A%3A%3Ad.yaml,line=19,col=17,title=REG203::advarsel REG203 ")
    assert "100 %25%0D%0A" in line


# rows


def test_a_row_has_the_columns_of_the_table_and_unknown_is_none():
    assert NO_FILE.as_dict() == {
        "kode": "FIL001",
        "alvor": "feil",
        "plan_id": None,
        "navn": None,
        "fil": "fjordvik/register.yaml",
        "linje": 1,
        "kolonne": 1,
        "melding": "Filen finnes ikke.",
        "rettes_av": "registerfører",
        "funnet": None,
        "tillatt": None,
        "skriv": "Kontroller mappenavnet, eller lag filen.",
    }
    assert list(NO_FILE.as_dict())[:9] == [
        "kode", "alvor", "plan_id", "navn", "fil", "linje", "kolonne", "melding", "rettes_av",
    ]  # fmt: skip
    assert json.loads(json.dumps(NO_FILE.as_dict())) == NO_FILE.as_dict()


# order, severity, the exception


def test_problems_are_in_order_of_file_line_and_column():
    problems = [
        replace(EXPIRED, fil=fil, linje=line, kolonne=column)
        for fil in ("a.yaml", "b.yaml")
        for line in (2, 10)
        for column in (3, 20)
    ]
    shuffled = problems.copy()
    random.Random(1).shuffle(shuffled)
    assert shuffled != problems
    assert sorted(shuffled) == problems


def test_only_errors_stop_a_computation():
    assert errors([EXPIRED, NO_FILE, NO_ROLE]) == [NO_FILE]


def test_the_exception_carries_the_problems_and_says_them():
    error = RegisterError([NO_FILE, EXPIRED])
    assert error.problemer == (NO_FILE, EXPIRED)
    assert str(error).splitlines() == ["", *problems_as_text([NO_FILE, EXPIRED])]


# the same for a register that is read

REGISTER = """\
kommune: {navn: Fjordvik, nummer: '9901', fylke: kystfylket}
periode: {fra: 2028, til: 2031}
per_dato: 2028-06-30
dokument: {tittel: Planstrategi for Fjordvik}
omraader: [{id: teknisk, navn: Teknisk}]
roller: [{id: planlegger, navn: Planlegger, omraade: teknisk}]
tabeller: [{id: temaplan, navn: Temaplaner, antall_rader: 1, merket_betyr: arbeid}]
planer:
  - id: havneplan
    navn: Havneplan
    plantype: temaplan
    kilde: {tabell: temaplan, rad: 1}
    planbehov: revisjon
    foer_utlop: ja
    ansvarlig: teknisk
    roller: [planlegger]
    venter_paa:
      - andre: ja
        hva: |
          svar fra
          fylket
unntak:
  - kode: REG234
    plan: havneplan
    grunn: |
      Fylket har lovet svar
      før sommeren.
    hvem: plansjef
    til: 2028-06-30
"""


@pytest.fixture
def validated(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nasjonalt").mkdir()
    (tmp_path / "nasjonalt" / "plantyper.yaml").write_text(
        "{per_dato: 2028-01-15, kilde: Oppdiktet, plantyper: [{id: temaplan, navn: Temaplan}]}\n", "utf-8"
    )
    (tmp_path / "nasjonalt" / "nasjonale_forventninger.yaml").write_text(
        "{per_dato: 2028-01-15, kilde: Oppdiktet, dokumenter: []}\n", "utf-8"
    )
    (tmp_path / "register.yaml").write_text(REGISTER, "utf-8")
    return validate("register.yaml")


def test_the_lines_of_a_register_with_a_warning_and_a_waiver(validated):
    assert problems_as_text(validated.problems) == [
        "register.yaml:14:17: advarsel REG207 [havneplan] Planen skal revideres før utløp, men utløp er ikke oppgitt. "
        "Fant: foer_utlop ja og ingen gyldig_til. Tillatt: gyldig_til. Rett slik: gyldig_til: ÅÅÅÅ "
        "(rettes av registerfører)"
    ]
    assert waived_as_text(validated.waived) == [
        "register.yaml:18:7: unntak REG234 [havneplan] til 2028-06-30, bestemt av plansjef: Fylket har lovet svar før sommeren."
    ]
    assert problem_summary(validated.problems, validated.waived) == ("0 feil, 1 advarsel og 0 merknader. 1 problem er unntatt.")


def test_a_waiver_covers_until_its_last_day_and_no_longer(tmp_path, validated):
    assert [w.problem.kode for w in validated.waived] == ["REG234"]
    later = validate("register.yaml", dato="2028-07-01")
    assert [p.kode for p in later.problems] == ["REG207", "REG234", "REG301"]
    assert later.waived == []
    (line,) = [line for line in problems_as_text(later.problems) if "REG234" in line]
    assert "Fant: venter på svar fra fylket og ingen år. " in line


def test_errors_come_first_whatever_file_they_are_in_then_warnings_then_notes():
    made = [
        problem_at("a.yaml", MERKNAD),
        problem_at("b.yaml", ADVARSEL),
        problem_at("a.yaml", ADVARSEL),
        problem_at("c.yaml", FEIL),
    ]
    assert [(p.alvor, p.fil) for p in gravest_first(made)] == [
        (FEIL, "c.yaml"), (ADVARSEL, "a.yaml"), (ADVARSEL, "b.yaml"), (MERKNAD, "a.yaml"),
    ]  # fmt: skip


def test_of_one_code_a_hundred_are_said_and_the_rest_is_counted():
    many = [problem_at("a.yaml", FEIL, line) for line in range(1, 251)]
    said = problems_as_text([*many, problem_at("b.yaml", FEIL, kode="FIL033")])
    assert len(said) == 102
    assert said[-1] == "a.yaml:101:1: feil FIL030 … og 150 til av samme slag, fra denne linjen av."
    assert len(as_github(many)) == 100
    assert [line.endswith(" … og 150 til av samme slag.") for line in as_github(many)] == [False] * 99 + [True]
    assert "(100) … og 150 til." in problems_as_text([problem_at("a.yaml", MERKNAD, line) for line in range(1, 251)])[0]


def problem_at(fil, alvor, linje=1, kode="FIL030"):
    return Problem(fil, linje, 1, kode, alvor, "", "", "Ukjent nøkkel.", "x", "", "", "registerfører")
