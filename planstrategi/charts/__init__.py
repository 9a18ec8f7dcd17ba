"""Frames in, drawings out: one chart per module, one house style. Nothing here reads, computes or saves."""

from planstrategi.charts.capacity import draw_capacity
from planstrategi.charts.coverage_matrix import draw_coverage_matrix
from planstrategi.charts.expectations import draw_expectations
from planstrategi.charts.frame import compose, to_pdf, to_png, to_svg
from planstrategi.charts.plan_decisions import draw_plan_decisions
from planstrategi.charts.role_load import draw_role_load
from planstrategi.charts.statutes import draw_statutes
from planstrategi.charts.style import SIZES
from planstrategi.charts.timeline import draw_timeline

__all__ = [
    "SIZES",
    "compose",
    "draw_capacity",
    "draw_coverage_matrix",
    "draw_expectations",
    "draw_plan_decisions",
    "draw_role_load",
    "draw_statutes",
    "draw_timeline",
    "to_pdf",
    "to_png",
    "to_svg",
]
