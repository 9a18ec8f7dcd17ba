"""The house's settings: drawings are the same bytes on any machine."""

from itertools import product

import matplotlib
from matplotlib.font_manager import FontProperties, fontManager

from planstrategi.charts.house import style


def test_the_font_of_matplotlib_goes_before_one_of_the_same_name_that_the_machine_has():
    for slant, weight in product(("normal", "oblique"), ("normal", "bold")):
        found = fontManager.findfont(FontProperties(family=style.RC["font.family"], style=slant, weight=weight))
        assert found.startswith(matplotlib.get_data_path())
