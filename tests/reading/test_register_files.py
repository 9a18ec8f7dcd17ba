"""How a file becomes a register: what every value becomes, where it stands, and what is said when it cannot."""

import gc
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from registers import FJORDVIK, OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.api import validate
from planstrategi.model.dates import Date, Moment
from planstrategi.model.fields import Invalid
from planstrategi.model.problem import RegisterError, line_and_column, place
from planstrategi.reading.codes import MESSAGES

NASJONALT = ROOT / "tests" / "data" / "nasjonalt"
REGISTER = """\
kommune: {navn: Fjordvik, nummer: '9901', fylke: kystfylket}
periode:
  fra: 2028
  til: 2031
per_dato: 2028-06-30
dokument: {tittel: Planstrategi for Fjordvik}
omraader:
  - id: teknisk
    navn: Teknisk
roller:
  - {id: planlegger, navn: Planlegger, omraade: teknisk}
tabeller:
  - {id: temaplan, navn: Temaplaner, antall_rader: 1, merket_betyr: arbeid}
planer:
  - id: klimaplan
    navn: Klimaplan
    plantype: temaplan
    kilde: {tabell: temaplan, rad: 1}
    planbehov: revisjon
    foer_utlop: nei
    gyldig_til: 2028-host
    aar: [2028, 2029]
    ansvarlig: teknisk
    roller:
      - planlegger
    merknad: >-
      Første linje
      andre linje
"""


@pytest.fixture
def folder(tmp_path):
    """Return a folder of a register, with the catalogues above it."""
    shutil.copytree(NASJONALT, tmp_path / "nasjonalt")
    (tmp_path / "fjordvik").mkdir()
    return tmp_path / "fjordvik"


@pytest.fixture
def read(folder):
    """Return a function that writes a register and validates it."""

    def write_and_validate(content, **options):
        data = content if isinstance(content, bytes) else content.encode()
        (folder / "register.yaml").write_bytes(data)
        return validate(folder, **options)

    return write_and_validate


