"""What has changed on one page in Word: headings, the changes that matter most, how many more there are, and the sources."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from types import SimpleNamespace

import pandas as pd
import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn
from registers_of_two_periods import NEW, OLD, compared, plan

import planstrategi as ps
from planstrategi.revision import one_page as page_of_changes
from planstrategi.revision.comparison import held_against
from planstrategi.revision.one_page import MOST_PLANS, one_page

LONG = "Kommunedelplan for klima, energi, naturmangfold, vannforvaltning og sirkulær økonomi i hele kommunen, del"


def opened(register, siden=""):
    return Document(BytesIO(one_page(register, siden)))


def lines(page):
    return [paragraph.text for paragraph in page.paragraphs]


def test_the_page_has_headings_the_findings_the_changes_and_the_sources(tmp_path):
    page = opened(compared(tmp_path, OLD, NEW))
    headings = [one.text for one in page.paragraphs if one.style.name.startswith(("Title", "Heading"))]
    assert headings == ["Endret siden perioden 2020–2023", "Hva som ble lovet", "Kilder"]
    said = lines(page)
    assert "Siden perioden 2020–2023 er 1 plan lagt til og 2 tatt ut." in said
    assert "Det som var lovet i perioden 2020–2023, er kjent gjort for 1 av 7 planer." in said
    assert said[-1] == "Planstrategi 2024. Per 30.06.2024. Sammenlignet med: Planstrategi 2020. Per 30.06.2020."
    rows = [[cell.text for cell in row.cells] for row in page.tables[0].rows]
    assert rows[:4] == [
        ["Plan", "Endring", "Fra", "Til"], ["Bru", "Tatt ut", "Revisjon", ""], ["Torg", "Tatt ut", "Utgår", ""],
        ["Idrett", "Lagt til", "", "Ny plan"],
    ]  # fmt: skip
    assert ["Klima", "Vedtatt endret", "2015", "mai 2022"] in rows


def test_what_the_edition_before_is_called_stands_in_the_sentence_too(tmp_path):
    old, new = compared(tmp_path, OLD, NEW).previous().register, compared(tmp_path, OLD, NEW)
    said = lines(opened(held_against(old, new, "revisjonen HEAD~1"), "høringen"))
    assert "Siden høringen er 1 plan lagt til og 2 tatt ut." in said and said[-1].count("revisjonen HEAD~1") == 1


def test_what_a_draft_has_not_decided_is_not_said_to_be_changed(tmp_path):
    page = opened(compared(tmp_path, [plan("a", "planbehov: ny")], [plan("a")]))
    assert "Siden perioden 2020–2023 er ingen planer endret, lagt til eller tatt ut." in lines(page)
    assert [cell.text for cell in page.tables[0].rows[1].cells] == [
        "A",
        "Planbehov ikke lenger oppgitt",
        "Ny plan",
        "ikke oppgitt",
    ]


def test_what_is_changed_stands_before_what_is_not_stated_any_more(tmp_path):
    old = [plan("a", "planbehov: ny"), plan("b", "planbehov: ny")]
    page = opened(compared(tmp_path, old, [plan("a"), plan("b", "planbehov: avklares")]))
    assert [row.cells[1].text for row in page.tables[0].rows[1:]] == ["Planbehov endret", "Planbehov ikke lenger oppgitt"]


def test_a_long_list_is_cut_and_says_how_many_more_there_are(tmp_path):
    page = opened(compared(tmp_path, [], [plan(f"p{n}") for n in range(MOST_PLANS + 3)]))
    assert len(page.tables[0].rows) == 1 + MOST_PLANS
    assert "… og 3 til (se tabellen endringer)" in lines(page)


def test_what_is_newly_open_and_newly_met_stands_before_what_nobody_knows():
    words = ["krav nå ikke kjent", "krav nå møtt", "krav med frist i perioden (ikke kjent før)", "krav nå åpent (ikke kjent før)"]
    frame = pd.DataFrame({"endring": words, "felt": "lovkrav", "fra": "udekket", "til": "dekket", "navn": "Krav"})
    frame.attrs["navn"] = {}
    page = SimpleNamespace(table=lambda _title, rows, _wide, _more: shown.extend(row["Endring"].lower() for row in rows))
    shown: list[str] = []
    page_of_changes._changes(page, frame, "Krav", 9)
    assert shown == words[::-1]


def test_where_nothing_has_changed_there_is_no_table(ostre_toten):
    page = opened(held_against(ostre_toten, ostre_toten))
    assert page.tables == [] and "Ingenting er endret siden utgaven per 30.06.2024." in lines(page)


def test_the_same_registers_are_the_same_bytes_in_norwegian_with_a_head_row_for_those_who_listen(tmp_path):
    register = compared(tmp_path, OLD, NEW)
    assert one_page(register) == one_page(register)
    page = opened(register)
    assert {one.get(qn("w:val")) for one in page.styles.element.iter(qn("w:lang"))} == {"nb-NO"}
    assert page.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert page.core_properties.author == "Prøve"


def crowded(base):
    """Return a register with every judgement and long names, held against one with none of its plans and other names."""
    named = [replace(one, navn=f"{LONG} {n} av mange {LONG}", kortnavn=None) for n, one in enumerate(base.planer)]
    title = replace(base.dokument, tittel=f"{LONG} {LONG}"[:300])
    new = replace(base, planer=tuple(named), dokument=title)
    period = replace(base.periode, fra=base.periode.fra - 4, til=base.periode.fra - 1)
    other = [replace(one, navn=f"Gammel {one.navn}", planbehov="ny", ferdig=None) for one in named]
    old = replace(new, planer=(*other, *(replace(one, id=f"{one.id}-x") for one in other[:9])), periode=period)
    none = [replace(sett, vurderinger=()) for sett in base.lovvurderinger.sett]
    return held_against(replace(old, per_dato="2020-06-30", lovvurderinger=replace(base.lovvurderinger, sett=tuple(none))), new)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["small", "crowded", "renamed"])
def test_it_is_one_page_however_much_has_changed(tmp_path, ostre_toten, kind):
    register = compared(tmp_path, OLD, NEW) if kind == "small" else crowded(ostre_toten)
    if kind == "renamed":
        old = register.previous().register
        register = held_against(replace(old, planer=old.planer[: len(register.planer)]), register)
    (tmp_path / "side.docx").write_bytes(one_page(register))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "side.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with pdfplumber.open(tmp_path / "side.pdf") as pdf:
        text = " ".join(page.extract_text() for page in pdf.pages)
        assert len(pdf.pages) == 1
    assert ("Lovkrav og forventninger" in text) == (kind != "small")
    assert bool(re.search(r"… og \d+ til", text)) == (kind != "small")
    assert ps.finding("endringer", register)[:30] in text
