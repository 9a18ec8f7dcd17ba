"""One sentence per subject of vacancies and scenarios, and what each scenario costs. All of it is assumed."""

from planstrategi.analysis.capacity.effort import without_years
from planstrategi.analysis.legal.findings import LAW_FORMS, LAW_NOT_JUDGED, nothing_judged
from planstrategi.analysis.scenarios.options import Option, change, median, options
from planstrategi.analysis.scenarios.vacancies import vacancies
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, YEARS_UNKNOWN, Finding, counted, few, listed, short, tally
from planstrategi.model.numbers import in_digits
from planstrategi.model.register import Register

NO_SCENARIOS = "Ingen har laget scenarier ennå."
DATELESS = "Arbeid i år som ikke er kjent, er ikke med."


def the_peak(register: Register) -> str:
    """Return what the year with most plans is called in a sentence: work in years nobody knows could make it another."""
    return "den kjente toppen" if without_years(register) else "toppen"


def vacancy_finding(register: Register) -> Finding:
    """How many duties the vacancy of one role weakens at most; under it which role."""
    frame = vacancies(register)
    if frame.empty:
        nobody = "Ingen rolle har alene ansvaret for arbeid som gjenstår."
        return Finding(nobody if register.roller else "Kilden oppgir ingen roller.")
    if nothing := nothing_judged(register):
        return Finding(f"{counted(frame['rolle'].nunique(), 'rolle', 'roller')} har alene ansvaret for planer.", nothing)
    most = frame["plikter"].map(len).max()
    worst = frame[frame["plikter"].map(len) == most]
    months = int(worst["maaneder"].min())
    worst = worst[worst["maaneder"] == months] if most else worst
    late = max((len(ids) for ids in worst["forventninger"] if ids), default=0)
    which = f"Det gjelder {few(list(worst['rolle']), ('rolle', 'roller'))} i {months} måneder."
    later = f"Inntil {counted(late, *EXPECTATION_FORMS)} blir da svart på senere." if late else ""
    said = f"En ledig rolle kan svekke svaret på {counted(most, *LAW_FORMS[:2])}."
    return Finding(said if most else "Ingen lovkrav er kjent svekket om én rolle står ledig.", which if most else "", later)


def options_finding(register: Register) -> Finding:
    """The scenario with the lowest peak; under it what it costs. A vacancy is a loss, and never said to lower anything."""
    every = options(register)
    peak = _peak(every[0]) if every else 0
    if not peak:
        return Finding(YEARS_UNKNOWN if every else NO_SCENARIOS)
    lower = [one for one in every if _peak(one) < peak]
    chosen = [one for one in lower if not one.scenario.vakanse]
    if not chosen:
        alone = "Ingen av scenariene uten en ledig rolle" if lower else "Ingen av scenariene"
        return Finding(f"{alone} senker {the_peak(register)} på {counted(peak)} i året.")
    real = [one for one in chosen if _peak(one, with_lost=True) < peak]
    lowest = min(map(_peak, real or chosen))
    best = [one for one in real or chosen if _peak(one) == lowest]
    return _lowest(peak, best if real else best[:1])


def _peak(option: Option, *, with_lost: bool = False) -> int:
    """Return the most plans in a year of the period; `with_lost` as if what is pushed out of it, or not done, stood as before."""
    lost = option.pushed() | option.undone() if with_lost else set[str]()
    return max(len(now.plans | was.plans & lost) for now, was in option.period.values())


def _lowest(peak: int, best: list[Option]) -> Finding:
    one, *others = best
    top, outside = the_peak(one.was), DATELESS if without_years(one.was) else ""
    fall = f"fra {peak} til {counted(_peak(one))} i året."
    if others:
        names = few([f"«{option.scenario.navn}»" for option in best], ("scenario", "scenarier"))
        return Finding(f"Flere scenarier senker {top} {fall}", f"Det gjelder {names}.", outside)
    name, unseen = f"Scenariet «{short(one.scenario.navn)}»", len(one.unknown())
    under = cost(one), f"{counted(unseen)} det endrer, har ingen kjent innsats." if unseen else "", _heavier(one), outside
    if _peak(one, with_lost=True) < peak:
        return Finding(f"{name} senker {top} {fall}", *under)
    undone = f"gjør ikke alt arbeidet med {counted(len(one.undone()))}"
    lost = f"skyver {_pushed_out(one, whole=True)} ut av perioden" if one.pushed() else undone
    return Finding(f"{name} {lost}.", f"{top.capitalize()} synker da {fall}", *under)


def _heavier(option: Option) -> str:
    """Return that the heaviest year in månedsverk becomes heavier, where it does."""
    now, was = (max(median([pair[at].load]) for pair in option.period.values()) for at in (0, 1))
    said = f"Det tyngste året i månedsverk går fra {in_digits(was, 0)} til {in_digits(now, 0)}."
    return said if round(now) > round(was) else ""


def cost(option: Option) -> str:
    """Return what an option costs, one sentence; what nobody has judged is said to be that, and not free of cost."""
    pushed, undone = option.pushed(), len(option.undone())
    if option.changes_nothing():
        unseen = f"{counted(undone)} som droppes, har ingen kjente år, så virkningen vises ikke."
        return unseen if undone else "Ingenting endres i noe år."
    lost = [f"{_pushed_out(option)} skjøvet ut av perioden"] if pushed else []
    lost += [f"noe av arbeidet med {counted(undone)} ikke gjort"] if undone else []
    merged = {name for one in option.scenario.slaa_sammen for name in one.planer} & option.squeezed()
    lost += [f"arbeidet med {counted(len(merged))} ikke regnet med"] if merged else []
    lost += [f"{counted(fewer)} med færre år"] if (fewer := len(option.squeezed() - merged)) else []
    lost += [f"{counted(late)} endret i år som er gått"] if (late := len(option.too_late())) else []
    lost += ["kapasiteten endret"] if option.scenario.kapasitet else []
    said = ", ".join([*_judged(option), *lost])
    return f"{said[0].upper()}{said[1:]}."


def law_is_judged(register: Register) -> bool:
    """Return whether somebody has judged any of what the law requires."""
    return bool(register.legal_judgement_sets()) and nothing_judged(register) != LAW_NOT_JUDGED


def _judged(option: Option) -> list[str]:
    weaker = {one.krav.id: one.krav.styrke == "skal" for one in option.effects.statuses if one.is_weaker}
    duties, later = sum(weaker.values()), len(option.effects.later())
    law = tally("{} svekket", {"skal-krav": duties, "bør- eller kan-krav": len(weaker) - duties}) or "ingen lovkrav svekket"
    expected = f"{counted(later, *EXPECTATION_FORMS) if later else 'ingen forventninger'} svart på senere"
    said = {"lovkrav": (law, law_is_judged(option.was)), "forventninger": (expected, bool(option.was.counting_sets()))}
    unknown = [name for name, (_, judged) in said.items() if not judged]
    known = [words for words, judged in said.values() if judged]
    return [*([f"svaret på {listed(unknown)} ikke vurdert"] if unknown else []), *known]


def _pushed_out(option: Option, *, whole: bool = False) -> str:
    """Return how much is pushed out of the period: månedsverk, and the plans that they miss; `whole` all as plans then."""
    load, pushed = change(option.after), option.pushed()
    unknown = len(pushed & option.unknown())
    if load <= 0 or (whole and unknown):
        return counted(len(pushed)) + (" uten kjent innsats" if unknown == len(pushed) else "")
    return f"{in_digits(load)} månedsverk" + (f" og {counted(unknown)} uten kjent innsats" if unknown else "")
