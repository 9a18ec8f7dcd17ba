"""A grid has each number, mark and status where its row meets its column."""

from collections.abc import Sequence
from itertools import combinations, pairwise, product

import pandas as pd
import pytest
from drawn import boxes, composed, contrast, drawn, every_size, extents, luminance, numbered_pairs, overlapping, pixels, written
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.font_manager import findfont
from matplotlib.ft2font import FT2Font

from planstrategi.analysis.legal.statuses import IN_PERIOD
from planstrategi.charts.grids.plan_matrix import MARKS
from planstrategi.charts.house import style
from planstrategi.charts.house.layout import HALF_LETTER

YEARS = [2031, 2032, 2033, 2034, 2035, 2036]
CHAPTERS = [
    "Samordning og samarbeid i planleggingen",
    "Trygge og inkluderende lokalsamfunn",
    "Velferd og bærekraftig verdiskaping",
    "Klima, natur og miljø for framtida",
    "Samfunnssikkerhet og beredskap",
]
ROLES = [f"Tjenesteområdeleder for virksomhet nr. {number:02d}" for number in range(15)]
ROLES_AND_NONE = (*ROLES[:4], "ikke oppgitt", *ROLES[4:])


def count_grid(rows: Sequence[str] = ROLES_AND_NONE, columns: Sequence = tuple(CHAPTERS)) -> pd.DataFrame:
    counts = [(row, column, (i * k) % 6) for (i, column), (k, row) in numbered_pairs(columns, rows)]
    return pd.DataFrame(counts, columns=["rad", "kolonne", "antall_planer"])


GRADES = ["sterk", "delvis", "svak"]


def coverage(expectations: int = 16, name: str = "Reguleringsplan for Ås nr.") -> pd.DataFrame:
    """Return a frame where every fourth plan answers nothing; half of those, and one expectation, are not judged."""
    plans = [f"{name} {n:02d}" for n in range(24)]
    expected = [f"Samordnet forventning nr. {n:02d}" for n in range(expectations)]
    rows = [(plans[n], expected[n * 7 % 14], GRADES[n % 3]) for n in range(24) if n % 4]
    frame = pd.DataFrame(rows, columns=["plan", "forventning", "grad"])
    frame.attrs |= {"planer": plans, "forventninger": expected, "bolker": [6, 9]}
    frame.attrs["ikke_vurdert"] = [*plans[::8], expected[-1]]
    return frame


STATUSES = list(style.STATUS_LOOKS)
GROUPS = ["Skal – lovpålagt plan", "Skal – statlig planretningslinje", "Bør – forventning"]


# a due date is drawn whatever else is known of the year
DATED = ("frist i året", "gyldighet ukjent")


