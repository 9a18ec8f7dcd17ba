"""A page with tables beside each other: each of them is read as if it stood on a page of its own."""

from pdfplumber.table import Table
from test_lines import line

from planstrategi.intake.pdf.drawn import PageGround, PageParts
from planstrategi.intake.pdf.halves import facing_pages, in_halves


def placed(top, *cells):
    return [word for text, x0 in cells for word in line(text, top, x0)]


def parts(*lines, boxes=()):
    words, tables = [word for one in lines for word in one], [Table(None, list(boxes))] if boxes else []
    return [" ".join(word.text for word in part.words) for part in in_halves(PageParts(800.0, words, tables, [], []))]


INTRODUCTION = placed(0, ("Tabellane viser når planane våre skal vedtakast i denne perioden", 0))
HEADINGS = placed(60, ("Plan", 0), ("Når", 120), ("Plan", 200), ("Når", 320))
ROWS = placed(80, ("Byplan", 0), ("2026", 120), ("Vegplan", 200), ("2027", 320)), placed(95, ("Havneplan", 0), ("2028", 120))
REST = placed(150, ("Meir om dette", 0)), placed(163, ("Planane ovanfor er sende på høyring til alle nabokommunane våre", 0))


def test_tables_with_the_same_headings_beside_each_other_are_parted_with_their_titles_from_the_text_around_them():
    titles = placed(40, ("Areal", 0), ("Teknisk", 200))
    assert parts(INTRODUCTION, titles, HEADINGS, *ROWS, *REST) == [
        " ".join(word.text for word in INTRODUCTION),
        "Areal Plan Når Byplan 2026 Havneplan 2028",
        "Teknisk Plan Når Vegplan 2027",
        " ".join(word.text for one in REST for word in one),
    ]


def test_the_headings_may_stand_on_lines_of_their_own():
    left, right = placed(40, ("Plan", 0), ("Når", 120), ("Vegplan", 200)), placed(60, ("Byplan", 0), ("Plan", 200), ("Når", 320))
    assert parts(left, right, *ROWS)[1] == "Plan Når Byplan Byplan 2026 Havneplan 2028"


TEXT = [placed(top, ("Slik arbeider vi med planane", 0)) for top in range(62, 150, 13)]
TABLE = [placed(60, ("Plan", 220), ("Når", 340)), *(placed(top, ("Byplan", 220), ("2026", 340)) for top in range(80, 160, 15))]


def test_a_table_beside_running_text_is_parted_from_it():
    beside = [placed(one[0].top, (" ".join(word.text for word in one), 440)) for one in TEXT]
    whole = placed(40, ("Ei innleiing som går over begge spaltene på sida og ikkje hører til nokon av dei to", 0))
    text, table = " ".join(["Slik arbeider vi med planane"] * 7), " ".join(["Plan Når", *["Byplan 2026"] * 6])
    assert parts(whole, *TEXT, *TABLE)[1:3] == [text, table]
    assert parts(*beside, *TABLE)[1:3] == [table, text]


def test_a_column_that_is_no_running_text_is_of_its_table_and_so_is_one_with_a_heading():
    areas = [placed(one[0].top, ("Teknisk drift", 0)) for one in TABLE[1:]]
    below = [placed(top, ("Planen for dette året er vedteken av kommunestyret i eit møte", 0)) for top in range(200, 300, 13)]
    assert len(parts(*areas, *TABLE, *below)) == 1
    numbered = [placed(60, ("Nr", 0)), *(placed(one[0].top + 7, ("Planar for areal og tekniske", 0)) for one in TABLE[1:])]
    assert len(parts(*numbered, *TABLE)) == 1
    remarks = [placed(one[0].top, ("Planen skal rullerast i år", 440)) for one in TABLE[1:]]
    assert len(parts([*TABLE[0], *line("Vurdering", 60, 450)], *remarks, *TABLE[1:])) == 1
    assert len(parts([*TABLE[0], *line("Evaluert", 60, 450)], *remarks, *TABLE[1:])) == 1
    long = [placed(one[0].top, ("Byplan", 220), ("Revidering i år og seinare om det er råd", 340)) for one in TABLE[1:]]
    assert len(parts(TABLE[0], *long)) == 1


def test_a_page_with_one_table_and_one_whose_text_goes_over_the_middle_are_left_whole():
    one = placed(60, ("Plan", 0), ("Når", 120)), placed(80, ("Byplan", 0), ("2026", 120))
    across = placed(70, ("Tekst som går over begge tabellane og midten av sida her", 0))
    below = placed(90, ("Plan", 200), ("Når", 320))
    assert len(parts(*one)) == 1
    assert len(parts(*one[:1], across, below)) == 1


def test_a_table_whose_lines_hold_both_halves_is_left_whole():
    boxes = [(x0, top, x1, top + 20) for top in (55, 75) for x0, x1 in ((0, 110), (110, 190), (190, 310), (310, 400))]
    assert len(parts(HEADINGS, *ROWS, boxes=boxes)) == 1
    assert len(parts(HEADINGS, *ROWS)) == 4


def sheet(*lines, width=800.0, **more):
    return PageParts(500.0, [word for one in lines for word in one], [], [], [], width)._replace(**more)


LEFT = [placed(top, ("Tekst om planane våre", 50), ("2026", 250)) for top in range(40, 140, 15)]
RIGHT = [placed(top, ("Byplan", 450), ("2027", 650)) for top in range(47, 147, 15)]


def test_pages_beside_each_other_on_a_sheet_are_two_with_the_same_places():
    box = (450, 45, 700, 60)
    tables, grounds = [Table(None, [box])], [PageGround(*box, "ff0000")]
    left, right = facing_pages([sheet(*LEFT, *RIGHT, tables=tables, grounds=grounds, rules=[(60, 450, 700)])])
    assert [(left.width, len(left.words)), (right.width, len(right.words))] == [(400, 5 * len(LEFT)), (400, 2 * len(RIGHT))]
    assert (right.words[0].x0, right.tables[0].bbox, right.rules) == (50, (50, 45, 300, 60), [(60, 50, 300)])
    assert (right.grounds[0].x0, left.tables) == (50, [])


def test_pages_are_parted_where_most_sheets_of_a_document_are_of_two():
    across = sheet(*LEFT, *RIGHT, placed(25, ("Ein tittel som går over midten av arket og heile vegen", 250)))
    assert len(facing_pages([sheet(*LEFT, *RIGHT)] * 5 + [across, sheet(*LEFT)])) == 12
    assert len(facing_pages([sheet(*LEFT, *RIGHT)] * 3 + [across])) == 4


def test_a_table_on_a_wide_page_is_one_though_a_column_begins_where_a_page_would():
    assert len(facing_pages([sheet(*LEFT, *RIGHT, rules=[(60, 50, 700)])])) == 1
    assert len(facing_pages([sheet(*LEFT, *[placed(top + 7, ("Byplan", 480)) for top in range(40, 140, 15)])])) == 1
    assert len(facing_pages([sheet(*LEFT, *[placed(top, ("Byplan", 450)) for top in range(40, 140, 15)])])) == 1
    assert len(facing_pages([sheet(*LEFT, *RIGHT, height=900.0)])) == 1
