"""What is drawn on a page of a PDF, written by hand."""

import pytest
from pypdfium2 import PdfDocument

from planstrategi.intake.cells import JOINED, struck_out
from planstrategi.intake.pdf.layout import PageLayout
from planstrategi.intake.pdf.page import page_parts
from planstrategi.intake.pdf.pdf_file import read_pdf

HEAD = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
FONT = "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>endobj\n"


def drawn(content, tmp_path, rotate=0, font=FONT):
    used = "/Resources<</Font<</F 5 0 R>>>>"
    page = f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Rotate {rotate}/Contents 4 0 R{used}>>endobj\n"
    stream = f"4 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj\n"
    (tmp_path / "p.pdf").write_text(HEAD + page + font + stream + "trailer<</Root 1 0 R>>\n", "latin-1")
    return page_parts(PdfDocument(tmp_path / "p.pdf")[0])


def test_words_are_parted_at_blanks_and_have_their_place_from_the_top(tmp_path):
    first, second = drawn("BT /F 10 Tf 20 150 Td (Plan for) Tj ET", tmp_path).words
    assert (first.text, second.text, first.font) == ("Plan", "for", "Helvetica-Bold")
    assert first.x0 == pytest.approx(20, abs=1)
    assert first.top < 50 < first.bottom
    assert first.x1 < second.x0


def test_a_page_that_is_turned_is_read_as_it_is_shown(tmp_path):
    (found,) = drawn("BT /F 10 Tf 0 1 -1 0 100 20 Tm (Plan) Tj ET", tmp_path, rotate=90).words
    assert (found.text, found.upright) == ("Plan", True)


def test_a_page_with_most_of_its_text_on_its_side_is_read_as_it_would_be_turned(tmp_path):
    rows = " ".join(f"BT /F 10 Tf 0 1 -1 0 {x} 20 Tm (Kommunedelplan for havn og vei {x}) Tj ET" for x in range(100, 200, 20))
    page = drawn(f"{rows} {shown((20, 20, 'Side'))}", tmp_path)
    assert (page.width, page.height) == (200, 300)
    upright = [one for one in page.words if one.upright]
    assert [one.text for one in sorted(upright, key=lambda one: (one.top, one.x0))[:3]] == ["Kommunedelplan", "for", "havn"]
    assert [one.text for one in page.words if not one.upright] == ["Side"]


def test_text_on_its_side_is_told(tmp_path):
    (found,) = drawn("BT /F 10 Tf 0 1 -1 0 100 20 Tm (2024) Tj ET", tmp_path).words
    assert (found.text, found.upright) == ("2024", False)


def test_a_heading_on_a_slant_is_a_word_right_above_its_column(tmp_path):
    heads = " ".join(f"BT /F 10 Tf 0.7 0.7 -0.7 0.7 {x} 100 Tm (Ny 20{year}) Tj ET" for x, year in ((100, 27), (150, 28)))
    found = drawn(f"{heads} {shown((20, 80, 'Plan'), (100, 80, 'x'), (150, 80, 'x'))}", tmp_path).words
    first, second = (one for one in found if one.text[0] == "N")
    assert [(one.text, one.upright) for one in (first, second)] == [("Ny 2027", True), ("Ny 2028", True)]
    assert [first.x1 < 115, second.x0 > 135, first.bottom < 110] == [True] * 3


def test_letters_on_their_side_that_are_drawn_one_by_one_are_one_word(tmp_path):
    places = zip("Temaplan", (20, 26.1, 31.7, 40.6, 46.1, 52.2, 55, 60.6), strict=True)
    letters = " ".join(f"BT /F 10 Tf 0 1 -1 0 100 {y} Tm ({letter}) Tj ET" for letter, y in places)
    assert [(one.text, one.begins) for one in drawn(letters, tmp_path).words] == [("Temaplan", False)]


def test_ruling_lines_make_a_table_and_coloured_areas_are_told(tmp_path):
    lines = (
        " ".join(f"20 {y} m 220 {y} l S" for y in (50, 90, 130)) + " " + " ".join(f"{x} 50 m {x} 130 l S" for x in (20, 120, 220))
    )
    found = drawn(f"1 1 0 rg 120 50 100 40 re f {lines}", tmp_path)
    assert [[box is not None for box in row.cells] for row in found.tables[0].rows] == [[True, True], [True, True]]
    assert [(round(one.x0), round(one.top), one.farge) for one in found.grounds] == [(120, 110, "ffff00")]


