"""All rules, in the order of data/README.md. A module that declares rules has to stand here."""

from importlib import import_module

from planstrategi.checks import rules
from planstrategi.checks.rules import Family, Rule

_NAMES = (
    "assumptions catalogues intake judgements law_judgements plan_adoption plan_relations plan_time process profile scenarios"
    " waivers whole_register"
)
MODULES = [import_module(f"planstrategi.checks.{name}") for name in _NAMES.split()]
FAMILIES = tuple(one for one in vars(rules).values() if isinstance(one, Family))
RULES = tuple(sorted(
    (one for module in MODULES for one in vars(module).values() if isinstance(one, Rule)),
    key=lambda rule: (FAMILIES.index(rule.family), rule.kode),
))  # fmt: skip


def rules_of(family: Family) -> list[Rule]:
    """Return the rules of a family."""
    return [rule for rule in RULES if rule.family is family]
