"""What became of plans, as lying bars: every fate has a look of its own, in the order from done to not known."""

from itertools import combinations

import pandas as pd
from drawn import alike_neighbours

from planstrategi.analysis.revision.fulfilment import FATES
from planstrategi.charts import compose, draw_fates
from planstrategi.charts.house.style import FATE_LOOKS, luminance

ROWS = [{"gruppe": "Lovet arbeid", "rad": "Ny plan", "status": fate, "antall": 2} for fate in FATES]


def test_every_fate_has_a_look_and_two_are_told_apart_without_colour():
    assert tuple(FATE_LOOKS) == FATES
    for one, other in combinations(FATE_LOOKS.values(), 2):
        assert one.hatch != other.hatch or abs(luminance(one.fill) - luminance(other.fill)) > 0.3


def test_a_bar_has_a_segment_for_each_fate_under_the_heading_of_its_group():
    drawing = compose(draw_fates, pd.DataFrame(ROWS), headline="Funn", unit="Planer", source="Kilde", size="a4")
    ax = drawing.axes[0]
    assert [patch.get_gid() for patch in ax.patches] == list(FATES)
    assert [text.get_text() for text in ax.get_yticklabels()] == ["Lovet arbeid", "Ny plan"]
    assert [text.get_text() for text in ax.texts if text.get_gid() == "total"] == ["12"]
    assert alike_neighbours(drawing) == []