def test_what_is_only_white_is_nothing(tmp_path):
    found = drawn("1 1 1 rg 20 20 100 100 re f", tmp_path)
    assert (found.tables, found.rules, found.grounds) == ([], [], [])


def shown(*texts):
    return " ".join(f"BT /F 10 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in texts)


def test_a_word_right_beside_what_begins_in_many_lines_may_be_cut_there(tmp_path):
    # Kulturplan is 50 points wide
    rows = [
        ((20, y, name), (70, y, "stab")) for y, name in zip((150, 130, 110, 90, 70), ["Kulturplan", *["Vei"] * 4], strict=True)
    ]
    words = drawn(shown(*(cell for row in rows for cell in row)), tmp_path).words
    assert [one.text for one in words if one.text[0] == "K"] == [f"Kulturplan{JOINED}"]
    assert [one.text for one in words if one.begins].count("stab") == 5


def test_a_text_is_of_the_cell_it_begins_in_though_it_goes_on_over_the_edge(tmp_path):
    lines = (
        " ".join(f"20 {y} m 170 {y} l S" for y in (70, 90, 110)) + " " + " ".join(f"{x} 70 m {x} 110 l S" for x in (20, 100, 170))
    )
    page = drawn(shown((22, 95, "Plan"), (102, 95, "2028"), (22, 75, "Plan for stranden nord")) + " " + lines, tmp_path)
    (grid,) = PageLayout(1, page).parts(set(), None)
    assert [row.texts for row in grid.rows] == [("Plan", "2028"), ("Plan for stranden nord", "")]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("20 153.4 m 70.5 153.4 l", struck_out("Havneplan")),
        ("20 153.4 m 50 153.4 l", f"{struck_out('Havne')}plan"),
        ("20 149 m 70.5 149 l", "Havneplan"),
        ("10 153.4 m 200 153.4 l", "Havneplan"),
    ],
)
def test_letters_that_a_line_of_their_own_goes_through_are_struck_out(tmp_path, line, text):
    # another word has its middle where a line below the first one is
    word, other = drawn(f"0.5 w {line} S {shown((20, 150, 'Havneplan'), (150, 145.5, 'Vik'))}", tmp_path).words
    assert (word.text, other.text) == (text, "Vik")


@pytest.mark.parametrize(("sign", "read"), [("2", "²"), ("*", "*")])
def test_the_small_sign_of_a_footnote_stands_on_the_line_of_its_word(tmp_path, sign, read):
    text = f"{shown((20, 150, 'Plan'))} BT /F 6 Tf 43 154 Td ({sign}) Tj ET {shown((90, 150, '2'))}"
    name, note, year = drawn(text, tmp_path).words
    assert (note.text, note.bottom, year.text) == (read, name.bottom, "2")


def test_a_word_that_is_printed_in_many_parts_begins_no_column_within(tmp_path):
    # «Kom» is 22 points wide, and «mune» 27
    parts = [((20, y, "Kom"), (42.2, y, "mune"), (68.9, y, "plan")) for y in (150, 130, 110, 90, 70)]
    words = drawn(shown(*(part for word in parts for part in word)), tmp_path).words
    assert [one.text for one in words] == ["Kommuneplan"] * 5


@pytest.mark.parametrize("off", [0, 0.3, 0.8])
def test_letters_that_are_drawn_again_to_look_bold_are_read_once(off, tmp_path):
    rows = [(20, y, f"Byplan {y} X 22") for y in range(185, 15, -12)]
    words = drawn(f"{shown(*rows)} {shown(*((x + off, y - off, text) for x, y, text in rows))}", tmp_path).words
    assert [one.text for one in words] == [word for _, _, text in rows for word in text.split()]


def test_letters_that_are_printed_one_by_one_are_all_read_though_two_beside_each_other_are_alike(tmp_path):
    # an «l» is 1.1 points wide
    letters = " ".join(f"BT /F 4 Tf {20 + 1.112 * n} {y} Td (l) Tj ET" for y in (150, 130) for n in range(3))
    assert [one.text for one in drawn(letters, tmp_path).words] == ["lll", "lll"]


