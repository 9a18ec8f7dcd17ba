"""One sentence per subject of marked plans, load and time, computed from the frames. Load and time are assumed."""

from planstrategi.analysis.capacity.counts import concentration, marked_per_year, per_role
from planstrategi.analysis.capacity.load import LOAD, load_by_year
from planstrategi.analysis.capacity.uncertainty import TOO_LONG, TOO_SHORT, realism, tornado
from planstrategi.analysis.shared.sentences import (
    NONE_MARKED,
    PLAN_FORMS,
    Finding,
    counted,
    each,
    few,
    in_order,
    labels_of_largest,
    listed,
    of_all,
    short,
)
from planstrategi.model.numbers import as_estimate, in_digits
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT

NO_EFFORT = "Ingen antakelse om innsats gjelder for planene i registeret."
NOTHING_MARKED = "Ingen planer er merket i noe år."
ROLE_FORMS = ("rolle", "roller")


def load_finding(register: Register) -> Finding:
    """The heaviest year in månedsverk; where plans of other years have no known effort, only how much is known."""
    marked, years = any(plan.aar for plan in register.planer), load_by_year(register).to_dict("records")
    if not any(row["antall_planer"] for row in years):
        return Finding(NO_EFFORT if marked else NOTHING_MARKED)
    top, *others = sorted(years, key=lambda row: -row["maanedsverk_p50"])
    low, middle, high = (as_estimate(top[name]) for name in LOAD)
    # what nobody has assumed of the year itself only makes it heavier
    is_heaviest = all(row["maanedsverk_p50"] < top["maanedsverk_p50"] and not row["antall_uten_innsats"] for row in others)
    heaviest = f"{top['aar']} er det tyngste året, med antatt {middle} månedsverk."
    said = heaviest if is_heaviest else f"Planene med kjent innsats er antatt å ta inntil {middle} månedsverk i året."
    unknown = [f"{counted(count, *PLAN_FORMS)} i {row['aar']}" for row in years if (count := int(row["antall_uten_innsats"]))]
    rest = f"Uten kjent innsats: {listed(unknown)}." if unknown else ""
    wide = f"Spennet er {low}–{high} månedsverk i {top['aar']}." if low != high else ""
    return Finding(said, in_order(wide, rest))


def swing_finding(register: Register) -> Finding:
    """The assumption that moves the heaviest year most; under it how far."""
    frame = tornado(register)
    if frame.empty:
        return Finding(NO_EFFORT)
    row = frame.iloc[0].to_dict()
    low, expected, high = (in_digits(row[name]) for name in ("lav", "ventet", "hoy"))
    said = f"Antakelsen om «{short(row['innsats'])}» betyr mest for hvor tungt {row['aar']} blir."
    return Finding(said, f"Året blir {low} til {high} månedsverk, mot ventet {expected}.")


def time_finding(register: Register) -> Finding:
    """How many plans have less calendar time than the range of their kind; under it which, and how many have more."""
    frame = realism(register)
    if frame.empty:
        return Finding("Ingen plan har en tid som kan holdes mot en antakelse.")
    names = {plan.id: plan.label for plan in register.planer}
    hurried = list(frame.loc[frame["vurdering"] == TOO_SHORT, "plan_id"].map(names))
    slow = int((frame["vurdering"] == TOO_LONG).sum())
    which = f"Det gjelder {few(hurried, PLAN_FORMS)}." if 0 < len(hurried) < len(frame) else ""
    more = f"{slow} har lengre tid enn det høyeste anslaget." if slow else ""
    return Finding(f"{of_all(len(hurried), len(frame))} har kortere tid enn det laveste anslaget.", in_order(which, more))


def capacity_finding(register: Register) -> Finding:
    """The peak year; under it the area that has most of the marked plan-years, all where several have as many."""
    frame, shares = marked_per_year(register), concentration(register)
    total = int(frame["antall_planer"].sum())
    if total == 0:
        return Finding(NONE_MARKED)
    years, peak = labels_of_largest(frame, "aar", "antall_planer"), int(frame["antall_planer"].max())
    same = len(years) == len(frame) > 1
    said = (
        f"Hvert år har {counted(peak, *PLAN_FORMS)} merket."
        if same
        else f"{listed(years)} har flest merkede planer, {peak}{each(years)}."
    )
    named = shares[(shares["ansvarlig"] != IKKE_OPPGITT) & (shares["planaar"] > 0)]
    if named.empty:
        return Finding(said, "Kilden oppgir ikke hvem som har ansvaret.")
    areas = labels_of_largest(named, "ansvarlig", "planaar")
    share = f"{in_digits(named['andel_prosent'].max())} %{each(areas)} av de {total} merkede planårene"
    return Finding(said, f"{few(areas, ('kommunalområde', 'kommunalområder'))} har {share}.")


def roles_finding(register: Register) -> Finding:
    """How much of the marked work has no role; under it which role is named most."""
    marked, frame = int(marked_per_year(register)["antall_planer"].sum()), per_role(register)
    totals = frame.groupby("rolle", sort=False)["antall_planer"].sum()
    if marked == 0:
        return Finding(NONE_MARKED)
    without, named = int(totals[IKKE_OPPGITT]), totals.drop(IKKE_OPPGITT)
    if without == marked:
        return Finding("Kilden oppgir ingen rolle for de merkede planene.")
    top = [str(rolle) for rolle, count in named.items() if count == named.max()]
    said = f"Kilden oppgir ingen rolle for {without} av {marked} merkede planår."
    most = f"{few(top, ROLE_FORMS)} er nevnt i flest, {int(named.max())}{each(top)}."
    return Finding(said if without else "Kilden oppgir en rolle for alle de merkede planårene.", most)
