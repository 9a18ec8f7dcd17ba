"""Frames in, drawings out, in one house style. Nothing here reads files, computes or saves."""

from planstrategi.charts.bars.capacity import draw_capacity
from planstrategi.charts.bars.expectations import draw_expectations
from planstrategi.charts.bars.goals import draw_goals
from planstrategi.charts.bars.load import draw_load
from planstrategi.charts.bars.plan_decisions import draw_plan_decisions
from planstrategi.charts.bars.side_by_side import draw_side_by_side
from planstrategi.charts.bars.status_bars import draw_answers, draw_coverage_kinds
from planstrategi.charts.bars.statutes import draw_statutes
from planstrategi.charts.bars.tornado import draw_tornado
from planstrategi.charts.calendars.due_calendar import draw_due_calendar
from planstrategi.charts.calendars.timeline import draw_timeline
from planstrategi.charts.grids.counts import draw_count_grid
from planstrategi.charts.grids.plan_matrix import draw_coverage_matrix
from planstrategi.charts.grids.requirement_years import draw_coverage_years
from planstrategi.charts.house.compact import one_line
from planstrategi.charts.house.frame import compose, to_pdf, to_png, to_svg
from planstrategi.charts.house.style import SIZES
from planstrategi.charts.wheel.plan_wheel import draw_plan_wheel
