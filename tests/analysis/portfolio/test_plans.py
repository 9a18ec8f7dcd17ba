"""The portfolio, the statutes the source names, and how values are shown to people."""

from dataclasses import replace

import pandas as pd
import pytest
from registers import OSTRE_TOTEN, ROOT
from registers_with_work import plan, rows

import planstrategi as ps
from planstrategi.analysis.shared.sources import places
from planstrategi.model.dates import in_words
from planstrategi.model.intake import Forslag, Innlesingsfil, InnlestRad
from planstrategi.presentation.export import as_csv, as_excel_csv, as_json, as_text
from planstrategi.presentation.notebook_table import show
from planstrategi.presentation.plain_words import cell, year_range

PLANS = """\
planer:
  - id: barn
    navn: Plan for barn
    plantype: temaplan
    kilde: {tabell: temaplan, rad: 1}
    planbehov: rullering_av_handlingsdel
    ansvarlig: nord
    statutter: [{lov: barnevernsloven, paragraf: § 15-1, gjelder: plan}]
  - id: lege
    navn: Legeplan
    plantype: temaplan
    kilde: {tabell: temaplan, rad: 2}
    planbehov: ny
    ansvarlig: nord
    roller: [raadgiver, leder-nord]
    medvirkende: [sor]
    statutter: [{lov: helseloven, gjelder: tjeneste}]
  - id: veg
    navn: Veg
    plantype: uavklart
    kilde: {tabell: temaplan, rad: 3}
    ansvarlig: sor
"""


def test_a_plan_row_gives_names_and_leaves_unknown_missing(small):
    frame = ps.table("planer", small(PLANS)).set_index("plan_id")
    assert frame.loc["lege", "roller"] == ("Rådgiver", "Leder")
    assert frame.loc["lege", "medvirkende"] == ("Sør",)
    assert pd.isna(frame.loc["veg", "planbehov"]) and pd.isna(frame.loc["veg", "vedtatt"])
    assert frame.loc["veg", "kilde"] == "register.yaml:31"


def test_what_is_decided_for_the_kommuneplan_is_what_the_text_says_and_else_what_the_row_says(small):
    parts = PLANS.replace("plantype: temaplan", "plantype: samfunnsdel", 1).replace("plantype: temaplan", "plantype: arealdel", 1)
    told = "beslutninger: [{plan: lege, planbehov: ny, begrunnelse: Den mangler., kilde: {avsnitt: A}}]\n"
    register = small(parts + told)
    assert rows(register, "beslutninger", "navn", "planbehov", "grunn") == [
        ("Legeplan", "ny", "Den mangler."), ("Plan for barn", "rullering_av_handlingsdel", None)
    ]  # fmt: skip
    said = ps.table("sammendrag", register).query("tema == 'Kommuneplanen'")
    assert list(said["setning"]) == ["Legeplan: ny plan.", "Plan for barn: rullering av handlingsdel."]
    assert list(said["under"]) == ["Den mangler.", ""]


def test_decisions_are_counted_per_area_in_the_order_of_the_words_with_unknown_last(small):
    frame = ps.table("planbehov", small(PLANS))
    assert [tuple(row) for row in frame.itertuples(index=False)] == [
        ("ny", "Ny plan", "Nord", 1, "register.yaml:22"),
        ("rullering_av_handlingsdel", "Rullering av handlingsdel", "Nord", 1, "register.yaml:15"),
        ("ikke oppgitt", "Ikke oppgitt", "Sør", 1, "register.yaml:31"),
    ]


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([], None),
        ([9, 7, 9], "register.yaml:7, 9"),
        ([1, 2, 3, 4, 5], "register.yaml:1, 2, 3, 4, 5"),
        ([1, 2, 3, 4, 5, 16], "register.yaml:1–16"),
    ],
)
def test_the_places_behind_a_count_are_listed_while_they_are_few(lines, shown):
    assert places(f"register.yaml:{line}" for line in lines) == shown


