"""What is suggested for a wrong word is what was meant, or nothing: never merely the nearest word."""

import pytest
from registers import OSTRE_TOTEN

import planstrategi as ps
from planstrategi.model.fields import Choice, Invalid
from planstrategi.model.numbers import Number, written_out
from planstrategi.model.vocabulary import EIER, GJELDER, MERKET_BETYR, PLANBEHOV, SIKKERHET, STATUS, SVAR, VEDTAKSMAATE
from planstrategi.reading.problems_met import ReadNotes, shortened
from planstrategi.reading.synonyms import SYNONYMER

EVERY_WORD = {word for table in (PLANBEHOV, STATUS, MERKET_BETYR, VEDTAKSMAATE, EIER) for word in table} | {"ja", "nei"}


def suggested(table: dict[str, str], text: str) -> str:
    notes = ReadNotes("register.yaml", "REG")
    with pytest.raises(Invalid) as wrong:
        Choice(table).parse(text)
    notes.not_allowed(1 << 28, "felt", text, wrong.value)
    return notes.problems[0].skriv


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("revideres", "revisjon"),
        ("Revidering", "revisjon"),
        ("revisjonn", "revisjon"),
        ("videreføres", "viderefores"),
        ("ikke revisjon", "viderefores"),
        ("“ny”", "ny"),
        ("Ny", "ny"),
        ("rulleres", "rullering_av_handlingsdel"),
        ("full revisjon", "full_revisjon"),
        ("nyy", "ny"),
        ("nt", "ny"),
        ("Vidareførast", "viderefores"),
        ("opphevast i planperioden", "oppheves"),
        ("Rullerast", "rullering_av_handlingsdel"),
        ("Avklarast", "avklares"),
        ("Mindre endringar", "mindre_endring"),
        ("ikkje i perioden", "ikke_i_perioden"),
        ("Hovedrevisjon", "full_revisjon"),
        ("Skal vurderes", ""),
        ("Oppdateres", ""),
    ],
)
def test_a_word_that_people_use_leads_to_the_word_that_is_allowed(text, meant):
    assert suggested(PLANBEHOV, text) == meant


@pytest.mark.parametrize(("text", "meant"), [("startet", "under_arbeid"), ("pågår", "under_arbeid"), ("vente", "venter")])
def test_a_status_is_never_turned_into_its_opposite(text, meant):
    assert suggested(STATUS, text) == meant


@pytest.mark.parametrize(
    ("table", "text", "meant"),
    [(VEDTAKSMAATE, "Kommunestyret", "politisk"), (VEDTAKSMAATE, "Rådmannen", "administrativt"), (EIER, "Privat", "")],
)
def test_a_body_leads_to_how_it_decides_and_what_is_not_known_to_fit_to_nothing(table, text, meant):
    assert suggested(table, text) == meant


@pytest.mark.parametrize(
    ("table", "text", "meant"), [(SVAR, "heilt", "helt"), (SVAR, "ikkje", "ikke"), (MERKET_BETYR, "timar", "timer")]
)
def test_a_word_in_nynorsk_leads_to_the_word_that_is_allowed(table, text, meant):
    assert suggested(table, text) == meant


def test_a_slip_in_a_very_short_word_leads_to_it_only_when_no_other_is_as_near():
    assert suggested({"ja": "", "nei": ""}, "jaa") == "ja"
    assert suggested({"kan": "", "skal": ""}, "skan") == ""
    assert suggested({"helt": "", "delvis": ""}, "delt") == ""
    assert suggested({"vedtaksorgan": "", "vedtaksargan": ""}, "vedtaksergan") == ""


@pytest.mark.parametrize("text", ["fornyes kanskje", "slettes", "reviderer ikke mer", "ukjent"])
def test_a_word_that_may_mean_anything_gets_the_list_and_no_suggestion(text):
    assert suggested(PLANBEHOV, text) == ""


@pytest.mark.parametrize(
    ("key", "write"),
    [("grad:svak", "grad: svak"), ("grad:", "grad: …"), ("tull:svak", "Fjern linjen, eller bruk en av nøklene.")],
)
def test_a_key_that_runs_into_its_value_is_to_have_a_space_and_is_not_to_be_deleted(key, write):
    notes = ReadNotes("forventninger.yaml", "FOR")
    notes.unknown_key(1 << 28, key, ("plan", "grad"))
    (problem,) = notes.problems
    assert problem.skriv == write
    assert ("Det mangler et mellomrom etter kolonet." in problem.melding) == (key != "tull:svak")


