"""What a single cell says."""

import pytest

from planstrategi.intake.cells import (
    clean_cell,
    footnote_off,
    is_plan_name,
    is_plan_type,
    looks_like_plan,
    name_and_text,
    on_one_line,
    read_mark,
    split_responsible,
)


@pytest.mark.parametrize(
    ("cell", "slag", "sign"),
    [
        ("x", "kryss", "X"), ("X ", "kryss", "X"), ("(X)", "kryss", "(X)"), ("Xx", "kryss", "X"), ("✓", "kryss", "X"),
        ("•", "kryss", "X"), ("X.", "kryss", "X"),
        ("SANN", "kryss", "X"), ("R", "bokstaver", "R"), ("R/U", "bokstaver", "R/U"), ("0,5", "tall", ""), ("0", "tall", ""),
        ("1.000.000", "tall", ""), ("Rullering", "ord", "RULLERING"), ("høst", "ord", "HØST"),
    ],
)  # fmt: skip
def test_a_mark_is_a_cross_letters_a_number_or_a_word(cell, slag, sign):
    mark = read_mark(cell)
    assert (mark.slag, mark.alike, mark.tegn) == (slag, sign, cell.strip())


@pytest.mark.parametrize("cell", ["", " ", "-", "–", "&nbsp;", "<br>", "☐", "USANN", "​"])
def test_what_looks_empty_is_no_mark(cell):
    assert read_mark(cell) is None


def test_a_shaded_cell_is_a_mark_without_a_sign():
    assert (read_mark("", "ffff00").tegn, read_mark("", "ffff00").slag) == ("", "skygge")
    assert read_mark("x", "ffff00").slag == "kryss"


def test_a_cell_may_name_its_years_itself():
    assert read_mark("O: 2020 V: 2021").aar == ((2020, "O"), (2021, "V"))


def test_what_is_left_of_a_web_page_is_no_text_and_a_name_in_angle_brackets_is():
    assert clean_cell("<p style='x'>Plan&nbsp;for<br/>v\u00adei</p> <script>") == "Plan for\nvei\n<script>"


def test_a_word_cut_by_a_hyphen_is_put_together_and_a_pair_is_not():
    assert (
        on_one_line("kommune-\ndelplan for helse- og\nomsorg, sti-\nog løype")
        == "kommunedelplan for helse- og omsorg, sti- og løype"
    )


def test_years_and_words_that_the_edge_of_a_cell_cuts_are_put_together():
    assert on_one_line("Arealdel 2016–\n2028") == "Arealdel 2016–2028"
    assert on_one_line("Kommunedirektøre\nns stab") == "Kommunedirektørens stab"
    assert on_one_line("Kultur\nnr. 2 Beredskapsplan\nn") == "Kultur nr. 2 Beredskapsplan n"


def test_a_footnote_mark_comes_off_a_name_unless_it_is_one_of_several():
    assert footnote_off("Fjordbykontoret**") == ("Fjordbykontoret", "**")
    assert footnote_off("fortetting*, og boområder**") == ("fortetting*, og boområder**", "")


@pytest.mark.parametrize(
    ("name", "plan"), [("Kulturminneplan", True), ("Områderegulering Nord", True), ("Planterom", False), ("Badekvartalet", False)]
)
def test_a_plan_is_told_by_its_words(name, plan):
    assert looks_like_plan(name) == plan


