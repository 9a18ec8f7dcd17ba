"""One sentence per subject of marked plans, load and time, computed from the frames. Load and time are assumed."""

from planstrategi.analysis.capacity.counts import concentration, marked_per_year, per_role
from planstrategi.analysis.capacity.load import LOAD, load_by_year
from planstrategi.analysis.capacity.uncertainty import TOO_LONG, TOO_SHORT, realism, tornado
from planstrategi.analysis.shared.sentences import NONE_MARKED, PLAN_FORMS, counted, each, labels_of_largest, listed
from planstrategi.model.numbers import as_estimate, in_digits
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT

NO_EFFORT = "Ingen antakelse om innsats gjelder for planene i registeret."
NOTHING_MARKED = "Ingen planer er merket i noe år."


def load_finding(register: Register) -> str:
    """The heaviest year in månedsverk with its range, and how much nobody has assumed."""
    frame = load_by_year(register)
    if not any(plan.aar for plan in register.planer):
        return NOTHING_MARKED
    if not frame["antall_planer"].sum():
        return NO_EFFORT
    row = max(frame.to_dict("records"), key=lambda one: float(one["maanedsverk_p50"]))
    unknown, most = int(row["antall_uten_innsats"]), int(frame["antall_uten_innsats"].max())
    rest = f"; {counted(unknown, *PLAN_FORMS)} til har ingen kjent innsats" if unknown else ""
    other = f"; i et annet år har {counted(most, *PLAN_FORMS)} til ingen kjent innsats" if most > unknown else ""
    low, middle, high = (as_estimate(row[name]) for name in LOAD)
    heaviest = f"{middle} månedsverk ({low}–{high}) i {row['aar']}, det tyngste året slik det er antatt"
    return f"Antakelsene gir {heaviest}{rest}{other}."


def swing_finding(register: Register) -> str:
    """The assumption that moves the heaviest year most."""
    frame = tornado(register)
    if frame.empty:
        return NO_EFFORT
    row = frame.iloc[0].to_dict()
    return (
        f"Antakelsen om «{row['innsats']}» flytter svaret mest: {row['aar']} blir {in_digits(row['lav'])} til "
        f"{in_digits(row['hoy'])} månedsverk, ventet {in_digits(row['ventet'])}."
    )


def time_finding(register: Register) -> str:
    """How many plans have less calendar time than the range of their kind, and how many more."""
    frame = realism(register)
    if frame.empty:
        return "Registeret gir ingen planer en tid som kan holdes mot en antakelse."
    short = list(frame.loc[frame["vurdering"] == TOO_SHORT, "navn"])
    slow = int((frame["vurdering"] == TOO_LONG).sum())
    start = f"{len(short)} av {counted(len(frame), *PLAN_FORMS)} har kortere tid enn det laveste i det antatte spennet"
    named = f": {listed(short)}" if short else ""
    return f"{start}{named}; {slow} har lengre tid enn det høyeste i spennet."


def capacity_finding(register: Register) -> str:
    """The peak year, and the area that has most of the marked plan-years; all of them where several have as many."""
    frame, shares = marked_per_year(register), concentration(register)
    total = int(frame["antall_planer"].sum())
    if total == 0:
        return NONE_MARKED
    years, areas = labels_of_largest(frame, "aar", "antall_planer"), labels_of_largest(shares, "ansvarlig", "planaar")
    peak = f"{int(frame['antall_planer'].max())}{each(years)}"
    return (
        f"{listed(years)} har flest merkede planer, {peak}; {listed(areas)} har "
        f"{in_digits(shares['andel_prosent'].max())} %{each(areas)} av de {total} merkede planårene."
    )


def roles_finding(register: Register) -> str:
    """How much of the marked work has no role, and which role is named most."""
    marked, frame = int(marked_per_year(register)["antall_planer"].sum()), per_role(register)
    totals = frame.groupby("rolle", sort=False)["antall_planer"].sum()
    without = int(totals[IKKE_OPPGITT])
    if marked == 0:
        return NONE_MARKED
    start = f"{without} av {marked} merkede planår ({in_digits(100 * without / marked)} %) har ingen rolle"
    named = totals.drop(IKKE_OPPGITT)
    if named.empty or named.max() == 0:
        return f"{start}; registeret navngir ingen roller med merkede år."
    top = [str(rolle) for rolle, count in named.items() if count == named.max()]
    return f"{start}; {listed(top)} er nevnt i flest, {int(named.max())}{each(top)}."
