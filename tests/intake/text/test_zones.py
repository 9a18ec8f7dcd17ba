"""Where in a text tables stand whose columns are lost: how much is looked at."""

import pytest

from planstrategi.intake.text import zones as of_text
from planstrategi.intake.text.lines import clean_lines
from planstrategi.intake.text.zones import zones


@pytest.mark.parametrize("rows", ["2024 2025 2026\n", "2024 2025 2026\n\n", "Temaplan\nFagplan\nKommuneplan\n"])
def test_lines_that_all_look_as_headings_are_each_looked_at_a_few_times(monkeypatch, rows):
    looked = list[str]()
    ends = of_text.ends_tables
    monkeypatch.setattr(of_text, "ends_tables", lambda text: looked.append(text) or ends(text))
    lines = clean_lines(rows * 120)
    assert zones(lines, 0) == []
    assert len(looked) < 3 * len(lines)
