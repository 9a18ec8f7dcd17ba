"""Frames in, drawings out, in one house style. Nothing here reads files, computes or saves."""

from planstrategi.charts.bars.goals import draw_goals
from planstrategi.charts.bars.own import draw_own_lines, draw_own_lying, draw_own_standing, own_number
from planstrategi.charts.bars.rows import (
    draw_answers,
    draw_coverage_kinds,
    draw_expectations,
    draw_fates,
    draw_plan_decisions,
    draw_statutes,
)
from planstrategi.charts.bars.side_by_side import draw_side_by_side
from planstrategi.charts.bars.tornado import draw_tornado
from planstrategi.charts.bars.years import draw_capacity, draw_load
from planstrategi.charts.calendars.due_calendar import draw_due_calendar
from planstrategi.charts.calendars.timeline import draw_timeline
from planstrategi.charts.grids.counts import draw_count_grid
from planstrategi.charts.grids.plan_matrix import draw_coverage_matrix
from planstrategi.charts.grids.requirement_years import draw_coverage_years
from planstrategi.charts.house.compact import one_line
from planstrategi.charts.house.frame import FILE_KINDS, alone, compose, to_file
from planstrategi.charts.house.style import IN_A_TEXT, SIZES, STANDING_ON_A4, house_style, own_colours
from planstrategi.charts.wheel.plan_wheel import draw_plan_wheel
