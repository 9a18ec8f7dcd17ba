"""Which assumptions of effort and time apply to a plan: the municipality's own before those of its kind."""

from typing import NamedTuple

from planstrategi.model.assumptions import EgenInnsats, Innsats, Spenn
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register

PRIVATE = ("forslagsstiller", "tiltakshaver")


class Assumed(NamedTuple):
    """The kind of work a plan is (None when none fits), and what is assumed of it, the nearest first."""

    kind: Innsats | None
    rows: tuple[EgenInnsats | Innsats, ...]

    @property
    def calendar(self) -> Spenn | None:
        """The months from start to adoption, None when nobody has assumed them."""
        return next((row.kalendermaaneder for row in self.rows if row.kalendermaaneder), None)


def assumed_of(register: Register, plan: Plan) -> Assumed:
    """Return what is assumed of a plan: by itself, by the municipality of its kind, and of its kind."""
    own = {(row.innsats, row.plan): row for row in register.own_effort()}
    kind = _kind(register, plan)
    rows: list[EgenInnsats | Innsats | None] = [own.get((None, plan.id)), own.get((kind.id, None)) if kind else None, kind]
    return Assumed(kind, tuple(row for row in rows if row))


def _kind(register: Register, plan: Plan) -> Innsats | None:
    """Return the kind of work a plan is, one for private or for own proposals before one for both.

    What others own is not the municipality's work, and what is carried on takes none unless something is done each year.
    """
    if plan.is_others or (plan.planbehov == "viderefores" and not plan.aarlig):
        return None
    private = any(driver.rolle in PRIVATE for driver in plan.drivere)
    fitting = [
        kind
        for kind in register.effort_kinds()
        if plan.plantype in kind.plantyper and plan.planbehov in kind.planbehov and kind.privat in (None, private)
    ]
    return max(fitting, key=lambda kind: kind.privat is not None, default=None)
