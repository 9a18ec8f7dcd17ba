"""The two layouts that slides are made from: the house's own, 16:9, or those of a municipality's template."""

from pathlib import Path
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from planstrategi.charts.house.style import DEEP, INK, MUTED, PAPER, SIZES
from planstrategi.outputs.own_template import broken_template, template_file
from planstrategi.outputs.slides.words import rgb

TITLES = PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE
BODIES = PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT
# a chart in less room than this, in inches, cannot be read
LEAST_WIDE, LEAST_HIGH = 5.0, 3.0
_NO_LAYOUT = "har ikke noe oppsett med både tittel og ett felt for innhold på minst 13 × 8 cm. Legg til et slikt oppsett."
_OFFICE_BLUE = b"4F81BD"
_LEFT, _WIDE = 0.37, 12.6
# in inches: left, top, width, height
_FIRST_TITLE, _FIRST_BODY = (0.9, 1.9, 11.5, 2.2), (0.9, 4.2, 11.5, 1.6)
_TITLE, _BODY, _NUMBER = (_LEFT, 0.25, _WIDE, 1.05), (_LEFT, 1.35, _WIDE, 5.6), (12.0, 6.98, 0.87, 0.35)


class Layouts(NamedTuple):
    """A presentation without slides, the layout of its first slide and that of the others."""

    deck: Any
    first: Any
    content: Any


def placeholder(layout: Any, *kinds: PP_PLACEHOLDER) -> Any:
    """Return the first placeholder of a kind, None where there is none."""
    return next((one for one in layout.placeholders if one.placeholder_format.type in kinds), None)


def layouts(mal: Path | None) -> Layouts:
    """Return the layouts of a template, or the house's own; raise MakeRefused for a template that cannot be used."""
    if not mal:
        return _house()
    file = template_file(mal)
    try:
        deck = Presentation(file)
        every = [layout for master in deck.slide_masters for layout in master.slide_layouts]
        for number in reversed(range(len(deck.slides))):
            deck.part.drop_rel(deck.slides._sldIdLst[number].rId)
            del deck.slides._sldIdLst[number]
        content = next(filter(_has_room, every), None)
        first = next((one for one in every if placeholder(one, PP_PLACEHOLDER.SUBTITLE) and placeholder(one, *TITLES)), content)
    except Exception:
        # python-pptx and lxml raise many kinds for a file that is no presentation, or a broken one
        raise broken_template(mal) from None
    if content is None:
        raise broken_template(mal, _NO_LAYOUT)
    return Layouts(deck, first, content)


def _has_room(layout: Any) -> bool:
    bodies = [one for one in layout.placeholders if one.placeholder_format.type in BODIES]
    wide, high = (bodies[0].width or 0, bodies[0].height or 0) if bodies else (0, 0)
    return bool(placeholder(layout, *TITLES)) and len(bodies) == 1 and wide >= Inches(LEAST_WIDE) and high >= Inches(LEAST_HIGH)


def _house() -> Layouts:
    deck = Presentation()
    deck.slide_width, deck.slide_height = map(Inches, SIZES["lysbilde"])
    first, content, *others = deck.slide_layouts
    for layout in others:
        deck.slide_layouts.remove(layout)
    for rel in [rel for rel in deck.part.package._rels.values() if rel.reltype.endswith("/thumbnail")]:
        deck.part.package._rels.pop(rel.rId)
    # tables have the colours of the theme
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(_OFFICE_BLUE, str(rgb(DEEP)).lower().encode())
    first.background.fill.solid()
    first.background.fill.fore_color.rgb = rgb(DEEP)
    _set(first, PP_PLACEHOLDER.CENTER_TITLE, _FIRST_TITLE, 'sz="4000" b="1"', PAPER, 'anchor="b"')
    _set(first, PP_PLACEHOLDER.SUBTITLE, _FIRST_BODY, 'sz="2000"', PAPER, 'anchor="t"')
    for layout in (first, content, deck.slide_master):
        _set(layout, PP_PLACEHOLDER.SLIDE_NUMBER, _NUMBER, 'sz="1200"', PAPER if layout is first else MUTED, 'anchor="ctr"', "r")
        for kind in (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER):
            shape = placeholder(layout, kind)
            shape._element.getparent().remove(shape._element)
    for layout in (content, deck.slide_master):
        _set(layout, PP_PLACEHOLDER.TITLE, _TITLE, 'sz="2800" b="1"', INK, 'anchor="b"')
        _set(layout, placeholder(layout, *BODIES).placeholder_format.type, _BODY, 'sz="1400"', INK, 'anchor="t"')
    return Layouts(deck, first, content)


def _set(layout: Any, kind: Any, box: tuple[float, ...], size: str, colour: str, anchor: str, side: str = "l") -> None:
    """Give a placeholder its place and its letters, from which those of the slides follow."""
    shape = placeholder(layout, kind)
    shape.left, shape.top, shape.width, shape.height = map(Inches, box)
    text = shape._element.txBody
    body = f'<a:bodyPr {nsdecls("a")} wrap="square" {anchor}><a:normAutofit/></a:bodyPr>'
    letters = f'<a:defRPr {size}><a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill></a:defRPr>'
    level = f'<a:lvl1pPr marL="0" indent="0" algn="{side}"><a:buNone/>{letters}</a:lvl1pPr>'
    text.replace(text.find(qn("a:bodyPr")), parse_xml(body))
    text.replace(text.find(qn("a:lstStyle")), parse_xml(f"<a:lstStyle {nsdecls('a')}>{level}</a:lstStyle>"))
