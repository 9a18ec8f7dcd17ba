"""The house's settings: drawings are the same bytes on any machine."""

import matplotlib
from matplotlib.font_manager import FontProperties, fontManager

from planstrategi.charts.house import style


def test_the_font_of_matplotlib_goes_before_one_of_the_same_name_that_the_machine_has():
    for weight in ("normal", "bold"):
        found = fontManager.findfont(FontProperties(family=style.RC["font.family"], weight=weight))
        assert found.startswith(matplotlib.get_data_path())
