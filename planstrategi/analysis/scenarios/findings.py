"""One sentence per subject of vacancies and scenarios, computed from the frames. All of it is assumed."""

from collections.abc import Hashable
from typing import Any

from planstrategi.analysis.scenarios.comparison import scenario_summary
from planstrategi.analysis.scenarios.vacancies import vacancies
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, PLAN_FORMS, counted, each, listed
from planstrategi.model.register import Register


def vacancy_finding(register: Register) -> str:
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
        f"{'opptil ' if len(roles) > 1 else ''}{counted(late, *EXPECTATION_FORMS)} blir svart på senere."
    )


def options_finding(register: Register) -> str:
    """The scenario with the lowest peak, and what it costs."""
    frame = scenario_summary(register)
    if len(frame) == 1:
        return "Ingen har laget scenarier ennå."
    base, *rest = frame.to_dict("records")
    lowest = min(int(row["topp"]) for row in rest)
    best = [row for row in rest if row["topp"] == lowest]
    if lowest >= int(base["topp"]):
        return f"Ingen av scenariene senker toppen på {counted(int(base['topp']), *PLAN_FORMS)}, uten dobbelttelling."
    costs = [f"{_costs(row)}{f' i {_named(row)}' if len(best) > 1 else ''}" for row in best]
    return (
        f"Av {counted(len(rest), 'scenario', 'scenarier')} gir {listed([_named(row) for row in best])} lavest topp, "
        f"{lowest} mot {counted(int(base['topp']), *PLAN_FORMS)} uten dobbelttelling i registeret; {listed(costs)}."
    )


def _named(row: dict[Hashable, Any]) -> str:
    return f"«{row['scenario']}»"


def _costs(row: dict[Hashable, Any]) -> str:
    unknown = int(row["antall_uten_innsats"])
    unseen = f" ({counted(unknown, *PLAN_FORMS)} det endrer, har ingen kjent innsats)" if unknown else ""
    return f"{cost_in_words(row['plikter_svakere'], row['forventninger_senere'], 'senere')}{unseen}"


def cost_in_words(weaker: int, moved: int, when: str) -> str:
    """Return how many duties become weaker, and how many expectations are answered at another time."""
    expected = counted(moved, *EXPECTATION_FORMS) if moved else "ingen forventninger"
    return f"{weaker or 'ingen'} kravår kommunen skal møte, blir svakere, og {expected} blir svart på {when}"
