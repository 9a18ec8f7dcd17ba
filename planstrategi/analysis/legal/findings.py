"""One sentence per legal subject, computed from the frames: what a chart shows, and under it what is not known."""

import pandas as pd

from planstrategi.analysis.legal.answers import judgements_by_requirement
from planstrategi.analysis.legal.gaps import gaps, missed, questions
from planstrategi.analysis.legal.statuses import AKTUELT, DEKKET, ER_VURDERT, IKKE_KJENT, IKKE_MOTT, MOTT, MOTT_DELVIS, PAA_VEI
from planstrategi.analysis.legal.tables import applying, demanded, funnel, law_counts, requirement_coverage, requirement_years
from planstrategi.analysis.legal.wheel import ON_CALENDAR, calendar, wheel
from planstrategi.analysis.shared.sentences import Finding, counted, in_order, listed, of_all, provisional, short, tally
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import HVERT_AAR, IKKE_VURDERT, KRAVSLAG, MED_AARS_MELLOMROM, RINGS, STYRKE

LAW_FORMS = ("lovkrav", "lovkrav", "lovkravene")
LAW_NOT_JUDGED, NONE_UNMET = "Ingen har vurdert planene mot lovkravene ennå.", "Ingen lovkrav er vurdert som ikke møtt."


def nothing_judged(register: Register) -> Finding | None:
    """Return what is said instead of any number where nothing applies or nobody has judged, None where somebody has."""
    counts = law_counts(register)
    if counts[AKTUELT] == 0:
        return Finding("Katalogen har ingen lovkrav som gjelder kommunen.")
    judged = (one.vurdering.svar for several in judgements_by_requirement(register).values() for one in several)
    if set(judged) - {"ikke_vurdert"}:
        return None
    own = f"Registeret svarer selv på {counts[ER_VURDERT]} av {counted(counts[AKTUELT], *LAW_FORMS[:2])}."
    return Finding(LAW_NOT_JUDGED, own if counts[ER_VURDERT] else "")


def _found(register: Register, said: str, under: str, judged: pd.DataFrame) -> Finding:
    """Return a finding with what is said below it, and the note on judgements, but only where somebody has judged."""
    return nothing_judged(register) or Finding(said, under, provisional(judged["forelopig"].dropna()))


def _law(register: Register) -> pd.DataFrame:
    frame = applying(demanded(requirement_coverage(register)))
    return frame[frame["styrke"] == "skal"]


def law_parts(counts: "pd.Series[int]") -> dict[str, int]:
    """Return the parts, in words, of what applies and is not known to be met; none is left out."""
    parts = {
        "møtt delvis": counts[MOTT_DELVIS], "planlagt": counts[PAA_VEI], "ikke møtt i minst ett år": counts[IKKE_MOTT],
        "ikke kjent": counts[IKKE_KJENT] + counts[IKKE_VURDERT],
    }  # fmt: skip
    return {part: int(count) for part, count in parts.items() if count}


def coverage_finding(register: Register) -> Finding:
    """How many of the demands of law are known to be met, and under it where the others stand: they add up."""
    counts = law_counts(register)
    said = f"{of_all(counts[MOTT], counts[AKTUELT], LAW_FORMS)} er kjent møtt hele perioden."
    parts = {f"er {part}": count for part, count in law_parts(counts).items()}
    return _found(register, said, tally("{}.", parts), _law(register))


def by_kind_finding(register: Register) -> Finding:
    """Of which kind most of the demands of law are that nothing shown meets, and under it what else is drawn."""
    gap = demanded(funnel(register)).query("steg == @IKKE_MOTT and styrke == 'skal'").set_index("kravslag")["antall"]
    most = list(gap.index[gap == gap.max()])
    which = f"er {gap.max()} av slaget {''.join(most)}" if len(most) == 1 else "har flere slag like mange"
    said = f"Av {gap.sum()} lovkrav som ikke er møtt i minst ett år, {which}." if gap.any() else NONE_UNMET
    tied = f"Det gjelder {listed(most)}, {gap.max()} av hvert." if gap.any() and len(most) > 1 else ""
    others = {
        "kommunen bør eller kan møte": law_counts(register, "bør", "kan")[AKTUELT],
        "til prosessen": law_counts(register, *STYRKE.values(), process=True)[AKTUELT],
    }
    parts = [f"{counted(count, 'annet krav', 'andre krav')} {what}" for what, count in others.items() if count]
    return _found(register, said, in_order(tied, f"Her er også {listed(parts)}." if parts else ""), _law(register))


