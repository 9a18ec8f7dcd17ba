"""What stands first in a worksheet, how much the first sheet holds, and that it can be read on paper."""

import openpyxl
import pytest
from registers import OSTRE_TOTEN, WITH_PLANS

import planstrategi as ps
from planstrategi.worksheet.exchange import sheet as worksheet
from planstrategi.worksheet.forms import FORMS, guide, pairs_to_judge
from planstrategi.worksheet.layout import FIRST_SHEET, MOST_ON_FIRST_SHEET, SECOND_SHEET

PLANS = """\
satsingsomraader:
  - {id: lok-1, navn: Oppvekst, kilde: {avsnitt: Lokalt}}
  - {id: lok-2, navn: Klima, kilde: {avsnitt: Lokalt}}
planer:
  - {id: a, navn: Plan A, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord}
  - {id: b, navn: Plan B, plantype: temaplan, kilde: {tabell: temaplan, rad: 2}, ansvarlig: nord}
  - {id: c, navn: Plan C, plantype: temaplan, kilde: {tabell: temaplan, rad: 3}, ansvarlig: nord}
"""
JUDGED = """\
per_dato: 2024-07-01
sett:
  - id: forste
    hvem: Leder
    naar: 2024-07-01
    grunnlag: Planstrategien
    forelopig: ja
    vurderinger:
      - {plan: a, forventning: lok-2, grad: svak, grunnlag: navn, grunn: Navnet.}
      - {plan: a, forventning: lok-1, grad: delvis, grunnlag: kommentar, grunn: Raden.}
      - {plan: b, forventning: lok-2, grad: svak, grunnlag: navn, grunn: Navnet her.}
"""


def saved(tmp_path, register, hva):
    data, _ = worksheet(register, hva, everything=False)
    (tmp_path / "ark.xlsx").write_bytes(data)
    return openpyxl.load_workbook(tmp_path / "ark.xlsx")


@pytest.mark.parametrize(("room", "first"), [(1, [("c", "lok-2")]), (2, [("c", "lok-1"), ("c", "lok-2")])])
def test_pairs_that_nobody_has_judged_of_what_nothing_answers_well_go_first(small, monkeypatch, room, first):
    register = small(PLANS, JUDGED)
    monkeypatch.setattr("planstrategi.worksheet.forms.MOST_ON_FIRST_SHEET", room)
    frame = pairs_to_judge(register, False)
    # lok-2 has only weak answers, lok-1 a better one; plan c has two pairs open, plan b one
    pairs = list(frame[["plan_id", "forventning_id"]].itertuples(index=False, name=None))
    assert pairs[:room] == first
    # the others by plan
    assert pairs[room:] == sorted(pairs[room:]) and len(set(pairs)) == 6


@pytest.mark.parametrize("hva", FORMS)
@pytest.mark.parametrize("folder", [OSTRE_TOTEN, WITH_PLANS["lier"]], ids=["ostre-toten", "lier"])
def test_the_first_sheet_has_few_rows_the_second_the_rest_and_each_is_numbered_on(tmp_path, hva, folder):
    register = ps.load(folder)
    book = saved(tmp_path, register, hva)
    numbers = [[row[0] for row in book[name].iter_rows(min_row=2, values_only=True)] for name in (FIRST_SHEET, SECOND_SHEET)
               if name in book.sheetnames]  # fmt: skip
    count = len(FORMS[hva].rows(register, False))
    assert len(numbers[0]) == min(count, MOST_ON_FIRST_SHEET) and (SECOND_SHEET in book.sheetnames) == (count > 60)
    assert [number for part in numbers for number in part] == list(range(1, count + 1))


@pytest.mark.parametrize("hva", FORMS)
def test_a_sheet_is_printed_on_a4_one_page_wide_with_its_headings_and_without_its_ids(tmp_path, hva):
    book = saved(tmp_path, ps.load(OSTRE_TOTEN), hva)
    for sheet in (one for one in book if one.sheet_state == "visible"):
        setup = sheet.page_setup
        assert (setup.orientation, int(setup.paperSize), setup.fitToHeight) == ("landscape", 9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    sheet = book[FIRST_SHEET]
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$1", "C2")
    assert sheet.print_area == f"'{FIRST_SHEET}'!$A$1:$J${sheet.max_row}"


@pytest.mark.parametrize("hva", FORMS)
def test_a_row_is_as_high_as_its_longest_text_and_has_room_for_a_hand(tmp_path, hva):
    sheet = saved(tmp_path, ps.load(OSTRE_TOTEN), hva)[FIRST_SHEET]
    widths = [column.wide for column in FORMS[hva].columns.values() if not column.is_id]
    for row in sheet.iter_rows(min_row=2):
        # 15 points a line, and no line holds more letters than the column is wide
        lines = max(len(str(cell.value or "")) / wide for cell, wide in zip(row, widths, strict=False))
        assert sheet.row_dimensions[row[0].row].height >= max(60, 15 * int(lines))
        assert all(cell.alignment.wrap_text for cell in row)


@pytest.mark.parametrize("hva", FORMS)
def test_a_line_of_the_guide_fits_on_the_page(hva):
    written = [line for line in guide(ps.load(OSTRE_TOTEN), hva) if "register.yaml" not in line]
    assert [line for line in written if len(line) > 114] == []
