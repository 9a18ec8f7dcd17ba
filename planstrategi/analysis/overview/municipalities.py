"""Several planstrategier side by side, never ranked: what each holds, decides and marks, what load it is, what it meets."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial, wraps
from typing import Any

import pandas as pd

from planstrategi.analysis.capacity.effort import without_years
from planstrategi.analysis.capacity.load import load_by_year
from planstrategi.analysis.legal.findings import nothing_judged
from planstrategi.analysis.legal.statuses import AKTUELT, IKKE_KJENT, IKKE_MOTT, MOTT, MOTT_DELVIS, PAA_VEI
from planstrategi.analysis.legal.tables import law_counts
from planstrategi.analysis.portfolio.plan_years import plan_years
from planstrategi.analysis.shared.rows import Row
from planstrategi.analysis.shared.sentences import counted, listed
from planstrategi.model.dates import in_words
from planstrategi.model.numbers import as_estimate
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import ENDING, IKKE_OPPGITT, IKKE_VURDERT, REVISING, UKJENT, VILKAAR_UKJENT

Registers = Sequence[Register]
# letters that the order of code points has elsewhere than the alphabet
LAST_LETTERS = str.maketrans("æøå", "{|}")
DECIDED = {
    "Ny": ("ny",),
    "Revideres": tuple(word for word in REVISING if word != "ny"),
    "Videreføres": ("viderefores",),
    "Ikke i perioden": ("ikke_i_perioden", "neste_periode"),
    "Tas ut": ENDING,
    "Ikke avklart": ("avklares",),
    "Ikke oppgitt": (None,),
}
NO_MARKS, LOAD_UNKNOWN, ALL_PLANS = "ingen år er merket", "ikke kjent", "Planer i alt"
NOBODY_ANSWERED = "Det ukjente er det ingen har svart på; det sier ikke om kommunen møter kravene."
KNOWN_MET, KNOWN_UNMET, COVERAGE_UNKNOWN = "Kjent møtt", "Kjent ikke møtt helt", "Ikke kjent"
WHOSE, LISTED_AT_MOST = ("Kommune", "Periode"), 10


def in_alphabetical_order(registers: Registers) -> list[Register]:
    """Return the registers by the name of the municipality, as Norwegian has the letters, and the first year."""
    return sorted(registers, key=lambda one: (one.kommune.navn.casefold().translate(LAST_LETTERS), one.periode.fra))


def called(registers: Registers) -> list[str]:
    """Return what each municipality is called among the others: by its name, with the number where two have one name.

    Våler and Herøy are two municipalities each; a number that nobody knows tells none of them apart.
    """
    own = [(register.kommune.navn, register.kommune.nummer) for register in registers]
    names = Counter(name for name, number in {*own} if number != UKJENT)
    return [f"{name} ({number})" if names[name] > 1 else name for name, number in own]


def _side_by_side(of: Callable[[Register], Row]) -> Callable[[Registers], pd.DataFrame]:
    """Let what is said of one register make a table of several, a row for each."""
    return wraps(of)(lambda registers: pd.DataFrame([whose | of(one) for whose, one in _with_whose(registers)]))


def _with_whose(registers: Registers) -> list[tuple[Row, Register]]:
    names = zip(called(registers), registers, strict=True)
    return [(dict(zip(WHOSE, (name, str(one.periode)), strict=True)), one) for name, one in names]


@_side_by_side
def what_is_compared(register: Register) -> Row:
    """Return one row per planstrategi: the document, the day it is known as of, how many live there, and what is in doubt."""
    who = register.kommune
    return {
        "Planstrategi": register.dokument.tittel, "Per": in_words(register.per_dato),
        "Innbyggere": who.innbyggere or IKKE_OPPGITT, "Kilde til tallet": who.innbyggere_kilde or "",
        "Tallet er fra": in_words(who.innbyggere_naar.tekst) if who.innbyggere_naar else "",
        "Rader med spørsmål om kilden": _doubts(register), "Lovkravene": _judged(register),
    }  # fmt: skip


def _doubts(register: Register) -> int:
    read = register.innlesing
    return sum(bool(row.open_doubts()) for row in read.rader) + sum(not one.avklart for one in read.ikke_plassert) if read else 0


def _judged(register: Register) -> str:
    if nothing_judged(register):
        return IKKE_VURDERT
    return "; ".join(dict.fromkeys(f"vurdert av {one.hvem}" for one in register.legal_judgement_sets()))


def plans_by_type(registers: Registers) -> pd.DataFrame:
    """Return one row per planstrategi with how many plans it has of each plan type that any of them has."""
    names = {name: None for register in registers for name in register.plan_type_names()}
    there = [name for name in names if any(plan.plantype == name for register in registers for plan in register.planer)]

    def types(register: Register) -> Row:
        called, found = register.plan_type_names(), Counter(plan.plantype for plan in register.planer)
        return {called.get(name, name): found[name] for name in there} | {ALL_PLANS: len(register.planer)}

    return _side_by_side(types)(registers)


@_side_by_side
def decided_for_plans(register: Register) -> Row:
    """Return one row per planstrategi with how many plans are new, revised, kept, put off, dropped or undecided; they add up."""
    counts = {name: sum(plan.planbehov in words for plan in register.planer) for name, words in DECIDED.items()}
    return counts | {ALL_PLANS: len(register.planer)}


def marks_by_meaning(registers: Registers) -> pd.DataFrame:
    """Return one row per planstrategi and meaning of a mark, with how many plans have it in each year; empty outside a period."""
    years = sorted({year for register in registers for year in (*register.periode.years, *plan_years(register)["aar"])})
    rows = [whose | row for whose, register in _with_whose(registers) for row in _marks(register)]
    return pd.DataFrame(rows, columns=[*WHOSE, "Et merke betyr", *years]).astype(dict.fromkeys(years, "Int64"))


def _marks(register: Register) -> list[dict[Any, Any]]:
    marked, none = plan_years(register).groupby("merket_betyr", sort=False)["aar"], dict.fromkeys(register.periode.years, 0)
    return [{"Et merke betyr": means} | none | Counter(years) for means, years in marked] or [{"Et merke betyr": NO_MARKS}]


def load_per_thousand(registers: Registers) -> pd.DataFrame:
    """Return one row per planstrategi with the assumed månedsverk of each year per 1 000 inhabitants, where that is given.

    A cell is the 50th percentile, with the 10th and the 90th; `Planer uten kjente år` come in addition.
    """
    years = sorted({year for register in registers for year in register.periode.years})
    columns = [*WHOSE, "Innbyggere", *years, "Planer uten kjente år"]
    return _side_by_side(_load)(registers).reindex(columns=columns, fill_value="").fillna("")


def _load(register: Register) -> Row:
    many, rows = register.kommune.innbyggere, load_by_year(register).to_dict("records")
    loads = {row["aar"]: _spread(row, many / 1000) if many else "" for row in rows}
    return {"Innbyggere": many or IKKE_OPPGITT, "Planer uten kjente år": len(without_years(register))} | loads


def _spread(row: dict[Any, Any], thousands: float) -> str:
    if pd.isna(row["maanedsverk_p50"]):
        return LOAD_UNKNOWN
    low, middle, high = (as_estimate(row[f"maanedsverk_{name}"] / thousands) for name in ("p10", "p50", "p90"))
    return f"{middle} ({low}–{high})"


@_side_by_side
def demands_met(register: Register) -> Row:
    """Return one row per planstrategi with what the municipality must by law: known met, known not met in full, not known."""
    counts = law_counts(register)
    unmet, met = counts[MOTT_DELVIS] + counts[PAA_VEI] + counts[IKKE_MOTT], counts[MOTT]
    return {
        KNOWN_MET: int(met), KNOWN_UNMET: int(unmet), COVERAGE_UNKNOWN: int(counts[IKKE_KJENT] + counts[IKKE_VURDERT]),
        "Krav i alt": int(counts[AKTUELT]), "I tillegg: vilkåret ikke avklart": int(counts[VILKAAR_UKJENT]),
    }  # fmt: skip


def not_comparable(registers: Registers) -> list[str]:
    """Return what cannot be compared, a sentence for each reason, computed from the registers."""
    who = partial(_named, registers)
    periods = sorted({str(one.periode) for one in registers})
    of_period = {years: [one for one in registers if str(one.periode) == years] for years in periods}
    unlike = listed([f"{years} ({_named(those, lambda _: True)})" for years, those in of_period.items()])
    meanings = {means for register in registers for means in plan_years(register)["merket_betyr"]}
    unmarked, uncounted = who(lambda one: plan_years(one).empty), who(lambda one: not one.kommune.innbyggere)
    drafts, unjudged = who(_doubts), who(nothing_judged)
    every = [whose for whose, _ in _with_whose(registers)]
    twice = who(lambda one: every.count(every[registers.index(one)]) > 1)
    said = {
        f"Samme kommune og periode er med flere ganger: {twice}. Slett mappene som ikke gjelder.": twice,
        f"Periodene er ulike: {unlike}. Tall for et år gjelder bare dem som har året.": len(periods) > 1,
        "Et merke i et år betyr ulike ting; antall merker kan bare sammenlignes der de betyr det samme.": len(meanings) > 1,
        f"Ingen år er merket: {unmarked}.": unmarked,
        f"Innbyggertallet er ikke oppgitt: {uncounted}. Der er belastningen ikke regnet per innbygger.": uncounted,
        f"Spørsmål om kilden står uten svar: {drafts}. Tallene deres kan bli andre.": drafts,
        f"Ingen har vurdert lovkravene: {unjudged}. {NOBODY_ANSWERED}": unjudged,
    }
    return [sentence for sentence, true in said.items() if true]


def _named(registers: Registers, is_so: Callable[[Register], Any]) -> str:
    """Return the municipalities of which something is so, or how many they are; empty when of none.

    One that is there with several periods is named with the one it is so of: it need not be so of the others.
    """
    every = [tuple(whose.values()) for whose, _ in _with_whose(registers)]
    periods = Counter(name for name, _ in {*every})
    found = dict.fromkeys(own for own, one in zip(every, registers, strict=True) if is_so(one))
    names = [f"{name} {period}" if periods[name] > 1 else name for name, period in found]
    if len(names) <= LISTED_AT_MOST:
        return listed(names) if names else ""
    forms = ("planstrategi", "planstrategier") if any(periods[name] > 1 for name, _ in found) else ("kommune", "kommuner")
    return counted(len(names), *forms)