@pytest.mark.parametrize("name", ["kapasitet", "kapasitet-aar", "kapasitet-rolle", "konsentrasjon", "planbehov", "unntak"])
def test_a_count_has_a_way_back_to_the_plans_it_counts(ostre_toten, name):
    frame = ps.table(name, ostre_toten)
    assert frame.columns[-1] == "kilde"
    if "antall_planer" in frame:
        assert (frame["kilde"].notna() == (frame["antall_planer"] > 0)).all()


def test_a_waived_problem_names_the_file_it_stands_in():
    frame = ps.table("unntak", ps.load(ROOT / "tests" / "data" / "gyldig" / "grensetilfeller.yaml"))
    assert list(frame["kilde"].str.rpartition(":")[0]) == ["grensetilfeller.yaml"]


def test_the_sentence_accounts_for_every_plan(small):
    said = ps.finding("planbehov", small(PLANS))
    assert (said, said.under) == ("2 av 3 planer er ført som ny, revisjon, endring eller rullering.", "De andre: 1 ikke oppgitt.")


def test_the_sentence_and_the_table_say_the_same_of_what_is_only_done_each_year(small):
    yearly = "  - {id: x, navn: X, plantype: temaplan, kilde: {tabell: temaplan, rad: 4}, ansvarlig: sor, aarlig: [planen]}\n"
    register = small(PLANS + yearly)
    assert ps.finding("planbehov", register).under == "De andre: 2 ikke oppgitt."
    assert list(ps.table("planbehov", register)["antall_planer"]) == [1, 1, 2]


def test_a_statute_named_for_the_plan_is_kept_apart_from_one_named_for_the_service(small):
    register = small(PLANS)
    named = ps.table("statutter", register)
    assert [tuple(row)[:5] for row in named.iloc[:, [0, 1, 2, 3, 4]].fillna("").itertuples(index=False)] == [
        ("barnevernsloven", "§ 15-1", "plan", "planens rad", ("barn",)),
        ("helseloven", "", "tjeneste", "planens rad", ("lege",)),
    ]
    grounds = ps.table("statutter-plan", register).set_index("plan_id")["grunnlag"].to_dict()
    assert grounds == {
        "barn": "planens rad, for planen",
        "lege": "planens rad, for tjenesten",
        "veg": "ingen lov som gjelder planen",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024", "2024"), ("2024-06", "juni 2024"), ("2024-06-30", "30.06.2024"),
        ("2024-H2", "2. halvår 2024"), ("2024-host", "høsten 2024"), ("2024-vaar", "våren 2024"),
    ],
)  # fmt: skip
def test_a_moment_is_shown_as_people_write_it(text, words):
    assert in_words(text) == words


@pytest.mark.parametrize(
    ("years", "shown"), [((), ""), ((2024,), "2024"), ((2024, 2025, 2026), "2024–2026"), ((2024, 2026, 2027), "2024, 2026–2027")]
)
def test_years_are_shown_as_ranges(years, shown):
    assert year_range(years) == shown


def test_a_notebook_table_is_plain_html_with_norwegian_headings_and_escaped_text():
    frame = pd.DataFrame({"navn": ["<b>Plan</b>"], "andel_prosent": [75.0], "roller": [("A", "B")]})
    html = show(frame)._repr_html_()
    assert "<th>Plan</th>" in html and "<th>Andel av planårene (%)</th>" in html
    assert "&lt;b&gt;Plan&lt;/b&gt;" in html and "75,0" in html and "A; B" in html
    assert html == show(frame)._repr_html_()


def test_cells_are_said_in_norwegian():
    assert [cell(value) for value in (True, False, None, float("nan"), pd.NA, 1.254, 75.0, ("a", "b"), 3)] == [
        "ja", "nei", "", "", "", "1,25", "75,0", "a; b", 3,
    ]  # fmt: skip