def test_a_letter_that_is_drawn_as_a_picture_rules_no_table(tmp_path):
    found = drawn("0 0 0 rg 20 100 8 8 re f 30 100 8 8 re f 40 100 8 8 re f", tmp_path)
    assert (found.tables, found.rules, len(found.grounds)) == ([], [], 3)


def test_a_large_word_under_the_text_is_none_of_it_but_a_title_above_it_is(tmp_path):
    under = "BT /F 60 Tf 20 100 Td (UTKAST) Tj ET BT /F 60 Tf 0.7 0.7 -0.7 0.7 60 30 Tm (KLADD) Tj ET"
    title = "BT /F 40 Tf 20 165 Td (Planar) Tj ET"
    rows = shown(*((20, y, "Plan for havn og vei og strand") for y in (140, 120, 100, 80, 60)))
    page = drawn(f"{title} {under} {rows}", tmp_path)
    assert {one.text for one in page.words} == {*["Planar", "Plan", "for", "havn", "og", "vei", "strand"]}
    assert page.under == "UTKAST KLADD"


def test_what_lies_under_the_text_is_told_and_not_read(tmp_path):
    under = "BT /F 60 Tf 20 100 Td (UTKAST) Tj ET"
    drawn(f"{under} {shown(*((20, y, 'Plan for havn og vei og strand') for y in (140, 120, 100, 80, 60)))}", tmp_path)
    assert read_pdf(tmp_path / "p.pdf").skjult == ("Bak teksten på side 1 står «UTKAST», og det er ikke lest.",)


def test_the_hyphen_of_a_browser_is_a_hyphen(tmp_path):
    coded = FONT.replace("Helvetica-Bold", "Helvetica/Encoding<</Differences[126/uni2010]>>")
    (found,) = drawn("BT /F 10 Tf 20 150 Td (plan~) Tj ET", tmp_path, font=coded).words
    assert found.text == "plan-"


@pytest.mark.parametrize(("size", "scale"), [(10, 1), (1, 10), (20, 0.5)])
def test_a_word_is_as_high_as_its_size_whatever_letters_it_has(size, scale, tmp_path):
    words = drawn(f"BT /F {size} Tf {scale} 0 0 {scale} 20 150 Tm (xx Ag) Tj ET", tmp_path).words
    assert [round(word.height, 3) for word in words] == [10, 10]


def striped(*rows):
    """Grounds of three cells from a place to another, by their distance from the bottom."""
    return " ".join(f"0 1 1 rg {x} {low} 80 {high - low} re f" for low, high in rows for x in (20, 100, 180))


def test_a_row_between_coloured_ones_is_a_row_of_their_table_and_so_is_one_that_ends_it(tmp_path):
    # the second row has a name on two lines, and the rest in the middle beside it
    words = shown(
        (22, 164, "Plan"), (102, 164, "Start"), (182, 164, "Slutt"), (22, 146, "Klima-"), (22, 135, "plan"),
        (102, 140, "2024"), (182, 140, "2025"), (22, 118, "Byplan"), (22, 102, "Vegplan"), (102, 102, "2025"),
        (22, 86, "Havneplan"), (22, 70, "Skoleplan"), (102, 70, "2026"), (20, 20, "Mer tekst om planene"),
    )  # fmt: skip
    (table,) = drawn(f"{striped((160, 176), (112, 130), (80, 96))} 0 g {words}", tmp_path).tables
    assert [(round(row.bbox[1]), round(row.bbox[3]), sum(map(bool, row.cells))) for row in table.rows] == [
        (24, 40, 3), (40, 70, 3), (70, 88, 3), (88, 104, 3), (104, 120, 3), (120, 133, 3),
    ]  # fmt: skip


def test_rows_below_headings_that_are_coloured_are_not_one_row(tmp_path):
    heads = striped((160, 176), (100, 116), (40, 56))
    words = shown(*((22, y, "Klimaplan") for y in (150, 138, 126, 90, 78, 66, 30)))
    assert [len(table.rows) for table in drawn(f"{heads} 0 g {words}", tmp_path).tables] == [1, 1, 1]
