"""Frames → charts that PowerPoint draws and an advisor can edit, with the looks of the house."""

from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt
from xlsxwriter import Workbook

from planstrategi import charts
from planstrategi.analysis.shared.sentences import counted
from planstrategi.charts.bars.rows import COUNTS, stacked_by_status, statutes_by_ground
from planstrategi.charts.bars.stacked import thickest
from planstrategi.charts.house import style
from planstrategi.charts.house.text import shorten
from planstrategi.model.numbers import as_estimate, range_in_words
from planstrategi.model.register import Register
from planstrategi.outputs.slides.words import rgb
from planstrategi.presentation.tables import table

LYING, STANDING, BESIDE = XL_CHART_TYPE.BAR_STACKED, XL_CHART_TYPE.COLUMN_STACKED, XL_CHART_TYPE.COLUMN_CLUSTERED
# a gap is in hundredths of a bar, and PowerPoint has no wider
LABEL_LETTERS, BESIDE_NAME, GAP, WIDEST_GAP = Pt(12), 60.0, 60, 500
# an estimate has decimals below ten
ESTIMATE, ONE_DECIMAL = "[>=9.95]0;[>={least}]0.0;", "0.0"
# what is a smaller share of the longest bar has no room for its number in the stack
LEAST_SHARE = {LYING: 0.01, STANDING: 0.06}
# the hatches of the drawings, a sign repeated being the same only denser
PATTERNS = {
    "/": MSO_PATTERN.UPWARD_DIAGONAL, "\\": MSO_PATTERN.DOWNWARD_DIAGONAL, ".": MSO_PATTERN.DOTTED_DIAMOND,
    "x": MSO_PATTERN.DIAGONAL_CROSS, "-": MSO_PATTERN.HORIZONTAL, "+": MSO_PATTERN.DOTTED_GRID, "|": MSO_PATTERN.VERTICAL,
    "o": MSO_PATTERN.DIVOT, "O": MSO_PATTERN.LARGE_CONFETTI, "*": MSO_PATTERN.SHINGLE, "//..": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    "--..": MSO_PATTERN.DASHED_HORIZONTAL, "||..": MSO_PATTERN.DASHED_VERTICAL, "\\\\..": MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL,
}  # fmt: skip


class NativeBars(NamedTuple):
    """What a chart of bars shows: a row per bar and a column per series, with the look of each series.

    `form` is how a number is written, and `said` what is added to the unit.
    """

    kind: Any
    counts: pd.DataFrame
    looks: style.Looks
    form: str = "0"
    said: str = ""


def _capacity(frame: pd.DataFrame, register: Register) -> NativeBars:
    (counts, looks), names = style.stacked_by_area(frame, "aar", "antall_planer"), {}
    for row in table("kapasitet-aar", register).to_dict("records"):
        differs = row["antall_planer"] != row["antall_uten_dobbelt"]
        names[row["aar"]] = f"{row['aar']}: {counted(row['antall_planer'])}"
        names[row["aar"]] += f", {row['antall_uten_dobbelt']} uten dobbelttelling" if differs else ""
    return NativeBars(STANDING, counts.rename(index=names), looks)


RANGES = "; under hvert år summen, og i parentes 8 av 10 utfall"


def _load(frame: pd.DataFrame, _: Register) -> NativeBars:
    (counts, looks), names = style.stacked_by_area(frame, "aar", "maanedsverk_p50"), {}
    for aar in map(int, counts.index):
        sums, capacity, unknown = (frame.attrs[name].get(aar) for name in ("sum", "kapasitet", "uten_innsats"))
        # what is not known is not nothing
        parts = [f"{aar}: {range_in_words(*sums)}" if sums else str(aar)]
        parts += [f"kapasitet {as_estimate(capacity)}"] if capacity is not None else []
        names[aar] = ", ".join([*parts, *([f"{unknown} uten kjent innsats"] if unknown else [])])
    return NativeBars(STANDING, counts.rename(index=names), looks, ESTIMATE, RANGES)


def _options(frame: pd.DataFrame, _: Register) -> NativeBars:
    rows, said = style.distinct(frame["rad"]), frame.attrs.get("under", {})
    names = {row: f"{row} – {said[row]}" if row in said else row for row in rows}
    looks = {names[row]: style.OPTION_LOOKS[number % len(style.OPTION_LOOKS)] for number, row in enumerate(rows)}
    counts = frame.pivot(index="aar", columns="rad", values="antall_planer")[rows].rename(columns=names)
    return NativeBars(BESIDE, counts, looks, ONE_DECIMAL if pd.api.types.is_float_dtype(frame["antall_planer"]) else "0")


def _expectations(frame: pd.DataFrame, _: Register) -> NativeBars:
    names = frame["tekst"].where(frame[[*COUNTS]].any(axis=1), frame["tekst"] + " (" + frame["status"] + ")")
    return NativeBars(LYING, frame[[*COUNTS]].rename(columns=COUNTS).set_index(names), style.GRADE_LOOKS)


def _by_status(all_looks: style.Looks) -> Callable[[pd.DataFrame, Register], NativeBars]:
    def bars(frame: pd.DataFrame, _: Register) -> NativeBars:
        counts, looks = stacked_by_status(frame, all_looks)
        parts: list[pd.DataFrame] = []
        for name, rows in counts.astype(float).groupby(level="gruppe", sort=False):
            # a bar of nothing has the name of the group
            parts += [pd.DataFrame(index=[f"{name}:"], columns=list(looks), dtype=float), rows.droplevel("gruppe")]
        return NativeBars(LYING, pd.concat(parts[1:] if len(parts) == 2 else parts), looks)

    return bars


