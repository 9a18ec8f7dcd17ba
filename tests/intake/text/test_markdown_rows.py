"""Tables in Markdown, which merges no cells: programs that write them leave out, repeat or fill in what is merged."""

from planstrategi.intake.text.text_file import found_in_text

HEADINGS = ["| Tema | Plan | Vedtatt | 2028 | 2029 | Ansvarlig |", "| --- | --- | --- | --- | --- | --- |"]


def rows(tmp_path, lines):
    path = tmp_path / "planstrategi.md"
    path.write_text("\n".join(lines), "utf-8")
    return found_in_text(path).rader


def said(found):
    return [(row.navn, [*row.merker], row.ansvarlig) for row in found]


def test_a_row_with_fewer_cells_is_merged_with_the_one_above_where_it_fits_and_is_asked_of(tmp_path):
    below = ["| Plan for støy | Ny | x | x | Teknisk |", "| Kultur | Kulturplan | 2020 | x |  |"]
    found = rows(tmp_path, [*HEADINGS, "| Miljø | Klimaplan | 2019 | x |  | Areal |", *below])
    assert said(found) == [
        ("Klimaplan", [2028], "Areal"),
        ("Plan for støy", [2028, 2029], "Teknisk"),
        ("Kulturplan", [2028], "Teknisk"),
    ]
    assert [sum("hvilke kolonner" in doubt.spoersmaal for doubt in row.tvil) for row in found] == [0, 1, 1]


def test_years_in_a_second_row_of_headings_stand_below_the_one_that_is_merged_over_them(tmp_path):
    heads = ["| Plan | Arbeid i perioden | | Ansvarlig |", "| --- | --- | --- | --- |", "| **2028** | **2029** |"]
    found = rows(tmp_path, [*heads, "| Havneplan |  | x | Teknisk |", "| Kulturplan | x |  | Oppvekst |"])
    assert said(found) == [("Havneplan", [2029], "Teknisk"), ("Kulturplan", [2028], "Oppvekst")]


def test_a_table_that_follows_a_legend_has_its_own_columns(tmp_path):
    legend = ["| Tegn | Betydning |", "| --- | --- |", "| N | Ny plan |", "| R | Revisjon |", ""]
    plans = ["| Plan | 2028 | 2029 |", "|---|---|---|", "| Havneplan | N |  |", "| Kulturplan |  | R |"]
    assert [(row.navn, row.merker) for row in rows(tmp_path, [*legend, *plans])] == [
        ("Havneplan", {2028: "N"}),
        ("Kulturplan", {2029: "R"}),
    ]


def test_what_a_worksheet_was_written_with_for_empty_cells_is_nothing(tmp_path):
    heads = ["| Planer | Unnamed: 1 | Unnamed: 2 |", "| --- | --- | --- |", "| Plan | 2028 | Ansvarlig |"]
    found = rows(tmp_path, [*heads, "| Havneplan | NaN | Teknisk |", "| NaN | NaN | NaN |", "| Kulturplan | x | NaN |"])
    assert said(found) == [("Havneplan", [], "Teknisk"), ("Kulturplan", [2028], "")]


def test_a_bold_row_and_one_with_the_same_in_all_cells_are_groups_and_what_follows_a_bold_name_is_told_of_it(tmp_path):
    groups = ["| **Tema og fag** | | | | | |", "| Miljø | Miljø | Miljø | Miljø | Miljø | Miljø |"]
    plans = ["| T | **Kulturplan** *Gjelder til 2030* | 2020 | x |  | Areal |", "| T | Klimaplan | 2021 |  | x | Areal |"]
    found = rows(tmp_path, [*HEADINGS, groups[0], plans[0], groups[1], plans[1]])
    assert said(found) == [("Kulturplan", [2028], "Areal"), ("Klimaplan", [2029], "Areal")]


def test_what_is_struck_out_is_so_as_in_a_document_and_a_sign_that_is_escaped_is_itself(tmp_path):
    plans = ["| T | ~~Kulturplan~~ Bibliotekplan | 2020 | x |  | Areal |", r"| T | Klima\|energiplan | 2021 |  | x | Areal |"]
    assert [row.navn for row in rows(tmp_path, [*HEADINGS, *plans])] == ["Bibliotekplan", "Klima|energiplan"]
