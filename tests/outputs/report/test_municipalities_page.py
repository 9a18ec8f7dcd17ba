"""The page of several planstrategier: each topic with its table, alphabetical, without a script, the same bytes twice."""

import re
from dataclasses import replace

import pytest

from planstrategi.outputs.report.municipalities_page import TOPICS, municipalities_page


@pytest.fixture(scope="module")
def page(ostre_toten, fjordvik) -> str:
    return municipalities_page([ostre_toten, fjordvik])


def test_it_is_the_same_bytes_whatever_order_the_registers_are_given_in(page, ostre_toten, fjordvik):
    assert municipalities_page([fjordvik, ostre_toten]) == page


def test_every_topic_has_one_table_with_its_unit_and_its_kind_of_data(page):
    captions = re.findall(r"<caption>(.*?)</caption>", page)
    assert captions == [f"{topic.tittel} ({topic.enhet})" for topic in TOPICS]
    assert (
        page.count("Type data: fakta.") == 4
        and page.count("Type data: antakelser.") == page.count("Type data: vurderinger.") == 1
    )


def test_no_table_is_in_another_order_than_the_alphabet(page):
    for table in page.split("<table")[1:]:
        firsts = re.findall(r"<tr><t[dh][^>]*>(?:<button>)?([^<]*)", table.replace("\n", ""))
        places = [name.startswith("Østre Toten") for name in firsts if name.startswith(("Fjordvik", "Østre Toten"))]
        assert places == sorted(places) and len(set(places)) == 2


def test_it_has_no_script_to_sort_with_and_loads_nothing(page):
    assert "<script" not in page and "script-src" not in page and "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!data:)', page)
    assert "style=" not in page.replace("style-src", "")


def test_the_bars_of_a_row_are_as_wide_as_its_parts(page):
    # of the 44 plans 26 are to be made or revised, 7 are kept or dropped, and of 11 it is not known
    (bars,) = re.findall(r"Østre Toten 2024–2027</th><td>(<svg.*?</svg>)</td><td>26 · 7 · 11</td>", page)
    assert re.findall(r'x="([\d.]+)" width="([\d.]+)"', bars) == [("0.00", "59.09"), ("59.09", "15.91"), ("75.00", "25.00")]


def test_each_file_it_is_made_from_stands_with_its_sum_and_whose_it_is(page):
    named = re.findall(r"<dt>sha256 av (.*?)</dt><dd>[0-9a-f]{64}</dd>", page)
    assert {"fjordvik/2028-2031/register.yaml", "ostre-toten/2024-2027/vurderinger/lovkrav.yaml", "nasjonalt/lovkrav.yaml"} <= {
        *named
    }


def test_a_name_is_text_and_no_markup(ostre_toten, fjordvik):
    hostile = replace(fjordvik, kommune=replace(fjordvik.kommune, navn="<b>Ås</b>"))
    assert "<b>" not in municipalities_page([ostre_toten, hostile])
