"""What a slide shows in short counts the same as the whole does."""

from planstrategi.analysis.alignment.assessment import judged_plans
from planstrategi.analysis.alignment.chart_frames import answers_by_group, answers_by_level, plans_by_level
from planstrategi.analysis.legal.tables import core_counts_by_year, requirement_years
from planstrategi.analysis.portfolio.plan_years import decisions_by_year

PLAN = """\
  - id: {id}
    navn: {id}
    plantype: temaplan
    kilde: {{tabell: temaplan, rad: {row}}}
    ansvarlig: nord
"""


def plan(row: int, name: str, *lines: str) -> str:
    return PLAN.format(id=name, row=row) + "".join(f"    {line}\n" for line in lines)


def test_each_decision_counts_its_plans_in_every_year_of_work_and_those_with_none(small):
    plans = [
        plan(1, "en", "planbehov: revisjon", "aar: [2024, 2025]"),
        plan(2, "to", "planbehov: ny", "aar: [2025]"),
        plan(3, "tre", "planbehov: revisjon"),
        plan(4, "fire"),
    ]
    frame = decisions_by_year(small("planer:\n" + "".join(plans)))
    assert list(frame["kolonne"].unique()) == [2024, 2025, 2026, "ikke i noe år"]
    assert frame.groupby("rad", sort=False)["antall_planer"].agg(list).to_dict() == {
        "Ny plan (1)": [0, 1, 0, 0],
        "Revisjon (2)": [1, 1, 0, 1],
        "Ikke oppgitt (1)": [0, 0, 0, 1],
    }


def test_every_core_requirement_is_counted_once_a_year_and_once_under_its_kind_at_the_end(ostre_toten):
    whole = requirement_years(ostre_toten).query("relevans == 'kjerne' and kravslag != 'prosesskrav'")
    by_year, by_kind = (part for _, part in core_counts_by_year(ostre_toten).groupby("gruppe", sort=False))
    for status, year in zip(whole["status"], whole["aar"].astype(str), strict=True):
        (number,) = by_year.query("status == @status and rad == @year")["antall"]
        assert number == ((whole["status"] == status) & (whole["aar"] == int(year))).sum()
    assert by_year["antall"].sum() == len(whole)
    last = by_year[by_year["rad"] == "2027"].set_index("status")["antall"]
    assert by_kind.groupby("status")["antall"].sum().to_dict() == last.to_dict()


def test_every_plan_stands_on_every_level_by_its_strongest_grade_or_says_why_not(ostre_toten):
    plans, frame = judged_plans(ostre_toten), plans_by_level(ostre_toten)
    counts = frame.pivot(index="rad", columns="status", values="antall").fillna(0)
    assert set(counts.sum(axis=1)) == {len(plans)}
    everything = counts.loc["Alle forventninger"]
    assert everything["sterkt"] == (plans["antall_sterk"] > 0).sum()
    assert everything["ingen kobling"] == (plans["status"] == "svarer ikke").sum()
    assert everything["ikke vurdert"] == (plans["status"] == "ikke vurdert").sum()
    for level in ("nasjonal", "regional", "lokal"):
        row = counts.loc[f"{level.capitalize()}e forventninger"]
        answers = (plans[f"antall_{level}"] > 0).sum()
        assert row[["sterkt", "delvis", "svakt"]].sum() == answers
        assert row["ingen kobling"] == plans["merknad"].isna().sum() - answers


def test_each_level_counts_the_same_as_its_documents_and_chapters_do(ostre_toten):
    whole, short = answers_by_group(ostre_toten), answers_by_level(ostre_toten)
    assert short.set_index(["rad", "status"])["antall"].to_dict() == whole.groupby(["gruppe", "status"])["antall"].sum().to_dict()
