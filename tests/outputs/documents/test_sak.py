"""The case paper: its chapters, the tables it rests on, what is left open, and the summary alone on one page."""

import re
from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from registers import OSTRE_TOTEN
from words_of_documents import REAL, grids, hostile_plans, laid_out, needs_office, opened, said

import planstrategi as ps
from planstrategi.model.dates import whole_year
from planstrategi.outputs.documents.sak import case_paper

CHAPTERS = [
    "Bakgrunn", "Vurdering", "Alternativer med konsekvens", "Lovkrav som ikke er møtt", "Kapasitet år for år",
    "Det som ikke er kjent", "Forslag til vedtak",
    "Kilder og forbehold",
]  # fmt: skip
every_one = pytest.mark.parametrize("folder", [OSTRE_TOTEN, *REAL.values()], ids=lambda folder: folder.parent.name)


@pytest.fixture(scope="module")
def paper(ostre_toten):
    return opened(case_paper(ostre_toten))


def titled(paper, title):
    """Return the rows of a table by its title, the heads as keys."""
    ((heads, *rows),) = [rows for caption, rows in grids(paper).items() if title in caption]
    return [dict(zip(heads, row, strict=True)) for row in rows]


@every_one
def test_every_register_gives_the_same_chapters_as_real_headings(folder):
    paper = opened(case_paper(ps.load(folder)))
    assert [one.text for one in paper.paragraphs if one.style.name == "Heading 1"] == CHAPTERS


@every_one
def test_no_chapter_is_empty(folder):
    paper = opened(case_paper(ps.load(folder)))
    heads = [one._p for one in paper.paragraphs if one.style.name == "Heading 1"]
    assert not {*heads} & {one.getnext() for one in heads}


@every_one
def test_tables_and_figures_are_numbered_in_order_by_fields_that_word_counts(folder):
    paper = opened(case_paper(ps.load(folder)))
    captions = [one for one in paper.paragraphs if one.style.name == "Caption"]
    for kind in ("Tabell", "Figur"):
        numbers = [int(found[1]) for one in captions if (found := re.match(rf"{kind} (\d+) \S", said(one._p)))]
        assert numbers == list(range(1, len(numbers) + 1))
    assert all(one._p.find(qn("w:fldSimple")).get(qn("w:instr")).startswith("SEQ ") for one in captions)
    assert len(paper.tables) + len(paper.inline_shapes) == len(captions)


def test_the_numbers_of_the_years_are_those_of_the_tables(ostre_toten, paper):
    counts, work = ps.table("kapasitet-aar", ostre_toten), ps.table("kapasitetsbehov", ostre_toten)
    shown = titled(paper, "Planer det arbeides med per år")
    assert [int(row["Antall planer"]) for row in shown] == list(counts["antall_planer"])
    assert [int(row["Uten dobbelttelling (planer)"]) for row in shown] == list(counts["antall_uten_dobbelt"])
    planned = titled(paper, "Planlagt arbeid mot kapasiteten")
    assert [float(row["Planlagt (årsverk)"].replace(",", ".")) for row in planned] == list(work["planlagt_aarsverk"])
    assert {row["Kapasitet (årsverk)"] for row in planned} == {"ikke kjent"}


def test_each_gap_has_its_name_its_section_with_a_link_and_its_deadline(ostre_toten, paper):
    gaps, due = ps.table("lovhull", ostre_toten), ps.table("frister", ostre_toten).dropna(subset="frist")
    shown = titled(paper, "Krav som er kjent ikke møtt")
    assert [row["Krav"] for row in shown] == list(gaps["krav"])
    sections = [row["Bestemmelse"].replace("\xa0", " ") for row in shown]
    assert all(places[0] in section for places, section in zip(gaps["hjemmel"], sections, strict=True) if places)
    first = due.groupby("krav_id")["frist"].min()
    dated = gaps[gaps["krav_id"].isin(first.index) & (gaps["status"] != "frist i året")]
    read = {row["Krav"]: "-".join(reversed(row["Neste frist"].split()[-1].split("."))) for row in shown}
    assert len(dated)
    assert [read[krav] for krav in dated["krav"]] == list(first[dated["krav_id"]])
    others = set(gaps["krav"]) - set(dated["krav"])
    assert all("." not in row["Neste frist"] for row in shown if row["Krav"] in others)
    grid = paper.tables[2]
    targets = [paper.part.rels[one.get(qn("r:id"))].target_ref for one in grid._tbl.iter(qn("w:hyperlink"))]
    assert len(targets) == sum(map(len, gaps["hjemmel"]))
    assert all(target.startswith("https://lovdata.no/") for target in targets)


