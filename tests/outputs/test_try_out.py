"""The form in the notebook on capacity: where it starts, what it takes for a change, and what it shows and keeps of one."""

import pytest

import planstrategi as ps
from planstrategi.model.scenarios import Dropp, Flytt, Vakanse
from planstrategi.outputs.scenario_file import as_lines
from planstrategi.outputs.try_out import IN_JUPYTER, NO_BROWSER, NOT_CHANGED, as_scenario, ends_of, explore, tried

PLANS = """
planer:
  - {id: a, navn: A, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord, planbehov: ny, aar: [2024]}
  - {id: b, navn: Beredskapsplan, kortnavn: Beredskap, plantype: temaplan, kilde: {tabell: temaplan, rad: 2},
     ansvarlig: sor, planbehov: ny, aar: [2024, 2026], roller: [raadgiver]}
  - {id: c, navn: C, plantype: temaplan, kilde: {tabell: temaplan, rad: 3}, ansvarlig: nord, planbehov: avklares,
     roller: [leder-nord, leder-sor]}
"""
NO_ROLE = (None, 2024, 6)


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
def form(register, monkeypatch, displayed):
    """The controls of the form by name, its button and its message."""
    monkeypatch.setenv(IN_JUPYTER, "02_kapasitet.ipynb")
    plan, aar, rolle, fra, maaneder, _, button, message = explore(register).children
    return {"plan": plan, "aar": aar, "rolle": rolle, "fra": fra, "maaneder": maaneder, "button": button, "message": message}


# What is a change.


def test_the_years_a_plan_has_are_no_change_also_where_they_do_not_follow_on_each_other(register):
    assert [ends_of(register, name) for name in "abc"] == [(2024, 2024), (2024, 2026), (None, None)]
    assert [as_scenario(register, name, ends_of(register, name), *NO_ROLE) for name in "abc"] == [None, None, None]


@pytest.mark.parametrize(
    ("plan", "aar", "changes", "name"),
    [
        ("a", (2025, 2026), ((Flytt(plan="a", aar=(2025, 2026)),), (), ()), "A i 2025–2026"),
        ("b", (2026, 2028), ((Flytt(plan="b", aar=(2026, 2027, 2028)),), (), ()), "Beredskap i 2026–2028"),
        ("c", (2029, 2029), ((Flytt(plan="c", aar=(2029,)),), (), ()), "C i 2029"),
        ("c", (None, 2025), ((Flytt(plan="c", aar=(2024, 2025)),), (), ()), "C i 2024–2025"),
        ("a", (None, None), ((), (Dropp(plan="a"),), ()), "A droppes"),
    ],
)
def test_other_years_move_a_plan_and_no_years_drop_it(register, plan, aar, changes, name):
    made = as_scenario(register, plan, aar, *NO_ROLE)
    assert (made.flytt, made.dropp, made.vakanse) == changes
    assert (made.id, made.navn) == ("prov-1", name)


def test_a_vacant_role_is_a_change_alone_and_beside_another(register):
    vacant = Vakanse(rolle="raadgiver", fra=2025, maaneder=6)
    alone = as_scenario(register, "a", (2024, 2024), "raadgiver", 2025, 6)
    assert (alone.flytt, alone.vakanse, alone.navn) == ((), (vacant,), "Rådgiver ledig i 6 måneder fra 2025")
    both = as_scenario(register, "a", (2026, 2026), "raadgiver", 2025, 6)
    assert both.navn == "A i 2026 og Rådgiver ledig i 6 måneder fra 2025"
    assert len(both.flytt) == len(both.vakanse) == 1


def test_an_id_and_a_name_that_are_taken_are_not_used_again(build):
    taken = "  - {id: prov-1, navn: Bro i 2026, dropp: [{plan: bro}]}\n"
    register = build(["id: bro, navn: Bro, plantype: temaplan, ansvarlig: nord, planbehov: ny, aar: [2024]"], scenarios=taken)
    made = as_scenario(register, "bro", (2026, 2026), *NO_ROLE)
    assert (made.id, made.navn) == ("prov-2", "Bro i 2026 (prov-2)")


