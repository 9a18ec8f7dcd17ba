"""Due dates against those worked by hand from the law texts, and how long an edition lasts."""

import pytest
import yaml
from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.analysis.legal.recurrence import (
    NEVER_ENDS,
    Calendar,
    Frist,
    all_due_dates,
    council_calendar,
    covered_until,
    is_met,
    overdue,
    said,
    shifted,
)
from planstrategi.model.dates import Moment, months_later
from planstrategi.model.requirements import Gjentakelse, Lovkrav

# read as text: a day must not become a date
BY_HAND = yaml.load((ROOT / "tests" / "data" / "frister.yaml").read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture(scope="module")
def catalogue() -> dict[str, Lovkrav]:
    return {krav.id: krav for krav in ps.load(OSTRE_TOTEN).requirements()}


def terms(*constituted: str, first: int = 2019) -> Calendar:
    known = {day[:4]: day for day in constituted}
    years = range(first, 2060, 4)
    return Calendar(tuple(Frist(known.get(str(year), f"{year}-10-31"), str(year) not in known) for year in years))


def next_due_dates(rule, calendar, last, day):
    """Give the due dates from a day on that the last edition does not meet."""
    return (one for one in all_due_dates(rule, calendar, last) if one.dato >= day and not is_met(one, rule, calendar, last))


def edition(case: dict):
    return Moment().parse(case["siste_utgave"]) if "siste_utgave" in case else None


def rule_of(catalogue: dict[str, Lovkrav], case: dict) -> Gjentakelse:
    (rule,) = (one for one in catalogue[case["krav"]].gjentakelse if one.regel == case["regel"])
    return rule


@pytest.mark.parametrize("case", BY_HAND["frister"], ids=lambda case: f"{case['id']}-{case['krav']}")
def test_the_next_due_dates_are_those_worked_by_hand(catalogue, case):
    rule = rule_of(catalogue, case)
    ahead = next_due_dates(rule, terms(*case.get("konstituert", [])), edition(case), case["per_dato"])
    found = [next(ahead, None) for _ in range(3)]
    assert [frist.dato for frist in found if frist] == case["frister"]
    assert ["ja" if frist.senest else "nei" for frist in found if frist] == case["senest"]


KNOWN = [case for case in BY_HAND["frister"] if "siste_utgave" in case or "forfalt" in case]


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: f"{case['id']}-{case['krav']}")
def test_a_due_date_that_has_passed_without_an_edition_that_meets_it_is_overdue(catalogue, case):
    calendar = terms(*case.get("konstituert", []))
    late = overdue(rule_of(catalogue, case), calendar, edition(case), "2020-01-01", case["per_dato"])
    assert (late.dato if late else None) == case.get("forfalt")


@pytest.mark.parametrize("case", BY_HAND["uten_frist"], ids=lambda case: case["id"])
def test_a_duty_without_a_cycle_in_the_law_has_no_due_date(catalogue, case):
    assert not any(next(next_due_dates(rule, terms(), None, "2025-01-01"), None) for rule in catalogue[case["krav"]].gjentakelse)


@pytest.mark.parametrize("case", BY_HAND["steg"], ids=lambda case: f"{case['id']}-{case['krav']}")
def test_a_step_starts_as_many_days_before_the_decision_as_worked_by_hand(catalogue, case):
    starts = {shifted(case["vedtak"], -step.dager_foer) for step in catalogue[case["krav"]].saksgang}
    assert starts == {case["senest_start"]}


def test_what_was_worked_by_hand_is_enough():
    assert sum(len(case["frister"]) for case in BY_HAND["frister"]) >= 100
    assert all(case["paragraf"] for kind in BY_HAND.values() for case in kind)


def test_terms_are_counted_every_four_years_before_and_after_the_known_elections(ostre_toten):
    calendar = council_calendar(ostre_toten).constituted
    assert [start.dato for start in calendar] == [f"{year}-10-31" for year in range(1987, 2047, 4)]
    assert all(start.senest for start in calendar)


def test_a_known_constitution_is_exact_and_the_others_are_not(small):
    register = small("planer: []\n")
    register.kommune.konstituert = ("2023-10-12",)
    around = [start for start in council_calendar(register).constituted if "2020" < start.dato < "2030"]
    assert around == [Frist("2023-10-12", False), Frist("2027-10-31", True)]


def test_a_duty_that_is_kept_up_to_date_or_set_off_by_an_event_is_never_given_a_date():
    for kind in ("holdes_oppdatert", "ved_hendelse"):
        assert list(next_due_dates(Gjentakelse(regel=kind), terms(), edition({"siste_utgave": "2024"}), "")) == []


TERM = Gjentakelse(regel="hver_valgperiode", innen_maaneder=12)
YEARLY = Gjentakelse(regel="hvert_aar", dag="12-31")
FOURTH = Gjentakelse(regel="med_aars_mellomrom", hvert=4)


@pytest.mark.parametrize(
    ("rules", "made", "until"),
    [
        ([TERM], "2024-10-10", "2028-10-30"),  # made in the term 2023–2027, due again a year after the next council
        ([TERM], "2025-02-01", "2028-10-30"),  # late, but of the same term
        ([TERM], "2023-06-01", "2024-10-30"),  # of the term before
        ([YEARLY], "2024-12-10", "2025-12-30"),
        ([FOURTH], "2024-02-29", "2028-02-28"),
        ([TERM, FOURTH], "2024-02-29", "2028-02-28"),
        ([Gjentakelse(regel="ved_oppstart_av_planstrategi", innen_maaneder=12, dager_foer=30)], "2022-01-01", NEVER_ENDS),
        ([], "1999-01-01", NEVER_ENDS),
    ],
)
def test_an_edition_lasts_until_the_rules_ask_for_the_next(rules, made, until):
    assert covered_until(rules, terms(), made) == until


def test_what_was_made_on_a_leap_day_is_due_on_the_next_leap_day_again():
    rule = Gjentakelse(regel="med_aars_mellomrom", hvert=2)
    dates = next_due_dates(rule, terms(), Moment().parse("2024-02-29"), "2024-03-01")
    assert [next(dates).dato, next(dates).dato] == ["2026-02-28", "2028-02-29"]


def test_months_later_keeps_to_the_days_of_the_month():
    assert months_later("2024-01-31", 1) == "2024-02-29"
    assert months_later("2024-10-31", 12) == "2025-10-31"
    assert months_later("2023-12-01", 1) == "2024-01-01"


def test_a_due_date_is_said_with_senest_only_when_it_is_an_outer_limit():
    assert said(Frist("2028-10-31", True)) == "senest 31.10.2028"
    assert said(Frist("2028-10-14")) == "14.10.2028"


def test_a_yearly_duty_is_due_in_every_year_up_to_the_last_council_that_is_counted():
    yearly = Gjentakelse(regel="hvert_aar", etter="§ 1", dag="12-31", sted={"regel": 1})
    counted = terms(first=2047)
    assert counted.constituted[-1].dato == "2059-10-31"
    days = [frist.dato for frist in all_due_dates(yearly, counted, None)]
    assert days == [f"{year}-12-31" for year in range(2047, 2059)]
