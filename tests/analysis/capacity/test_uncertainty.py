"""How much each assumption alone moves a year: against quantiles of the exact densities, worked out on a grid."""

from functools import reduce

import numpy as np
import pytest
from registers import OSTRE_TOTEN, WITH_PLANS
from registers_with_work import FIXED, SWINGING, TO_SWING, kind, plan, rows, span

import planstrategi as ps
from planstrategi.analysis.capacity.effort import planned
from planstrategi.model.assumptions import Spenn
from planstrategi.model.register import Register

P = ("maanedsverk_p10", "maanedsverk_p50", "maanedsverk_p90")
TORNADO = ("innsats", "aar", "antall_planer", "lav", "ventet", "hoy", "utslag")
MINE = ", grunn: erfaring, hvem: planlederen}"
STEP = 0.01


def density(spenn: Spenn, share: float) -> tuple[float, np.ndarray]:
    """Return a share of a range as its low end and its density on a grid from there."""
    wide = (spenn.hoy - spenn.lav) * share
    if not wide:
        return spenn.lav * share, np.array([1.0])
    alpha, beta = (
        1 + 4 * (end / (spenn.hoy - spenn.lav)) for end in (spenn.sannsynlig - spenn.lav, spenn.hoy - spenn.sannsynlig)
    )
    u = (np.arange(max(1, round(wide / STEP))) + 0.5) / max(1, round(wide / STEP))
    mass = u ** (alpha - 1) * (1 - u) ** (beta - 1)
    return spenn.lav * share, mass / mass.sum()


def quantiles(parts: list[tuple[float, np.ndarray]]) -> tuple[float, ...]:
    """Return the 10th, 50th and 90th percentile of a sum of independent parts: their densities folded together."""
    low, mass = sum(low for low, _ in parts), reduce(np.convolve, [mass for _, mass in parts])
    return tuple(low + STEP * float(np.searchsorted(np.cumsum(mass), p)) for p in (0.1, 0.5, 0.9))


def parts_of(register: Register, year: int) -> dict[str, tuple[float, np.ndarray]]:
    """Return the density of what each assumption gives a year, all of it shared; nothing in it had begun."""
    shares: dict[str, float] = {}
    spans: dict[str, Spenn] = {}
    for one in planned(register):
        if one.effort and year in one.years:
            assert not one.begun or one.effort.hvert_aar
            name = one.effort.about.navn
            spans[name] = one.effort.maanedsverk
            shares[name] = shares.get(name, 0.0) + (1 if one.effort.hvert_aar else 1 / len(one.years))
    return {name: density(spans[name], share) for name, share in shares.items()}


def test_the_percentiles_of_a_year_and_of_each_of_its_causes_are_those_of_the_exact_densities(build):
    register = build(TO_SWING, SWINGING)
    for year, *found in rows(register, "belastning-aar", "aar", *P):
        assert found == pytest.approx(quantiles(list(parts_of(register, year).values())), abs=0.15)
    for name, year, low, middle, high in rows(register, "tornado", "innsats", "aar", "lav", "ventet", "hoy"):
        exact = quantiles([parts_of(register, year)[name]])
        assert (low - middle, high - middle) == pytest.approx((exact[0] - exact[1], exact[2] - exact[1]), abs=0.15)


def test_the_exact_interval_of_a_sum_holds_that_of_each_part_about_its_middle(build):
    # so that where the table would say otherwise, it is the draws and not the world
    for spans in ([(2, 4, 12), (0, 5, 10)], [(1, 1, 9), (3, 8, 8)], [(0.3, 0.5, 1), (18, 30, 96)], [(0, 0, 10), (0, 10, 10)]):
        parts = [density(Spenn(lav=a, sannsynlig=b, hoy=c, grunnlag="antatt"), 1) for a, b, c in spans]
        low, middle, high = quantiles(parts)
        for part in parts:
            least, most, highest = quantiles([part])
            assert middle - low >= most - least - STEP
            assert high - middle >= highest - most - STEP


@pytest.mark.parametrize("folder", [OSTRE_TOTEN, *WITH_PLANS.values()], ids=lambda path: path.parent.name)
def test_the_interval_of_every_year_holds_the_interval_of_each_of_its_causes(folder):
    register = ps.load(folder)
    years = {year: (low, middle, high) for year, low, middle, high in rows(register, "belastning-aar", "aar", *P)}
    for year, low, middle, high in rows(register, "tornado", "aar", "lav", "ventet", "hoy"):
        assert years[year][0] <= low <= middle <= high <= years[year][2]
        assert middle == years[year][1]


