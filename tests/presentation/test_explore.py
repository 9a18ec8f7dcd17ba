"""The form in the notebook on capacity: what it offers, and what it shows when a choice is changed."""

import pytest

import planstrategi as ps
from planstrategi.presentation.explore import IN_JUPYTER, NO_BROWSER, explore, tried

PLANS = """
planer:
  - {id: a, navn: A, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord, planbehov: ny, aar: [2024]}
  - {id: b, navn: Beredskapsplan, kortnavn: Beredskap, plantype: temaplan, kilde: {tabell: temaplan, rad: 2},
     ansvarlig: sor, planbehov: ny, aar: [2025, 2026]}
  - {id: c, navn: C, plantype: temaplan, kilde: {tabell: temaplan, rad: 3}, ansvarlig: nord, planbehov: avklares}
"""


@pytest.fixture
def register(small):
    return small(PLANS)


@pytest.fixture
def displayed(monkeypatch):
    """What IPython is asked to display, newest last."""
    tables = []
    monkeypatch.setattr("IPython.display.display", tables.append)
    return tables


@pytest.fixture
def in_jupyter(monkeypatch):
    monkeypatch.setenv(IN_JUPYTER, "02_kapasitet.ipynb")


def test_where_no_jupyterlab_shows_the_notebook_the_form_is_words(register, monkeypatch):
    monkeypatch.delenv(IN_JUPYTER, raising=False)
    assert repr(explore(register)) == NO_BROWSER


def test_plans_with_a_year_of_work_can_be_chosen_by_their_short_names_and_every_year_of_the_period(register, in_jupyter):
    plan, years, _ = explore(register).children
    assert plan.options == (("A", "a"), ("Beredskap", "b"))
    assert tuple(years.options) == (2024, 2025, 2026)
    assert (plan.value, years.value) == ("a", (2024, 2026))


def test_each_choice_shows_what_it_does(register, in_jupyter, displayed, capsys):
    plan, years, _ = explore(register).children
    choices = [("a", (2024, 2026)), ("b", (2024, 2026)), ("b", (2024, 2025))]
    for plan.value, years.value in choices:
        frame, said = tried(register, plan.value, *years.value)
        assert displayed[-1]._repr_html_() == ps.show(frame)._repr_html_()
        assert capsys.readouterr().out.endswith(f"{said}\n")
    assert "Beredskapsplan: 2024–2025" in displayed[-1]._repr_html_()
    assert len(displayed) == len(choices)
