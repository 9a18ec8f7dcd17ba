"""How certain a row is when the columns are lost: what too much speaks against is told as not placed, and is no plan."""

import pytest
from texts_without_columns import PLANS, names, read

ROWS = [f"{name} X" for name in PLANS]


@pytest.mark.parametrize(
    "line",
    [
        "Skolebruksplan Teknisk drift 2028",
        "Boliger og handel X",
        "Havnesjef / Plan og utvikling X",
        "Vedtak av planstrategien X",
        "Avløser skolebruksplanen fra i fjor X",
        "Ny; slår sammen planer for skole X",
        "Full rullering, deretter årlig handlingsprogram X",
        "Planprogram vedteke 2022 X",
    ],
)
def test_a_name_that_too_much_speaks_against_is_told_and_is_no_plan(tmp_path, line):
    found = read(tmp_path, "Plan 2028 2029", *ROWS[:3], line, ROWS[3])
    assert names(found) == PLANS
    assert line.split()[0] in " ".join([*(one.tekst for one in found.ikke_plassert), *(row.kommentar for row in found.rader)])


def test_what_follows_other_names_and_what_a_list_counts_is_a_row_whatever_it_is_called(tmp_path):
    assert "Indre torg" in names(read(tmp_path, "Plan 2028 2029", *PLANS[:3], "Indre torg", PLANS[3], "X"))
    counted = [f"{at} {name} X" for at, name in enumerate([*PLANS, "Indre torg"], 1)]
    assert "Indre torg" in names(read(tmp_path, "Nr Plan 2028 2029", *counted))


def test_places_with_years_are_no_name_where_others_are(tmp_path):
    found = read(tmp_path, "Plan 2028 2029", *PLANS[:3], "Vik (2013), Sand (2016)", PLANS[3], "X")
    assert names(found) == PLANS
    assert "Vik (2013)" in " ".join([*(one.tekst for one in found.ikke_plassert), *(row.kommentar for row in found.rader)])


def test_what_stands_after_the_cells_of_a_counted_row_without_a_name_is_no_name(tmp_path):
    rows = [f"{at} {name} X Stab" for at, name in enumerate(PLANS, 1)]
    found = read(tmp_path, "Nr Plan Plantype 2028 2029 Ansvarlig", *rows, "5 X Stab", "Rullert i fjor")
    assert names(found) == PLANS


def test_a_type_after_a_name_stands_in_a_column_of_its_own(tmp_path):
    found = read(tmp_path, "Plan 2028 2029", *ROWS, "Skolebruksplan Fagplan X")
    assert names(found) == [*PLANS, "Skolebruksplan"]


@pytest.mark.parametrize(
    "heading", ["Lovkrav til kommunale planar", "Private planer under behandling", "Private detaljreguleringar", "Rapportering"]
)
def test_below_a_heading_of_what_is_no_plan_of_the_period_no_row_stands(tmp_path, heading):
    assert names(read(tmp_path, "Plan 2028 2029", *ROWS, heading, "Samla kommuneplan", "Årsplan X")) == PLANS


@pytest.mark.parametrize("work", ["Revisjon av plan vedtatt 2016", "Rullering av temaplan fra 2016"])
def test_work_with_a_plan_without_a_name_is_asked_about_and_is_no_plan(tmp_path, work):
    found = read(tmp_path, "Plan 2028 2029", *ROWS, f"{work} X")
    assert [row.navn for row in found.rader if row.er_plan] == PLANS
