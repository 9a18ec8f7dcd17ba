"""Cells beside each other over several lines, as a text has them that was taken out of a page line by line."""

from collections.abc import Sequence
from itertools import zip_longest

from matplotlib.font_manager import findfont
from matplotlib.ft2font import FT2Font
from texts_without_columns import names, read

# name, what is said of it, who is responsible, and marks
ROWS = [
    ("Kommuneplanens arealdel", "Områdene langs fjorden må vurderes på nytt, og dyrka jord skal vernes.", "Plan og bygg", "X X"),
    (
        "Kommunedelplan for vann, avløp og overvann",
        "Ledningsnettet er gammelt. Kravene til rensing er nye.",
        "Teknisk drift",
        "X",
    ),
    ("Temaplan for barn og unge i utsatte familier", "Skal svare på den nye loven om barnevern.", "Oppvekst", "X X"),
    ("Klimastrategi", "Bygger på målene om utslipp fra kommunen, næringene og de som bor her.", "Helse og mestring", "X"),
    ("Plan for idrett og friluftsliv", "Vilkår for å få spillemidler til anlegg.", "Kultur og fritid", "X X"),
    ("Næringsplan", "Lages sammen med næringslivet i bygda.", "Plan og bygg", "X"),
]
# in points, in a font of 10
WIDTHS = (130, 190, 105, 60)
HEADING = "Plan Beskrivelse Ansvar 2028 2029"
FONT = FT2Font(findfont("DejaVu Sans"))
FONT.set_size(10, 72)


def wide(text: str) -> float:
    """How wide a text is on a page, in points."""
    FONT.set_text(text)
    return FONT.get_width_height()[0] / 64


def broken(cell: str, width: float) -> list[str]:
    """The lines of a cell: each has the words that have room."""
    lines = [""]
    for word in cell.split():
        longer = f"{lines[-1]} {word}".strip()
        lines[-1:] = [longer] if wide(longer) <= width else [lines[-1], word]
    return lines


def printed(rows: Sequence[Sequence[str]], widths: Sequence[float] = WIDTHS) -> list[str]:
    """The lines of rows on a page, line by line."""
    cells = [[broken(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return [" ".join(filter(None, line)) for row in cells for line in zip_longest(*row, fillvalue="")]


def in_turn(rows: Sequence[Sequence[str]], widths: Sequence[float] = WIDTHS) -> list[str]:
    """The lines of rows cell by cell; a cell goes on with the line of the one before it where that has one line."""
    made = list[str]()
    for row in rows:
        cells = [broken(cell, width) for cell, width in zip(row, widths, strict=True)]
        for at, cell in enumerate(cells):
            if at and len(cells[at - 1]) == 1:
                cell[0] = f"{made.pop()} {cell[0]}"
            made += cell
    return made


def test_where_each_cell_is_whole_before_the_next_a_line_goes_on_with_the_last_cell(tmp_path):
    rows = [(f"{at} {name}", marks, unit, said) for at, (name, said, unit, marks) in enumerate(ROWS, 1)]
    found = read(tmp_path, "Nr Plan 2028 2029 Ansvar Beskrivelse", *in_turn(rows, (110, 60, 105, 190)))
    assert [(row.navn, row.ansvarlig) for row in found.rader] == [(name, unit) for name, _, unit, _ in ROWS]


def test_the_words_of_lines_are_shared_by_the_widths_of_columns(tmp_path):
    found = read(tmp_path, HEADING, *printed(ROWS))
    assert [(row.navn, row.kommentar, row.ansvarlig) for row in found.rader] == [row[:3] for row in ROWS]


def test_a_name_put_together_beside_other_cells_is_asked_of(tmp_path):
    found = read(tmp_path, HEADING, *printed(ROWS))
    asked = {row.navn: "navn" in [one.felt for one in row.tvil] for row in found.rader}
    assert asked == {name: len(broken(name, WIDTHS[0])) > 1 for name, *_ in ROWS}


def test_years_on_a_line_below_stand_where_the_marks_do(tmp_path):
    moved = [(name, marks, said, unit) for name, said, unit, marks in ROWS]
    found = read(tmp_path, "Plan Arbeidet foregår Beskrivelse Ansvar", "2028 2029", *printed(moved, (130, 60, 190, 105)))
    read_marks = [(row.navn, row.ansvarlig, len(row.merker or row.merker_uten_aar)) for row in found.rader]
    assert read_marks == [(name, unit, len(marks.split())) for name, _, unit, marks in ROWS]


def test_two_columns_of_sentences_have_each_its_own_width(tmp_path):
    more = [
        "Revideres når samfunnsdelen er ferdig, og legges ut på høring i 2029.",
        "Ny plan i 2028. Tiltakene tas inn i økonomiplanen samme høst.",
        "Arbeidet begynner i 2028 sammen med ungdomsrådet og familiesenteret.",
        "Videreføres. Behovet vurderes på nytt i neste planstrategi.",
        "Rulleres i 2028 i samarbeid med lagene og idrettsrådet.",
        "Ny plan i 2029 etter at havna er utbedret og arealene er avklart.",
    ]
    rows = [(name, said, later) for (name, said, *_), later in zip(ROWS, more, strict=True)]
    found = read(tmp_path, "Plan Vurdering Videre arbeid", *printed(rows, (130, 190, 170)))
    assert names(found) == [name for name, *_ in ROWS]


def test_running_text_below_the_last_row_is_of_no_name(tmp_path):
    below = (
        "Neste planstrategi skal vedtas innen et år etter valget, og planene som ikke er ferdige da, følger med over i den nye."
    )
    found = read(tmp_path, HEADING, *printed(ROWS), "4 Oppfølging", below)
    assert names(found) == [name for name, *_ in ROWS]


def test_a_list_number_alone_on_its_line_stays_the_number_of_its_row(tmp_path):
    rows = [f"{at} {line}" for at, row in enumerate(ROWS, 1) for line in ["\n".join(printed([row]))]]
    found = read(tmp_path, f"Nr {HEADING}", *rows[:4], rows[4].replace("5 ", "5\n", 1), *rows[5:])
    assert [row.nummer for row in found.rader] == [str(at) for at in range(1, len(ROWS) + 1)]


def test_cells_on_one_line_are_parted_where_nothing_known_parts_them(tmp_path):
    rows = [
        ("Kommuneplanens samfunnsdel", "Strategi og utvikling alle kommunalområder R R"),
        ("Kommuneplanens arealdel", "Plan og bygg Strategi og utvikling R R"),
        ("Kommunedelplan for Langøyelva", "Plan og bygg Landbrukskontoret N N"),
        ("Plan for barn og unges oppvekstmiljø", "Barn og familie Skole, Kultur R R"),
        ("Strategi for framtidas eldreomsorg", "Omsorg Kommunalteknikk N N"),
        ("Kompetanseplan for skole", "Skole R R R"),
        ("Hovedplan vei og gatelys", "Kommunalteknikk Plan og bygg R"),
        ("Kommunal jordvernstrategi", "Landbrukskontoret Plan og bygg N"),
    ]
    found = read(tmp_path, "Plan Ansvarlig enhet Medvirkende 2023 2024 2025 2026", *map(" ".join, rows))
    assert names(found) == [name for name, _ in rows]
