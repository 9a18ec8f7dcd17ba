"""A register → slides: what planstrategi it is, the summary, and a finding with its chart on each of the others."""

import re
from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Inches, Pt

from planstrategi import charts
from planstrategi.charts.house.style import MUTED, PAPER, WIDEST_PAPER, house_style, own_colours
from planstrategi.charts.house.text import LEADING, shorten, wrap
from planstrategi.model.register import Register
from planstrategi.outputs import logo_words
from planstrategi.outputs.slides.layouts import BODIES, TITLES, layouts, placeholder
from planstrategi.outputs.slides.native import NATIVE, add_chart
from planstrategi.outputs.slides.words import Line, height, rgb, write_lines
from planstrategi.outputs.timeless import timeless
from planstrategi.presentation.figures import NUMBERS_IN, FigureContent, content
from planstrategi.presentation.source_line import as_of
from planstrategi.presentation.tables import TABLES, table

MOST_CHARTS = 8
# what is shown when nothing is chosen: the first that have something to show, the last only where others have nothing
USUAL = (
    "planbehov", "kapasitet", "belastning", "scenarier", "utjevning", "lovdekning-aar", "frister", "forventninger",
    "satsingsomraader", "tidslinje", "planhjul", "statutter", "kapasitet-rolle", "tornado",
)  # fmt: skip
MOST_SENTENCES = 4
_TEXT, _UNIT, _SMALL, _LEAST_TITLE, _NUMBER = 14.0, 12.0, 12.0, 16.0, Inches(0.7)
# between text and the edge of its place, in points; the first of the summary's columns, as a share
CELL_AIR, FIRST_COLUMN = 7.2, 0.16
SPACING = Pt(4)
_LOGO_AT, _LOGO_HIGH = (Inches(1), Inches(0.6)), Inches(0.9)
SENTENCES, MORE = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ0-9«])"), "Mer i notatene."
MADE_BY = "Laget av registeret med «planstrategi lag lysbilder». Det som endres i et diagram, endres ikke i registeret."
RESTS_ON = "Setningene hviler også på vurderinger og antakelser; se notatene."
FIELD = f"""<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">
<a:rPr lang="nb-NO" sz="1200"/><a:t>‹#›</a:t></a:fld>"""
Box = tuple[int, int, int, int]


def as_slides(register: Register, mal: Path | None = None, figurer: str | Sequence[str] = ()) -> bytes:
    """Return the bytes of a .pptx of a register, made with a template where there is one.

    `figurer` are names of figures, or those with commas between. Raises UnknownName, and MakeRefused for the template.
    """
    chosen = [name.strip() for name in (figurer.split(",") if isinstance(figurer, str) else figurer) if name.strip()]
    shown: dict[str, FigureContent] = {}
    left_out: list[str] = []
    for name in dict.fromkeys(chosen or USUAL):
        if chosen or len(shown) < MOST_CHARTS:
            one = content(name, register)
            if one.nothing:
                left_out.append(one.nothing)
            else:
                shown[name] = one
    # a sign that the letters lack is measured without a word of it
    with house_style(own_colours(register.profil)):
        made = layouts(mal)
        first = made.deck.slides.add_slide(made.first)
        _first(first, register)
        if register.profil and register.profil.bilde and not mal:
            _logo(first, register.profil.bilde, logo_words(register.kommune.navn))
        _summary(made.deck.slides.add_slide(made.content), register, left_out)
        for name, one in shown.items():
            _finding(made.deck.slides.add_slide(made.content), name, one, register)
    core = made.deck.core_properties
    core.title, core.author, core.last_modified_by = register.dokument.tittel, register.kommune.navn, ""
    core.language = "nb-NO"
    file = BytesIO()
    made.deck.save(file)
    return timeless(file, register.per_dato)


