"""An assumption has a bar from what its low end gives to what its high end gives, round what is expected."""

import pandas as pd
import pytest
from drawn import boxes, composed, drawn, every_size, extents, legend_texts, overlapping, written
from matplotlib.colors import to_hex

from planstrategi.charts.house import style
from planstrategi.model.vocabulary import INNSATSGRUNNLAG

EFFORTS = ["Områderegulering", "Kommuneplanens arealdel", "Detaljregulering, behandling av privat forslag med vedtak"]


def tornado(rows: int = 9) -> pd.DataFrame:
    grounds = list(INNSATSGRUNNLAG.values())
    swings = [(round(51.2 - 6 / (n + 1), 1), round(51.2 + 9 / (n + 1), 1)) for n in range(rows)]
    frame = [
        (f"{EFFORTS[n % 3]} {n}", 1 + n, low, 51.2, high, round(high - low, 1), grounds[n % len(grounds)])
        for n, (low, high) in enumerate(swings)
    ]
    return pd.DataFrame(frame, columns=["innsats", "antall_planer", "lav", "ventet", "hoy", "utslag", "grunnlag"])


def test_an_assumption_has_a_bar_from_its_low_end_to_its_high_end_in_the_frames_order_from_the_top():
    frame = tornado()
    ax = drawn("draw_tornado", tornado)
    bars = [(box.get_y() + box.get_height() / 2, box.get_x(), box.get_x() + box.get_width()) for box in boxes(ax)]
    expected = zip(range(9), frame["lav"], frame["hoy"], strict=True)
    assert [pytest.approx(bar) for bar in expected] == bars
    assert ax.get_ylim()[0] > ax.get_ylim()[1]
    numbers = [f"{value:.1f}".replace(".", ",") for pair in frame[["lav", "hoy"]].to_numpy() for value in pair]
    assert written(ax, "number") == numbers
    labels = [label.get_text().replace("\n", " ").replace("\u00a0", " ") for label in ax.get_yticklabels()]
    assert labels[:2] == ["Områderegulering 0 (1 plan)", "Kommuneplanens arealdel 1 (2 planer)"]


@every_size
def test_a_line_stands_where_the_expected_is_through_all_bars_with_its_number_over_them(size):
    ax = drawn("draw_tornado", tornado, size)
    (line,) = [line for line in ax.collections if line.get_gid() == "expected"]
    (ends,) = line.get_segments()
    assert list(ends[:, 0]) == [51.2, 51.2]
    assert min(ends[:, 1]) < min(box.get_y() for box in boxes(ax))
    assert max(ends[:, 1]) > max(box.get_y() + box.get_height() for box in boxes(ax))
    assert written(ax, "expected") == ["midten 51,2"]
    (top,) = [place.y1 for text, place in extents(ax.figure) if text.get_gid() == "expected"]
    assert top < ax.get_legend().get_window_extent().y0


@every_size
def test_a_number_at_the_end_of_a_bar_lies_on_no_bar_and_not_on_the_line(size):
    ax = composed("draw_tornado", tornado(12), size).axes[0]
    bars = [box.get_window_extent() for box in boxes(ax)]
    line = ax.transData.transform((51.2, 0))[0]
    for text, place in extents(ax.figure):
        if text.get_gid() == "number":
            assert not any(place.overlaps(bar) for bar in bars)
            assert not place.x0 < line < place.x1


def test_the_look_of_an_assumption_says_what_it_rests_on():
    assert set(style.EFFORT_LOOKS) == set(INNSATSGRUNNLAG.values())
    frame = tornado()
    ax = drawn("draw_tornado", tornado)
    assert [box.get_gid() for box in boxes(ax)] == list(frame["grunnlag"])
    looks = {box.get_gid(): (to_hex(box.get_facecolor()), box.get_hatch() or "") for box in boxes(ax)}
    assert looks == {ground: look[:2] for ground, look in style.EFFORT_LOOKS.items()}
    assert legend_texts(drawn("draw_tornado", frame.iloc[[4]])) == ["antatt uten kilde"]


def test_an_assumption_that_moves_nothing_is_drawn():
    ax = composed("draw_tornado", tornado(1).assign(lav=51.2, hoy=51.2)).axes[0]
    assert written(ax, "number") == ["51,2", "51,2"]
    assert overlapping(ax.figure) == []
