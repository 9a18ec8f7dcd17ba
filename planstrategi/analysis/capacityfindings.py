"""One sentence per subject of load, time, vacancies and scenarios, computed from the frames. All of it is assumed."""

from collections.abc import Hashable
from typing import Any

from planstrategi.analysis.exposure import vacancies
from planstrategi.analysis.findings import counted, each, listed
from planstrategi.analysis.loadtables import load_by_year
from planstrategi.analysis.scenarios import summary
from planstrategi.analysis.uncertainty import realism, tornado
from planstrategi.numbers import as_estimate, in_digits
from planstrategi.register import Register

NO_EFFORT = "Ingen antakelse om innsats gjelder for planene i registeret."
NO_YEARS = "Ingen planer er merket i noe år."
PLANS = ("plan", "planer")


def load(register: Register) -> str:
    """The heaviest year in månedsverk with its range, and how much nobody has assumed."""
    frame = load_by_year(register)
    if not any(plan.aar for plan in register.planer):
        return NO_YEARS
    if not frame["antall_planer"].sum():
        return NO_EFFORT
    row = max(frame.to_dict("records"), key=lambda one: float(one["maanedsverk_p50"]))
    unknown, most = int(row["antall_uten_innsats"]), int(frame["antall_uten_innsats"].max())
    rest = f"; {counted(unknown, *PLANS)} til har ingen kjent innsats" if unknown else ""
    other = f"; i et annet år har {counted(most, *PLANS)} til ingen kjent innsats" if most > unknown else ""
    low, middle, high = (as_estimate(row[f"maanedsverk_p{p}"]) for p in (10, 50, 90))
    heaviest = f"{middle} månedsverk ({low}–{high}) i {row['aar']}, det tyngste året slik det er antatt"
    return f"Antakelsene gir {heaviest}{rest}{other}."


def swing(register: Register) -> str:
    """The assumption that moves the heaviest year most."""
    frame = tornado(register)
    if frame.empty:
        return NO_EFFORT
    row = frame.iloc[0].to_dict()
    return (
        f"Antakelsen om «{row['innsats']}» flytter svaret mest: {row['aar']} blir {in_digits(row['lav'])} til "
        f"{in_digits(row['hoy'])} månedsverk, ventet {in_digits(row['ventet'])}."
    )


def time(register: Register) -> str:
    """How many plans have less calendar time than the range of their kind, and how many more."""
    frame = realism(register)
    if frame.empty:
        return "Registeret gir ingen planer en tid som kan holdes mot en antakelse."
    short = list(frame.loc[frame["vurdering"] == "kortere enn antatt lavest", "navn"])
    slow = int((frame["vurdering"] == "lengre enn antatt høyest").sum())
    start = f"{len(short)} av {counted(len(frame), *PLANS)} har kortere tid enn det laveste i det antatte spennet"
    named = f": {listed(short)}" if short else ""
    return f"{start}{named}; {slow} har lengre tid enn det høyeste i spennet."


def vacancy(register: Register) -> str:
    """The role whose vacancy weakens most duties."""
    frame = vacancies(register)
    if frame.empty:
        return "Ingen rolle bærer alene en plan som står igjen."
    most = frame["plikter"].map(len).max()
    if not most:
        return "Ingen plikt svekkes om én rolle står ledig."
    worst = frame[frame["plikter"].map(len) == most]
    months = int(worst["maaneder"].min())
    worst = worst[worst["maaneder"] == months]
    roles = list(worst["rolle"])
    late = int(worst["forventninger"].map(len).max())
    return (
        f"Står {listed(roles)} ledig i {months} måneder, svekkes {counted(most, 'plikt', 'plikter')}{each(roles)}, og "
        f"{'opptil ' if len(roles) > 1 else ''}{counted(late, 'forventning', 'forventninger')} blir svart på senere."
    )


def options(register: Register) -> str:
    """The scenario with the lowest peak, and what it costs."""
    frame = summary(register)
    if len(frame) == 1:
        return "Ingen har laget scenarier ennå."
    base, *rest = frame.to_dict("records")
    lowest = min(int(row["topp"]) for row in rest)
    best = [row for row in rest if row["topp"] == lowest]
    if lowest >= int(base["topp"]):
        return f"Ingen av scenariene senker toppen på {counted(int(base['topp']), *PLANS)}, uten dobbelttelling."
    costs = [f"{_costs(row)}{f' i {_named(row)}' if len(best) > 1 else ''}" for row in best]
    return (
        f"Av {counted(len(rest), 'scenario', 'scenarier')} gir {listed([_named(row) for row in best])} lavest topp, "
        f"{lowest} mot {counted(int(base['topp']), *PLANS)} uten dobbelttelling i registeret; {listed(costs)}."
    )


def _named(row: dict[Hashable, Any]) -> str:
    return f"«{row['scenario']}»"


def _costs(row: dict[Hashable, Any]) -> str:
    weaker, late = int(row["plikter_svakere"]), int(row["forventninger_senere"])
    duties = f"{weaker or 'ingen'} kravår kommunen skal møte, blir svakere"
    expected = counted(late, "forventning", "forventninger") if late else "ingen forventninger"
    unknown = int(row["antall_uten_innsats"])
    unseen = f" ({counted(unknown, *PLANS)} det endrer, har ingen kjent innsats)" if unknown else ""
    return f"{duties}, og {expected} blir svart på senere{unseen}"
