"""Charts draw the numbers they are given, with nothing clipped or on top of something else, the same each time."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from planstrategi import charts
from planstrategi.charts import style
from planstrategi.charts.coverage_matrix import MARKS
from planstrategi.charts.layout import HALF_LETTER
from planstrategi.charts.role_load import SHADES

SVG = "{http://www.w3.org/2000/svg}"
AREAS = [f"Kommunalområde {number} for plan, miljø og næring" for number in range(1, 9)]
DECISIONS = ["Ny plan", "Full revisjon", "Rullering av handlingsdel", "Videreføres uten endringer", "Ikke oppgitt"]
YEARS = [2031, 2032, 2033, 2034, 2035, 2036]
KINDS = ["loven krever eller regulerer planen", "loven hjemler tjenesten, ikke planen"]
GRADES = ["sterk", "delvis", "svak"]
LONG = "Planarbeidet er tyngst i det andre året, og ett område har ansvaret for langt flere planer enn alle de andre. "
HEADLINE = (LONG * 2)[:220]
SOURCE = ("Kilde: Kommunal planstrategi, tabellene for kommuneplan, reguleringsplaner og temaplaner. Per dato. " * 3)[
    :250
]


def decisions() -> pd.DataFrame:
    rows = [(b, a, 1 + 3 * i % 7) for (i, b), a in product(enumerate(DECISIONS), AREAS)]
    return pd.DataFrame(rows, columns=["planbehov", "ansvarlig", "antall_planer"])


def timeline(plans: int = 44, areas: int = 4) -> pd.DataFrame:
    marked = [(), (2031, 2032), (2031, 2033, 2034), (2036,)]
    rows = [
        (f"Reguleringsplan for Ås nr. {n:02d}", AREAS[n * areas // plans], marked[n % 4], DECISIONS[n % 5])
        for n in range(plans)
    ]
    frame = pd.DataFrame(rows, columns=["kortnavn", "ansvarlig", "aar", "planbehov"])
    frame.attrs["periode"] = (YEARS[0], YEARS[-1])
    return frame


def capacity() -> pd.DataFrame:
    rows = [(y, a, n := (i + 2 * k) % 9, n - (y == 2032 and n > 6)) for (i, y), (k, a) in _pairs(YEARS, AREAS)]
    return pd.DataFrame(rows, columns=["aar", "ansvarlig", "antall_planer", "antall_uten_dobbelt"])


def role_load() -> pd.DataFrame:
    roles = [f"Tjenesteområdeleder for virksomhet nummer {number:02d}" for number in range(15)]
    rows = [(y, r, (i * k) % 6) for (i, y), (k, r) in _pairs(YEARS, ["ikke oppgitt", *roles])]
    return pd.DataFrame(rows, columns=["aar", "rolle", "antall_planer"])


def statutes() -> pd.DataFrame:
    rows = [(f"lov om tjeneste {n}", f"§ {n}-1" if n % 3 else None, KINDS[n % 2], n % 6, ()) for n in range(12)]
    return pd.DataFrame(rows, columns=["lov", "paragraf", "gjelder", "antall_planer", "planer"])


def expectations() -> pd.DataFrame:
    rows = [
        (
            f"Forventning {n:02d} om samordnet plan",
            "lokal" if n > 5 else "nasjonal",
            *((n % 4) * i for i in (2, 1, 3)),
            "",
        )
        for n in range(16)
    ]
    columns = ["tekst", "nivaa", *(f"antall_{grade}" for grade in GRADES), "status"]
    return pd.DataFrame(rows, columns=columns)


def coverage() -> pd.DataFrame:
    plans = [f"Reguleringsplan for Ås nr. {n:02d}" for n in range(44)]
    expected = [f"Samordnet forventning nr. {n:02d}" for n in range(16)]
    rows = [(plans[n], expected[n * 7 % 15], GRADES[n % 3]) for n in range(44) if n % 4]
    frame = pd.DataFrame(rows, columns=["plan", "forventning", "grad"])
    frame.attrs |= {"planer": plans, "forventninger": expected}
    return frame


def _pairs(first: list, second: list) -> Iterator[tuple]:
    return product(enumerate(first), enumerate(second))


FRAMES: dict[str, Callable[[], pd.DataFrame]] = {
    "draw_plan_decisions": decisions,
    "draw_timeline": timeline,
    "draw_capacity": capacity,
    "draw_role_load": role_load,
    "draw_statutes": statutes,
    "draw_expectations": expectations,
    "draw_coverage_matrix": coverage,
}
every_chart = pytest.mark.parametrize("name", FRAMES)
every_size = pytest.mark.parametrize("size", charts.SIZES)


def composed(name: str, frame: pd.DataFrame, size: str = "lysbilde", headline: str = HEADLINE) -> Figure:
    draw = getattr(charts, name)
    return charts.compose(draw, frame, headline=headline, unit="Antall planer", source=SOURCE, size=size)


@cache
def example(name: str, size: str = "lysbilde", headline: str = "Et kort funn") -> Figure:
    """Return a chart of the frame above, for tests that only look at it."""
    return composed(name, FRAMES[name](), size, headline)


def drawn(name: str, frame: pd.DataFrame | None = None, size: str = "lysbilde") -> Axes:
    figure = example(name, size) if frame is None else composed(name, frame, size, "Et kort funn")
    return figure.axes[0]


@cache
def texts(figure: Figure) -> list[Text]:
    figure.draw_without_rendering()  # a legend gives its texts a place only then
    return [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]


def written(ax: Axes, gid: str) -> list[str]:
    return [text.get_text() for text in ax.texts if text.get_gid() == gid]


def boxes(ax: Axes) -> list[Rectangle]:
    return [patch for patch in ax.patches if isinstance(patch, Rectangle)]


def luminance(colour: object) -> float:
    return style.luminance(to_hex(colour))


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lying_bars(ax: Axes) -> dict[tuple[int, str], int]:
    """Return the length of every segment by its row, counted from the top, and its category."""
    return {(round(box.get_y() + box.get_height() / 2), box.get_gid()): box.get_width() for box in boxes(ax)}


# --- the frame round the charts


@every_chart
@every_size
def test_no_text_leaves_the_page_or_touches_headline_unit_or_source_however_long_they_are(name, size):
    figure = example(name, size, HEADLINE)
    with style.house_style():
        extents = [(text, text.get_window_extent()) for text in texts(figure)]
    page = figure.bbox
    for text, box in extents:
        inside = box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.x1 and box.y1 <= page.y1
        assert inside, f"«{text.get_text()}» leaves the page"
    surround = [(t, box) for t, box in extents if t.get_gid() in ("headline", "unit", "source")]
    chart = [(t, box) for t, box in extents if t.get_gid() not in ("headline", "unit", "source")]
    for (text, box), (other, place) in product(chart, surround):
        assert not box.overlaps(place), f"«{text.get_text()}» touches «{other.get_text()}»"
    for (_, upper), (_, lower) in pairwise(box for box in surround if box[0].get_gid() != "source"):
        assert upper.y0 >= lower.y0


@every_chart
@every_size
def test_no_two_texts_in_a_chart_lie_on_each_other(name, size):
    ax = drawn(name, size=size)
    with style.house_style():
        # half a point less all round: the box of a text is higher than its letters
        extents = [(text.get_text(), text.get_window_extent().padded(-0.7)) for text in texts(ax.figure)]
    for (text, box), (other, place) in combinations(extents, 2):
        assert not box.overlaps(place), f"«{text}» lies on «{other}»"


@every_size
def test_the_whole_headline_is_written_in_at_most_three_lines(size):
    lines = [text.get_text() for text in example("draw_capacity", size, HEADLINE).texts if text.get_gid() == "headline"]
    assert " ".join(lines) == HEADLINE.strip()
    assert len(lines) <= 3


def test_a_word_wider_than_the_page_is_broken_and_not_clipped():
    figure = example("draw_capacity", headline="W" * 220)
    lines = [text for text in figure.texts if text.get_gid() == "headline"]
    assert "".join(line.get_text() for line in lines) == "W" * 220
    assert all(line.get_window_extent().x1 <= figure.bbox.x1 for line in lines)


def test_a_chart_with_a_row_per_plan_stands_on_a4_and_the_others_lie():
    shapes = {name: example(name, "a4").get_size_inches() for name in FRAMES}
    standing = [name for name, (wide, high) in shapes.items() if high > wide]
    assert standing == ["draw_timeline", "draw_coverage_matrix"]


@every_chart
def test_an_empty_frame_is_drawn_as_the_words_that_there_is_no_data(name):
    figure = composed(name, FRAMES[name]().iloc[:0])
    assert "Ingen data å vise" in [text.get_text() for text in figure.axes[0].texts]
    assert charts.to_svg(figure, "tom").startswith("<?xml")


@every_chart
def test_a_frame_of_one_row_is_drawn(name):
    frame = FRAMES[name]()
    one = frame.iloc[:1]
    one.attrs = {key: value for key, value in frame.attrs.items() if key == "periode"}
    charts.to_svg(composed(name, one), "én rad")


def test_a_dollar_sign_in_a_name_is_a_dollar_sign():
    frame = decisions().replace({"Ny plan": "Plan til 5 $ og $x_2$ mer"})
    ax = drawn("draw_plan_decisions", frame)
    assert ax.get_yticklabels()[0].get_text() == "Plan til 5 $ og $x_2$ mer"
    assert not ax.get_yticklabels()[0].get_parse_math()


# --- files


def test_the_svg_is_the_same_byte_for_byte_in_two_processes_with_different_hash_seeds():
    root = str(Path(__file__).parent.parent)
    runs = [
        subprocess.Popen(
            [sys.executable, __file__],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": root},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    first, second = (run.communicate()[0] for run in runs)
    assert first.count("\n") == len(FRAMES)
    assert first == second


def test_the_users_own_matplotlib_settings_change_nothing():
    expected = charts.to_svg(composed("draw_capacity", capacity()), "alt")
    with mpl.rc_context({"font.size": 30, "savefig.bbox": "tight", "hatch.linewidth": 5, "font.family": "serif"}):
        assert charts.to_svg(composed("draw_capacity", capacity()), "alt") == expected


def test_the_alternative_text_is_the_accessible_name_of_the_svg_whatever_signs_it_holds():
    alt = "Søyler: «A & B» < 5 > \"3\" og '2' – æøå"
    root = ElementTree.fromstring(charts.to_svg(example("draw_capacity"), alt))
    assert root.tag == f"{SVG}svg"
    assert (root.get("role"), root.get("aria-label"), root.findtext(f"{SVG}title")) == ("img", alt, alt)


def test_the_png_carries_the_alternative_text_and_150_dots_per_inch():
    png = charts.to_png(example("draw_capacity"), "Søyler per år")
    assert "Søyler per år".encode() in png or "Søyler per år".encode("latin-1") in png
    assert int.from_bytes(png[16:20]) == 2000


def test_the_pdf_has_no_date_and_is_the_same_each_time():
    first, second = (charts.to_pdf(composed("draw_capacity", capacity()), "alt") for _ in range(2))
    assert first == second
    assert b"CreationDate" not in first


def test_importing_and_drawing_leaves_pyplot_alone():
    code = "import sys; from planstrategi import charts; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parent.parent).returncode == 0


def test_the_code_names_no_year_and_no_municipality():
    for file in Path(charts.__file__).parent.glob("*.py"):
        assert not re.search(r"\b20\d\d\b|Toten", file.read_text(encoding="utf-8")), file.name


# --- grey paper and contrast


@pytest.mark.parametrize("name", ["draw_plan_decisions", "draw_capacity", "draw_statutes", "draw_expectations"])
def test_categories_next_to_each_other_in_the_legend_differ_in_grey_or_by_hatch(name):
    patches = [patch for patch in drawn(name).get_legend().get_patches() if isinstance(patch, Rectangle)]
    assert len(patches) >= 2
    for first, second in pairwise(patches):
        apart = abs(luminance(first.get_facecolor()) - luminance(second.get_facecolor()))
        assert apart > 0.15 or first.get_hatch() != second.get_hatch()


def test_no_two_categories_share_both_fill_and_hatch():
    for looks in (style.AREA_LOOKS, tuple(style.GRADE_LOOKS.values()), style.KIND_LOOKS):
        assert len(set(looks)) == len(looks)


def test_text_reads_on_everything_it_is_written_on():
    fills = [look.fill for look in (*style.AREA_LOOKS, *style.GRADE_LOOKS.values(), *style.KIND_LOOKS)]
    fills += [to_hex(SHADES(share / 100)) for share in range(101)]
    assert min(contrast(style.ink_on(fill), fill) for fill in fills) >= 4.5
    inks, grounds = (style.INK, style.MUTED), (style.PAPER, style.BAND)
    assert min(contrast(ink, ground) for ink, ground in product(inks, grounds)) >= 4.5


def test_every_mark_is_told_from_the_paper_by_its_fill_or_its_outline():
    assert min(contrast(colour, style.PAPER) for colour in (style.OUTLINE, style.DEEP, style.MUTED)) >= 3


@every_chart
def test_nothing_on_a_slide_is_written_smaller_than_nine_points(name):
    assert min(text.get_fontsize() for text in texts(drawn(name).figure)) >= 9


@every_chart
def test_nothing_on_a4_is_written_smaller_than_seven_points(name):
    assert min(text.get_fontsize() for text in texts(drawn(name, size="a4").figure)) >= 7


# --- each chart


def test_every_segment_of_the_decisions_is_as_long_as_its_number_and_has_it_written():
    frame = decisions()
    ax = drawn("draw_plan_decisions", frame)
    expected = {
        (DECISIONS.index(row.planbehov), row.ansvarlig): row.antall_planer
        for row in frame.itertuples()
        if row.antall_planer
    }
    assert lying_bars(ax) == expected
    assert sorted(written(ax, "number")) == sorted(map(str, expected.values()))
    totals = frame.groupby("planbehov", sort=False)["antall_planer"].sum()
    assert written(ax, "total") == [str(total) for total in totals]


def test_decisions_stand_in_the_frames_order_from_the_top():
    ax = drawn("draw_plan_decisions")
    assert [label.get_text() for label in ax.get_yticklabels()] == DECISIONS
    assert ax.get_ylim()[0] > ax.get_ylim()[1]


def test_an_area_looks_the_same_in_every_chart_when_the_frame_lists_them_all():
    frame = decisions().query("ansvarlig in @AREAS[2:4]")
    frame.attrs["omraader"] = AREAS
    handles = drawn("draw_plan_decisions", frame).get_legend().get_patches()
    whole = drawn("draw_capacity").get_legend().get_patches()
    looks = {to_hex(patch.get_facecolor()): patch.get_hatch() for patch in handles}
    assert set(looks) == {style.AREA_LOOKS[2].fill, style.AREA_LOOKS[3].fill}
    assert set(looks.items()) <= {(to_hex(patch.get_facecolor()), patch.get_hatch()) for patch in whole}


def test_every_segment_of_a_year_is_as_high_as_its_number_and_has_it_written():
    frame = capacity()
    ax = drawn("draw_capacity", frame)
    heights = {(YEARS[round(b.get_x() + b.get_width() / 2)], b.get_gid()): b.get_height() for b in boxes(ax)}
    expected = frame[frame["antall_planer"] > 0].set_index(["aar", "ansvarlig"])["antall_planer"].to_dict()
    assert heights == expected
    assert sorted(written(ax, "number")) == sorted(map(str, expected.values()))
    assert written(ax, "total") == [str(total) for total in frame.groupby("aar")["antall_planer"].sum()]


def test_the_total_without_double_counting_is_pointed_out_only_where_it_differs():
    frame = capacity()
    ax = drawn("draw_capacity", frame)
    assert written(ax, "single") == [str(frame.query("aar == 2032")["antall_uten_dobbelt"].sum())]
    frame["antall_uten_dobbelt"] = frame["antall_planer"]
    same = drawn("draw_capacity", frame)
    assert not written(same, "single")
    assert "Uten dobbelttelling" not in [text.get_text() for text in same.get_legend().get_texts()]


def test_a_timeline_bar_covers_the_years_that_follow_on_each_other():
    frame = timeline().iloc[2:3]
    bars = [box for box in boxes(drawn("draw_timeline", frame)) if box.get_gid() == "years"]
    one, two = sorted(bars, key=lambda box: box.get_x())
    assert two.get_width() == pytest.approx(2 * one.get_width())
    assert two.get_x() - one.get_x() == pytest.approx(2 * one.get_width())


def test_a_plan_with_no_marked_year_has_a_row_that_says_so_and_no_bar():
    frame = timeline().iloc[[0]]
    ax = drawn("draw_timeline", frame)
    assert written(ax, "plan") == [frame["kortnavn"].iloc[0]]
    assert "ingen år merket" in [text.get_text() for text in ax.texts]
    assert not [box for box in boxes(ax) if box.get_gid() == "years"]


@every_size
def test_every_plan_has_one_row_with_its_decision_under_its_areas_heading(size):
    frame = timeline(plans=60, areas=8)
    ax = drawn("draw_timeline", frame, size)
    assert written(ax, "plan") == list(frame["kortnavn"])
    assert written(ax, "decision") == list(frame["planbehov"])
    headings = [text for text in written(ax, "area") if "forts." not in text]
    assert headings == list(dict.fromkeys(frame["ansvarlig"]))


def test_a_name_too_long_for_its_column_ends_with_an_ellipsis():
    frame = timeline(plans=44)
    frame["kortnavn"] = "Detaljreguleringsplan med konsekvensutredning for det nye sentrumskvartalet"
    assert all(name.endswith("…") for name in written(drawn("draw_timeline", frame), "plan"))


def test_every_cell_of_the_role_table_has_its_number_and_the_row_not_stated_comes_last_unshaded():
    frame = role_load()
    ax = drawn("draw_role_load", frame)
    roles = [role for role in dict.fromkeys(frame["rolle"]) if role != "ikke oppgitt"] + ["ikke oppgitt"]
    assert [label.get_text() for label in ax.get_yticklabels()] == roles
    expected = frame.pivot(index="rolle", columns="aar", values="antall_planer").loc[roles].to_numpy().ravel()
    assert written(ax, "number") == [str(number) for number in expected]
    assert {to_hex(box.get_facecolor()) for box in boxes(ax)[-len(YEARS) :]} == {style.PAPER}


def test_a_role_with_more_plans_is_never_paler():
    boxes_and_numbers = zip(boxes(ax := drawn("draw_role_load")), written(ax, "number"), strict=True)
    shades = sorted(
        (int(number), luminance(box.get_facecolor())) for box, number in list(boxes_and_numbers)[: -len(YEARS)]
    )
    assert all(first[1] >= second[1] for first, second in pairwise(dict(shades).items()))


def test_every_statute_has_a_bar_with_its_count_and_a_hatch_for_what_it_concerns():
    frame = statutes()
    ax = drawn("draw_statutes", frame)
    assert written(ax, "total") == [str(number) for number in frame["antall_planer"]]
    assert lying_bars(ax) == {
        (n, g): a for n, g, a in zip(frame.index, frame["gjelder"], frame["antall_planer"], strict=True) if a
    }
    hatches = {box.get_gid(): box.get_hatch() for box in boxes(ax)}
    assert hatches[KINDS[0]] != hatches[KINDS[1]]
    assert ax.get_yticklabels()[0].get_text() == "lov om tjeneste 0"
    assert ax.get_yticklabels()[1].get_text() == "lov om tjeneste 1 § 1-1"


def test_an_expectation_nobody_has_judged_has_no_bar_but_words():
    frame = expectations()
    ax = drawn("draw_expectations", frame)
    unjudged = int((frame["antall_sterk"] == 0).sum())
    assert [text.get_text() for text in ax.texts].count("ikke vurdert") == unjudged
    assert len(written(ax, "total")) == len(frame) - unjudged
    numbers = frame[[f"antall_{grade}" for grade in GRADES]].to_numpy().ravel()
    assert sorted(written(ax, "number")) == sorted(str(number) for number in numbers if number)


def test_expectations_are_grouped_by_level_under_a_bold_heading():
    labels = drawn("draw_expectations").get_yticklabels()
    bold = [label.get_text() for label in labels if label.get_fontweight() == "bold"]
    assert bold == ["Nasjonale forventninger", "Lokale forventninger"]


def test_every_judged_pair_has_its_grades_mark_where_its_plan_and_its_expectation_meet():
    frame = coverage()
    ax = drawn("draw_coverage_matrix", frame)
    columns = {text.get_text(): text.get_position()[0] for text in ax.texts if text.get_gid() == "column"}
    # a row's label stands on a line a little below the middle of the row
    rows = {
        t.get_text(): t.get_position()[1] - HALF_LETTER * t.get_fontsize() for t in ax.texts if t.get_gid() == "row"
    }
    for grade, pairs in frame.groupby("grad"):
        marks = next(marks for marks in ax.collections if marks.get_gid() == grade)
        meet = [(columns[pair.plan], rows[pair.forventning]) for pair in pairs.itertuples()]
        assert marks.get_offsets().tolist() == [pytest.approx(place) for place in meet]


def test_the_grades_marks_differ_in_shape_size_and_fill():
    shapes, sizes, fills = zip(*MARKS.values(), strict=True)
    assert len(set(shapes)) == len(set(sizes)) == len(set(fills)) == 3


@every_size
def test_plans_and_expectations_nobody_has_judged_are_shown_as_not_judged(size):
    frame = coverage()
    ax = drawn("draw_coverage_matrix", frame, size)
    unjudged = set(frame.attrs["planer"]) - set(frame["plan"])
    # one for each plan, one in the legend
    assert [text.get_text() for text in ax.texts].count("ikke vurdert") == len(unjudged) + 1
    labels = written(ax, "row") + written(ax, "column")
    assert [label.split()[3] for label in labels if "(ikke\u00a0vurdert)" in label] == ["15"]


if __name__ == "__main__":
    for one in FRAMES:
        print(one, hashlib.sha256(charts.to_svg(example(one), "alt").encode()).hexdigest())
