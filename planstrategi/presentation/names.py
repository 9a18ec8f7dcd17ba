"""Names by id, for what a table shows people in place of the ids that programs compute with."""

from planstrategi.analysis.alignment.expectations import expected
from planstrategi.analysis.shared.sentences import short
from planstrategi.model.register import Register

# an id may be that of a plan and of a requirement: what is known to be one of these is asked for by its kind
A_REQUIREMENT, AN_EXPECTATION = "krav:", "forventning:"


def names_by_id(register: Register) -> dict[str, str]:
    """Return the names of plans and plan types by id, and of requirements and expectations by kind and id."""
    law = {f"{A_REQUIREMENT}{one.id}": one.label for one in register.requirements()}
    expectations = {f"{AN_EXPECTATION}{one.id}": short(one.tekst) for one in expected(register)}
    return register.names("planer") | register.plan_type_names() | law | expectations
