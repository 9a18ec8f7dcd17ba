"""The simulation against what can be worked out. Tolerances are four standard errors of 10 000 draws."""

import random
from dataclasses import replace

import numpy as np
import pytest
from registers import OSTRE_TOTEN, WITH_PLANS
from registers_with_work import ON_PAPER, WIDE, kind, plan, rows, span

import planstrategi as ps
from planstrategi.analysis.capacity.effort import planned
from planstrategi.analysis.capacity.simulation import (
    DRAWS,
    by_area,
    by_role,
    draw,
    mean_and_variance,
    simulate,
    whole,
    yearly_draws,
)
from planstrategi.model.assumptions import Spenn
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import UNDER_WAY

P = ("maanedsverk_p10", "maanedsverk_p50", "maanedsverk_p90")


def number(low: float, likely: float, high: float) -> Spenn:
    return Spenn(lav=low, sannsynlig=likely, hoy=high, grunnlag="antatt")


def test_the_mean_and_variance_of_a_range_are_those_of_the_beta_distribution():
    # 2–4–12: α = 1 + 4·2/10 = 1.8, β = 1 + 4·8/10 = 4.2; mean 2 + 10·1.8/6 = 5; variance 100·1.8·4.2/(6²·7) = 3
    assert mean_and_variance(number(2, 4, 12)) == pytest.approx((5, 3))
    # 0–5–10: α = β = 3; mean 5; variance 100·9/252
    assert mean_and_variance(number(0, 5, 10)) == pytest.approx((5, 900 / 252))
    assert mean_and_variance(number(7, 7, 7)) == (7, 0)


def standard_errors(draws: np.ndarray) -> tuple[float, float]:
    """Return the standard error of the mean of draws and of their variance."""
    away = draws - draws.mean()
    fourth, second = float((away**4).mean()), float((away**2).mean())
    return (second / len(draws)) ** 0.5, ((fourth - second**2) / len(draws)) ** 0.5


@pytest.mark.parametrize("ends", [(2, 4, 12), (0, 5, 10), (18, 30, 48), (1, 1, 9), (3, 8, 8), (0.3, 0.5, 1)])
def test_the_draws_of_a_range_have_its_mean_and_variance_and_stay_within_it(ends):
    draws = draw(*ends, seed="1")
    mean, variance = mean_and_variance(number(*ends))
    of_mean, of_variance = standard_errors(draws)
    assert abs(draws.mean() - mean) < 4 * of_mean
    assert abs(draws.var() - variance) < 4 * of_variance
    assert (draws.min() >= ends[0], draws.max() <= ends[2]) == (True, True)


def test_the_load_of_three_plans_has_the_sum_of_their_means_and_of_their_variances(build):
    # 2025: half of 2–4–12 (mean 5/2, variance 3/4) and 0–5–10 (5, 25/7), and 1–1–7 each year:
    # mean (1 + 4 + 7)/6 = 2, variance (2 − 1)(7 − 2)/7 = 5/7
    draws = simulate(build(ON_PAPER, WIDE), whole)[2025, "alle"]
    of_mean, of_variance = standard_errors(draws)
    assert abs(draws.mean() - (2.5 + 5 + 2)) < 4 * of_mean
    assert abs(draws.var() - (3 / 4 + 25 / 7 + 5 / 7)) < 4 * of_variance


def test_the_percentiles_of_a_range_that_starts_at_its_likeliest_are_those_of_its_formula(build):
    # 0–0–10 has α = 1 and β = 5: P(less than x) = 1 − (1 − x/10)⁵, density (1 − x/10)⁴ / 2
    register = build([plan("bru", "planbehov: ny, aar: [2024]")], [kind("ny", span(0, 0, 10))])
    (found,) = rows(register, "belastning-aar", *P)[:1]
    for percentile, value in zip((0.1, 0.5, 0.9), found, strict=True):
        exact = 10 * (1 - (1 - percentile) ** 0.2)
        error = (percentile * (1 - percentile) / DRAWS) ** 0.5 / ((1 - exact / 10) ** 4 / 2)
        assert abs(value - exact) < 4 * error + 0.05, percentile  # shown with one decimal


