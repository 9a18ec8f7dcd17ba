"""Text on a slide: in Norwegian, and in letters that its room has space for."""

from typing import Any, NamedTuple

from matplotlib.colors import to_hex
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from planstrategi.charts.house.text import LEADING, wrap


class Line(NamedTuple):
    """A paragraph; without a size or a colour it has those of its place."""

    text: str
    size: float | None = None
    colour: str = ""
    bold: bool = False


def rgb(colour: str) -> RGBColor:
    """Return a colour of the house (#12436d), or the municipality's own in its place, as PowerPoint has it."""
    return RGBColor.from_string(to_hex(colour)[1:].upper())


def height(text: str, wide: float, size: float) -> float:
    """Return how high a text stands, in points."""
    return len(wrap(text, wide, size)) * size * LEADING


def write_lines(frame: Any, *lines: Line) -> None:
    """Write paragraphs in a text frame that holds none, without the bullets of its place."""
    for number, line in enumerate(lines):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph._p.insert(0, parse_xml(f'<a:pPr {nsdecls("a")} marL="0" indent="0"><a:buNone/></a:pPr>'))
        run = paragraph.add_run()
        run.text, run.font.language_id, run.font.bold = line.text, MSO_LANGUAGE_ID.NORWEGIAN_BOKMOL, line.bold or None
        run.font.size = Pt(line.size) if line.size else None
        if line.colour:
            run.font.color.rgb = rgb(line.colour)