def _first(slide: Any, register: Register) -> None:
    _title(slide, register.dokument.tittel, 40)
    period = f"{register.kommune.navn} {register.periode}"
    said = f"{as_of(register)}. Kilde, og om det er fakta, vurderinger eller antakelser, står nederst på hvert lysbilde."
    write_lines(placeholder(slide, PP_PLACEHOLDER.SUBTITLE, *BODIES).text_frame, Line(period, 20, bold=True), Line(said, 16))
    _number(slide)
    write_lines(slide.notes_slide.notes_text_frame, Line(f"Kilde: {register.dokument.tittel}. {as_of(register)}."), Line(MADE_BY))


def _logo(slide: Any, picture: bytes, words: str) -> None:
    """Place the logo on white at the top of the first slide, which is dark."""
    shape = slide.shapes.add_picture(BytesIO(picture), *_LOGO_AT, height=_LOGO_HIGH)
    shape.line.color.rgb, shape.line.width = rgb(PAPER), Pt(12)
    shape._element.spPr.insert(2, parse_xml(f'<a:solidFill {nsdecls("a")}><a:srgbClr val="{rgb(PAPER)}"/></a:solidFill>'))
    _name(shape, "Logo", words)


def _summary(slide: Any, register: Register, left_out: Sequence[str]) -> None:
    frame = table("sammendrag", register)
    _title(slide, frame.attrs["tittel"], 28)
    left, top, wide, high = _room(slide, f"{frame.attrs['kilde']} {RESTS_ON}", register)
    top, high = top + Pt(CELL_AIR), high - Pt(CELL_AIR)
    points = [(str(tema), list(rows["setning"])[:MOST_SENTENCES]) for tema, rows in frame.groupby("tema", sort=False)]
    body = placeholder(slide, *BODIES)
    body._element.getparent().remove(body._element)
    shape = slide.shapes.add_table(len(points), 2, left, top, wide, high)
    _name(shape, "Sammendrag", frame.attrs["tittel"])
    grid, first = shape.table, int(wide * FIRST_COLUMN)
    grid.columns[0].width, grid.columns[1].width = first, wide - first
    grid.first_row, grid.first_col, grid.horz_banding = False, True, True
    size = _row_letters([said for _, said in points], Emu(wide - first).pt - 2 * CELL_AIR, Emu(high).pt)
    for row, (tema, said) in zip(grid.rows, points, strict=True):
        row.height = Pt(_row_high(said, Emu(wide - first).pt - 2 * CELL_AIR, size))
        write_lines(row.cells[0].text_frame, Line(tema, size, bold=True))
        write_lines(row.cells[1].text_frame, *(Line(one, size) for one in said))
    notes = [f"{row['setning']} {row['under']} [{row['slag']}; tabellen «{row['tabell']}»]" for row in frame.to_dict("records")]
    write_lines(slide.notes_slide.notes_text_frame, *map(Line, [*notes, *left_out]))


def _row_letters(rows: Sequence[Sequence[str]], wide: float, high: float) -> float:
    size = 18.0
    while size > _SMALL and sum(_row_high(said, wide, size) for said in rows) > high:
        size -= 0.5
    return size


def _row_high(said: Sequence[str], wide: float, size: float) -> float:
    return sum(height(one, wide, size) for one in said) + CELL_AIR


