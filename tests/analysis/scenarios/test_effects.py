"""What a change does to requirements and expectations, held against the changed register assessed anew."""

from registers import OSTRE_TOTEN

import planstrategi as ps
from planstrategi.analysis.alignment.assessment import counted_in_force
from planstrategi.analysis.legal.coverage import assess
from planstrategi.analysis.scenarios.effects import Baseline
from planstrategi.analysis.scenarios.overlay import applied
from planstrategi.analysis.shared.editions import first_year
from planstrategi.model.register import Register
from planstrategi.model.scenarios import Dropp, Scenario


def statuses(register: Register) -> set[tuple[str, int, str]]:
    return {(one.krav.id, year.aar, year.status.etter_plan) for one in assess(register) for year in one.years}


def answered(register: Register) -> set[tuple[str, int | None]]:
    return {(one.expected.id, first_year(register, one.carrying)) for one in counted_in_force(register) if one.plans}


def test_to_drop_a_plan_does_what_the_register_without_its_work_says_of_every_requirement_and_expectation():
    register = ps.load(OSTRE_TOTEN)
    base, changes = Baseline(register), [Scenario(id="a", navn="A", dropp=(Dropp(plan=one.id),)) for one in register.planer]
    after = [applied(register, one) for one in changes]
    found = [base.effects(one) for one in after]
    assert [{(one.krav.id, one.aar, one.til) for one in each.statuses} for each in found] == [
        statuses(one) - statuses(register) for one in after
    ]
    assert [{(one.forventning_id, one.til) for one in each.answers} for each in found] == [
        answered(one) - answered(register) for one in after
    ]
    assert any(each.statuses for each in found) and any(each.answers for each in found)
