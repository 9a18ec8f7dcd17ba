"""The plan tables in Word: every plan in the table of its section, with its marks as printed, and what the marks mean."""

from collections import Counter

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from words_of_documents import HOSTILE, REAL, grids, hostile_plans, laid_out, lier, needs_office, opened  # noqa: F401

import planstrategi as ps
from planstrategi.outputs.documents.plandokument import plan_document


def plan_rows(register):
    """Return the rows of the plan tables, by the table and the plan."""
    found = {}
    for caption, (heads, *rows) in grids(opened(plan_document(register))).items():
        if heads[0] == "Plan" and "Ansvarlig" in heads:
            title = caption.split(" ", 2)[2]
            found |= {(title, row[0].split("\n")[0]): dict(zip(heads, row, strict=True)) for row in rows}
    return found


def test_every_plan_stands_once_in_the_table_of_its_section(ostre_toten):
    plans = ps.table("planer", ostre_toten)
    tables = {one.id: one.navn for one in ostre_toten.tabeller}
    assert list(plan_rows(ostre_toten)) == [(tables[t], navn) for t, navn in zip(plans["tabell"], plans["navn"], strict=True)]


def test_each_year_has_as_many_marks_as_the_source_has(ostre_toten):
    marks = Counter(map(str, ps.table("planaar", ostre_toten)["aar"]))
    rows = plan_rows(ostre_toten).values()
    assert {year: sum(row[year] == "X" for row in rows) for year in ("2024", "2025", "2026", "2027")} == marks


def test_a_mark_that_is_a_word_stands_as_it_is_printed():
    register = ps.load(REAL["hol"])
    printed = {mark for plan in register.planer for _, mark in plan.merker}
    shown = {row[year] for row in plan_rows(register).values() for year in ("2024", "2025", "2026", "2027")}
    assert printed
    assert printed <= shown


def test_a_plan_has_its_comment_its_finish_who_answers_for_it_and_what_is_decided(ostre_toten):
    row = plan_rows(ostre_toten)["Kommuneplan", "Kommuneplanens arealdel (KPA)"]
    assert row["Merknad og framdrift"].split("\n")[:2] == [
        "Arbeidet begynner etter at planstrategien er vedtatt.",
        "Ferdig: 31.12.2026",
    ]
    assert row["Ansvarlig"].split("\n") == ["Samfunn og strategi", "Leder strategi og utvikling"]
    assert row["Planbehov"] == "Full revisjon"


def test_rows_that_are_no_plans_stand_apart_with_what_is_set_aside(lier):  # noqa: F811
    (others,) = [rows for caption, rows in grids(opened(plan_document(lier))).items() if "Andre rader" in caption]
    frame = ps.table("andre-rader", lier)
    assert [row[1] for row in others[1:]] == list(frame["navn"].unique())
    assert others[-1][3] == "2024: 8,5 årsverk, 2025: 9,0 årsverk, 2026: 8,5 årsverk, 2027: 8,0 årsverk"


def test_the_paper_lies_and_heads_are_repeated_on_every_page(ostre_toten):
    document = opened(plan_document(ostre_toten))
    (section,) = document.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    assert all(grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for grid in document.tables)


def test_what_marks_mean_is_said_and_where_nobody_says_it_is_unknown(small):
    plan = "planer:\n  - {id: a, navn: A, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, aar: [2024]}\n"
    register = small(plan, replaced="merket_betyr: vedtak")
    assert grids(opened(plan_document(register)))["Tabell 2 Plantabellene i kilden"][1][1] == "planen skal vedtas i året"
    unsaid = ps.load(REAL["gol"])
    assert {row[1] for row in list(grids(opened(plan_document(unsaid))).values())[-1][1:]} == {"–"}


@needs_office
def test_names_of_any_kind_stay_in_their_cells_and_a_mark_that_is_a_word_is_not_split(tmp_path, small):
    register = small(hostile_plans())
    assert [name for _, name in plan_rows(register)] == [plan.navn.replace("\t", "") for plan in register.planer]
    laid = laid_out(tmp_path, plan=plan_document(register), words=plan_document(ps.load(REAL["hol"])))
    pages = laid["plan"]
    assert "Rullering Rullering Rullering Rullering" in " ".join(laid["words"])
    assert len(pages) < 4
    assert all(name[:20] in " ".join(pages) for name in HOSTILE[:4])
    assert "Hva merkene betyr" in " ".join(pages)
