"""The gaps in law stand by name, with their deadlines."""

from registers import ROOT, WITH_PLANS

import planstrategi as ps
from planstrategi import charts
from planstrategi.presentation.figure_frames import gap_years
from planstrategi.presentation.figures import content, figure


def test_every_gap_of_the_table_has_a_row_of_years_and_no_other_requirement_has(ostre_toten):
    frame, table = gap_years()(ostre_toten), ps.table("lovhull", ostre_toten)
    assert set(frame["krav_id"]) == set(table["krav_id"])
    assert (frame.groupby("krav_id").size() == 4).all()


def test_a_deadline_that_is_not_met_is_written_in_its_year(ostre_toten):
    frame = gap_years()(ostre_toten)
    row = frame[(frame["krav_id"] == "eierskapsmelding") & (frame["aar"] == 2027)].iloc[0]
    due = ps.table("frister", ostre_toten).query("krav_id == 'eierskapsmelding'")["frist"]
    assert "2027-10-30" in set(due)
    assert (row["dag"], row["status"]) == ("30.10.", "frist i året")


def test_where_the_source_names_no_role_there_is_no_grid_of_roles():
    register = ps.load(WITH_PLANS["lier"])
    assert figure("kapasitet-rolle", register).nothing and set(ps.table("kapasitet-rolle", register)["rolle"]) == {"ikke oppgitt"}


def test_a_slide_has_the_first_gaps_of_the_table_and_the_page_has_all(ostre_toten):
    table = ps.table("lovhull", ostre_toten)
    assert set(gap_years(18)(ostre_toten)["krav_id"]) == set(table["krav_id"][:18])
    # as the line above the chart says, the day stands in the year
    assert "frist 31.12." in {text.get_text() for text in figure("lovhull", ostre_toten).drawn.axes[0].texts}
    names = {text.get_text() for text in figure("lovhull", ostre_toten, "a4").drawn.axes[0].texts}
    assert set(ps.table("lovdekning-aar", ostre_toten).query("krav_id in @table.krav_id")["krav"]) <= names


def test_the_wheel_on_a_slide_with_a_head_of_its_own_names_all_that_comes_every_year_and_breaks_no_word(ostre_toten):
    shown = content("planhjul", ostre_toten)
    written = [text.get_text() for text in charts.alone(shown.draw, shown.frame, 12.6, 4.67).axes[0].texts]
    assert written[written.index("Årshjulet") :][:6] == [
        "Årshjulet", "Økonomiplan", "Kommuneplanens", "handlingsdel", "Overordnet", "beredskapsplan"
    ]  # fmt: skip


def test_years_that_are_worked_out_are_told_of_also_where_none_is_marked():
    gol = ps.load(ROOT / "data" / "kommuner" / "gol" / "2024-2027")
    worked_out = ps.table("arbeidsaar", gol).query("grunnlag == 'avledet'")["plan_id"].nunique()
    said = ps.finding("tidslinje", gol)
    assert (said, said.under) == (
        f"For {worked_out} planer er år avledet, ikke merket som arbeid.", "Ingen planer er merket i noe år i perioden."
    )  # fmt: skip
