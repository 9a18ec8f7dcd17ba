"""All rules, in the order of data/README.md. A module that declares rules has to stand here."""

from planstrategi.checks import (
    assumptions,
    catalogues,
    intake,
    judgements,
    law_judgements,
    plan_adoption,
    plan_relations,
    plan_time,
    process,
    profile,
    rules,
    scenarios,
    waivers,
    whole_register,
)
from planstrategi.checks.rules import Family, Rule

MODULES = (
    plan_time, plan_adoption, plan_relations, whole_register, waivers, judgements, catalogues, assumptions, scenarios, process, law_judgements,
    intake, profile,
)  # fmt: skip
FAMILIES = tuple(one for one in vars(rules).values() if isinstance(one, Family))
RULES = tuple(sorted(
    (one for module in MODULES for one in vars(module).values() if isinstance(one, Rule)),
    key=lambda rule: (FAMILIES.index(rule.family), rule.kode),
))  # fmt: skip


def rules_of(family: Family) -> list[Rule]:
    """Return the rules of a family."""
    return [rule for rule in RULES if rule.family is family]