def test_a_gap_that_falls_due_in_a_year_of_the_period_has_that_year_and_not_the_next_date(ostre_toten, paper):
    due = ps.table("lovhull", ostre_toten).query("status == 'frist i året'")
    shown = {row["Krav"]: row["Neste frist"] for row in titled(paper, "Krav som er kjent ikke møtt")}
    assert len(due)
    assert [shown[krav] for krav in due["krav"]] == [f"i {aar}" for aar in due["aar"]]


def test_every_option_stands_with_what_it_costs(ostre_toten, paper):
    options = ps.table("scenarier", ostre_toten)
    assert [row["Koster"] for row in titled(paper, "Scenariene")] == list(options["koster"].fillna("–"))


def test_the_chart_has_an_alternative_text_that_says_what_it_shows(ostre_toten, paper):
    (shape,) = paper.inline_shapes
    assert ps.finding("kapasitet", ostre_toten) in shape._inline.docPr.get("descr")


def test_the_chart_comes_after_the_tables_of_its_chapter_which_can_fill_a_page_that_has_no_room_for_it(paper):
    body = list(paper.element.body)
    (drawn,) = (at for at, one in enumerate(body) if one.find(".//" + qn("w:drawing")) is not None)
    after = [paper.tables[at]._tbl for at in range(len(paper.tables)) if body.index(paper.tables[at]._tbl) > drawn]
    assert len(after) == 1 and "Spørsmål" in said(after[0])


def test_no_source_stands_alone_on_a_page(paper):
    texts = [one.text for one in paper.paragraphs]
    sources = paper.paragraphs[texts.index("Kilder og forbehold") + 1 :]
    assert len(sources) == 6 and all(one.paragraph_format.keep_with_next for one in sources)


def test_what_a_person_decides_is_left_open_and_marked(ostre_toten, paper):
    start = next(n for n, one in enumerate(paper.paragraphs) if one.text == "Forslag til vedtak")
    points = [one for one in paper.paragraphs[start:] if re.match(r"\d\. ", said(one._p))]
    assert len(points) == 4 + len(ostre_toten.beslutninger)
    assert all(any(run.text == "[…]" and run.font.highlight_color for run in one.runs) for one in points)


PLAN = "planer:\n  - {id: p, navn: P, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord}\n"


@pytest.mark.parametrize(("adopted", "does"), [(whole_year(2024), "viser til den vedtatte"), (None, "vedtar")])
def test_what_is_adopted_is_not_proposed_to_be_adopted(small, adopted, does):
    register = small(PLAN)
    told = replace(register, dokument=replace(register.dokument, vedtatt=adopted))
    assert f"1. […] {does} planstrategien for 2024–2026" in said(opened(case_paper(told)).element)


def test_what_is_said_where_nobody_has_judged_the_law_is_said_once(small):
    texts = [one.text for one in opened(case_paper(small(PLAN))).paragraphs]
    assert texts.count("Ingen har vurdert planene mot lovkravene ennå.") == 1


def test_the_summary_alone_has_every_sentence_of_its_table(ostre_toten):
    (grid,) = opened(case_paper(ostre_toten, kort=True)).tables
    assert [cell.paragraphs[0].text for cell in grid.columns[1].cells[1:]] == list(ps.table("sammendrag", ostre_toten)["setning"])


def test_nothing_that_a_name_holds_runs_or_is_lost(small):
    register = small(hostile_plans())
    document = opened(case_paper(register))
    assert not document.element.findall(".//" + qn("w:instrText"))
    assert {one.get(qn("w:instr")).split()[0] for one in document.element.iter(qn("w:fldSimple"))} <= {"SEQ"}
    assert "Forslag til vedtak" in said(document.element)


@needs_office
def test_it_is_three_to_five_pages_and_its_summary_one(tmp_path, ostre_toten, small):
    registers = {name: ps.load(folder) for name, folder in REAL.items()} | {"toten": ostre_toten}
    files = {f"{name}_{kort}": case_paper(register, kort=kort) for name, register in registers.items() for kort in (False, True)}
    pages = laid_out(tmp_path, **files, hostile=case_paper(small(hostile_plans()), kort=True))
    assert {name: len(text) for name, text in pages.items() if name.endswith("_False") and not 3 <= len(text) <= 5} == {}
    assert {len(text) for name, text in pages.items() if not name.endswith("_False")} == {1}
    assert "Side 5 av 5" in pages["toten_False"][-1]
    assert ps.finding("lovhull", ostre_toten)[:40] in " ".join(pages["toten_False"])
