"""What a notebook shows of a table: words that people read, and what is to be typed as it is typed."""

import html
import re

import pandas as pd
import pytest
from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.presentation.notebook_table import show
from planstrategi.presentation.plain_words import chosen, reworded
from planstrategi.presentation.tables import TABLES
from planstrategi.presentation.unknown_name import UnknownName

NAMES = {"infrastruktur-2050": "Infrastruktur 2050", "areal-kommunedelplan": "Kommunedelplan for areal"}


def cells(table):
    return [html.unescape(text) for text in re.findall("<td>(.*?)</td>", table._repr_html_())]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("vedtatt_av administrativt", "vedtatt av administrativt"),
        ("status ikke_startet per 2024-06-30", "status ikke startet per 30.06.2024"),
        ("oppstart 2024-host og ingen år", "oppstart høsten 2024 og ingen år"),
        ("inngår i infrastruktur-2050 og har egne år", "inngår i Infrastruktur 2050 og har egne år"),
        ("gyldig til 2024–2027, 2025 er merket", "gyldig til 2024–2027, 2025 er merket"),
        ("kolonnen antall_uten_dobbelt i register.yaml", "kolonnen antall_uten_dobbelt i register.yaml"),
        ("badekvartalet-2 og 2024-13", "badekvartalet-2 og 2024-13"),
    ],
)
def test_words_as_they_are_typed_become_words_as_people_read_them(typed, read):
    assert reworded(typed, NAMES) == read


@pytest.mark.parametrize(
    ("felt", "valgt", "read"),
    [
        ("planbehov", "full_revisjon", "Full revisjon"),
        ("status", "ikke_startet", "Ikke startet"),
        ("status", "utelatt", "utelatt"),
        ("skal_vedtas", "2024-host", "høsten 2024"),
        ("gyldig_til", "2023–2026", "2023–2026"),
        ("samordnes_med", "infrastruktur-2050", "Infrastruktur 2050"),
        ("plantype", "areal-kommunedelplan", "Kommunedelplan for areal"),
        ("finnes_ikke", "hva som helst", "hva som helst"),
    ],
)
def test_a_reading_is_shown_by_the_label_of_its_field(felt, valgt, read):
    assert chosen(felt, valgt, NAMES) == read


def test_readings_and_problems_show_no_typed_words_in_a_notebook(ostre_toten):
    shown = cells(show(ps.table("lesninger", ostre_toten), "felt", "valgt"))
    shown += cells(show(ps.table("problemer", ostre_toten), "melding", "funnet"))
    assert "Samordnes med" in shown and "Østre Toten ungdomsskole" in shown
    assert not [text for text in shown if re.search("_|2024-|-host", text)]


def test_a_table_is_written_with_a_line_for_each_row_so_that_a_changed_row_is_seen(ostre_toten):
    lines = show(ps.table("planer", ostre_toten), "navn", "aar", "status")._repr_html_().splitlines()
    rows = [line for line in lines if "<td>" in line]
    assert len(rows) == 44 and len(lines) == 51
    assert all(line.count("<td>") == 3 and line.endswith("</td></tr>") for line in rows)


def test_the_data_themselves_keep_their_words(ostre_toten):
    frame = ps.table("lesninger", ostre_toten)
    show(frame)._repr_html_()
    assert "full_revisjon" in set(frame["valgt"])


def test_what_to_write_is_shown_as_it_is_to_be_written():
    frame = pd.DataFrame({"melding": [None], "skriv": ["planbehov: full_revisjon"]})
    assert cells(show(frame)) == ["", "planbehov: full_revisjon"]


def test_an_unknown_column_date_or_size_is_refused_in_norwegian(ostre_toten):
    with pytest.raises(UnknownName, match=re.escape("Det finnes ingen kolonne «planbehv». Mente du «planbehov»?")):
        show(ps.table("planer", ostre_toten), "navn", "planbehv")
    with pytest.raises(UnknownName, match=re.escape("Det finnes ingen størrelse «A4». Mente du «a4»?")):
        ps.figure("kapasitet", ostre_toten, storrelse="A4")
    for dato in ("tull", "", "2026-02-30"):
        with pytest.raises(ValueError, match=r"er ikke en dato\..* Skriv den på formen ÅÅÅÅ-MM-DD"):
            ps.load(OSTRE_TOTEN, dato=dato)


def test_a_day_is_shown_as_people_write_it_and_stays_iso_in_the_data(ostre_toten):
    frame = ps.table("da-og-naa", ostre_toten)
    assert cells(show(frame, "dato"))[0] == "30.06.2024"
    assert frame["dato"][0] == "2024-06-30"


def test_the_number_of_judged_plans_says_what_it_counts(ostre_toten):
    assert "<th>Planer vurdert</th>" in show(ps.table("forventninger", ostre_toten), "antall_vurdert")._repr_html_()


def test_a_column_that_holds_dates_in_one_table_may_hold_years_in_another():
    html = ps.show(pd.DataFrame({"til": [(2026, 2027), 2028, "2026-12-31", None]}))._repr_html_()
    assert re.findall("<td>(.*)</td>", html) == ["2026–2027", "2028", "31.12.2026", ""]


def test_where_a_row_stands_is_told_alike_from_whichever_folder_the_register_is_loaded(monkeypatch):
    told = []
    for folder in (ROOT, ROOT / "notebooks", OSTRE_TOTEN / "vurderinger"):
        monkeypatch.chdir(folder)
        register = ps.load(OSTRE_TOTEN)
        frames = {name: ps.table(name, register) for name in TABLES}
        told.append({name: list(frame["kilde"]) for name, frame in frames.items() if "kilde" in frame})
    assert len(told[0]) >= 40
    assert told[0] == told[1] == told[2]
    lines = {str(source).rpartition(":")[0] for name in ("innsats", "forventninger") for source in told[0][name]}
    assert lines == {
        "register.yaml", "nasjonalt/innsats.yaml", "nasjonalt/nasjonale_forventninger.yaml",
        "nasjonalt/planretningslinjer.yaml", "regionalt/innlandet/forventninger.yaml",
    }  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_shown_whole(ostre_toten, name):
    frame = ps.table(name, ostre_toten)
    if len(frame):
        assert show(frame)._repr_html_().count("<th>") == len(frame.columns)
    else:
        assert repr(show(frame))


def test_what_is_less_than_nothing_has_a_minus_and_no_hyphen_also_where_it_is_whole():
    frame = pd.DataFrame({"antall_endring": [-1, 2], "maanedsverk_endring": [-0.7, 0.0]})
    shown = ps.show(frame)._repr_html_()
    assert re.findall(r"<td>(.*?)</td>", shown) == ["−1", "−0,7", "2", "0,0"]
    assert "<th>Endring i antall planer</th>" in shown