def coverage_years(requirements: int = 17, years: int = 4) -> pd.DataFrame:
    rows = [
        (f"krav-{n:02d}", f"Forebyggende plan for barn nr. {n:02d}", GROUPS[n * 3 // requirements], year, status, due, n % 2 == 1)
        for n, (i, year) in product(range(requirements), enumerate(range(2031, 2031 + years)))
        for status in [STATUSES[(n + i) % len(STATUSES)]]
        for due in ["31.10." if status in DATED else ""]
    ]
    return pd.DataFrame(rows, columns=["krav_id", "krav", "gruppe", "aar", "status", "dag", "senest"])


def test_every_cell_of_a_count_grid_has_its_number_and_the_row_not_stated_comes_last_unshaded():
    frame = count_grid()
    ax = drawn("draw_count_grid", count_grid)
    rows = [*ROLES, "ikke oppgitt"]
    assert [label.get_text() for label in ax.get_yticklabels()] == rows
    expected = frame.pivot(index="rad", columns="kolonne", values="antall_planer").loc[rows, CHAPTERS]
    assert written(ax, "number") == [str(number) for number in expected.to_numpy().ravel()]
    assert {to_hex(box.get_facecolor()) for box in boxes(ax)[-len(CHAPTERS) :]} == {style.PAPER}


def test_areas_of_one_name_are_one_row_with_what_both_have():
    frame = pd.DataFrame({"rad": ["Nord", "Nord"], "kolonne": [2025, 2025], "antall_planer": [2, 3]})
    ax = drawn("draw_count_grid", frame)
    assert ([label.get_text() for label in ax.get_yticklabels()], written(ax, "number")) == (["Nord"], ["5"])


def test_what_is_not_stated_fills_the_grid_where_nothing_else_is():
    frame = pd.DataFrame({"rad": ["ikke oppgitt"], "kolonne": [2025], "antall_planer": [2]})
    ax = drawn("draw_count_grid", frame)
    assert sorted(ax.get_ylim()) == [-0.5, 0.5]


def test_a_cell_that_is_not_judged_has_a_dash_and_no_number():
    cells = {"rad": ["Nord", "Nord"], "kolonne": [2025, 2026], "antall_planer": [0, 0], "vurdert": [True, False]}
    assert written(drawn("draw_count_grid", pd.DataFrame(cells)), "number") == ["0", "–"]


def test_a_row_with_more_plans_is_never_paler():
    boxes_and_numbers = zip(boxes(ax := drawn("draw_count_grid", count_grid)), written(ax, "number"), strict=True)
    shades = sorted((int(number), luminance(box.get_facecolor())) for box, number in list(boxes_and_numbers)[: -len(CHAPTERS)])
    assert all(first[1] >= second[1] for first, second in pairwise(dict(shades).items()))


@every_size
@pytest.mark.parametrize("rows", [ROLES, ["Nord", "Sør"]], ids=["long rows", "short rows"])
def test_the_long_label_of_a_column_is_written_in_whole_words_over_its_own_column(rows, size):
    ax = drawn("draw_count_grid", count_grid(rows), size)
    labels = ax.get_xticklabels()
    assert [label.get_text().replace("\n", " ") for label in labels] == CHAPTERS
    to_page = ax.transData.transform
    with style.house_style():
        for column, label in enumerate(labels):
            place = label.get_window_extent()
            (left, _), (right, _) = to_page((column - 0.5, 0)), to_page((column + 0.5, 0))
            assert left < place.x0 and place.x1 < right, label.get_text()


@pytest.mark.parametrize(("size", "body"), [("lysbilde", 14), ("a4", 10)])
@pytest.mark.parametrize("columns", [YEARS, CHAPTERS], ids=["years", "chapters"])
def test_the_label_of_a_column_is_as_large_as_other_text_where_the_rows_leave_room(columns, size, body):
    ax = drawn("draw_count_grid", count_grid(["Nord", "Sør"], columns), size)
    assert {label.get_fontsize() for label in ax.get_xticklabels()} == {body}


def test_rows_with_labels_of_two_lines_keep_apart_under_column_labels_of_three():
    rows = [f"Samfunnssikkerhet, beredskap og tjenesteområdeleder for virksomhet {n}" for n in range(11)]
    ax = composed("draw_count_grid", count_grid(rows)).axes[0]
    assert any("\n" in label.get_text() for label in ax.get_yticklabels())
    assert overlapping(ax.figure) == []


def middles(ax: Axes, gid: str) -> dict[str, float]:
    """Return the middle of the row or the column that each label of a matrix belongs to."""
    labels = [text for text in ax.texts if text.get_gid() == gid]
    if gid == "column":
        return {text.get_text(): text.get_position()[0] for text in labels}
    # a row's label stands on a line a little below the middle of the row
    return {text.get_text(): text.get_position()[1] - HALF_LETTER * text.get_fontsize() for text in labels}


def test_every_judged_pair_has_its_grades_mark_where_its_plan_and_its_expectation_meet():
    frame = coverage()
    ax = drawn("draw_coverage_matrix", coverage, "a4")
    columns = middles(ax, "column")
    rows = middles(ax, "row")
    for grade, pairs in frame.groupby("grad"):
        marks = next(marks for marks in ax.collections if marks.get_gid() == grade)
        meet = [(columns[pair.forventning], rows[pair.plan]) for pair in pairs.itertuples()]
        assert marks.get_offsets().tolist() == [pytest.approx(place) for place in meet]


def test_the_grades_marks_differ_in_shape_size_and_fill():
    shapes, sizes = zip(*MARKS.values(), strict=True)
    assert len(set(shapes)) == len(set(sizes)) == len({look.fill for look in style.GRADE_LOOKS.values()}) == 3


def bands(ax: Axes) -> list[tuple[bool, float]]:
    """Return of each shaded row and column of a matrix whether it is level, and its middle across."""
    shaded = [box for box in boxes(ax) if to_hex(box.get_facecolor()) == style.BAND]
    sides = [(box.get_width(), box.get_height(), *box.get_center()) for box in shaded]
    # without the sample in the legend
    return [(wide > high, y if wide > high else x) for wide, high, x, y in sides if max(wide, high) > 100]


def test_plans_and_expectations_nobody_has_judged_are_shaded_and_say_so_and_no_others():
    frame = coverage()
    ax = drawn("draw_coverage_matrix", coverage, "a4")
    unjudged = frame.attrs["ikke_vurdert"]
    found = []
    for gid, is_level in (("row", True), ("column", False)):
        shaded = [middle for level, middle in bands(ax) if level == is_level]
        found += [name for name, place in middles(ax, gid).items() if pytest.approx(place) in shaded]
    # a plan that is judged, but answers nothing, is not among them
    assert {name.removesuffix(" (ikke\u00a0vurdert)") for name in found} == set(unjudged)
    assert [name for name in found if "vurdert" in name] == ["Samordnet forventning nr. 15 (ikke\u00a0vurdert)"]
    assert written(ax, "unjudged").count("ikke vurdert") == len(unjudged) - 1


def test_a_matrix_where_everything_is_judged_says_nothing_of_not_judged():
    frame = coverage()
    frame.attrs["ikke_vurdert"] = []
    ax = drawn("draw_coverage_matrix", frame, "a4")
    assert not bands(ax)
    assert not any("vurdert" in text.get_text() for text in ax.texts)


def test_a_strong_line_stands_between_two_blocks_of_expectations():
    ax = drawn("draw_coverage_matrix", coverage, "a4")
    lines = [line for line in ax.collections if line.get_gid() == "block"]
    expectations, plans = list(middles(ax, "column").values()), middles(ax, "row").values()
    between = [(expectations[first - 1] + expectations[first]) / 2 for first in (6, 9)]
    for line, place in zip(lines, between, strict=True):
        (ends,) = line.get_segments()
        assert list(ends[:, 0]) == pytest.approx([place, place])
        assert ends[0, 1] < min(plans) and max(plans) < ends[1, 1]
        assert min(line.get_linewidth()) > 1


def test_no_strong_line_goes_through_the_words_not_judged():
    ax = composed("draw_coverage_matrix", coverage(), "a4").axes[0]
    picture = pixels(ax.figure)
    places = [place for text, place in extents(ax.figure) if text.get_gid() == "unjudged"]
    assert len(places) == 3
    for place in places:
        # where the smallest letters are
        inner = place.expanded(0.4, 1) if place.height > place.width else place.expanded(1, 0.4)
        (left, low), (right, high) = inner.get_points().round().astype(int)
        assert picture[low:high, left:right].min() > luminance(style.MUTED) / 2


def test_names_in_a_crowded_matrix_keep_enough_letters_to_be_known_and_do_not_touch():
    ax = drawn("draw_coverage_matrix", coverage(25, "Områderegulering av sentrum i Ås, del"), "a4")
    assert min(map(len, written(ax, "column"))) > 18
    assert overlapping(ax.figure) == []


def test_every_status_there_is_has_a_look_and_marks_and_they_go_from_best_to_worst():
    assert set(style.STATUS_LOOKS) == set(IN_PERIOD)
    best_first = sorted(IN_PERIOD, key=IN_PERIOD.__getitem__, reverse=True)
    # what is not in force, and what does not concern the municipality, is neither good nor bad
    assert list(style.STATUS_LOOKS) == [*best_first[2:], *best_first[1::-1]]


def test_every_status_is_told_from_every_other_in_grey():
    for (first, look), (second, other) in combinations(style.STATUS_LOOKS.items(), 2):
        apart = abs(luminance(look.fill) - luminance(other.fill))
        assert apart > 0.15 or look.hatch != other.hatch, (first, second)
        assert style.STATUS_LOOKS[first].symbol != style.STATUS_LOOKS[second].symbol
        assert style.STATUS_LOOKS[first].word != style.STATUS_LOOKS[second].word


def test_every_symbol_is_in_the_font_and_reads_on_its_fill():
    letters = FT2Font(findfont("DejaVu Sans:bold")).get_charmap()
    assert all(ord(mark.symbol) in letters for mark in style.STATUS_LOOKS.values())
    assert min(contrast(style.ink_on(look.fill), look.fill) for look in style.STATUS_LOOKS.values()) >= 4.5


@every_size
def test_every_requirement_has_one_row_under_its_groups_heading_and_a_cell_per_year(size):
    frame = coverage_years()
    ax = drawn("draw_coverage_years", coverage_years, size)
    assert written(ax, "requirement") == list(dict.fromkeys(frame["krav"]))
    assert [text for text in written(ax, "group") if "forts." not in text] == GROUPS
    found = [box for box in boxes(ax) if box.get_gid() in style.STATUS_LOOKS]
    assert [box.get_gid() for box in found] == list(frame["status"])
    rows = [found[n : n + 4] for n in range(0, len(found), 4)]
    for row in rows:
        assert len({box.get_y() for box in row}) == 1
        assert [box.get_x() for box in row] == sorted(box.get_x() for box in row)


@every_size
def test_every_cell_has_a_fill_a_symbol_and_a_word(size):
    frame = coverage_years(14)
    ax = drawn("draw_coverage_years", frame, size)
    symbols, words = written(ax, "symbol"), written(ax, "word")
    expected = [style.STATUS_LOOKS[status] for status in frame["status"]]
    # the legend is written first
    assert symbols == [style.STATUS_LOOKS[one].symbol for one in STATUSES] + [mark.symbol for mark in expected]
    assert [word.split()[0] for word in words] == [
        word.split()[0] if "31.10." in word else mark.word.split()[0] for word, mark in zip(words, expected, strict=True)
    ]
    fills = {box.get_gid(): to_hex(box.get_facecolor()) for box in boxes(ax) if box.get_gid() in style.STATUS_LOOKS}
    assert fills == {status: look.fill for status, look in style.STATUS_LOOKS.items()}


def test_the_day_a_requirement_is_due_is_written_in_its_cell_where_there_is_room():
    frame = coverage_years()
    dated = [word for word in written(drawn("draw_coverage_years", frame, "a4"), "word") if "31.10." in word]
    outer = frame[frame["status"].isin(DATED)]["senest"]
    assert dated == ["senest 31.10." if one else "frist 31.10." for one in outer]


def test_the_legend_names_only_the_statuses_in_use_from_best_to_worst():
    frame = coverage_years().query("status in ('udekket', 'dekket', 'ikke vurdert')")
    assert written(drawn("draw_coverage_years", frame), "legend") == ["dekket", "ikke vurdert", "udekket"]


def test_of_eight_years_on_a_slide_the_symbols_stand_alone_and_still_nothing_overlaps():
    ax = drawn("draw_coverage_years", coverage_years(28, 8))
    assert not written(ax, "word")
    assert len(written(ax, "symbol")) == 28 * 8 + len(STATUSES)
    assert overlapping(ax.figure) == []
    assert min(text.get_fontsize() for text, _ in extents(ax.figure)) >= 11