def changed(*pairs, text=REGISTER):
    """Return the register with some of its text replaced."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def placed(problems):
    return [(p.linje, p.kolonne, p.kode) for p in problems]


def places(record):
    return {navn: line_and_column(sted) for navn, sted in record.sted.items()}


# what a value becomes, and where it stands


def test_every_value_keeps_its_line_and_column(read):
    register = read(REGISTER).register
    assert places(register) == {
        "kommune": (1, 10),
        "periode": (3, 3),
        "per_dato": (5, 11),
        "dokument": (6, 11),
        "omraader": (8, 3),
        "roller": (11, 3),
        "tabeller": (13, 3),
        "planer": (15, 3),
    }
    assert places(register.kommune) == {"navn": (1, 17), "nummer": (1, 35), "fylke": (1, 50)}
    assert places(register.periode) == {"fra": (3, 8), "til": (4, 8)}
    assert places(register.omraader[0]) == {"id": (8, 9), "navn": (9, 11)}
    assert places(register.roller[0]) == {"id": (11, 10), "navn": (11, 28), "omraade": (11, 49)}
    (plan,) = register.planer
    assert places(plan) == {
        "id": (15, 9),
        "navn": (16, 11),
        "plantype": (17, 15),
        "kilde": (18, 12),
        "planbehov": (19, 16),
        "foer_utlop": (20, 17),
        "gyldig_til": (21, 17),
        "aar": (22, 10),
        "ansvarlig": (23, 16),
        "roller": (25, 7),
        "merknad": (26, 14),
    }
    assert places(plan.kilde) == {"tabell": (18, 21), "rad": (18, 36)}


@pytest.mark.parametrize("line, column", [(0, 0), (0, 1), (1, 0), (12345, 4095), (7, 5000), (3, 150_000_000)])
def test_a_place_is_one_based_and_none_is_lost(line, column):
    assert line_and_column(place(line, column)) == (line + 1, column + 1)


def test_values_have_the_type_of_their_field(read):
    plan = read(REGISTER).register.planer[0]
    assert plan.kilde.rad == 1
    assert plan.foer_utlop is False
    assert plan.aar == (2028, 2029)
    assert plan.roller == ("planlegger",)
    assert plan.gyldig_til == ("2028-host", "2028-08-01", "2028-12-31")
    assert plan.merknad == "Første linje andre linje"
    assert plan.status is None
    assert plan.medvirkende == ()
    assert plan.statutter == ()


@pytest.mark.parametrize("word", ["NO", "yes", "010", "1_000", "2024-05-01", "1e3", "0x7E8", ".inf", "12:30", "2028"])
def test_text_stays_as_it_is_written(read, word):
    register = read(changed(("navn: Klimaplan", f"navn: {word}"))).register
    assert register.planer[0].navn == word


def test_a_number_may_be_an_id(read):
    assert read(changed(("id: klimaplan", "id: 2028"))).register.planer[0].id == "2028"


@pytest.mark.parametrize("word", ["null", "~"])
def test_null_in_quotes_is_a_word(read, word):
    assert read(changed(("navn: Klimaplan", f"navn: '{word}'"))).register.planer[0].navn == word


def test_text_is_made_nfc(read):
    decomposed = unicodedata.normalize("NFD", changed(("navn: Klimaplan", "navn: Åsgård på øya")))
    assert decomposed != unicodedata.normalize("NFC", decomposed)
    assert read(decomposed).register.planer[0].navn == "Åsgård på øya"


def test_columns_are_counted_in_the_text_that_is_read(read):
    decomposed = unicodedata.normalize("NFD", changed(("{tittel: Planstrategi", "{merknad: Åå, titel: Planstrategi")))
    assert placed(read(decomposed).problems)[-1] == (6, 25, "FIL030")


def test_a_long_line_and_a_long_word_are_read(read):
    word = "a" * 1_000_000
    long = changed(("merknad: >-\n      Første linje\n      andre linje", f"merknad: {word}"))
    assert read(long).register.planer[0].merknad == word


@pytest.mark.parametrize("letters, found", [(300, []), (301, ["Verdien i feltet navn er ikke tillatt. Den er på 301 tegn."])])
def test_a_name_has_room_in_a_drawing(read, letters, found):
    problems = read(changed(("navn: Klimaplan", f"navn: {'a' * letters}"))).problems
    assert [problem.melding for problem in problems if problem.kode == "FIL033"] == found


# the year, half-year, season, month or day of a moment


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2024-vaar", "2024-01-01", "2024-06-30"),
        ("2024-host", "2024-08-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2100-02", "2100-02-01", "2100-02-28"),
        ("2024-04", "2024-04-01", "2024-04-30"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
    ],
)
def test_a_moment_has_a_first_and_a_last_day(text, first, last):
    moment = Moment().parse(text)
    assert moment == (text, first, last)
    assert (moment.forst_aar, moment.sist_aar) == (int(text[:4]), int(text[:4]))


@pytest.mark.parametrize(
    "text, suggestion",
    [
        ("2025-02-29", ""),
        ("2024-13", ""),
        ("2024-00", ""),
        ("2024-04-31", ""),
        ("2024-04-00", ""),
        ("2024-host-01", ""),
        ("2024-H3", ""),
        ("24", ""),
        ("2024-6", "2024-06"),
        ("06.2024", "2024-06"),
        ("6/2024", "2024-06"),
        ("23/2024", ""),
        ("2024–2026", "2024-2026"),
        ("2024 til 2026", "2024-2026"),
        ("2026–2024", ""),
        ("２０２４", ""),
        ("2024-05-01\n", "2024-05-01"),
        ("2024-høst", "2024-host"),
        ("2024-Vår", "2024-vaar"),
        ("2024-h1", "2024-H1"),
        ("1.5.2024", "2024-05-01"),
        ("31.12.2024", "2024-12-31"),
        ("31.13.2024", ""),
        ("29.2.2025", ""),
    ],
)
def test_what_is_not_a_moment_is_refused_with_the_likely_one(text, suggestion):
    with pytest.raises(Invalid) as refused:
        Moment().parse(text)
    assert refused.value.skriv == suggestion


@pytest.mark.parametrize(
    "text, code",
    [
        ("høsten 2025", "2025-host"),
        ("hausten 2025", "2025-host"),
        ("Haust 2025", "2025-host"),
        ("2025 høst", "2025-host"),
        ("Våren 2026", "2026-vaar"),
        ("1. halvår 2026", "2026-H1"),
        ("andre halvår 2026", "2026-H2"),
        ("juni 2025", "2025-06"),
        ("des. 2025", "2025-12"),
        ("1. mai 2025", "2025-05-01"),
        ("31/12/2025", "2025-12-31"),
        ("Q3 2026", "2026-K3"),
        ("3. kvartal 2026", "2026-K3"),
        ("ca. 2026", ""),
        ("etter høsten 2025", ""),
        ("våren 2025/2026", ""),
        ("sommeren 2025", ""),
    ],
)
def test_a_moment_in_words_leads_to_its_code_and_what_says_more_to_none(text, code):
    with pytest.raises(Invalid) as refused:
        Moment().parse(text)
    assert refused.value.skriv == code


@pytest.mark.parametrize(
    "text, said",
    [
        ("31.02.2025", "31. februar 2025 finnes ikke; den siste dagen i måneden er 28. februar."),
        ("2025-02-31", "31. februar 2025 finnes ikke; den siste dagen i måneden er 28. februar."),
        ("30. februar 2024", "30. februar 2024 finnes ikke; den siste dagen i måneden er 29. februar."),
        ("31.6.2025", "31. juni 2025 finnes ikke; den siste dagen i måneden er 30. juni."),
        ("15.13.2025", "Måned 13 finnes ikke."),
        ("2025-13", "Måned 13 finnes ikke."),
    ],
)
@pytest.mark.parametrize("kind", [Moment, Date])
def test_a_day_that_does_not_exist_is_told_so(kind, text, said):
    with pytest.raises(Invalid) as refused:
        kind().parse(text)
    assert (refused.value.hvorfor, refused.value.skriv) == (said, "")


@pytest.mark.parametrize("text", ["2024", "2024-05", "2024-H1", "2024-host", "2024-02-30"])
def test_a_date_is_a_full_day(text):
    with pytest.raises(Invalid):
        Date().parse(text)
    assert Date().parse("2024-02-29") == "2024-02-29"


# what is said of what cannot be read

THREE_BAD_PLANS = changed(
    ("merknad: >-\n      Første linje\n      andre linje\n", "rad: 3\n"),
    ("fra: 2028", "fra: '2028'"),
    text=REGISTER
    + """\
  - id: havneplan
    navn: Havneplan
    plantype: temaplan
    kilde: {tabell: temaplan, rad: to}
    ansvarlig: drift
  - navn: Skoleplan
    plantype: temaplan
    kilde: {tabell: temaplan, rad: 3}
    ansvarlig: teknisk
    id: skoleplan
    statuss: venter