def test_every_year_has_a_row_for_each_kind_of_work_in_it_and_the_largest_swing_stands_first(build):
    found = rows(build(TO_SWING, SWINGING), "tornado", "aar", "innsats", "antall_planer")
    assert found == [
        (2024, "Slag ny", 1), (2024, "Slag revisjon", 1),
        (2025, "Slag ny", 1), (2025, "Slag revisjon", 2), (2025, "Slag del", 1),
        (2026, "Slag del", 1),
    ]  # fmt: skip


def test_a_year_with_one_assumption_alone_has_its_interval(build):
    register = build([plan("bru", "planbehov: ny, aar: [2024]")], SWINGING)
    ((low, middle, high),) = rows(register, "belastning-aar", *P)[:1]
    assert rows(register, "tornado", *TORNADO) == [("Slag ny", 2024, 1, low, middle, high, round(high - low, 1))]
    assert (low, middle, high) == pytest.approx(quantiles([parts_of(register, 2024)["Slag ny"]]), abs=0.15)


def test_of_work_that_had_begun_only_its_part_swings(build):
    # 48 months: a year is a quarter of it
    work = kind("ny", span(2, 4, 12), span(48))
    (begun,), (whole,) = (
        rows(build([plan("bru", f"planbehov: ny, aar: [2024]{status}")], [work]), "tornado", "lav", "ventet", "hoy")
        for status in (", status: under_arbeid", "")
    )
    assert begun == pytest.approx([end / 4 for end in whole], abs=0.06)


def test_a_plan_with_an_assumption_of_its_own_swings_alone(build):
    own = f"innsats:\n  - {{plan: vei, maanedsverk: {span(1, 4, 7)}{MINE}\n"
    found = rows(build(TO_SWING, SWINGING, own=own), "tornado", "innsats", "aar", "antall_planer", "utslag")
    of_2025 = [(name, plans) for name, year, plans, _ in found if year == 2025]
    assert of_2025 == [("Vei", 1), ("Slag ny", 1), ("Slag del", 1), ("Slag revisjon", 1)]


def test_a_plan_with_an_assumption_of_its_own_swings_alone_though_it_is_called_as_a_kind(build):
    own = f"innsats:\n  - {{plan: revisjon, maanedsverk: {span(1, 4, 7)}{MINE}\n"
    plans = [one.replace("id: vei", "id: revisjon") for one in TO_SWING]
    assert len([year for (year,) in rows(build(plans, SWINGING, own=own), "tornado", "aar") if year == 2025]) == 4


def test_a_calendar_time_of_nothing_leaves_all_of_the_work_in_the_marked_years(build):
    begun = plan("bru", "planbehov: ny, aar: [2024], status: under_arbeid")
    register = build([begun], [kind("ny", span(6), span(0))])
    assert rows(register, "belastning-aar", "maanedsverk_p50")[0] == (6.0,)
    assert rows(register, "tornado", "ventet") == [(6.0,)]


def test_the_figure_is_of_the_year_with_the_largest_known_load(build):
    assert "2025" in ps.finding("tornado", build(TO_SWING, SWINGING))
    assert rows(build([plan("bru", "planbehov: ny, aar: [2024]")], FIXED), "tornado", "utslag") == [(0.0,)]


def test_an_assumption_of_no_width_moves_nothing_and_of_several_that_move_as_much_none_is_named_alone(build):
    plans = [plan("bru", "planbehov: ny, aar: [2025]"), plan("vei", "planbehov: revisjon, aar: [2025]")]
    assert ps.finding("tornado", build(plans, FIXED)) == "Ingen antakelse om innsats endrer belastningen."
    even = build(plans, [kind("ny", span(1, 2, 3)), kind("revisjon", span(1, 2, 3), needs="[revisjon]")])
    found = ps.finding("tornado", even)
    assert (found, found.under) == (
        "Av antakelsene betyr flere like mye for 2025, og ingen mer.",
        "Det gjelder «Slag ny» og «Slag revisjon».",
    )
