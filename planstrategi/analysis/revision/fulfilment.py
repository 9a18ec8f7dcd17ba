"""What became of the plans of the period before: what was promised, and what the facts of both registers say was done.

That a plan has no row any more, or a row without a date, does not say what was done: unknown stays unknown.
"""

from collections import Counter
from itertools import product

import pandas as pd

from planstrategi.analysis.portfolio.plans import DECISIONS
from planstrategi.analysis.revision.carry_over import done
from planstrategi.analysis.revision.matching import paired
from planstrategi.analysis.shared.editions import NEW_EDITION, edition_of
from planstrategi.analysis.shared.rows import Row, Rows, columns, frame_of
from planstrategi.analysis.shared.sources import places, responsible, source_of
from planstrategi.model.dates import in_words
from planstrategi.model.numbers import in_ranges
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import AARLIG, ENDING, IKKE_OPPGITT, PLANBEHOV, REVISING

FERDIG, CARRIED_ON, IKKE_FERDIG, TATT_UT, KANSKJE, FATE_UNKNOWN = FATES = (
    "ferdig", "fortsatt med", "ikke ferdig", "tatt ut", "kanskje nytt navn", "ikke kjent",
)  # fmt: skip
JA, NEI, INGENTING = "ja", "nei", "ingenting lovet"
EACH_YEAR = "Noe skulle gjøres hvert år; om det ble gjort hvert av dem, sier ikke planstrategiene."
# what the chart counts together
PROMISED, NOT_PROMISED = "Lovet arbeid eller avslutning", "Ikke lovet arbeid"


@columns("plan_id navn lovet hva_skjedde oppfylt hviler_paa planbehov ansvarlig naa_id kilde_forrige kilde")
def promises(register: Register) -> Rows:
    """Return one row per plan of the period before: what it was promised, and what became of it; none without such a period.

    Two registers of the same years are no promise and what became of it, and have no row.

    `hva_skjedde` is one of `FATES`. `oppfylt` says whether the promise is kept: ja and nei only where facts of either
    register say it, else `ikke kjent`; the three, and `ingenting lovet`, add up to the plans. `hviler_paa` is what says it.
    `naa_id` is the id in this register. A plan whose name alone says which it is now, is not known to be that.
    """
    old = register.previous().register
    return _of_each(old, register) if old and is_period_before(old, register) else ()


def is_period_before(old: Register, new: Register) -> bool:
    """Return whether the period of a register is over when that of another begins."""
    return old.periode.til < new.periode.fra


def _of_each(old: Register, new: Register) -> Rows:
    owners, pairs = responsible(old), paired(old, new)
    for was in old.planer:
        became = [pair for pair in pairs if pair.was is was]
        fates = [fate(old, new, was, now, proposed) for _, now, proposed in became]
        parts = [now for _, now, _ in became if now]
        # what is divided is done when each part is
        gravest = min(fates, key=lambda told: (NEI, FATE_UNKNOWN, JA, INGENTING).index(told["oppfylt"]))
        yield gravest | {
            "plan_id": was.id, "navn": was.navn, "lovet": _promise(was), "planbehov": was.planbehov or IKKE_OPPGITT,
            "ansvarlig": owners[was.id], "hviler_paa": " ".join(dict.fromkeys(told["hviler_paa"] for told in fates)),
            "naa_id": "; ".join(one.id for one in parts) or None,
            "kilde_forrige": source_of(was), "kilde": places(map(source_of, parts)),
        }  # fmt: skip


def _promise(plan: Plan) -> str:
    said = [PLANBEHOV[plan.planbehov]] if plan.planbehov else []
    said += [f"hvert år: {', '.join(AARLIG[one] for one in plan.aarlig)}"] if plan.aarlig else []
    said += [f"merket {in_ranges(plan.aar)}"] if plan.aar else []
    said += [f"{name} {in_words(tid.tekst)}" for name, tid in plan.times("oppstart", "ferdig", "skal_vedtas")]
    return "; ".join(said).replace("skal_vedtas", "skal vedtas") or IKKE_OPPGITT


def is_promised(plan: Plan) -> bool:
    """Return whether a planstrategi promises work with a plan or an end to it; a mark of work alone is a promise too."""
    undecided = plan.planbehov in ("avklares", None) and bool(plan.aar or plan.finish)
    return plan.planbehov in (*REVISING, *ENDING) or bool(plan.aarlig) or undecided