UNITS = frozenset(["Helse og mestring", "PLAN", "UTV"])


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Fellestjenester Tjenesteområdeleder HR", (("Fellestjenester",), ("Tjenesteområdeleder HR",), ())),
        ("Oppvekst\nRådgiver OV og kommunalsjef", (("Oppvekst",), ("Rådgiver OV", "kommunalsjef"), ())),
        ("Plan og bygg / arealplanleggjar", (("Plan og bygg",), ("arealplanleggjar",), ())),
        ("Plan og bygg / miljørådgjevar", (("Plan og bygg",), ("miljørådgjevar",), ())),
        ("Teknisk (Helse og mestring)", (("Teknisk",), (), ("Helse og mestring",))),
        ("PLAN/UTV", (("PLAN", "UTV"), (), ())),
        ("PLAN og Helse og mestring", (("PLAN", "Helse og mestring"), (), ())),
        ("Helse og mestring, PLAN og UTV", (("Helse og mestring", "PLAN", "UTV"), (), ())),
        ("Kultur og næring; Kultur", (("Kultur og næring", "Kultur"), (), ())),
        ("HO/RÅDM", (("HO/RÅDM",), (), ())),
        ("Helse og mestring", (("Helse og mestring",), (), ())),
        ("Kommunalsjef oppvekst", (("Kommunalsjef oppvekst",), (), ())),
        ("Plan- og miljøleder", (("Plan- og miljøleder",), (), ())),
        ("Teknisk sjef", (("Teknisk sjef",), (), ())),
        ("Leiande helsesjukepleiar", (("Leiande helsesjukepleiar",), (), ())),
        ("Oppvekst; Skolefaglig rådgiver", (("Oppvekst",), ("Skolefaglig rådgiver",), ())),
        ("Samfunn v/planrådgiver", (("Samfunn",), ("planrådgiver",), ())),
        ("Helse v/fysioterapeut", (("Helse",), ("fysioterapeut",), ())),
        ("Helse v/kommuneoverlegen", (("Helse",), ("kommuneoverlegen",), ())),
        ("Kommunedirektørens stab", (("Kommunedirektørens stab",), (), ())),
        ("Helse v/ Kari Vik", (("Helse v/ Kari Vik",), (), ())),
        ("", ((), (), ())),
    ],
)
def test_a_responsible_cell_is_parts_roles_and_those_who_take_part(cell, parts):
    assert split_responsible(cell, UNITS) == parts


def test_a_year_with_other_words_or_its_month_is_no_sign_of_that_year():
    assert [read_mark(text).aar for text in ("Sluttbehandling juni 2024", "juni 2024", "Våren 2024")] == [(), (), ()]
    assert read_mark("O: 2020 V: 2021").aar == ((2020, "O"), (2021, "V"))


@pytest.mark.parametrize(
    ("cell", "bold", "parts"),
    [
        (
            "Temaplan for vann. Gjeldende plan er fra 2012",
            "Temaplan for vann",
            ("Temaplan for vann", "Gjeldende plan er fra 2012"),
        ),
        ("Leve og lære\nOverordnet plan", "Leve og lære", ("Leve og lære", "Overordnet plan")),
        ("Kommunedelplan for Vest", "Kommunedelplan", ("Kommunedelplan for Vest", "")),
        ("1.1 Kommuneplan", "1.1", ("1.1 Kommuneplan", "")),
        ("Kulturplan\nRevideres i 2025.", "", ("Kulturplan", "Revideres i 2025.")),
        ("Kulturplan\nSkoleplan", "", ("Kulturplan Skoleplan", "")),
        ("Plan for\nHelse og omsorg.", "", ("Plan for Helse og omsorg.", "")),
    ],
)
def test_a_cell_may_hold_a_name_and_what_is_told_of_the_plan(cell, bold, parts):
    assert name_and_text(cell, bold) == parts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Skoleplan", True), ("Skoleplan\nx\nBarnehageplan", False), ("Planen er vedtatt.", False), ("Helse og omsorg", False),
        ("Plan for " + "mye " * 40, False),
    ],
)  # fmt: skip
def test_the_name_of_a_plan_is_one_short_line(text, name):
    assert is_plan_name(text) == name


@pytest.mark.parametrize("sign", ["\uf0fc", "\uf0fe"])
def test_a_tick_of_a_symbol_font_is_a_cross_and_its_empty_box_is_none(sign):
    assert (read_mark(sign).slag, read_mark("\uf0a8")) == ("kryss", None)


def test_an_amount_may_have_its_unit_beside_it():
    assert [read_mark(text).slag for text in ("ÅV 0,5", "100 timer", "0,2 årsverk", "Årsverk")] == ["tall"] * 3 + ["ord"]


def test_types_of_plans_with_a_stroke_between_them_are_types_and_no_name():
    assert is_plan_type("Temaplan/handlingsplan") and is_plan_type("Kommune-delplan")
    assert not is_plan_type("Temaplan/skoleplan")