""",
)


def test_all_problems_of_a_file_come_at_once_and_sorted(read):
    problems = read(THREE_BAD_PLANS).problems
    assert placed(problems) == [(3, 8, "FIL033"), (26, 5, "FIL030"), (30, 36, "FIL033"), (31, 16, "REG101"), (37, 5, "FIL030")]


def test_each_problem_names_its_plan(read):
    assert [(p.kode, p.plan_id, p.navn) for p in read(THREE_BAD_PLANS).problems] == [
        ("FIL033", "", ""),
        ("FIL030", "klimaplan", "Klimaplan"),
        ("FIL033", "havneplan", "Havneplan"),
        ("REG101", "havneplan", "Havneplan"),
        ("FIL030", "skoleplan", "Skoleplan"),
    ]


def test_a_problem_after_the_plans_names_no_plan(read):
    (problem,) = read(REGISTER + "unntak: ja\n").problems
    assert (problem.kode, problem.plan_id) == ("FIL032", "")


def test_a_problem_after_a_plan_without_an_id_does_not_get_its_name(read):
    problems = read(REGISTER.replace("  - id: klimaplan\n    navn", "  - navn") + "unntak: ja\n").problems
    assert [(p.kode, p.plan_id, p.navn) for p in problems] == [("FIL031", "", "Klimaplan"), ("FIL032", "", "")]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_the_line_ends_of_other_systems_give_the_same_places(read, newline):
    assert placed(read(THREE_BAD_PLANS.replace("\n", newline)).problems) == placed(read(THREE_BAD_PLANS).problems)
    broken = changed(("navn: Klimaplan", "navn: @Klimaplan"))
    strange = changed(("navn: Klimaplan", "navn: Klima\x07plan"))
    assert placed(read(broken.replace("\n", newline)).problems) == [(16, 11, "FIL013")]
    assert placed(read(strange.replace("\n", newline)).problems) == [(16, 16, "FIL013")]


def test_the_sign_that_is_pointed_out_is_the_one_that_is_refused(read):
    # the soft hyphen, the hard space and the sign of private use are allowed, and stand before the one that is not
    (problem,) = read(changed(("navn: Klimaplan", "navn: A\u00adb\u00a0c\ue000d\u200de\x0bf"))).problems
    assert (problem.linje, problem.kolonne, problem.funnet) == (16, 20, "U+000B")


@pytest.mark.parametrize("sign", "\u200b\u200e\u202e\u2060\u2066\ufeff")
def test_a_sign_without_width_is_refused_where_it_stands(read, sign):
    (problem,) = read(changed(("navn: Klimaplan", f"navn: Klima{sign}plan"))).problems
    assert (problem.kode, problem.linje, problem.kolonne) == ("FIL013", 16, 16)
    assert problem.funnet == f"U+{ord(sign):04X}" and problem.skriv == "Slett tegnet."
    escaped = f'navn: "Klima\\u{ord(sign):04x}plan"'
    assert [p.kode for p in read(changed(("navn: Klimaplan", escaped))).problems] == ["FIL033"]


HARD = "\u00a0"


def test_a_hard_space_inside_a_text_is_a_part_of_it(read):
    assert read(changed(("navn: Klimaplan", f"navn: Klima{HARD}plan"))).register.planer[0].navn == f"Klima{HARD}plan"


@pytest.mark.parametrize(
    "old, new, line, column",
    [
        ("navn: Klimaplan", f"navn:{HARD}Klimaplan", 16, 10),
        ("    navn: Klimaplan", f"{HARD * 4}navn: Klimaplan", 16, 1),
        ("    navn: Klimaplan", f"   {HARD}navn: Klimaplan", 16, 4),
        ("  fra: 2028", f"{HARD} fra: 2028", 3, 1),
        ("  - id: klimaplan", f"  -{HARD}id: klimaplan", 15, 4),
        ("per_dato: 2028-06-30", f"per_dato:{HARD}2028-06-30", 5, 10),
        ("per_dato: 2028-06-30", "per_dato:\u20092028-06-30", 5, 10),
    ],
)
def test_a_hard_space_where_yaml_wants_a_plain_one_is_named_and_pointed_at(read, old, new, line, column):
    (problem,) = [p for p in read(changed((old, new))).problems if p.kode == "FIL013"]
    assert (problem.linje, problem.kolonne) == (line, column)
    assert "usynlig mellomrom (U+" in problem.melding and problem.skriv == "Slett det, og skriv vanlige mellomrom."


@pytest.mark.parametrize(
    "old, new, shown",
    [
        ("tabell: temaplan", f"tabell:{HARD}temaplan", "«tabell:[U+00A0]temaplan»"),
        ("foer_utlop: nei", f"foer_utlop: nei{HARD}", "«nei[U+00A0]»"),
        ("    ansvarlig: teknisk", f"    ansvarlig: teknisk{HARD}", "«teknisk[U+00A0]»"),
    ],
)
def test_a_hard_space_in_what_was_found_is_shown(read, old, new, shown):
    assert shown in [problem.funnet for problem in read(changed((old, new))).problems]


@pytest.mark.parametrize(
    "old, new, line, began",
    [("navn: Klimaplan", 'navn: "Klimaplan', 17, 16), ("navn: Fjordvik, nummer", "navn: 'Fjordvik,\n  nummer", 2, 1)],
)
def test_a_quote_that_is_closed_by_the_next_one_says_where_it_was_opened(read, old, new, line, began):
    text = changed((old, new), ("plantype: temaplan", 'plantype: "temaplan"'))
    (problem,) = [p for p in read(text).problems if p.kode == "FIL013"]
    assert f"Verdien begynner i linje {began};" in problem.skriv


def test_a_mistake_after_a_long_text_in_quotes_does_not_blame_the_text(read):
    text = changed(("navn: Klimaplan", 'navn: "Klima\n      plan"'), ("plantype: temaplan", "plantype temaplan"))
    (problem,) = read(text).problems
    assert "Verdien begynner" not in problem.skriv


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_byte_order_mark_is_named(read, encoding):
    (problem,) = read(changed(("navn: Klimaplan", "navn: Øyplan")).encode(encoding)).problems
    assert (problem.kode, problem.linje, problem.kolonne) == ("FIL010", 1, 1)
    assert problem.funnet.startswith("UTF-16 uten bytemerke")


def test_references_forward_are_fine(read):
    second = REGISTER[REGISTER.index("  - id: klimaplan") :].replace("klimaplan", "havneplan").replace("rad: 1", "rad: 2")
    relations = "samordnes_med: [havneplan]\n    venter_paa:\n      - {hva: havna, andre: nei, plan: havneplan}"
    text = changed(("planbehov: revisjon", f"planbehov: revisjon\n    {relations}")) + second
    assert [p.kode for p in read(text).problems] == ["REG252"]


def test_a_reference_to_nothing_suggests_the_id_that_was_meant(read):
    (problem,) = read(changed(("    ansvarlig: teknisk", "    ansvarlig: Teknikk"))).problems
    assert problem.skriv == "teknisk"
    assert "Mente du «teknisk»?" in problem.melding


@pytest.mark.parametrize("written", ["teknisk, skole", "teknisk skole"])
def test_several_ids_without_brackets_are_shown_as_the_list_they_are(read, written):
    (problem,) = read(changed(("    ansvarlig: teknisk", f"    ansvarlig: {written}"))).problems
    assert problem.skriv == "[teknisk, skole]"


@pytest.mark.parametrize(
    ("of", "with_this", "written"),
    [
        ("per_dato: 2028-06-30", "", "per_dato: …, for eksempel 2024-06-30"),
        ("periode:\n  fra: 2028\n  til: 2031", "periode: 2028-2031", "periode: …, for eksempel {fra: 2024, til: 2027}"),
        ("kilde: {tabell: temaplan, rad: 1}", "kilde: rad 1", "kilde: …, for eksempel {tabell: temaplan, rad: 9}"),
    ],
)
def test_what_is_missing_or_has_another_shape_is_shown_by_an_example(read, of, with_this, written):
    found = read(changed((of, with_this))).problems
    assert [problem.skriv for problem in found if problem.kode in ("FIL031", "FIL032")] == [written]


IN_SCENARIOS = {
    "flytt": ("flytt: [{plan: %s, aar: [2029]}]", "for lena", "kommunedelplan-for-lena"),
    "dropp": ("dropp: [{plan: %s}]", "arealdel", "kommuneplanens-arealdel"),
    "planer": ("slaa_sammen: [{planer: [%s], til: infrastruktur-2050}]", "Bredbånd", "bredbaandstrategi"),
    "til": (
        "slaa_sammen: [{planer: [bredbaandstrategi], til: %s}]",
        "klimatilpasning",
        "plan-for-klima-klimatilpasning-og-miljo",
    ),
    "rolle": ("vakanse: [{rolle: %s, fra: 2025, maaneder: 6}]", "beredskap", "beredskapskoordinator"),
    "omraade": ("kapasitet: [{omraade: %s, aar: 2025, maanedsverk: 3}]", "samfunn", "samfunn-og-strategi"),
}
IN_ASSUMPTIONS = {
    "innsats": ("innsats: [{plan: %s, maanedsverk: {lav: 1, sannsynlig: 2, hoy: 3, grunnlag: antatt}, grunn: a, hvem: b}]",
                "arealdel", "kommuneplanens-arealdel"),
    "kapasitet": ("kapasitet: [{omraade: %s, aar: 2025, maanedsverk: 3, grunn: a, hvem: b}]", "felles", "fellestjenester"),
    "fradrag": ("fradrag: [{rolle: %s, fra: 2025, til: 2025, prosent: 50, grunn: a}]", "Beredskap", "beredskapskoordinator"),
}  # fmt: skip


def suggested(proposed: dict[str, str]) -> list[tuple[str, str]]:
    """Return the code and the advice of the problems of a file that Østre Toten does not have."""
    return [
        (one.kode, one.skriv) for one in validate(OSTRE_TOTEN, proposed=proposed).problems if one.fil.endswith(tuple(proposed))
    ]


@pytest.mark.parametrize(("change", "written", "meant"), IN_SCENARIOS.values(), ids=IN_SCENARIOS)
def test_an_id_that_is_cut_short_in_a_scenario_suggests_the_one_that_has_it(change, written, meant):
    text = f"per_dato: 2026-11-26\nscenarier:\n  - {{id: a, navn: A, {change % written}}}\n"
    assert suggested({"scenarier.yaml": text}) == [("KAP101", meant)]


@pytest.mark.parametrize(("change", "written", "meant"), IN_ASSUMPTIONS.values(), ids=IN_ASSUMPTIONS)
def test_an_id_that_is_cut_short_in_the_assumptions_suggests_the_one_that_has_it(change, written, meant):
    assert suggested({"forutsetninger.yaml": f"per_dato: 2026-11-26\n{change % written}\n"}) == [("KAP101", meant)]


@pytest.mark.parametrize("written", ["plan-for", "lan-for-lena", "ny"])
def test_a_word_that_several_ids_have_or_that_begins_in_the_middle_of_one_or_is_very_short_suggests_none(written):
    text = f"per_dato: 2026-11-26\nscenarier:\n  - {{id: a, navn: A, dropp: [{{plan: {written}}}]}}\n"
    ((kode, advice),) = suggested({"scenarier.yaml": text})
    assert kode == "KAP101" and advice.startswith("Velg en som finnes")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Fagplan", "temaplan"),
        ("KPA", "arealdel"),
        ("Kommuneplanens samfunnsdel", "samfunnsdel"),
        ("Arealplan", ""),
        ("Kommuneplan", ""),
    ],
)
def test_a_type_of_plan_is_suggested_by_what_people_call_it_and_not_by_the_nearest_letters(read, written, meant):
    (problem,) = read(changed(("plantype: temaplan", f"plantype: {written}"))).problems
    assert ("Mente du" in problem.melding, problem.skriv if meant else "") == (bool(meant), meant)


def test_a_reference_to_a_neighbour_that_is_missing_suggests_nothing(read):
    text = REGISTER + "nasjonale_satsinger:\n  - {forventning: nf-kap-4, kilde: {avsnitt: Føringer}}\n"
    (problem,) = read(text).problems
    assert "Mente du" not in problem.melding
    assert "nf-kap-2, nf-kap-3" in problem.tillatt


@pytest.mark.parametrize(
    "old, new, suggestion",
    [
        ("planbehov: revisjon", "planbehov: Videreføres", "viderefores"),
        ("planbehov: revisjon", "planbehv: revisjon", "planbehov:"),
        ("    aar: [2028", "    år: [2028", "aar:"),
        ("id: klimaplan", "id: Klima og Øy", "klima-og-oy"),
        ("id: klimaplan", "id: klima-.plan", "klima-plan"),
        ("id: klimaplan", "id: '...'", ""),
        ("id: klimaplan", f"id: {'Å' * 1000}", ""),
        ("aar: [2028, 2029]", "aar: [02028]", "2028"),
        ("aar: [2028, 2029]", "aar: ['2028']", "2028"),
        ("aar: [2028, 2029]", "aar: [i fjor]", ""),
        ("aar: [2028, 2029]", "aar: ['i fjor']", ""),
        ("aar: [2028, 2029]", "aar: [2029, 2028]", "aar: [2028, 2029]"),
        ("aar: [2028, 2029]", "aar: 2028, 2029", "aar: [2028, 2029]"),
        ("fylke: kystfylket", "fylke: Møre", "more"),
        ("gyldig_til: 2028-host", "gyldig_til: høsten 2028", "2028-host"),
        ("foer_utlop: nei", "foer_utlop: Nei", "nei"),
    ],
)
def test_what_to_write_instead(read, old, new, suggestion):
    assert read(changed((old, new))).problems[0].skriv == suggestion


def test_a_suggestion_that_is_followed_is_accepted(read):
    wrong = changed(("planbehov: revisjon", "planbehov: Revisjn"), ("aar: [2028, 2029]", "aar: 2028, 2029"))
    problems = read(wrong).problems
    assert len(problems) == 2
    mended = wrong.replace("Revisjn", problems[0].skriv).replace("aar: 2028, 2029", problems[1].skriv)
    assert read(mended).problems == []


def test_fields_after_the_place_where_reading_stopped_are_not_called_missing(read):
    problems = read(changed(("    planbehov: revisjon", "   planbehov: revisjon"))).problems
    assert placed(problems) == [(19, 4, "FIL013")]


def test_an_unread_catalogue_is_one_problem_and_not_one_for_each_plan(read, folder):
    (folder.parent / "nasjonalt" / "plantyper.yaml").unlink()
    problems = read(REGISTER).problems
    assert [(p.kode, Path(p.fil).name) for p in problems] == [("FIL001", "plantyper.yaml")]


def test_an_id_of_the_catalogue_used_again_is_not_said_to_stand_in_this_file(read):
    text = REGISTER + "satsingsomraader:\n  - {id: nf-kap-2, navn: Rein fjord, kilde: {avsnitt: Mål}}\n"
    (problem,) = read(text).problems
    assert problem.melding == "Id-en er brukt før, i en annen fil."


def test_only_the_first_of_thousands_of_the_same_mistake_are_compared_with_every_id(read):
    # 300 x 300 comparisons take two seconds, 5000 x 5000 take ten minutes
    refs = ", ".join(f"planleggar-{i}x" for i in range(300))
    roles = "".join(f"  - {{id: planlegger-{i}, navn: Planlegger, omraade: teknisk}}\n" for i in range(300))
    text = changed(("roller:\n      - planlegger\n", f"roller: [{refs}]\n"), ("roller:\n  - {", f"roller:\n{roles}  - {{"))
    problems = read(text).problems
    assert len(problems) == 300
    assert 10 < sum("Mente du" in p.melding for p in problems) < 100


# what libyaml notices, said to somebody who does not know YAML

NAVN = "navn: Klimaplan"


BAD_YAML = [
    (NAVN, "navn: Klima: en plan", 16, 16, "Her står et kolon der det ikke kan stå."),
    (NAVN, "navn Klimaplan", 16, 5, "Linjen mangler kolon og mellomrom etter nøkkelen."),
    (NAVN, "navn:Klimaplan", 16, 5, "Linjen mangler kolon og mellomrom etter nøkkelen."),
    (NAVN, "navn: Klima\nplan", 17, 1, "Linjen mangler kolon og mellomrom etter nøkkelen."),
    ("[2028, 2029]", "[2028, 2029", 22, 10, "En liste er ikke avsluttet."),
    ("{tabell: temaplan, rad: 1}", "{rad: 1, tabell: temaplan", 18, 12, "En post i krøllparentes er ikke avsluttet."),
    (NAVN, 'navn: "Klimaplan', 16, 11, "Et anførselstegn er åpnet, men ikke lukket."),
    (NAVN, "navn: 'Klimaplan", 16, 11, "Et anførselstegn er åpnet, men ikke lukket."),
    (NAVN, 'navn: "Klima" og energi', 16, 19, "Det står noe etter verdien på samme linje."),
    (NAVN, "navn: 'Kari's plan'", 16, 17, "Det står noe etter verdien på samme linje."),
    (NAVN, "navn: & Klimaplan", 16, 12, "Et & eller en * står først i en verdi."),
    (NAVN, "navn: * Klimaplan", 16, 12, "Et & eller en * står først i en verdi."),
    (NAVN, "navn: @Klimaplan", 16, 11, "Verdien begynner med et tegn YAML ikke tillater."),
    (NAVN, "navn: `Klimaplan`", 16, 11, "Verdien begynner med et tegn YAML ikke tillater."),
    (NAVN, "navn: %Klimaplan", 16, 11, "Verdien begynner med et tegn YAML ikke tillater."),
    (NAVN, 'navn: "Q:\\Klimaplan"', 16, 14, "En omvendt skråstrek er brukt i anførselstegn."),
    (NAVN, "navn: |\n        Klima\n      plan", 18, 7, "Innrykket stemmer ikke med linjene over."),
    (f"    {NAVN}", f"   {NAVN}", 16, 4, "Linjen mangler en bindestrek, eller er rykket for lite inn."),
    ("aar: [2028, 2029]", "aar: - 2028", 22, 10, "En bindestrek står der det ikke kan begynne en liste."),
    ("[2028, 2029]", "[2028,, 2029]", 22, 16, "Verdien mangler eller begynner med et tegn YAML ikke tillater."),
    ("[2028, 2029]", "]", 22, 10, "Verdien mangler eller begynner med et tegn YAML ikke tillater."),
    (NAVN, "navn: |xyz", 16, 12, "Filen er ikke gyldig YAML fra dette stedet."),
    (f"    {NAVN}", f"\t{NAVN}", 16, 1, "Linjen er rykket inn med tabulator."),
    (f"    {NAVN}", f"  \t{NAVN}", 16, 3, "Linjen er rykket inn med tabulator."),
]


@pytest.mark.parametrize("old, new, line, column, message", BAD_YAML)
def test_bad_yaml_is_explained_where_it_is_to_be_mended(read, old, new, line, column, message):
    *_, problem = [p for p in read(changed((old, new))).problems if p.kode in ("FIL013", "FIL014")]
    assert (problem.linje, problem.kolonne, problem.melding) == (line, column, message)
    assert problem.skriv


def test_every_wording_of_bad_yaml_is_reached():
    assert {wording for _, wording, _ in MESSAGES} <= {message for *_, message in BAD_YAML}


# what belongs together, and what is given back


def test_a_folder_and_its_file_are_the_same_register(read, folder):
    by_folder = read(REGISTER).register
    by_file = validate(folder / "register.yaml").register
    assert by_folder == by_file
    assert by_folder.fil == by_file.fil
    assert by_folder.fil.endswith("fjordvik/register.yaml")


def test_problems_in_judgements_name_the_file_they_stand_in(read, folder):
    (folder / "vurderinger").mkdir()
    (folder / "vurderinger" / "forventninger.yaml").write_text(
        "per_dato: 2028-07-01\n"
        "sett:\n"
        "  - {id: en, hvem: Plansjef, naar: 2028-07-01, grunnlag: Raden, forelopig: ja, vurderinger: [\n"
        "     {plan: klimaplan, forventning: nf-kap-3, grad: sterk, grunnlag: taus, grunn: Navnet.}]}\n",
        "utf-8",
    )
    (problem,) = read(REGISTER).problems
    assert (problem.kode, problem.linje, problem.kolonne) == ("FOR207", 4, 70)
    assert Path(problem.fil).parts[-3:] == ("fjordvik", "vurderinger", "forventninger.yaml")
    (folder / "register.yaml").rename(folder / "annet-navn.yaml")
    assert [p.fil for p in validate(folder / "annet-navn.yaml").problems] == [problem.fil]


def test_a_date_from_outside_changes_what_has_passed(read):
    text = changed(("aar: [2028, 2029]", "skal_vedtas: 2029-03\n    aar: [2028, 2029]"))
    assert read(text).problems == []
    later = read(text, dato="2029-04-01")
    assert [p.kode for p in later.problems] == ["REG223"]
    assert later.register.per_dato == "2029-04-01"
    assert "per dato 2029-04-01" in later.problems[0].funnet


def test_loading_what_is_wrong_raises_with_every_problem(read, folder):
    problems = read(THREE_BAD_PLANS).problems
    with pytest.raises(RegisterError) as raised:
        ps.load(folder)
    assert raised.value.problemer == tuple(problems)
    assert all(f":{p.linje}:{p.kolonne}: feil {p.kode}" in str(raised.value) for p in problems)


def test_loading_with_warnings_gives_the_register_and_the_warnings(read, folder):
    read(changed(("aar: [2028, 2029]", "aar: [2028]\n    ferdig: 2029")))
    register = ps.load(folder)
    assert [p.kode for p in ps.problems(register)] == ["REG212"]
    assert register.planer[0].id == "klimaplan"


@pytest.mark.parametrize("content", [REGISTER, "[" * 50_000, "x: [", "planer: 1\n"])
def test_the_garbage_collector_is_left_as_it_was(read, content):
    assert gc.isenabled()
    read(content)
    assert gc.isenabled()
    gc.disable()
    try:
        read(content)
        assert not gc.isenabled()
    finally:
        gc.enable()


HOSTILE = {
    "nested lists": "[" * 50_000,
    "nested lists in a field": changed(("aar: [2028, 2029]", "aar: " + "[" * 50_000 + "]" * 50_000)),
    "nested mappings": "{a: " * 50_000,
    "nested indents": "".join(" " * i + "a:\n" for i in range(2000)),
    "nested dashes": "- " * 50_000,
    "nested keys": "? " * 50_000,
    "aliases of aliases": "a: &a [x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(5000)),
    "a line of a megabyte": "a" * 1_000_000,
    "a key of a megabyte": REGISTER + "k" * 1_000_000 + ": 1\n",
    "a tag of a megabyte": changed(("navn: Klimaplan", "navn: !" + "a" * 1_000_000 + " b")),
    "an anchor of a megabyte": changed(("navn: Klimaplan", "navn: &" + "a" * 1_000_000 + " b")),
    "a million of nothing": "a: [" + "~, " * 1_000_000 + "]",
    "ten thousand unknown keys": "".join(f"n{i}: 1\n" for i in range(10_000)),
    "a list of a hundred thousand": changed(("aar: [2028, 2029]", "aar: [" + "2028, " * 100_000 + "]")),
    "all nulls": b"\0" * 10_000,
    "all bytes": bytes(range(256)),
    "a surrogate": REGISTER.encode() + b"x: \xed\xa0\x80\n",
    "an office document": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
    "directives": "%YAML 1.1\n%TAG ! tag:x,2000:\n%FOO bar\n--- !a\nb\n",
    "a complex key": "? {[a, b]: {c: d}}\n: {? [e] : f}\n",
    "only marks": "---\n...\n---\n...\n%\n",
    "a text that never ends": 'a: "' + "b\n" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_problems_and_neither_crash_nor_traceback(folder, name):
    content = HOSTILE[name]
    (folder / "register.yaml").write_bytes(content.encode() if isinstance(content, str) else content)
    script = (
        "import sys; from planstrategi.api import validate; from planstrategi.model.problem import problems_as_text as as_text;"
        "v = validate(sys.argv[1]); lines = as_text(v.problems);"
        "print(len(lines), max(map(len, lines)), v.register)"
    )
    # in a process of its own: what this guards against brings the interpreter down
    run = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, timeout=30, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    count, longest, register = run.stdout.split()
    assert int(count) > 0
    assert int(longest) < 1000
    assert register == "None"


# catalogues that several registers share


def test_the_national_catalogues_are_read_once_until_one_of_them_is_another(tmp_path):
    shutil.copytree(ROOT / "tests" / "data" / "nasjonalt", tmp_path / "nasjonalt")
    folder = shutil.copytree(FJORDVIK, tmp_path / "kommuner" / "fjordvik" / "2028-2031")
    first, second = ps.load(folder), ps.load(folder)
    assert first.plantyper is second.plantyper and first.names("planer") == second.names("planer")
    path = tmp_path / "nasjonalt" / "plantyper.yaml"
    path.write_text(path.read_text("utf-8").replace("navn: Temaplan", "navn: Temapløn"), "utf-8")
    assert "Temapløn" in ps.load(folder).plan_type_names().values() and "Temaplan" in first.plan_type_names().values()


def test_what_leads_nowhere_in_a_catalogue_is_said_once_for_each_register_that_shares_it():
    folder = ROOT / "tests" / "data" / "ugyldig" / "KAT101-ukjent-krav"
    first, second = validate(folder).problems, validate(folder).problems
    assert [problem.kode for problem in first].count("KAT101") == 1 and first == second