# what PowerPoint has a kind of chart for; the others are pictures
NATIVE: Mapping[Callable[..., None], Callable[[pd.DataFrame, Register], NativeBars]] = {
    charts.draw_capacity: _capacity, charts.draw_load: _load, charts.draw_side_by_side: _options,
    charts.draw_plan_decisions: lambda frame, _: NativeBars(LYING, *style.stacked_by_area(frame, "planbehov", "antall_planer")),
    charts.draw_statutes: lambda frame, _: NativeBars(LYING, *statutes_by_ground(frame)), charts.draw_expectations: _expectations,
    charts.draw_answers: _by_status(style.ANSWER_LOOKS), charts.draw_coverage_kinds: _by_status(style.STATUS_LOOKS),
}  # fmt: skip


class EditableData(CategoryChartData):
    """The numbers of a chart, and the sheet they are edited in, where a name is text whatever it begins with."""

    day = ""

    @property
    def xlsx_blob(self) -> bytes:
        """Return the sheet, made on `day`, laid out as python-pptx refers to it."""
        file = BytesIO()
        with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
            book.set_properties({"created": datetime.fromisoformat(self.day)})
            sheet, text = book.add_worksheet("Sheet1"), book.add_format({"quote_prefix": True})
            sheet.write_row(0, 1, [one.name for one in self], text)
            sheet.write_column(1, 0, [one.label for one in self.categories], text)
            for column, one in enumerate(self, 1):
                sheet.write_column(1, column, one.values)
        return file.getvalue()


def add_chart(slide: Any, bars: NativeBars, box: tuple[Any, ...], day: str) -> Any:
    """Add a chart to a slide, in a box of left, top, width and height; return its shape. Its numbers are dated `day`."""
    data, room, rows = EditableData(), Emu(box[2]).pt, bars.counts.astype(object).where(bars.counts.notna(), None)
    # what takes more than its line lies over the others, and what takes the whole width leaves none for the bars
    rows.columns = pd.Index([shorten(str(name), room - BESIDE_NAME, LABEL_LETTERS.pt) for name in rows])
    data.day, data.categories = day, [shorten(str(name), room / 2, LABEL_LETTERS.pt) for name in rows.index]
    for place, name in enumerate(rows):
        data.add_series(name, rows.iloc[:, place])
    shape = slide.shapes.add_chart(bars.kind, *box, data)
    # in PowerPoint the reader's own settings write the numbers, elsewhere what the chart says
    shape.chart._chartSpace.insert(1, parse_xml(f'<c:lang {nsdecls("c")} val="nb-NO"/>'))
    _style(shape.chart, bars, Emu(box[3]).pt)
    return shape


def _style(chart: Any, bars: NativeBars, high: float) -> None:
    chart.has_title, chart.has_legend = False, len(bars.looks) > 1 or bars.kind is BESIDE
    chart.font.size, chart.font.color.rgb = LABEL_LETTERS, rgb(style.INK)
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    rows, years = chart.value_axis, chart.category_axis
    rows.visible, rows.has_major_gridlines, rows.minimum_scale = False, False, 0
    years.has_major_gridlines, years.major_tick_mark = False, XL_TICK_MARK.NONE
    years.tick_label_position, years.reverse_order = XL_TICK_LABEL_POSITION.LOW, bars.kind is LYING
    years.format.line.color.rgb = rgb(style.OUTLINE)
    # each bar has its name, however many there are
    years._element.find(qn("c:noMultiLvlLbl")).addprevious(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))
    # as thick as the drawings have them
    between = 100 / thickest("lying", high / len(bars.counts)) - 100 if bars.kind is LYING else GAP
    chart.plots[0].gap_width = min(round(between), WIDEST_GAP)
    for series, look in zip(chart.plots[0].series, bars.looks.values(), strict=True):
        _fill(series.format, look.fill, look.hatch)
        labels = series.data_labels
        labels.show_value, labels.number_format, labels.number_format_is_linked = True, _form(bars), False
        beside = bars.kind is BESIDE
        labels.font.size, labels.font.color.rgb = LABEL_LETTERS, rgb(style.INK if beside else style.ink_on(look.fill))
        if look.hatch and not beside:
            # lines through a number would hide it
            box = f'<c:spPr {nsdecls("c", "a")}><a:solidFill><a:srgbClr val="{rgb(look.fill)}"/></a:solidFill></c:spPr>'
            labels._element.numFmt.addnext(parse_xml(box))


def _form(bars: NativeBars) -> str:
    if bars.kind is BESIDE:
        return bars.form
    least = max(LEAST_SHARE[bars.kind] * bars.counts.sum(axis=1).max(), 0.05)
    return bars.form.format(least=f"{least:.2f}") if "{" in bars.form else f"[>={least:.2f}]{bars.form};;"


def _fill(form: Any, fill: str, hatch: str) -> None:
    if hatch:
        form.fill.patterned()
        form.fill.pattern = PATTERNS[hatch] if hatch in PATTERNS else PATTERNS[hatch[0]]
        # PowerPoint's lines are thick and close: halfway to the fill they are calm, and still tell it apart in grey
        both = zip(rgb(fill), rgb(style.ink_on(fill)), strict=True)
        form.fill.fore_color.rgb, form.fill.back_color.rgb = RGBColor(*(sum(pair) // 2 for pair in both)), rgb(fill)
    else:
        form.fill.solid()
        form.fill.fore_color.rgb = rgb(fill)
    form.line.color.rgb, form.line.width = rgb(style.OUTLINE), Pt(0.75)