def test_every_synonym_leads_to_a_word_or_a_type_of_plan_that_is_allowed_somewhere():
    assert set(SYNONYMER.values()) <= EVERY_WORD | {one.id for one in ps.load(OSTRE_TOTEN).plantyper.plantyper}
    assert not set(SYNONYMER) & EVERY_WORD


@pytest.mark.parametrize(
    ("text", "years"),
    [("2024-2026", "2024, 2025, 2026"), ("2024–2025", "2024, 2025"), ("2026-2024", "2026-2024"), ("høsten", "høsten")],
)
def test_a_range_of_years_is_written_out(text, years):
    assert written_out(text) == years


def test_a_range_where_a_year_belongs_is_suggested_as_years():
    with pytest.raises(Invalid) as wrong:
        Number(1900, 2200).parse("2024–2026")
    assert wrong.value.skriv == "2024, 2025, 2026"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("kort", "kort"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("  to\n linjer\t ", "to linjer"),
        ("null\u200bbredde", "null�bredde"),
        ("hardt\u00a0mellomrom", "hardt[U+00A0]mellomrom"),
        ("pip\x07", "pip�"),
        ("\u00a0" * 9, "[U+00A0]" * 7 + "[U+…"),
    ],
)
def test_what_was_found_is_said_on_one_line_of_60_characters_with_its_invisible_signs(found, said):
    assert shortened(found) == said


def test_a_long_key_is_shortened_whatever_is_wrong_with_it():
    notes = ReadNotes("register.yaml", "REG")
    notes.unknown_key(1 << 28, "9" * 1000, ["navn"])
    notes.unknown_key(1 << 28, "navn:" + "x" * 1000, ["navn"])
    notes.unknown_key(1 << 28, "x" * 1000, ["navn"])
    notes.repeated_key(1 << 28, "x" * 1000, 1 << 28)
    for problem in notes.problems:
        assert max(map(len, (problem.melding, problem.funnet, problem.skriv))) < 120, problem.melding[:60]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ny plan", "ny"),
        ("Ny plan i perioden", "ny"),
        ("Revidering i perioden", "revisjon"),
        ("Rullering av handlingsdel hvert år", "rullering_av_handlingsdel"),
        ("Ikke avklart", "avklares"),
        ("Videreføres uten endringer", "viderefores"),
    ],
)
def test_the_label_that_people_see_leads_to_the_word_that_is_written(text, meant):
    assert suggested(PLANBEHOV, text) == meant


@pytest.mark.parametrize(
    "text",
    ["Revidering ikke i perioden", "Revideres etter perioden", "ikke ny plan", "Videreføres/revideres", "erstattes av ny plan"],
)
def test_what_more_than_the_label_says_may_turn_it_and_gets_no_suggestion(text):
    assert suggested(PLANBEHOV, text) == ""


def test_a_word_that_says_the_opposite_is_no_slip():
    assert suggested(SIKKERHET, "ubekreftet") == ""
    assert suggested(GJELDER, "ikke nevnt for planen") == ""


@pytest.mark.parametrize("text", ["1,5", "-3", "etter 2025", "ikke 2025", "2025000000000"])
def test_a_number_with_a_sign_a_decimal_or_another_word_is_not_taken_for_one_without(text):
    with pytest.raises(Invalid) as wrong:
        Number(1, 3000).parse(text)
    assert wrong.value.skriv == ""


def test_of_many_keys_those_most_like_the_one_that_was_written_are_told_with_how_many_there_are():
    notes = ReadNotes("register.yaml", "REG")
    notes.unknown_key(0, "planbehv", [*(f"felt{number}" for number in range(30)), "planbehov"])
    assert notes.problems[0].tillatt.startswith("planbehov, ") and notes.problems[0].tillatt.endswith(" … 31 nøkler i alt")
    notes.unknown_key(0, "nvan", ["id", "navn"])
    assert notes.problems[1].tillatt == "id, navn"
