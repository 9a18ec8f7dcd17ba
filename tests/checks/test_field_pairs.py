"""Every two fields of a plan have a rule that holds them against each other, or a reason why none is needed."""

import ast
import inspect
import re
import sys
import textwrap
from itertools import combinations
from typing import Any

import pytest

from planstrategi.checks.all_rules import RULES, rules_of
from planstrategi.checks.field_pairs import (
    FELT,
    FELT_FOR_SEG,
    UTEN_REGEL,
    left_alone,
    pair_in_order,
    reasons_by_pair,
    rules_by_pair,
)
from planstrategi.checks.rules import plan_rule
from planstrategi.reference.guide import reference

CODE = re.compile(r"\b[A-Z]{3}[0-9]{3}\b")
PAIRS = [pair_in_order(*both) for both in combinations(FELT, 2)]


@pytest.mark.parametrize("felt", FELT)
def test_a_field_has_a_rule_or_a_reason_against_every_other(felt):
    for both in PAIRS:
        if felt in both and both not in rules_by_pair() and both not in reasons_by_pair():
            assert set(both) & set(FELT_FOR_SEG), f"{both} has neither a rule nor a reason in checks/field_pairs.yaml"


def test_no_reason_stands_where_there_is_a_rule():
    assert reasons_by_pair().keys() & rules_by_pair().keys() == set()


def test_a_pair_has_one_reason():
    listed = [pair_in_order(one, other) for left, right, _ in UTEN_REGEL for one in left.split() for other in right.split()]
    assert sorted(listed) == sorted(set(listed))
    assert set(listed) <= set(PAIRS)


def test_a_reason_for_a_field_is_a_reason_for_something():
    assert all(set(left_alone(felt)) - set(FELT_FOR_SEG) for felt in FELT_FOR_SEG)


def test_the_matrix_in_the_reference_has_every_pair():
    matrix = reference().split("## Feltene i en plan mot hverandre")[1]
    held = matrix.split("### Par uten regel")[0]
    assert f"gir {len(PAIRS)} par. {len(rules_by_pair())} av parene" in matrix
    for grunn in [*FELT_FOR_SEG.values(), *(grunn for _, _, grunn in UTEN_REGEL)]:
        assert f": {grunn}\n" in matrix
        assert grunn.endswith(".")
    for (first, second), codes in rules_by_pair().items():
        (row,) = (line for line in held.splitlines() if line.startswith(f"- `{first}` mot `"))
        assert f"`{second}` ({', '.join(codes)})" in row


def test_a_reason_names_rules_that_exist():
    texts = [*FELT_FOR_SEG.values(), *(grunn for _, _, grunn in UTEN_REGEL)]
    assert {code for text in texts for code in CODE.findall(text)} <= {rule.kode for rule in RULES}


def fields_read(function: Any) -> set[str]:
    """Return the fields of a plan that a check and its helpers read; naming one only as a place is not reading it."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    # above the function of a rule stands what it is to read
    tree.decorator_list = []
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    places = {id(call.args[0]) for call in calls if call.func.id == "Hit"}
    helpers = [getattr(sys.modules[function.__module__], call.func.id, None) for call in calls]
    # what is computed once is of the register, not of the plan
    helpers = [one for one in helpers if inspect.isfunction(one) and not hasattr(one, "__wrapped__")]
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    read |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in places}
    return read.union(*map(fields_read, helpers)) & set(FELT)


@pytest.mark.parametrize("rule", rules_of(plan_rule), ids=lambda rule: rule.kode)
def test_a_rule_states_the_fields_it_reads(rule):
    # an id is read to name a plan in the message, and to find another one
    assert set(rule.felter) | {"id"} == fields_read(rule.find) | {"id"}
