"""A rule is declared once, above its function: with a code of its own, and fields that there are."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from planstrategi import checks
from planstrategi.checks.all_rules import FAMILIES, MODULES, RULES, rules_of
from planstrategi.checks.rules import (
    Rule,
    assumption_rule,
    effort_rule,
    expectation_rule,
    goal_rule,
    intake_rule,
    judgement_rule,
    legal_judgement_rule,
    plan_rule,
    process_rule,
    profile_rule,
    register_rule,
    remark_rule,
    renaming_rule,
    requirement_rule,
    scenario_rule,
    waiver_rule,
)
from planstrategi.model.assumptions import Forutsetningsfil, Innsatsfil
from planstrategi.model.expectations import Forventningsdokument, Maalfil
from planstrategi.model.fields import specs
from planstrategi.model.intake import IkkePlassert, Innlesingsfil, InnlestRad
from planstrategi.model.judgements import (
    Lovvurdering,
    Lovvurderingsfil,
    Lovvurderingssett,
    Navnebytte,
    Navnebyttefil,
    Utelatelse,
    Vurdering,
    Vurderingsfil,
    Vurderingssett,
)
from planstrategi.model.plan import Plan
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, MERKNAD, OWNER
from planstrategi.model.process import Merknad, Merknadsfil, Prosessdag, Prosessplanfil
from planstrategi.model.profile import Profil
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav, Lovkravfil
from planstrategi.model.scenarios import Scenariofil
from planstrategi.model.vocabulary import words_beside

ALL_MODULES = [import_module(f"{checks.__name__}.{found.name}") for found in iter_modules(checks.__path__)]
OWNERS = {
    plan_rule: [Plan],
    register_rule: [Register, Plan],
    waiver_rule: [Register],
    judgement_rule: [Vurdering, Vurderingssett, Vurderingsfil],
    expectation_rule: [Forventningsdokument],
    goal_rule: [Maalfil],
    renaming_rule: [Navnebytte, Navnebyttefil],
    effort_rule: [Innsatsfil],
    assumption_rule: [Forutsetningsfil],
    scenario_rule: [Scenariofil],
    process_rule: [Prosessdag, Prosessplanfil],
    profile_rule: [Profil],
    remark_rule: [Merknad, Merknadsfil],
    requirement_rule: [Lovkravfil, Lovkrav],
    legal_judgement_rule: [Lovvurdering, Lovvurderingssett, Lovvurderingsfil, Utelatelse],
    intake_rule: [Innlesingsfil, InnlestRad, IkkePlassert],
}


def functions_and_classes(module):
    """Return the public names of what a module itself defines."""
    named = {name: getattr(one, "find", one) for name, one in vars(module).items() if not name.startswith("_")}
    return [name for name, one in named.items() if getattr(one, "__module__", "") == module.__name__]


@pytest.mark.parametrize("module", ALL_MODULES, ids=lambda module: module.__name__.rsplit(".", 1)[-1])
def test_a_module_that_declares_rules_is_listed(module):
    rules = [one for one in vars(module).values() if isinstance(one, Rule)]
    declared = [rule for rule in rules if rule.find.__module__ == module.__name__]
    assert bool(declared) == (module in MODULES)
    assert set(declared) <= set(RULES)


def test_a_code_is_one_rules():
    codes = [rule.kode for rule in RULES]
    assert sorted(codes) == sorted(set(codes))


def test_the_words_of_a_rule_stand_in_their_file_and_no_others_do():
    assert {rule.kode for rule in RULES} == words_beside(checks.__file__, "regler.yaml").keys()


def test_the_groups_that_a_rule_holds_apart_are_parted_by_commas():
    assert plan_rule("REG201", FEIL, "aar oppstart, aar ferdig", KEEPER)(print)[-1] == (("aar", "oppstart"), ("aar", "ferdig"))
    assert plan_rule("REG201", FEIL, "aar oppstart, aar ferdig", KEEPER)(print).felter == ("aar", "oppstart", "ferdig")


def test_a_name_means_one_thing_in_the_rules():
    used = [name for module in ALL_MODULES for name in functions_and_classes(module)]
    assert [name for name in used if used.count(name) > 1] == []


def test_a_rule_stands_with_those_of_its_family_and_a_family_has_rules():
    assert [rule for family in FAMILIES for rule in rules_of(family)] == list(RULES)
    assert all(rules_of(family) for family in FAMILIES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kode)
def test_a_rule_has_words_and_fields_that_there_are(rule):
    assert rule.alvor in (FEIL, ADVARSEL, MERKNAD)
    assert rule.rettes_av in (KEEPER, OWNER)
    assert rule.find.__doc__.endswith(".")
    assert rule.felter
    assert set(rule.felter) <= {name for owner in OWNERS[rule.family] for name in specs(owner)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kode)
def test_what_a_rule_waits_for_and_looks_at_besides_is_there(rule):
    assert rule.naar <= set(specs(Plan))
    parts = {*rule.also, *rule.family.looks_at.split()}
    assert parts <= set(Register.__dataclass_fields__)
