"""A drawing as matplotlib writes it → the same drawing on one line in a fraction of the bytes, to stand in a notebook.

Every shape and letter stays. What goes is what nobody sees: metadata, names of groups, spaces, the digits of a place
after its first decimal, and what a hatch and a word repeat.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import partial
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import escape
from zlib import crc32

UNSEEN = {"title", "metadata", "style"}
# matplotlib says how lines are joined in a style sheet, which would hold for the whole page
ROOT = {"width": "100%", "stroke-linejoin": "round"}
PLACES = ("x", "y", "width", "height")
# the size of a letter in a text; matplotlib draws its outline 64 times as large, here a quarter of a unit is enough
TEXT_SIZE, _OUTLINE = re.compile(r"scale\((\S+) \S+\)"), "scale(0.015625)"
LARGER, _QUARTERS = 64, 4
# the names of letters begin with that of the font
FONT, SHORT = "DejaVuSans", "d"
# every hatch is the same again after so many points, of which matplotlib draws three times as many; lines are thinner
# than what is kept around them
TILE, AROUND = 24, 2
STEP, STROKE = re.compile("([MLQCz])([^MLQCz]*)"), re.compile("M[^M]*")
DECLARED, MOVED = re.compile("([a-z-]+): ([^;]+)"), re.compile(r"translate\((\S+) (\S+)\)")
# a line of text, and the letters in it
LETTERED = re.compile("<g( [^>]*transform=[^>]*)>((?:<use [^>]*/>){2,})</g>")
# single quotes, because a notebook file writes two signs for a double one
QUOTED = {"'": "&#39;", "\n": "&#10;"}
Point = tuple[float, float]


def one_line(svg: bytes) -> str:
    """Return the drawing on one line, as wide as the place it is shown in, with the accessible name it had.

    No place is more than 0.05 points from where it was.
    """
    root = fromstring(svg)
    attributes = ROOT | {name: root.attrib[name] for name in ("viewBox", "role", "aria-label")}
    attributes["xmlns"] = _without_namespaces(root)
    _drop_unseen(root)
    for pattern in root.iter("pattern"):
        _shorten(pattern)
    shared, drawing = "".join(_inside(defs) for defs in root.iter("defs")), _inside(root)
    words = Counter(letters for _, letters in LETTERED.findall(drawing))
    again = {letters: f"w{crc32(letters.encode()):08x}" for letters, times in words.items() if times > 1}
    shared += "".join(_tag("g", {"id": name}, letters) for letters, name in again.items())
    return _tag("svg", attributes, _tag("defs", {}, shared) + LETTERED.sub(partial(_refer, again), drawing))


def _refer(again: Mapping[str, str], text: re.Match[str]) -> str:
    """Return a line of text as it is, or as a reference to its letters where they stand more than once."""
    return f"<use href='#{again[text[2]]}'{text[1]}/>" if text[2] in again else text[0]


def _without_namespaces(root: Element) -> str:
    """Take the namespaces off all names, and return that of the drawing."""
    own = root.tag[1:].partition("}")[0]
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        element.attrib = {name.rpartition("}")[2]: value for name, value in element.items()}
    return own


def _drop_unseen(root: Element) -> None:
    blank = [path for path in root.iter("path") if "d" not in path.attrib]
    names = {f"#{path.get('id')}" for path in blank}
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in UNSEEN or child in blank or child.get("href") in names:
                parent.remove(child)


def _shorten(pattern: Element) -> None:
    """Leave of a hatch what is seen in one tile."""
    pattern.attrib |= {"width": str(TILE), "height": str(TILE)}
    for path in pattern.iter("path"):
        path.set("d", "".join(filter(_is_in_tile, STROKE.findall(path.attrib["d"]))))


def _is_in_tile(stroke: str) -> bool:
    numbers = [float(number) for _, numbers in STEP.findall(stroke) for number in numbers.split()]
    return all(min(along) < TILE + AROUND and max(along) > -AROUND for along in (numbers[::2], numbers[1::2]))


def _inside(element: Element) -> str:
    return "".join(_written(child) for child in element if child.tag != "defs")


def _written(element: Element) -> str:
    name, attributes, inside = element.tag, _attributes(element), _inside(element)
    return inside if name == "g" and not (attributes and inside) else _tag(name, attributes, inside)


def _tag(name: str, attributes: Mapping[str, str], inside: str) -> str:
    opened = f"<{name}" + "".join(f" {key}='{escape(value, QUOTED)}'" for key, value in attributes.items())
    return f"{opened}>{inside}</{name}>" if inside else f"{opened}/>"


def _attributes(element: Element) -> dict[str, str]:
    """Return the attributes that are needed, each declaration of the style as one of its own."""
    given = dict(element.attrib)
    style, moved = dict(DECLARED.findall(given.pop("style", ""))), given.pop("transform", "")
    given |= {name: _number(float(given[name])) for name in PLACES if name in given}
    given |= {name: given[name].replace(FONT, SHORT) for name in ("id", "href") if name in given}
    if element.tag == "g":
        given.pop("id", None)
        given |= {"transform": _moved(moved)} if moved else {}
    elif "d" in given:
        given["d"] = _path(given["d"], _QUARTERS / LARGER, 0) if moved == _OUTLINE else _path(given["d"])
    elif moved:
        # a letter along its line
        given["x"] = f"{float(MOVED.findall(moved)[0][0]) * _QUARTERS:.0f}"
    return given | style


def _moved(transform: str) -> str:
    """Return where a text stands and how large it is, for letters that are drawn in quarters."""
    placed = MOVED.sub(lambda by: f"translate({_number(float(by[1]))} {_number(float(by[2]))})", transform)
    return TEXT_SIZE.sub(lambda by: "scale({0:g} -{0:g})".format(float(by[1]) / _QUARTERS), placed)


def _path(steps: str, scale: float = 1, decimals: int = 1) -> str:
    """Return the steps of a path, each from where the one before it ended."""
    written, here, start = [], (0.0, 0.0), (0.0, 0.0)
    for letter, numbers in STEP.findall(steps):
        places = [round(float(number) * scale, decimals) for number in numbers.split()]
        points = list(zip(places[::2], places[1::2], strict=True))
        written.append(_step(letter, [(x - here[0], y - here[1]) for x, y in points]))
        here = points[-1] if points else start
        start = here if letter == "M" else start
    return "".join(written)


def _step(letter: str, away: list[Point]) -> str:
    match letter, away:
        case "L", [(0, y)]:
            return f"v{_number(y)}"
        case "L", [(x, 0)]:
            return f"h{_number(x)}"
    return letter.lower() + " ".join(_number(along) for point in away for along in point).replace(" -", "-")


def _number(value: float) -> str:
    """Return a number to its first decimal, in no more signs than it takes."""
    text = f"{value:z.1f}".removesuffix(".0")
    return text.replace("0.", ".", 1) if abs(value) < 1 else text