def test_what_is_tried_is_held_against_the_register_alone_and_says_what_it_costs(answered):
    register = answered(change="dropp: [{plan: bro}]")
    frame, said = tried(register, as_scenario(register, "bro", (2025, 2026), *NO_ROLE))
    assert frame[["scenario", "aar", "antall_endring", "maanedsverk_endring"]].to_numpy().tolist()[3:] == [
        ["Bro i 2025–2026", 2024, -1, -12.0], ["Bro i 2025–2026", 2025, 1, 6.0], ["Bro i 2025–2026", 2026, 1, 6.0],
    ]  # fmt: skip
    assert said == "1 skal-krav svekket, 1 forventning svart på senere."
    assert [one.id for one in register.scenarios()] == ["a"]


# The form.


def printed(capsys) -> list[str]:
    """Return the lines that are printed, without the signs that clear what was there before."""
    return capsys.readouterr().out.replace("\x1b[2K\r", "").splitlines()


def test_where_no_jupyterlab_shows_the_notebook_the_form_is_words(register, monkeypatch):
    monkeypatch.delenv(IN_JUPYTER, raising=False)
    assert repr(explore(register)) == NO_BROWSER


def test_every_plan_can_be_chosen_the_years_of_the_period_and_as_many_after_it_and_the_roles_that_carry_a_plan_alone(form):
    assert form["plan"].options == (("A", "a"), ("Beredskap", "b"), ("C", "c"))
    assert [year for _, year in form["aar"].options] == [None, 2024, 2025, 2026, 2027, 2028, 2029]
    assert form["rolle"].options == (("ingen", None), ("Rådgiver", "raadgiver"))
    assert (form["plan"].value, form["aar"].value, form["rolle"].value) == ("a", (2024, 2024), None)


def test_a_form_in_which_nothing_is_changed_shows_one_short_line(form, displayed, capsys):
    form["maaneder"].value = 12
    assert (displayed, set(printed(capsys))) == ([], {NOT_CHANGED})


def test_another_plan_starts_at_its_own_years_and_nothing_is_changed_by_choosing_it(form, displayed, capsys):
    form["aar"].value = (2025, 2026)
    assert len(displayed) == 1
    capsys.readouterr()
    for name, years in (("b", (2024, 2026)), ("c", (None, None)), ("a", (2024, 2024))):
        form["plan"].value = name
        assert form["aar"].value == years
        assert set(printed(capsys)) == {NOT_CHANGED}
    assert len(displayed) == 1


def test_each_choice_shows_what_it_does_what_it_costs_and_the_lines_to_keep_it(form, displayed, capsys, register):
    for form["plan"].value, form["aar"].value, form["rolle"].value in [
        ("a", (2026, 2027), None), ("c", (2025, 2025), None), ("a", (2024, 2024), "raadgiver"),
    ]:  # fmt: skip
        made = as_scenario(register, form["plan"].value, form["aar"].value, form["rolle"].value, 2024, 6)
        frame, said = tried(register, made)
        assert displayed[-1]._repr_html_() == ps.show(frame)._repr_html_()
        assert capsys.readouterr().out.endswith(f"{said}\n\nTil scenarier.yaml:\n\n{as_lines(made)}\n")


def test_the_button_writes_what_is_tried_and_says_so_and_the_message_goes_when_something_else_is_chosen(form, register, capsys):
    form["button"].click()
    assert form["message"].value == NOT_CHANGED
    form["aar"].value = (2026, 2026)
    form["button"].click()
    assert form["message"].value.startswith("Lagret i ")
    (kept,) = ps.load(register.fil).scenarios()
    assert (kept.navn, kept.flytt[0].aar) == ("A i 2026", (2026,))
    form["aar"].value = (2025, 2025)
    assert form["message"].value == ""


def test_a_register_without_plans_has_a_form_in_which_nothing_can_be_changed(build, monkeypatch, capsys):
    monkeypatch.setenv(IN_JUPYTER, "02_kapasitet.ipynb")
    assert explore(build([])).children[1].value == (None, None)
    assert NOT_CHANGED in capsys.readouterr().out