def fate(old: Register, new: Register, was: Plan, now: Plan | None, proposed: bool) -> Row:
    """Return `hva_skjedde`, `oppfylt` and `hviler_paa` of a plan, as far as the facts of the new register say it."""
    happened, kept, why = _kept(old, new, was, now) if now and not proposed else _without_row(new, was, now)
    why = f"«{now.navn}»: {why}" if now and now.navn != was.navn else why
    # the register before may have been kept up after its planstrategi was adopted; what it says is of the plan there
    settled = kept == JA or (kept == NEI and was.planbehov in ENDING)
    if not settled and not was.aarlig and (made := done(old, was)):
        happened, kept, why = FERDIG, JA, made
    return {"hva_skjedde": happened, "oppfylt": kept if is_promised(was) else INGENTING, "hviler_paa": why}


def _without_row(new: Register, was: Plan, now: Plan | None) -> tuple[str, str, str]:
    if now:
        alike = "Navnet er det samme, men ikke id-en" if now.navn == was.navn else "Navnene ligner"
        return KANSKJE, FATE_UNKNOWN, f"{alike}; svar i navnebytter.yaml."
    if was.planbehov == "utgaar":
        known, draft = (JA, "") if new.dokument.vedtatt else (FATE_UNKNOWN, ", som ikke er kjent vedtatt")
        return TATT_UT, known, f"Skulle utgå, og står ikke i den nye planstrategien{draft}."
    return TATT_UT, FATE_UNKNOWN, "Står ikke i den nye planstrategien, som ikke sier hvorfor."


def _kept(old: Register, new: Register, was: Plan, now: Plan) -> tuple[str, str, str]:
    before, after = edition_of(old, was).dato, edition_of(new, now)
    last, begun = after.dato, f"{old.periode.fra}-01-01"
    if was.planbehov in ENDING and after.til and after.til < new.per_dato:
        return FERDIG, JA, f"Gjaldt til {in_words(after.til)}."
    due = was.finish.sist if was.finish else f"{old.periode.til}-12-31"
    if was.planbehov not in ENDING and last and last.forst >= begun and (before is None or last.forst > before.sist):
        late = f", etter fristen {in_words(was.finish.tekst)}" if was.finish and last.forst > was.finish.sist else ""
        made = f"Siste utgave er {after.hendelse} {in_words(last.tekst)}{late}."
        # one edition does not say that it was made in each year
        return (CARRIED_ON, FATE_UNKNOWN, f"{made} {EACH_YEAR}") if was.aarlig else (FERDIG, JA, made)
    if not is_promised(was):
        return CARRIED_ON, INGENTING, "Står fortsatt i planstrategien."
    if new.per_dato <= due:
        return FATE_UNKNOWN, FATE_UNKNOWN, f"Fristen, {in_words(due)}, var ikke ute {in_words(new.per_dato)}."
    if now.planbehov and now.planbehov == was.planbehov and was.planbehov in ("ny", *ENDING):
        return IKKE_FERDIG, NEI, f"Står fortsatt som «{PLANBEHOV[now.planbehov]}»."
    # an edition that may be newer than the decision, may be what it decided
    decided = old.dokument.vedtatt
    is_old = last and (last.sist < begun or (last == before and decided and last.sist < decided.forst))
    if last and is_old and was.planbehov in (*NEW_EDITION, "mindre_endring"):
        return IKKE_FERDIG, NEI, f"Siste utgave er fortsatt {after.hendelse} {in_words(last.tekst)}."
    unsaid = FATE_UNKNOWN, FATE_UNKNOWN, "Den nye planstrategien sier ikke om det ble gjort."
    return (CARRIED_ON, FATE_UNKNOWN, EACH_YEAR) if was.aarlig else unsaid


def fates_by_decision(register: Register) -> pd.DataFrame:
    """Return how many plans (`antall`) of each decision (`rad`) of the period before have each fate (`status`).

    Those that were promised something (`gruppe`) stand first.
    """
    labels, frame = {word or IKKE_OPPGITT: label for word, label in DECISIONS.items()}, promises(register)
    groups = frame["oppfylt"].eq(INGENTING).map({False: PROMISED, True: NOT_PROMISED})
    found = Counter(zip(groups, frame["planbehov"], frame["hva_skjedde"], strict=True))
    cells = [cell for cell in product((PROMISED, NOT_PROMISED), labels, FATES) if found[cell]]
    rows = [{"gruppe": cell[0], "rad": labels[cell[1]], "status": cell[2], "antall": found[cell]} for cell in cells]
    return frame_of(rows, ("gruppe", "rad", "status", "antall"))
