"""One sentence per subject of vacancies and scenarios, computed from the frames. All of it is assumed."""

from collections.abc import Hashable
from typing import Any

from planstrategi.analysis.legal.findings import LAW_FORMS, nothing_judged
from planstrategi.analysis.scenarios.comparison import scenario_summary
from planstrategi.analysis.scenarios.vacancies import vacancies
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, YEARS_UNKNOWN, Finding, counted, few, in_order, short
from planstrategi.model.register import Register


def vacancy_finding(register: Register) -> Finding:
    """How many duties the vacancy of one role weakens at most; under it which role."""
    frame = vacancies(register)
    if frame.empty:
        nobody = "Ingen rolle har alene ansvaret for arbeid som gjenstår."
        return Finding(nobody if register.roller else "Kilden oppgir ingen roller.")
    if nothing := nothing_judged(register):
        return Finding(f"{counted(frame['rolle'].nunique(), 'rolle', 'roller')} har alene ansvaret for planer.", nothing)
    most = frame["plikter"].map(len).max()
    if not most:
        return Finding("Ingen lovkrav svekkes om én rolle står ledig.")
    worst = frame[frame["plikter"].map(len) == most]
    months = int(worst["maaneder"].min())
    worst = worst[worst["maaneder"] == months]
    late = max((len(ids) for ids in worst["forventninger"] if ids), default=0)
    which = f"Det gjelder {few(list(worst['rolle']), ('rolle', 'roller'))} i {months} måneder."
    later = f"Inntil {counted(late, *EXPECTATION_FORMS)} blir da svart på senere." if late else ""
    return Finding(f"En ledig rolle kan svekke svaret på {counted(most, *LAW_FORMS[:2])}.", which, later)


def options_finding(register: Register) -> Finding:
    """The scenario with the lowest peak; under it what it costs."""
    base, *rest = scenario_summary(register).to_dict("records") or [{}]
    if not rest:
        return Finding("Ingen har laget scenarier ennå.")
    peak, lowest = int(base["topp"]), min(int(row["topp"]) for row in rest)
    best = [row for row in rest if row["topp"] == lowest]
    if lowest >= peak:
        return Finding(f"Ingen av scenariene senker toppen på {counted(peak)} i året." if peak else YEARS_UNKNOWN)
    names = few([f"«{row['scenario']}»" for row in best], ("scenario", "scenarier"))
    lowered = f"senker toppen fra {peak} til {counted(lowest)} i året."
    if len(best) > 1:
        return Finding(f"Flere scenarier {lowered}", f"Det gjelder {names}.")
    return Finding(f"Scenariet «{short(best[0]['scenario'])}» {lowered}", _costs(register, best[0]))


def _costs(register: Register, row: dict[Hashable, Any]) -> str:
    unknown = int(row["antall_uten_innsats"])
    unseen = f"{counted(unknown)} det endrer, har ingen kjent innsats." if unknown else ""
    return in_order(cost_in_words(register, row["plikter_svakere"], row["forventninger_senere"], "senere"), unseen)


def cost_in_words(register: Register, weaker: int, moved: int, when: str) -> str:
    """Return in how many years duties are met less, and how many expectations are answered at another time."""
    law, expected = nothing_judged(register) or "", ""
    if not law:
        law = f"Lovkrav blir svakere møtt i til sammen {weaker} år." if weaker else "Ingen lovkrav blir svakere møtt."
    if register.counting_sets():
        expected = f"{counted(moved, *EXPECTATION_FORMS) if moved else 'Ingen forventninger'} blir svart på {when}."
    return in_order(law, expected)
