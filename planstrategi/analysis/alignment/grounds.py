"""What the sentences on judgements have in common: a part of what is judged, what is left, and what that rests on."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any, NamedTuple

from planstrategi.analysis.alignment.assessment import FORELOPIG, counted_in_force, in_force
from planstrategi.analysis.alignment.expectations import expected
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, NO_PLANS, Finding, listed, of_all, provisional
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT

NOTHING_EXPECTED = "Registeret og katalogene har ingen forventninger til planene."
NOTHING_IN_FORCE = "Ingen av forventningene i registeret og katalogene er kjent å gjelde på registerets dato."
NOBODY = "Ingen har vurdert planene mot forventningene ennå."
ANSWERED = "{} har minst et delvis svar i en plan."
EXPECTATIONS = (*EXPECTATION_FORMS, "forventningene")


class Share(NamedTuple):
    """A part of what is judged, and how many beside that nobody has judged."""

    part: int
    judged: int
    unjudged: int


def share(row: Mapping[Any, Any], part: str = "antall_minst_delvis") -> Share:
    """Return a part of a row of coverage as a share of what is judged."""
    return Share(row[part], row["antall"] - row["antall_ikke_vurdert"], row["antall_ikke_vurdert"])


def by_ground(grounds: Iterable[str]) -> str:
    """Return that all or some of the judgements are provisional, by what each expectation rests on (`grunnlag`)."""
    return provisional(ground == FORELOPIG for ground in grounds if ground != IKKE_VURDERT).strip()


def by_counted(register: Register) -> str:
    """Return the same for the expectations that apply and are counted."""
    return by_ground(one.grunnlag for one in counted_in_force(register))


def once_judged(say: Callable[[Register], Finding]) -> Callable[[Register], Finding]:
    """Say that nothing is expected, or that nobody has judged it, in place of numbers that would rest on nothing."""

    @wraps(say)
    def guarded(register: Register) -> Finding:
        ones = in_force(register)
        if any(one.antall_vurdert for one in ones):
            return say(register)
        nothing = NOBODY if ones else NOTHING_IN_FORCE if expected(register) else NOTHING_EXPECTED
        return Finding(nothing if register.planer else NO_PLANS)

    return guarded


def of_judged(said: str, known: Share, forms: tuple[str, str, str] = EXPECTATIONS, nobody: str = NOBODY) -> str:
    """Return a sentence with a share of what is judged in it: «3 av 5 vurderte forventninger»; `nobody` where none is."""
    one, many, all_of_them = forms
    marked = (f"vurdert {one}", f"vurderte {many}", f"vurderte {all_of_them}") if known.unjudged else forms
    sentence = said.format(of_all(known.part, known.judged, marked).lower())
    return sentence[0].upper() + sentence[1:] if known.judged else nobody


def the_rest(row: Mapping[Any, Any]) -> str:
    """Return how many of a row are answered weakly only, by no plan, or not judged; nothing where nobody has judged any."""
    words = {"antall_svakt": "bare et svakt svar", "antall_ingen_plan": "ingen plan", "antall_ikke_vurdert": "ingen vurdering"}
    parts = [f"{row[name]} {what}" for name, what in words.items() if row[name]]
    return f"Av resten har {listed(parts)}." if parts and share(row).judged else ""


def of_level(level: str) -> tuple[str, str, str]:
    """Return the forms of the expectations of a level: one, several, and the several that are known."""
    return f"{level} forventning", f"{level}e forventninger", f"{level}e forventningene"


def the_same(others: Mapping[str, Share]) -> str:
    """Return that a sentence holds of other levels too, by level: how many, of how many that are judged."""
    known = [f"{one.part} av {one.judged} {level}e" for level, one in others.items() if one.judged]
    return f"Det samme gjelder {listed(known)}." if known else ""
