"""The house round every chart: headline, unit and source in their places, files that are the same each time."""

import re
import subprocess
import sys
from itertools import combinations, product
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pandas as pd
import pytest
from drawn import composed, contrast, drawn, every_size, luminance, outside, overlapping
from matplotlib.colors import LinearSegmentedColormap, to_hex
from registers import ROOT

from planstrategi import charts
from planstrategi.charts.house import style
from planstrategi.charts.house.style import type_for
from planstrategi.charts.house.text import width, wrap

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Planarbeidet er tyngst i det andre året, og ett område har ansvaret for langt flere planer enn alle de andre. "
HEADLINE = (LONG * 2)[:220]
DECISIONS = pd.DataFrame(
    [("Ny plan", "Nord", 3), ("Ny plan", "Sør", 2), ("Revisjon", "Nord", 1)], columns=["planbehov", "ansvarlig", "antall_planer"]
)


def written(figure, gid):
    return [text for text in figure.texts if text.get_gid() == gid]


@every_size
def test_a_headline_as_long_as_a_finding_may_be_is_two_lines_in_its_full_size(size):
    figure = composed("draw_plan_decisions", DECISIONS, size, LONG.strip())
    lines = written(figure, "headline")
    assert " ".join(line.get_text() for line in lines) == LONG.strip()
    assert [line.get_fontsize() for line in lines] == [type_for(figure.axes[0]).headline] * 2


@every_size
def test_a_longer_headline_is_written_whole_in_smaller_letters(size):
    figure = composed("draw_plan_decisions", DECISIONS, size, HEADLINE)
    lines = written(figure, "headline")
    assert " ".join(line.get_text() for line in lines) == HEADLINE.strip()
    assert lines[0].get_fontsize() < type_for(figure.axes[0]).headline
    assert (outside(figure), overlapping(figure)) == ([], [])


@every_size
def test_the_line_below_a_headline_stands_between_it_and_the_unit_and_is_smaller(size):
    under = "For 9 planer er det ikke avklart hva som skal gjøres, og for 2 sier kilden det ikke. " * 2
    figure = composed("draw_plan_decisions", DECISIONS, size, LONG, under)
    headline, below, unit = (written(figure, gid) for gid in ("headline", "under", "unit"))
    assert " ".join(line.get_text() for line in below) == under.strip()
    assert headline[-1].get_position()[1] > below[0].get_position()[1]
    assert below[-1].get_position()[1] > unit[0].get_position()[1]
    assert below[0].get_fontsize() < headline[0].get_fontsize()
    assert (outside(figure), overlapping(figure)) == ([], [])


def test_a_word_wider_than_the_page_is_broken_and_not_clipped():
    figure = composed("draw_plan_decisions", DECISIONS, headline="W" * 220)
    lines = written(figure, "headline")
    assert "".join(line.get_text() for line in lines) == "W" * 220
    assert all(line.get_window_extent().x1 <= figure.bbox.x1 for line in lines)


def test_a_dollar_sign_in_a_name_is_a_dollar_sign():
    frame = DECISIONS.replace({"Ny plan": "Plan til 5 $ og $x_2$ mer"})
    ax = drawn("draw_plan_decisions", frame)
    assert ax.get_yticklabels()[0].get_text() == "Plan til 5 $ og $x_2$ mer"
    assert not ax.get_yticklabels()[0].get_parse_math()


@pytest.mark.parametrize("sign", ["漢", "\U0001f6b4"])
def test_a_letter_that_the_font_lacks_is_drawn_without_a_warning(sign, recwarn):
    frame = DECISIONS.replace({"Ny plan": f"Plan for {sign}"})
    charts.to_file(".png", composed("draw_plan_decisions", frame, headline=sign), sign)
    assert [str(warning.message) for warning in recwarn] == []


def test_the_users_own_matplotlib_settings_change_nothing():
    expected = charts.to_file(".svg", composed("draw_plan_decisions", DECISIONS), "alt")
    with mpl.rc_context({"font.size": 30, "savefig.bbox": "tight", "hatch.linewidth": 5, "font.family": "serif"}):
        assert charts.to_file(".svg", composed("draw_plan_decisions", DECISIONS), "alt") == expected


