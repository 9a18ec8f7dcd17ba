"""The wheel and the calendar hold what the rules of the catalogue say, where their days fall."""

from dataclasses import replace

import pytest

from planstrategi.analysis.legal import wheel as planwheel
from planstrategi.model.register import Register
from planstrategi.model.requirements import Gjentakelse, Saksgang


def with_rules(register: Register, *rules: Gjentakelse, steps: bool = False) -> Register:
    """Return a register whose catalogue holds one core requirement with these rules."""
    krav = replace(
        register.requirements()[0],
        id="plan",
        gjentakelse=rules,
        besvares_av=(),
        saksgang=(Saksgang(steg="Høring", dager_foer=42, etter="§ 1", lenke=""),) if steps else (),
    )
    return replace(register, lovkrav=replace(register.lovkrav, krav=(krav,)))


def rule(regel: str, **fields: object) -> Gjentakelse:
    return Gjentakelse(regel=regel, etter="§ 1", sted={"regel": 1}, **fields)


def wheel_rows(register: Register) -> list[tuple]:
    frame = planwheel.wheel(register)
    rows = frame[frame["rang"] != "merkedag"][["ring", "posisjon", "til", "rang"]].astype(object)
    return list(rows.where(rows.notna(), None).itertuples(index=False, name=None))


def test_a_rule_of_the_term_lies_as_far_round_as_its_last_day(fjordvik):
    within_a_year = with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12))
    assert wheel_rows(within_a_year) == [("fire år", pytest.approx(366 / 1461), None, "plikt")]
    # the day before the next council
    whole_term = with_rules(fjordvik, rule("hver_valgperiode"))
    assert wheel_rows(whole_term) == [("fire år", pytest.approx(1460 / 1461), None, "plikt")]


def test_a_yearly_duty_lies_on_the_year_wheel_at_its_day_or_nowhere(fjordvik):
    assert wheel_rows(with_rules(fjordvik, rule("hvert_aar", dag="12-31"))) == [("ett år", 1.0, None, "plikt")]
    assert wheel_rows(with_rules(fjordvik, rule("hvert_aar", dag="03-31"))) == [
        ("ett år", pytest.approx(90 / 365), None, "plikt")
    ]
    assert wheel_rows(with_rules(fjordvik, rule("hvert_aar"))) == [("ett år", None, None, "plikt")]


def test_what_has_a_place_comes_in_the_order_of_the_turn_of_the_long_wheel_first(fjordvik):
    register = with_rules(
        fjordvik, rule("hvert_aar", dag="03-31"), rule("hver_valgperiode", innen_maaneder=12), rule("hver_valgperiode")
    )
    assert [row[0] for row in wheel_rows(register)] == ["fire år", "fire år", "ett år"]


def test_years_between_have_no_place_and_events_and_what_is_kept_up_to_date_no_row(fjordvik):
    assert wheel_rows(with_rules(fjordvik, rule("med_aars_mellomrom", hvert=4))) == [("fire år", None, None, "plikt")]
    without = with_rules(fjordvik, rule("ved_hendelse"), rule("holdes_oppdatert"), rule("fast_dato", dato="2028-07-01"))
    assert planwheel.wheel(without).empty


def test_a_rule_that_has_not_begun_lies_where_it_falls_due_in_a_later_term(fjordvik):
    first = with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12, fra="2032-01-01"))
    assert wheel_rows(first) == [("fire år", pytest.approx(0.25, abs=0.01), None, "plikt")]


def test_a_backbone_plan_without_a_rhythm_lasts_from_where_the_strategy_is_due(fjordvik):
    # that it also is kept up to date is no place to last from
    rules = rule("holdes_oppdatert"), rule("hver_valgperiode", innen_maaneder=12)
    strategy = with_rules(fjordvik, *rules, steps=True).requirements()[0]
    plan = replace(strategy, id="arealdel", navn="Arealdel", gjentakelse=())
    both = replace(fjordvik, lovkrav=replace(fjordvik.lovkrav, krav=(plan, strategy)))
    due = pytest.approx(366 / 1461)
    assert sorted(wheel_rows(both), key=str) == [("fire år", due, 1.0, "ryggrad"), ("fire år", due, None, "ryggrad")]


def test_the_wheel_says_when_the_councils_are_constituted_and_when_the_next_election_is(fjordvik):
    frame = planwheel.wheel(fjordvik)
    events = frame[frame["rang"] == "merkedag"].set_index("krav")["tekst"].to_dict()
    assert events == {"Konstituering": "senest 31.10.2027, neste senest 31.10.2031", "Valg": "september 2031"}
    assert frame.attrs["aar"] == ["2027–28", "2028–29", "2029–30", "2030–31"]


def test_the_calendar_ends_with_the_term_after_the_period_and_goes_over_what_is_not_core_or_sector(fjordvik):
    frame = planwheel.calendar(with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12)))
    assert list(frame["frist"]) == ["2028-10-31", "2032-10-31"]
    assert list(frame["dag"]) == ["31.10."] * 2
    assert (frame.attrs["fra"], frame.attrs["til"]) == (fjordvik.per_dato, "2035-12-31")
    krav = replace(fjordvik.requirements()[0], relevans="drift")
    assert planwheel.calendar(replace(fjordvik, lovkrav=replace(fjordvik.lovkrav, krav=(krav,)))).empty


def test_a_calendar_asked_for_long_after_the_period_still_has_terms_ahead(fjordvik):
    late = replace(with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12)), per_dato="2060-01-01")
    frame = planwheel.calendar(late)
    assert (list(frame["frist"]), frame.attrs["til"]) == (["2060-10-31"], "2063-12-31")


def test_a_calendar_whose_dates_all_come_after_its_last_has_no_rows(fjordvik):
    late = replace(with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12)), per_dato="2058-06-30")
    frame = planwheel.calendar(late)
    assert (len(frame), frame.attrs["til"]) == (0, "2059-12-31")


def test_a_calendar_of_more_than_forty_dates_ends_earlier(fjordvik):
    krav = with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12)).requirements()[0]
    many = tuple(replace(krav, id=f"krav-{n}") for n in range(41))
    frame = planwheel.calendar(replace(fjordvik, lovkrav=replace(fjordvik.lovkrav, krav=many)))
    assert frame.attrs["til"] == "2028-12-31"
    assert len(frame) == 41
    # twenty have two dates each: as many as there is room for
    fewer = planwheel.calendar(replace(fjordvik, lovkrav=replace(fjordvik.lovkrav, krav=many[:20])))
    assert (fewer.attrs["til"], len(fewer)) == ("2035-12-31", 40)
    # of thirty the fortieth date is in the second term
    some = planwheel.calendar(replace(fjordvik, lovkrav=replace(fjordvik.lovkrav, krav=many[:30])))
    assert some.attrs["til"] == "2032-12-31"