def by_year_finding(register: Register) -> Finding:
    """How many core requirements are met at the end of the last year, and under it the first year and what is planned."""
    ids, years = applying(demanded(requirement_coverage(register)))["krav_id"], requirement_years(register)
    core = years[years["krav_id"].isin(ids) & (years["relevans"] == "kjerne")]
    if core.empty:
        return Finding("Katalogen har ingen krav som hører hjemme i en planstrategi, og som gjelder kommunen.")
    first, last = (core[core["aar"] == year] for year in (register.periode.fra, register.periode.til))
    later = applying(demanded(years[(years["relevans"] == "kjerne") & (years["aar"] == register.periode.til)]))
    coming = len(later) - len(applying(last))
    which = of_all(int((last["status"] == DEKKET).sum()), len(last), ("krav", "krav", "kravene"))
    said = f"{which} som hører hjemme i en planstrategi, er kjent møtt ved utgangen av {register.periode.til}."
    planned = f"hvis alt går etter planen, er det {(last['status_etter_plan'] == DEKKET).sum()} i {register.periode.til}."
    under = f"I {register.periode.fra} er det {(first['status'] == DEKKET).sum()}; {planned}"
    later_on = f"{counted(coming, 'krav', 'krav')} til gjelder først senere i perioden." if coming else ""
    return _found(register, said, in_order(under, later_on), core)


def due_finding(register: Register) -> Finding:
    """The next due date on the calendar from the register's date on, and under it what the register's years miss."""
    frame = calendar(register).dropna(subset="frist").sort_values("frist", kind="stable")
    if frame.empty:
        return Finding("Ingen krav har en frist som kan regnes ut.")
    first = frame.iloc[0]
    same = list(dict.fromkeys(frame.loc[frame["frist"] == first["frist"], "krav"]))
    what = short(same[0]) if len(same) == 1 else f"{short(same[0])} og {len(same) - 1} til"
    late = int(missed(register)["relevans"].isin(ON_CALENDAR).sum())
    missing = f"{counted(late, 'frist', 'frister')} i perioden møtes ikke av årene i registeret." if late else ""
    said = f"Neste frist er {'senest ' if first['senest'] else ''}{in_words(first['frist'])}: {what}."
    return Finding(said, f"Regnet fra {in_words(register.per_dato)}.", nothing_judged(register) or missing)


def wheel_finding(register: Register) -> Finding:
    """How many of the duties on the wheels come once a term and every year, and under it those with another rhythm."""
    drawn = set(wheel(register)["krav_id"])
    rules = [{rule.regel for rule in krav.gjentakelse} & {*RINGS} for krav in register.requirements() if krav.id in drawn]
    if not rules:
        return Finding("Katalogen har ingen krav som hører hjemme i en planstrategi og har en takt.")
    kinds = {HVERT_AAR}, {*RINGS} - {HVERT_AAR, MED_AARS_MELLOMROM}, {MED_AARS_MELLOMROM}
    yearly, term, between = (sum(bool(own & kind) for own in rules) or "Ingen" for kind in kinds)
    free = sum(not own for own in rules)
    said = f"{term} av planstrategiens krav kommer i hver valgperiode og {str(yearly).lower()} hvert år."
    return Finding(said, f"{between} kommer med faste år mellom.", f"{free} har ingen fast takt i loven." if free else "")


def gaps_finding(register: Register) -> Finding:
    """How many demands of law are judged and met by nothing shown in some year, and under it what else there is."""
    gap_ids, coverage = gaps(register)["krav_id"], requirement_coverage(register)
    counts, ought = law_counts(register), law_counts(register, "bør")[IKKE_MOTT]
    which = f"{counts[IKKE_MOTT]} av {counted(counts[AKTUELT], *LAW_FORMS[:2])}"
    some = f"{which} er i minst ett år ikke møtt av noe planstrategien viser."
    also = f"I tillegg kommer {ought} som kommunen bør møte." if ought else ""
    under = in_order(also, "Noe kan være møtt et annet sted.") if len(gap_ids) else ""
    return _found(register, some if counts[IKKE_MOTT] else NONE_UNMET, under, coverage[coverage["krav_id"].isin(gap_ids)])


def questions_finding(register: Register) -> Finding:
    """How many facts would settle what is unknown."""
    frame = questions(register)
    if frame.empty:
        return Finding("Ingen spørsmål om lovkravene står åpne.")
    process = (frame["kravslag"] == KRAVSLAG["prosesskrav"]).sum() or "Ingen"
    said = f"{len(frame)} svar fra kommunen avklarer det som ikke er kjent om kravene i katalogen."
    return Finding(said, f"{process} av dem gjelder prosessen.")
