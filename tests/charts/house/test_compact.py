"""A drawing on one line: it looks the same, and nothing that nbval should see is rounded away."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from planstrategi import charts
from planstrategi.charts.house import style
from planstrategi.charts.house.compact import TILE, one_line

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
ALT = "Planer i «Ås» & omegn: 'mål' <5>, \"plan\"\nog mer"
LARGEST_LETTER = 24


def load() -> bytes:
    """Return a chart with bars, hatches, boxes, a line, markers and letters as matplotlib writes it."""
    rows = [(2031, "A", 24.0), (2031, "B", 10.0), (2031, "C", 30.0), (2032, "A", 11.0), (2032, "D", 9.0)]
    frame = pd.DataFrame(rows, columns=["aar", "ansvarlig", "maanedsverk_p50"])
    frame.attrs |= {"kapasitet": {2031: 30}, "sum": {2031: (50, 64, 75), 2032: (15, 20, 24)}}
    words = {"headline": "Et kort funn", "unit": "Månedsverk", "source": "Kilde", "size": "lysbilde"}
    return charts.to_file(".svg", charts.compose(charts.draw_load, frame, **words), ALT)


@pytest.fixture(scope="module")
def before() -> Element:
    return ElementTree.fromstring(load())


@pytest.fixture(scope="module")
def after() -> Element:
    return ElementTree.fromstring(one_line(load()))


def test_a_drawing_is_one_line_of_xml_with_its_accessible_name():
    made = one_line(load())
    root = ElementTree.fromstring(made)
    assert "\n" not in made
    assert (root.tag, root.get("role"), root.get("aria-label")) == (f"{SVG}svg", "img", ALT)
    assert len(made) < len(load()) / 3


def test_what_a_drawing_refers_to_is_in_it_and_nothing_else_has_a_name(after):
    names = [element.get("id") for element in after.iter() if element.get("id")]
    values = " ".join(value for element in after.iter() for name, value in element.items() if name != "aria-label")
    assert len(names) == len(set(names))
    assert set(re.findall(r"#((?:d-|[hmp]\w{9}|w\w{7})[\w-]+)", values)) == set(names)


# --- where things are


def places(steps: str) -> Iterator[complex]:
    """Give the points of a path, whether they are counted from the corner of the page or from the point before."""
    here = start = 0j
    for letter, numbers in re.findall("([MLQCzmlqchv])([^A-Za-z]*)", steps):
        values = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        values = {"h": [*values, 0], "v": [0, *values]}.get(letter, values)
        points = [complex(*pair) + here * letter.islower() for pair in zip(values[::2], values[1::2], strict=True)]
        here = points[-1] if points else start
        start = here if letter in "Mm" else start
        yield from points


def shapes(root: Element) -> list[complex]:
    shared = {path for defs in root.iter(f"{SVG}defs") for path in defs.iter()}
    return [point for path in root.iter(f"{SVG}path") if path not in shared for point in places(path.get("d", ""))]


def outlines(root: Element) -> list[complex]:
    """Return the points of the letters, in points at the size of the largest."""
    paths = [path for path in root.iter(f"{SVG}path") if path.get("id", "").startswith("d-")]
    return [point * LARGEST_LETTER for path in paths for point in places(path.get("d", ""))]


def letters(root: Element) -> list[complex]:
    """Return where each text begins, and how far from there each of its letters stands."""
    found, by_name = [], {f"#{one.get('id')}": one for one in root.iter(f"{SVG}g")}
    for text in root.iter():
        move = re.fullmatch(r"translate\((\S+) (\S+)\) ?scale\((\S+) \S+\)", text.get("transform", ""))
        if move:
            found.append(complex(float(move[1]), float(move[2])))
            for letter in by_name.get(text.get("href", ""), text).iter(f"{SVG}use"):
                along = letter.get("x") or re.sub(r"[^\d. ]", "", letter.get("transform", "0")).split()[0]
                found.append(complex(float(along) * float(move[3])))
    return found


def test_the_letters_of_a_line_stand_once_however_often_the_line_is_read(after):
    lines = [tuple(tuple(letter.items()) for letter in text) for text in after.iter(f"{SVG}g") if len(text) > 1]
    assert len(lines) == len(set(lines)) > 5
    assert [use for use in after.iter(f"{SVG}use") if use.get("href", "").startswith("#w")] != []


def as_before(root: Element) -> Element:
    """Return the drawing with the names of `after`, and without the letters that are but room."""
    blank = {path.get("id") for path in root.iter(f"{SVG}path") if not path.get("d")}
    for text in list(root.iter()):
        for letter in text.findall(f"{SVG}use"):
            if letter.get(LINK, "").removeprefix("#") in blank:
                text.remove(letter)
    for path in root.iter(f"{SVG}path"):
        path.set("id", path.get("id", "").replace("DejaVuSans", "d"))
    return root


def test_no_shape_or_letter_is_more_than_a_twentieth_of_a_point_from_where_it_was(before, after):
    before = as_before(before)
    for found, scale in ((shapes, (1, 1)), (letters, (1, 1)), (outlines, (1 / 6400, 1 / 400))):
        one, other = (np.array(found(root)) * by for root, by in zip((before, after), scale, strict=True))
        assert len(one) == len(other) > 50
        assert max(abs((one - other).real)) < 0.0501 > max(abs((one - other).imag))


@pytest.mark.parametrize("hatch", sorted({look.hatch for look in style.AREA_LOOKS} - {""}))
def test_a_hatch_is_the_same_again_after_each_tile(hatch):
    figure = Figure(figsize=(1, 1), dpi=4 * 72)
    canvas = FigureCanvasAgg(figure)
    figure.add_artist(PathPatch(Path.hatch(hatch, 6), linewidth=0.7, snap=False, capstyle="butt"))
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba())[:, :, 0].astype(int)
    side = 4 * TILE
    assert picture.min() < 100
    assert abs(picture[:-side] - picture[side:]).max() < 60 > abs(picture[:, :-side] - picture[:, side:]).max()


# --- what nbval sees


def small(fill: str = "#12436d", high: float = 24, number: str = "24", dots: str = "..") -> str:
    """Return a bar with a number; a unit is a point."""
    with style.house_style():
        figure = Figure(figsize=(2, 2))
        ax = figure.add_axes((0, 0, 1, 1), xlim=(0, 144), ylim=(0, 144))
        ax.add_patch(Rectangle((10, 0), 20, high, facecolor=fill, hatch=dots))
        ax.text(20, 12, number)
    return one_line(charts.to_file(".svg", figure, "alt"))


def test_another_ink_height_number_or_hatch_is_another_drawing():
    others = [small("#12436e"), small(high=25), small(high=24.1), small(number="25"), small(dots="oo")]
    assert small() == small()
    assert len({small(), *others}) == 6
