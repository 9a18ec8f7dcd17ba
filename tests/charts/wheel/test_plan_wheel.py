"""The wheels of the plan system mark what comes round where its day is, and say all of it."""

import math
import re
from itertools import combinations, pairwise, product

import pandas as pd
import pytest
from drawn import drawn, every_size, written
from matplotlib.axes import Axes


def plan_wheel() -> pd.DataFrame:
    text = "senest 31.10.2032: hver valgperiode, innen 12 måneder etter konstitueringen"
    rows = [
        ("fire år", "Konstituering", 0.0, None, "senest 31.10.2031", "merkedag"),
        ("fire år", "Valg", 0.97, None, "september 2035", "merkedag"),
        ("fire år", "Oversikt over helsetilstanden", 0.23, None, text, "plikt"),
        ("fire år", "Planstrategi", 0.2505, None, text, "ryggrad"),
        ("fire år", "Klimavurdering i planstrategien", 0.2505, None, text + " igjen", "plikt"),
        ("fire år", "Samfunnsdel", 0.2505, 1.0, "planstrategien avgjør", "ryggrad"),
        ("fire år", "Arealdel", 0.2505, 1.0, "planstrategien avgjør", "ryggrad"),
        ("fire år", "Eierskapsmelding", 0.999, None, "senest 30.10.2035", "plikt"),
        ("fire år", "Klimaplan", None, None, "hvert 4. år", "plikt"),
        ("ett år", "Økonomiplan", 1.0, None, "hvert år, innen 31.12.", "ryggrad"),
        ("ett år", "Beredskapsplan", None, None, "hvert år", "plikt"),
    ]
    frame = pd.DataFrame(rows, columns=["ring", "krav", "posisjon", "til", "tekst", "rang"])
    frame.attrs["aar"] = ["2031–32", "2032–33", "2033–34", "2034–35"]
    return frame


def spots(ax: Axes, rank: str) -> list[tuple[float, float]]:
    """Return how far round the wheel each marker of a rank lies, and how far out as a share of the wheel's radius."""
    arrows = [patch.get_xy() for patch in ax.patches if patch.get_gid() == "arrow"]
    xs, ys = zip(*(point for arrow in arrows for point in arrow), strict=True)
    radius = (max(xs) - min(xs)) / 2
    x, y = min(xs) + radius, (max(ys) + min(ys)) / 2
    points = [one.get_offsets()[0] for one in ax.collections if one.get_gid() == rank]
    return [(math.atan2(px - x, y - py) / (2 * math.pi) % 1, math.hypot(px - x, py - y) / radius) for px, py in points]


@every_size
def test_what_has_a_day_is_marked_that_far_round_its_wheel_clockwise_from_the_top(size):
    ax = drawn("draw_plan_wheel", plan_wheel, size)
    outer = sorted(round(place, 3) for place, out in spots(ax, "plikt") if 0.7 < out < 1)
    assert outer == [pytest.approx(place, abs=0.002) for place in (0.23, 0.2505, 0.999)]
    assert any(place == pytest.approx(0.2505, abs=0.002) and 0.8 < out < 1 for place, out in spots(ax, "ryggrad"))
    # the year wheel ends and begins at the top, inside the other
    assert any(min(place, 1 - place) < 0.002 and 0.5 < out < 0.7 for place, out in spots(ax, "ryggrad"))
    assert sorted(round(place, 2) % 1 for place, out in spots(ax, "merkedag") if 0.98 < out < 1.02) == [0.0, 0.97]


@every_size
def test_everything_on_the_wheels_is_written_and_what_is_revised_when_decided_has_an_arrow_to_the_end(size):
    frame = plan_wheel()
    ax = drawn("draw_plan_wheel", plan_wheel, size)
    lines = " ".join(written(ax, "label"))
    assert all(name in lines for name in frame["krav"] if " " not in name)
    (arc,) = [line for line in ax.lines if line.get_gid() == "lasting"]
    assert arc.get_linewidth() > 3
    assert len([line for line in ax.lines if line.get_gid() == "leader"]) == 7
    assert written(ax, "part")[:4] == [f"{n}. år\n{year}" for n, year in enumerate(frame.attrs["aar"], 1)]


def test_the_backbone_is_written_in_bold_and_the_other_duties_are_not():
    ax = drawn("draw_plan_wheel", plan_wheel)
    bold = [text.get_text() for text in ax.texts if text.get_fontweight() == "bold"]
    assert {"Planstrategi", "Samfunnsdel", "Arealdel", "Økonomiplan"} < set(bold)
    assert not {"Eierskapsmelding", "Beredskapsplan", "Klimaplan", "Valg"} & set(bold)


@every_size
def test_no_leader_crosses_another(size):
    ax = drawn("draw_plan_wheel", plan_wheel, size=size)
    paths = [list(zip(*line.get_data(), strict=True)) for line in ax.lines if line.get_gid() == "leader"]
    assert len(paths) > 1
    for first, second in combinations(paths, 2):
        for one, other in product(pairwise(first), pairwise(second)):
            assert not _cross(*one, *other)


def _cross(a: tuple, b: tuple, c: tuple, d: tuple) -> bool:
    def side(p: tuple, q: tuple, r: tuple) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < -1e-6 and side(c, d, a) * side(c, d, b) < -1e-6


def many(number: int, row: int, *words: str, **others: list) -> pd.DataFrame:
    """Return as many plans where a row of the frame stands, each for a reason that begins so, or all for that of the row."""
    names = [f"Plan {n}" for n in range(number)]
    reasons = [" ".join((*words, str(n))) for n in range(number)] if words else plan_wheel()["tekst"].iloc[row]
    copies = pd.concat([plan_wheel().iloc[[row]]] * number, ignore_index=True)
    return copies.assign(krav=names, tekst=reasons, **others)


@pytest.mark.parametrize(
    "frame",
    [
        many(40, -1, "hvert år"),
        many(40, -1),
        # on the left of the outer wheel, what has no day stands last, under a heading of its own
        pd.concat([many(50, 2, "dag", posisjon=[0.6 + n / 200 for n in range(50)]), many(10, 8, "år")]),
    ],
)
def test_a_wheel_with_more_duties_than_there_is_room_for_says_how_many_are_left_out(frame):
    lines = written(drawn("draw_plan_wheel", frame), "label")
    left_out = next(int(line.split()[1]) for line in lines if re.fullmatch(r"og \d+ til", line))
    assert left_out + sum(line.startswith("Plan ") for line in lines) == len(frame)


@pytest.mark.parametrize("ring", ["fire år", "ett år"])
def test_one_wheel_alone_is_drawn_when_nothing_stands_on_the_other(ring):
    ax = drawn("draw_plan_wheel", plan_wheel().query("ring == @ring"))
    assert ("Årshjulet" in written(ax, "label")) == (ring == "ett år")
    assert ("Fireårshjulet" in written(ax, "label")) == (ring == "fire år")