def test_of_work_that_had_begun_the_calendar_time_varies_too(build):
    # 12 månedsverk, 24–36–48 months: the mean share of one year is that of 12/(24 + 24u), u with density 30u²(1 − u)²
    begun = plan("bru", "planbehov: ny, aar: [2024], status: under_arbeid")
    register = build([begun], [kind("ny", span(12), span(24, 36, 48))])
    middle = (np.arange(100_000) + 0.5) / 100_000
    share = float(np.mean(30 * middle**2 * (1 - middle) ** 2 * 12 / (24 + 24 * middle)))
    draws = simulate(register, whole)[2024, "alle"]
    assert abs(draws.mean() - 12 * share) < 4 * standard_errors(draws)[0]
    assert 3 <= draws.min() < draws.max() <= 6  # 12 · 12/48, 12 · 12/24


def test_work_and_calendar_time_of_a_plan_are_drawn_independently(build):
    begun = plan("bru", "planbehov: ny, aar: [2024], status: under_arbeid")
    (one,) = planned(build([begun], [kind("ny", span(0, 5, 10), span(24, 36, 48))]))
    (other,) = planned(build([begun], [kind("ny", span(0, 5, 10), span(12))]))
    work = yearly_draws(other, 2024)
    months = 12 * work / yearly_draws(one, 2024)
    assert abs(np.corrcoef(work, months)[0, 1]) < 4 / DRAWS**0.5


def test_percentiles_rise_in_every_row(build):
    for table in ("belastning", "belastning-rolle", "belastning-aar"):
        found = rows(build(ON_PAPER, WIDE), table, *P)
        assert all(low <= middle <= high for low, middle, high in found)
        assert any(low < middle < high for low, middle, high in found)


def test_the_same_register_gives_the_same_numbers_every_time(build):
    register = build(ON_PAPER, WIDE)
    for table in ("belastning", "belastning-rolle", "belastning-aar"):
        assert rows(register, table) == rows(build(ON_PAPER, WIDE), table)
    draw.cache_clear()
    assert rows(register, "belastning") == rows(build(ON_PAPER, WIDE), "belastning")
    assert not np.array_equal(draw(2, 4, 12, seed="5"), draw(2, 4, 12, seed="6"))