def test_formats_keep_numbers_lists_and_unknown():
    frame = pd.DataFrame({"navn": ["=1+1", None], "aar": [(2024, 2025), ()], "tall": [1, 20], "andel": [0.5, None]})
    assert as_json(frame) == (
        '[\n {\n  "navn": "=1+1",\n  "aar": [\n   2024,\n   2025\n  ],\n  "tall": 1,\n  "andel": 0.5\n },\n'
        ' {\n  "navn": null,\n  "aar": [],\n  "tall": 20,\n  "andel": null\n }\n]'
    )
    assert as_csv(frame) == "navn,aar,tall,andel\n=1+1,2024; 2025,1,0.5\n,,20,\n"
    assert as_excel_csv(frame) == "\ufeffnavn;aar;tall;andel\r\n'=1+1;2024; 2025;1;0,5\r\n;;20;\r\n".replace(
        "2024; 2025", '"2024; 2025"'
    )
    assert as_text(frame).splitlines() == [
        "navn  aar         tall  andel",
        "=1+1  2024; 2025     1    0,5",
        "                    20",
    ]


def test_a_problem_stands_in_a_file_of_the_data_wherever_that_is_on_the_machine(ostre_toten, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for register in (ostre_toten, ps.load(OSTRE_TOTEN)):
        assert set(ps.table("problemer", register)["fil"]) == {"register.yaml", "nasjonalt/lovkrav.yaml"}


LATE = "planbehov: revisjon, aar: [2025], gyldig_til: 2024"  # revised after its validity: a warning
BOTH, SOUTH = "roller: [leder-nord, raadgiver]", plan("sti", "planbehov: viderefores, roller: [leder-sor]", area="sor")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        # a role that no plan has is a note
        (f"planbehov: ny, aar: [2024], {BOTH}", "verken advarsler eller merknader."),
        ("planbehov: ny, aar: [2024], roller: [leder-nord]", "ingen advarsler og 1 merknad."),
        (f"{LATE}, {BOTH}", "1 advarsel."),
        (f"{LATE}, roller: [leder-nord]", "1 advarsel og 1 merknad."),
    ],
)
def test_the_sentence_on_problems_counts_warnings_and_notes_apart_and_leaves_out_notes_that_are_none(build, fields, said):
    assert ps.finding("problemer", build([plan("bru", fields), SOUTH])) == f"Kontrollen av registeret gir {said}"


def test_the_problems_of_a_rule_are_counted_with_the_plans_they_are_about(build):
    register = build([plan("bru", f"{LATE}, {BOTH}"), plan("vei", f"{LATE.replace('2025', '2026')}, {BOTH}"), SOUTH])
    assert rows(register, "problemkoder", "kode", "antall", "planer", "navn") == [("REG205", 2, ("bru", "vei"), ("Bru", "Vei"))]


def test_without_a_statute_the_sentence_says_so_and_without_a_plan_that_there_are_none(build):
    assert ps.finding("statutter", build([plan("bru", "planbehov: ny")])) == "Kilden nevner ingen lov for noen av planene."
    assert ps.finding("statutter", build([])) == "Registeret har ingen planer."


def test_whoever_else_drives_a_plan_is_told_with_the_part_they_have(build):
    register = build([plan("bru", "planbehov: ny, drivere: [{navn: Elvelaget, rolle: samarbeidspart}]")])
    assert rows(register, "forhold", "forhold", "til_hva") == [("drivere", "Elvelaget (samarbeidspart)")]


def test_a_table_says_what_its_marks_mean(small):
    assert rows(small(PLANS), "tabeller", "merket_betyr", "antall_planer") == [("det arbeides med planen i året", 3)]


def test_what_was_read_tells_the_words_behind_a_proposal_where_there_are_any(ostre_toten):
    one, two = Forslag(felt="aar", verdi="2025", ord="snarest"), Forslag(felt="navn", verdi="Klimaplan")
    row = InnlestRad(hvor="tabell 1, rad 1", navn="Klima", sikkerhet="usikker", forslag=(one, two), sted={"navn": 1})
    read = Innlesingsfil(per_dato="2024-06-30", dokument="a.docx", rader=(row,))
    assert rows(replace(ostre_toten, innlesing=read), "innlesing", "forslag") == [(("aar: 2025 («snarest»)", "navn: Klimaplan"),)]
