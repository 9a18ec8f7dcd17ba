"""A number stays clear where a hatch is behind it, and what keeps it off covers nothing else."""

import pandas as pd
from drawn import boxes, drawn, every_size

from planstrategi.charts.house import style


@every_size
def test_a_number_on_a_hatch_has_a_box_of_the_same_ink_inside_the_segment(size):
    rows = [(year, f"Område {area}", (year + area) % 5 + 3) for year in (2031, 2032) for area in range(8)]
    frame = pd.DataFrame(rows, columns=["aar", "ansvarlig", "antall_planer"]).assign(antall_uten_dobbelt=1)
    ax = drawn("draw_capacity", frame, size)
    with style.house_style():
        ax.figure.draw_without_rendering()
    numbers = [text for text in ax.texts if text.get_gid() == "number"]
    for segment, number in zip(boxes(ax), numbers, strict=True):
        box, room = number.get_bbox_patch(), segment.get_window_extent()
        assert bool(box) == bool(segment.get_hatch())
        if box:
            low, high = box.get_window_extent().get_points()
            assert box.get_facecolor() == segment.get_facecolor()
            assert (low > room.min).all() and (high < room.max).all()
