"""The registry of tables: a table is declared once, a column once, and what is shown of them is what they hold."""

import html
import re

import pandas as pd
import pytest

import planstrategi as ps
from planstrategi.presentation.columns import COLUMNS, OWN_COLUMNS
from planstrategi.presentation.figures import FIGURES, FINDINGS
from planstrategi.presentation.nothing import Nothing
from planstrategi.presentation.tables import TABLES, declared_columns
from planstrategi.presentation.unknown_name import UnknownName
from planstrategi.reference.guide import reference

README = reference()


@pytest.fixture(scope="module")
def frames(ostre_toten, fjordvik):
    """Return every table of both registers, by name."""
    return {name: [ps.table(name, register) for register in (ostre_toten, fjordvik)] for name in TABLES}


def cells(shown):
    return [html.unescape(text) for text in re.findall("<td>(.*?)</td>", shown._repr_html_())]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_is_declared_and_no_other_is(frames, name):
    for frame in frames[name]:
        assert set(frame.columns) <= COLUMNS.keys() | OWN_COLUMNS.get(name, {}).keys()
        assert OWN_COLUMNS.get(name, {}).keys() <= set(frame.columns)


def test_every_declared_column_is_used_as_it_is_declared_by_some_table(frames):
    used = {column for name, (frame, _) in frames.items() for column in frame if column not in OWN_COLUMNS.get(name, {})}
    assert used == COLUMNS.keys()
    assert OWN_COLUMNS.keys() <= TABLES.keys()


@pytest.mark.parametrize("name", TABLES)
def test_a_column_has_a_heading_and_one_sentence_and_says_what_a_number_counts(frames, name):
    for column, declared in declared_columns(name, frames[name][0]).items():
        assert declared.heading[0].isupper() or declared.heading[0].isdigit(), column
        assert re.fullmatch(r"[A-ZÆØÅ0-9].+\.", declared.meaning), column
        numbers = any(pd.api.types.is_numeric_dtype(frame[column]) for frame in frames[name] if len(frame))
        assert declared.unit or not numbers, column


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_shown_whole_under_headings_that_differ(frames, name):
    for frame in (one for one in frames[name] if not isinstance(ps.show(one), Nothing)):
        headings = re.findall("<th>(.*?)</th>", ps.show(frame)._repr_html_().replace(' style="text-align: left;"', ""))
        assert len(set(headings)) == len(frame.columns)
        assert len(cells(ps.show(frame))) == frame.size


def test_no_name_of_a_document_is_changed_by_being_shown(ostre_toten):
    frame = ps.table("krysskobling", ostre_toten)
    assert any("-" in text for text in frame["til"])
    assert cells(ps.show(frame, "fra", "til")) == frame[["fra", "til"]].to_numpy().ravel().tolist()


def test_a_name_is_no_date_in_a_frame_of_an_advisors_own():
    frame = pd.DataFrame(
        {"fra": ["Areal-, klima- og miljøplan", "2024-host", "2024-2027-planen"], "til": ["2026-12-31", None, (2026, 2027)]}
    )
    assert cells(ps.show(frame)) == [
        "Areal-, klima- og miljøplan",
        "31.12.2026",
        "høsten 2024",
        "",
        "2024-2027-planen",
        "2026–2027",
    ]


def test_what_is_chosen_of_a_table_is_shown_as_the_table_declares_it(ostre_toten):
    frame = ps.table("forventningsdekning", ostre_toten)
    assert frame.attrs["tabell"] == "forventningsdekning"
    some = frame[frame["nivaa"] == "lokal"].head(2)
    assert "<th>Vurdert</th>" in ps.show(some, "gruppe", "antall_vurdert")._repr_html_()
    grouped = pd.DataFrame({"antall_vurdert": [3], 2024: [1], "eget": [0.5]})
    headings = re.findall("<th>(.*?)</th>", ps.show(grouped)._repr_html_())
    assert headings == ["Planer vurdert", "2024", "eget"]


@pytest.mark.parametrize("name", TABLES)
def test_the_reference_explains_a_table_with_its_columns_in_order(frames, name):
    section = README.split(f"\n### {TABLES[name].tittel}: `{name}`\n\n")[1].split("\n### ")[0]
    assert section.startswith(f"Enhet: {TABLES[name].enhet}. Slag data: {TABLES[name].slag}.\n\n| Kolonne |")
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(frames[name][0].columns)


def test_every_figure_has_a_sentence_in_its_own_declaration_or_in_that_of_its_table():
    assert FIGURES.keys() <= FINDINGS.keys()
    assert {name for name, spec in FIGURES.items() if spec.finding} == FIGURES.keys() - TABLES.keys()


def test_a_table_without_a_sentence_says_which_have_one(ostre_toten):
    with pytest.raises(UnknownName, match=r"Det finnes ingen setning for «planaar»\. Mente du «planhjul»\?"):
        ps.finding("planaar", ostre_toten)
