"""One sentence on what has changed, and one on what became of what was promised; what nobody knows is said under them."""

import pandas as pd

from planstrategi.analysis.revision import changes as words
from planstrategi.analysis.revision.changes import LAGT_TIL, changes_since
from planstrategi.analysis.revision.fulfilment import (
    FATE_UNKNOWN,
    INGENTING,
    JA,
    KANSKJE,
    NEI,
    TATT_UT,
    is_period_before,
    promises,
)
from planstrategi.analysis.shared.sentences import Finding, counted, listed, of_all, short, tally
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register

NOTHING_BEFORE = "Det er ingen planstrategi fra før å sammenligne med."


def since(register: Register) -> str:
    """Return what the register that this is held against is called in a sentence, empty when there is none."""
    old, _, called = register.previous()
    if called or old is None:
        return short(called)
    return f"utgaven per {in_words(old.per_dato)}" if old.periode == register.periode else f"perioden {old.periode}"


def changes_finding(register: Register) -> Finding:
    """How many plans are added and taken out; under it what has changed of the others, and of what is judged."""
    before, frame = register.previous(), changes_since(register)
    if before.register is None:
        return Finding(NOTHING_BEFORE, f"Det er fordi {before.hvorfor}.")
    if frame.empty:
        return Finding(f"Ingenting er endret siden {since(register)}.", _not_compared(before.register, register))
    plans = frame.groupby("endring")["plan_id"].nunique()
    added, out, maybe = (int(plans.get(word, 0)) for word in (LAGT_TIL, TATT_UT, KANSKJE))
    moved = f"{counted(added) if added else 'ingen planer'} lagt til og {out or 'ingen'} tatt ut"
    # what this register does not say, is not known to be changed
    touched = frame.dropna(subset="til")["plan_id"].nunique()
    same = f"{counted(touched)} endret, og ingen lagt til" if touched else "ingen planer endret, lagt til"
    return Finding(
        f"Siden {since(register)} er {moved if added or out else f'{same} eller tatt ut'}.",
        _of_the_others(frame, plans),
        f"{counted(maybe)} har kanskje nytt navn." if maybe else "",
        *(tally(f"{what}: {{}}.", {said: int(frame["endring"].isin(which).sum()) for which, said in said_of.items()})
          for what, said_of in IS_NOW.items()),
        _not_compared(before.register, register), _answered_in_vain(register),
    )  # fmt: skip


# what is asked for the first time is open now, but no progress where it is met
FIRST_ASKED = words.BEFORE["gjelder ikke"]
IS_NOW = {
    "Skal-krav": {(words.KRAV_MOTT,): "nå møtt", (words.KRAV_AAPENT, words.KRAV_AAPENT + FIRST_ASKED): "nå uten full dekning"},
    "Forventninger": {(words.SVART,): "nå svart på", (words.UTEN_SVAR, words.UTEN_SVAR + FIRST_ASKED): "nå uten svar"},
}


def _of_the_others(frame: pd.DataFrame, plans: "pd.Series[int]") -> str:
    # a plan that several became has a row for each of them
    frame = frame.drop_duplicates(["plan_id", "endring", "felt"])
    # of what nobody had stated before, nobody knows whether it is another
    changed = frame[frame["endring"].isin((words.ENDRET, words.UOPPGITT))].dropna(subset="fra")
    decided, area = (changed.loc[changed["felt"] == felt, "til"] for felt in ("planbehov", "ansvarlig"))
    counts = {"har fått et annet planbehov": int(decided.count()), "er uten oppgitt planbehov": int(decided.isna().sum()),
              "har fått et annet ansvarlig område": int(area.count()),
              "er skjøvet ut": int(plans.get(words.SKJOVET_UT, 0)), "er framskyndet": int(plans.get(words.FRAMSKYNDET, 0)),
              "har fått nytt navn": int(plans.get(words.NYTT_NAVN, 0))}  # fmt: skip
    return tally(f"Av {'de andre planene' if {LAGT_TIL, TATT_UT} & {*plans.index} else 'planene'}: {{}}.", counts)


def _not_compared(old: Register, new: Register) -> str:
    """Return what is not compared, because nobody has judged it in both registers."""
    unjudged = {
        "lovkravene": not (old.legal_judgement_sets() and new.legal_judgement_sets()),
        "forventningene": not (old.counting_sets() and new.counting_sets()),
    }
    left = [what for what, is_so in unjudged.items() if is_so]
    return f"{listed(left).capitalize()} er ikke vurdert i begge, og ikke sammenlignet." if left else ""


def _answered_in_vain(register: Register) -> str:
    old = register.previous().register
    lost = sum(one.fra not in old.plans_by_id() for one in register.renamings()) if old and old.periode != register.periode else 0
    return f"{counted(lost, 'svar', 'svar')} i navnebytter.yaml gjelder ingen plan fra før." if lost else ""


def promises_finding(register: Register) -> Finding:
    """How many of the promises are known to be kept; under it how many are known not to be, and how many nobody knows of."""
    before, kept = register.previous(), promises(register)["oppfylt"].value_counts()
    if before.register is None:
        return Finding(NOTHING_BEFORE, f"Det er fordi {before.hvorfor}.")
    if not is_period_before(before.register, register):
        told = f"{short(register.dokument.tittel)} er holdt mot {since(register)}"
        return Finding(
            "Hva som ble lovet, vises bare mot en periode som er over.", f"{told}, som gjelder {before.register.periode}."
        )
    yes, no, unknown, nothing = (int(kept.get(word, 0)) for word in (JA, NEI, FATE_UNKNOWN, INGENTING))
    others = f"{counted(nothing)} var ikke lovet noe arbeid." if nothing else ""
    if not yes + no + unknown:
        return Finding(f"Ingen planer var lovet arbeid eller avslutning i {since(register)}.")
    return Finding(
        f"Det som var lovet i {since(register)}, er kjent gjort for {of_all(yes, yes + no + unknown).lower()}.",
        f"For {no or 'ingen'} er det kjent at det ikke er gjort, og for {unknown or 'ingen'} er det ikke kjent.", others,
    )  # fmt: skip
