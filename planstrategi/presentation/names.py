"""Names by id, for what a table shows people in place of the ids that programs compute with."""

from planstrategi.analysis.alignment.expectations import expected
from planstrategi.analysis.shared.sentences import short
from planstrategi.model.register import Register, once

# an id may be that of a plan and of a requirement: what is known to be one of these is asked for by its kind
A_REQUIREMENT, AN_EXPECTATION = "krav:", "forventning:"


class Names(dict[str, str]):
    """Names by id. pandas copies what a frame says of itself each time a column is taken out of it; these are shared."""

    def __deepcopy__(self, _memo: object) -> "Names":
        return self


@once
def names_by_id(register: Register) -> Names:
    """Return the names of plans and plan types by id, and of requirements and expectations by kind and id."""
    law = {f"{A_REQUIREMENT}{one.id}": one.label for one in register.requirements()}
    expectations = {f"{AN_EXPECTATION}{one.id}": short(one.tekst) for one in expected(register)}
    return Names(register.names("planer") | register.plan_type_names() | law | expectations)
