"""One sentence on how much is answered: on each level, for each goal, in time, on two days, and what it rests on."""

from planstrategi.analysis.alignment.assessment import counted_in_force
from planstrategi.analysis.alignment.coverage import (
    ALLE,
    ALLE_VURDERINGER,
    UTEN_FORELOPIGE,
    UTEN_NAVN,
    expectation_coverage,
    goals,
    on_days,
    sensitivity,
    then_and_now,
)
from planstrategi.analysis.alignment.grounds import NOTHING_EXPECTED, by_counted, by_ground, once_judged
from planstrategi.analysis.alignment.over_time import answered_by_year, slips
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, counted, each, labels_of_largest, listed
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register

NO_GOALS = "Katalogen over bærekraftsmål er ikke lest."
# more names than this make no headline
MOST_NAMED = 3


@once_judged
def timing_finding(register: Register) -> str:
    """How many expectations are answered by finished plans by the first and the last year, and if all slips a year."""
    frame = answered_by_year(register)
    if frame.empty:
        return NOTHING_EXPECTED
    sums = frame.groupby("aar")[["antall", "antall_naadd", "antall_forsinket"]].sum()
    first, last = sums.iloc[0], sums.iloc[-1]
    return (
        f"Ved utgangen av {sums.index[0]} svarer ferdige planer på {first['antall_naadd']} av "
        f"{counted(int(first['antall']), *EXPECTATION_FORMS)}, i {sums.index[-1]} på {last['antall_naadd']}; glir alt som "
        f"ikke er ferdig, ett år, blir det {last['antall_forsinket']}.{by_counted(register)}"
    )


@once_judged
def slipping_finding(register: Register) -> str:
    """Which plan delays most when it alone slips a year."""
    frame = slips(register)
    frame = frame[frame["antall_forsinket"] > 0]
    if frame.empty:
        return "Ingen forventning blir svart på senere om én plan glir ett år."
    most, names = int(frame["antall_forsinket"].max()), labels_of_largest(frame, "navn", "antall_forsinket")
    several = f"{len(frame)} planer gir hver for seg forsinkelse om de glir ett år"
    return (
        f"{several if len(frame) > 1 else '1 plan gir forsinkelse om den glir ett år'}; mest betyr {listed(names)}, "
        f"med {counted(most, *EXPECTATION_FORMS)}{each(names)}."
    )


@once_judged
def goals_finding(register: Register) -> str:
    """For which goals the smallest share of the expectations is answered."""
    if register.baerekraftsmaal is None:
        return NO_GOALS
    frame = goals(register)
    asked = frame[frame["antall"] > 0]
    if asked.empty:
        return "Ingen forventninger er koblet til bærekraftsmålene."
    lowest = asked[asked["svart_prosent"] == asked["svart_prosent"].min()].to_dict("records")
    provisional = by_ground(one.grunnlag for one in counted_in_force(register) if one.expected.maal)
    if len(lowest) == 1:
        (row,) = lowest
        name, part = f"Mål {row['maal_nr']} ({row['maal_navn']})", f"{row['antall_svart']} av {row['antall']}"
        return f"{name} har lavest andel svart på: {part}.{provisional}"
    named = [f"mål {row['maal_nr']} ({row['maal_navn']}) med {row['antall_svart']} av {row['antall']}" for row in lowest]
    more = [f"{len(lowest) - MOST_NAMED} til"] if len(lowest) > MOST_NAMED else []
    return f"{len(lowest)} mål har lavest andel svart på: {listed([*named[:MOST_NAMED], *more])}.{provisional}"


@once_judged
def sensitivity_finding(register: Register) -> str:
    """What is left of the coverage without provisional judgements, and without those only a name speaks for."""
    sums = sensitivity(register).groupby("utvalg", sort=False)[["antall", "antall_svart"]].sum()
    if sums.empty:
        return NOTHING_EXPECTED
    names = {UTEN_FORELOPIGE: "uten de foreløpige vurderingene", UTEN_NAVN: UTEN_NAVN}
    answered = sums["antall_svart"].to_dict()
    parts = [f"{answered[name]} {words}" for name, words in names.items()]
    total = counted(int(sums["antall"].to_dict()[ALLE_VURDERINGER]), *EXPECTATION_FORMS)
    return f"Av {total} er {answered[ALLE_VURDERINGER]} svart på, {listed(parts)}."


@once_judged
def then_and_now_finding(register: Register) -> str:
    """How many expectations apply on the register's day and on the judgements', and how many are answered."""
    sums = then_and_now(register).groupby("dato", sort=False)[["antall", "antall_svart"]].sum().to_dict("index")
    parts = [f"{in_words(str(day))} gjelder {row['antall']}, svart på {row['antall_svart']}" for day, row in sums.items()]
    grounds = (one.grunnlag for other in on_days(register).values() for one in counted_in_force(other))
    return f"Forventninger: {'; '.join(parts)}.{by_ground(grounds)}" if parts else NOTHING_EXPECTED


@once_judged
def level_shares_finding(register: Register) -> str:
    """The share answered on each level, with its denominator."""
    frame = expectation_coverage(register)
    rows = frame[(frame["gruppe"] == ALLE) & (frame["antall"] > 0)].drop_duplicates("nivaa")
    parts = [f"{row.nivaa} {row.antall_svart} av {row.antall}" for row in rows.itertuples()]
    return f"Svart på etter nivå: {listed(parts)}." if parts else NOTHING_EXPECTED