def test_the_alternative_text_is_the_accessible_name_of_the_svg_whatever_signs_it_holds():
    alt = "Søyler: «A & B» < 5 > \"3\" og '2' – æøå"
    root = ElementTree.fromstring(charts.to_file(".svg", composed("draw_plan_decisions", DECISIONS), alt))
    assert root.tag == f"{SVG}svg"
    assert (root.get("role"), root.get("aria-label"), root.findtext(f"{SVG}title")) == ("img", alt, alt)


def test_the_png_carries_the_alternative_text_and_150_dots_per_inch():
    png = charts.to_file(".png", composed("draw_plan_decisions", DECISIONS), "Søyler per år")
    assert "Søyler per år".encode() in png or "Søyler per år".encode("latin-1") in png
    assert int.from_bytes(png[16:20]) == 2000


def test_the_pdf_has_no_date_and_is_the_same_each_time():
    first, second = (charts.to_file(".pdf", composed("draw_plan_decisions", DECISIONS), "alt") for _ in range(2))
    assert first == second
    assert b"CreationDate" not in first


def test_importing_and_drawing_leaves_pyplot_alone():
    code = "import sys; from planstrategi import charts; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_the_code_names_no_year_and_no_municipality():
    for file in Path(charts.__file__).parent.rglob("*.py"):
        assert not re.search(r"\b20\d\d\b|Toten", file.read_text(encoding="utf-8")), file.name


def test_no_two_categories_share_both_fill_and_hatch():
    for looks in (style.AREA_LOOKS, tuple(style.GRADE_LOOKS.values()), tuple(style.GROUND_LOOKS.values())):
        assert len(set(looks)) == len(looks)


# "minst delvis" looks as "sterkt" does, and never stands in one chart with it
ANSWERS_APART = {status: look for status, look in style.ANSWER_LOOKS.items() if status != "minst delvis"}


@pytest.mark.parametrize(
    "looks",
    [
        style.AREA_LOOKS,
        style.OPTION_LOOKS,
        *(tuple(table.values()) for table in (style.GROUND_LOOKS, style.EFFORT_LOOKS, ANSWERS_APART)),
    ],
)
def test_any_two_looks_of_a_chart_are_told_apart_in_grey(looks):
    for first, second in combinations(looks, 2):
        apart = abs(luminance(first.fill) - luminance(second.fill))
        assert apart > 0.15 or first.hatch != second.hatch, (first, second)


def test_thirty_two_areas_have_as_many_looks():
    frame = pd.DataFrame({"ansvarlig": [f"Område {number}" for number in range(32)]})
    assert len(set(style.areas(frame).values())) == 32


def test_text_reads_on_everything_it_is_written_on():
    tables = (style.GRADE_LOOKS, style.GROUND_LOOKS, style.STATUS_LOOKS, style.ANSWER_LOOKS)
    fills = [look.fill for look in (*style.AREA_LOOKS, *(look for table in tables for look in table.values()))]
    fills += [to_hex(LinearSegmentedColormap.from_list("", [style.PAPER, style.DEEP])(share / 100)) for share in range(101)]
    assert min(contrast(style.ink_on(fill), fill) for fill in fills) >= 4.5
    inks, grounds = (style.INK, style.MUTED), (style.PAPER, style.BAND)
    assert min(contrast(ink, ground) for ink, ground in product(inks, grounds)) >= 4.5


def test_every_mark_is_told_from_the_paper_by_its_fill_or_its_outline():
    assert min(contrast(colour, style.PAPER) for colour in (style.OUTLINE, style.DEEP, style.MUTED)) >= 3


def test_a_word_exactly_as_wide_as_its_room_is_not_broken():
    for room in range(60, 200):
        assert wrap("verdiskaping", room, room / width("verdiskaping", 1)) == ["verdiskaping"]