def _finding(slide: Any, name: str, one: FigureContent, register: Register) -> None:
    _title(slide, one.headline, 28)
    left, top, wide, high = _room(slide, one.kilde, register)
    letters = Emu(wide).pt - 2 * CELL_AIR
    under, body = _within(one.headline.under, letters), placeholder(slide, *BODIES)
    bars = NATIVE[one.draw](one.frame, register) if one.draw in NATIVE else None
    lines = [*([Line(under, _TEXT)] if under else []), Line(one.enhet + (bars.said if bars else ""), _UNIT, MUTED)]
    above = Pt(sum(height(line.text, letters, line.size or _TEXT) for line in lines) + CELL_AIR)
    body.left, body.top, body.width, body.height = left, top, wide, above
    write_lines(body.text_frame, *lines)
    box = left, top + above + SPACING, wide, high - above - SPACING
    if bars:
        shape = add_chart(slide, bars, box, register.per_dato)
    else:
        # drawn as wide as a slide, so that its letters have the sizes of one
        inches = max(Emu(wide).inches, WIDEST_PAPER + 0.1)
        drawn = charts.alone(one.draw, one.frame, inches, inches * box[3] / wide)
        shape = slide.shapes.add_picture(BytesIO(charts.to_file(".png", drawn, one.alt)), *box)
    _name(shape, "Diagram", one.alt)
    numbers = NUMBERS_IN[name]
    said = f"Tallene står i tabellen «{numbers}» ({TABLES[numbers].tittel}): planstrategi tabell {numbers}."
    method = f"{one.tittel}. {one.beskrivelse} {one.enhet}."
    # the legend has no room for a long name
    series = f"I diagrammet: {'; '.join(bars.looks)}." if bars else ""
    notes = one.headline, one.headline.under, method, series, one.kilde, said
    write_lines(slide.notes_slide.notes_text_frame, *map(Line, filter(None, notes)))


def _title(slide: Any, text: str, largest: float) -> None:
    """Write a title on at most two lines, in the largest letters that have room; what has none is cut."""
    shape, text, size = placeholder(slide, *TITLES), " ".join(text.split()), largest
    wide = Emu(shape.width).pt - 2 * CELL_AIR
    while size > _LEAST_TITLE and len(wrap(text, wide, size)) > 2:
        size -= 1
    first, *rest = wrap(text, wide, size)
    said = text if len(rest) < 2 else f"{first} {shorten(' '.join(rest), wide, size)}"
    write_lines(shape.text_frame, Line(said, size))


def _within(text: str, wide: float) -> str:
    """Return as many of the sentences as two lines have room for; that there are more stands in their place."""
    sentences = SENTENCES.split(text)
    for kept in range(len(sentences), 0, -1):
        said = " ".join([*sentences[:kept], *([MORE] if kept < len(sentences) else [])])
        if height(said, wide, _TEXT) <= 2 * _TEXT * LEADING:
            return said
    return MORE if text else ""


def _room(slide: Any, source: str, register: Register) -> Box:
    """Write the source at the bottom of the body's place, with the number of the slide; return the place that is left."""
    body = placeholder(slide, *BODIES)
    left, top, wide, high = body.left, body.top, body.width, body.height
    said = source if as_of(register) in source else f"{source} {as_of(register)}."
    taken = Pt(height(said, Emu(wide - _NUMBER).pt - 2 * CELL_AIR, _SMALL) + 2)
    box = slide.shapes.add_textbox(left, top + high - taken, wide - _NUMBER, taken)
    box.name, frame = "Kilde", box.text_frame
    frame.word_wrap, frame.margin_top, frame.margin_bottom = True, 0, 0
    write_lines(frame, Line(said, _SMALL, MUTED))
    _number(slide, (left + wide - _NUMBER, top + high - taken, _NUMBER, taken))
    return left, top, wide, high - taken - Pt(CELL_AIR)


def _number(slide: Any, box: Box | None = None) -> None:
    """Number a slide where its layout does, else in a box."""
    given = placeholder(slide.slide_layout, PP_PLACEHOLDER.SLIDE_NUMBER)
    if given is not None:
        element = deepcopy(given._element)
        element.nvSpPr.cNvPr.set("id", str(slide.shapes._next_shape_id))
        slide.shapes._spTree.append(element)
    elif box:
        shape = slide.shapes.add_textbox(*box)
        shape.name = "Lysbildenummer"
        shape.text_frame.paragraphs[0]._p.insert(0, parse_xml(FIELD))


def _name(shape: Any, name: str, alt: str) -> None:
    shape.name = name
    shape._element._nvXxPr.cNvPr.set("descr", alt)