def of_nord_and_sor(build, work: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the draws of two plans of one kind, one of them in each area."""
    two = [plan("en", "planbehov: ny, aar: [2024]"), plan("to", "planbehov: ny, aar: [2024]", area="sor")]
    register = build(two, [kind("ny", work)])
    draws = simulate(register, by_area(register))
    return draws[2024, "Nord"], draws[2024, "Sør"]


def test_what_a_kind_takes_is_unknown_for_all_its_plans_together_where_nobody_has_said_how_much_is_shared(build):
    for more in ("", ", felles: 1"):
        nord, sor = of_nord_and_sor(build, span(2, 4, 12, more))
        assert np.array_equal(nord, sor)


@pytest.mark.parametrize(("felles", "correlation"), [(0, 0), (0.25, 0.1), (0.5, 0.5), (0.8, 16 / 17)])
def test_the_part_that_is_not_shared_is_drawn_for_each_plan(build, felles, correlation):
    # X = f·S + (1 − f)·E: the covariance is f²·variance, the variance (f² + (1 − f)²)·variance
    nord, sor = of_nord_and_sor(build, span(2, 4, 12, f", felles: {felles}"))
    assert np.corrcoef(nord, sor)[0, 1] == pytest.approx(correlation, abs=4 / DRAWS**0.5)
    assert (nord.min() >= 2, nord.max() <= 12) == (True, True)


def test_the_kinds_are_drawn_independently_of_each_other_also_where_their_ranges_are_the_same(build):
    two = [plan("en", "planbehov: ny, aar: [2024]"), plan("to", "planbehov: revisjon, aar: [2024]", area="sor")]
    register = build(two, [kind("ny", span(2, 4, 12)), kind("revisjon", span(2, 4, 12), needs="[revisjon]")])
    draws = simulate(register, by_area(register))
    assert abs(np.corrcoef(draws[2024, "Nord"], draws[2024, "Sør"])[0, 1]) < 4 / DRAWS**0.5


def test_a_plan_with_an_assumption_of_its_own_shares_nothing_with_its_kind(build):
    two = [plan("en", "planbehov: ny, aar: [2024]"), plan("to", "planbehov: ny, aar: [2024]", area="sor")]
    own = f"innsats:\n  - {{plan: to, maanedsverk: {span(2, 4, 12)}, grunn: erfaring, hvem: planlederen}}\n"
    register = build(two, [kind("ny", span(2, 4, 12))], own=own)
    draws = simulate(register, by_area(register))
    assert abs(np.corrcoef(draws[2024, "Nord"], draws[2024, "Sør"])[0, 1]) < 4 / DRAWS**0.5


def closed_form(register: Register, year: int) -> tuple[float, float]:
    """Return mean and variance of the load of a year, covariances included, from the assumptions; no work has begun."""
    works = [one for one in planned(register) if one.effort and year in one.years]
    shares = [1 if one.effort.hvert_aar else 1 / len(one.years) for one in works]
    moments = [mean_and_variance(one.effort.maanedsverk) for one in works]
    part = [one.effort.maanedsverk.shared for one in works]
    mean = sum(share * mean for share, (mean, _) in zip(shares, moments, strict=True))
    variance = 0.0
    for i, one in enumerate(works):
        for j, other in enumerate(works):
            if one.effort.about == other.effort.about:
                alike = part[i] ** 2 + ((1 - part[i]) ** 2 if i == j else 0)
                variance += shares[i] * shares[j] * moments[i][1] * alike
    return mean, variance


def test_the_closed_form_of_two_plans_that_share_half_is_worked_out(build):
    two = [plan("en", "planbehov: ny, aar: [2024]"), plan("to", "planbehov: ny, aar: [2024, 2025]")]
    register = build(two, [kind("ny", span(2, 4, 12, ", felles: 0.5"))])
    # mean 5 + 5/2; variance 3·(½² + ½²)·(1 + ¼) + 2·3·½²·½
    assert closed_form(register, 2024) == pytest.approx((7.5, 1.875 + 0.75))


@pytest.mark.parametrize("number_", range(12))
def test_the_simulation_has_the_mean_and_variance_of_the_closed_form_whatever_is_shared(build, number_):
    drawn = random.Random(number_)
    ends = [sorted(drawn.uniform(0, 20) for _ in range(3)) for _ in range(3)]
    kinds = [
        kind(f"k{n}", span(*(round(end, 1) for end in ends[n]), f", felles: {drawn.choice([0, 0.3, 0.7, 1])}"), needs=f"[{name}]")
        for n, name in enumerate(("ny", "revisjon", "full_revisjon"))
    ]
    years = "[2024] [2025] [2024, 2025] [2024, 2025, 2026]".replace(", ", ",").split()
    plans = [
        plan(f"p{n}", f"planbehov: {drawn.choice(['ny', 'revisjon', 'full_revisjon'])}, aar: {drawn.choice(years)}")
        for n in range(drawn.randint(1, 14))
    ]
    register = build(plans, kinds)
    for (year, _), draws in simulate(register, whole).items():
        mean, variance = closed_form(register, year)
        of_mean, of_variance = standard_errors(draws)
        assert abs(draws.mean() - mean) < 4.5 * of_mean + 1e-9
        assert abs(draws.var() - variance) < 4.5 * of_variance + 1e-9


@pytest.mark.parametrize("folder", [OSTRE_TOTEN, *WITH_PLANS.values()], ids=lambda path: path.parent.name)
def test_the_simulation_of_every_register_has_the_mean_and_variance_of_the_closed_form(folder):
    register = ps.load(folder)
    # of what had begun only an unknown part is left, and what the source gives is no draw
    whole_plans = (replace(one, innsats=(), status=None if one.status in UNDER_WAY else one.status) for one in register.planer)
    register = replace(register, planer=tuple(whole_plans))
    for (year, _), draws in simulate(register, whole).items():
        mean, variance = closed_form(register, year)
        of_mean, of_variance = standard_errors(draws)
        assert abs(draws.mean() - mean) < 4.5 * of_mean + 1e-9, year
        assert abs(draws.var() - variance) < 4.5 * of_variance + 1e-9, year


def test_the_roles_together_carry_draw_by_draw_what_the_areas_do(build):
    register = build(ON_PAPER, WIDE)
    roles, areas = simulate(register, by_role(register)), simulate(register, by_area(register))
    for year in (2024, 2025, 2026):
        by_roles, by_areas = (sum(draws for key, draws in found.items() if key[0] == year) for found in (roles, areas))
        assert by_roles == pytest.approx(by_areas)
