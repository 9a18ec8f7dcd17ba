"""The numbers of the real register by a second route: plain Python on the YAML files, without the package's analysis.

What is in force is a day compared with the first and last possible day of a start; a status is the best grade among the
judged pairs; what a delay costs is found by moving the finish of one plan and looking again.
"""

import math
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from registers import OSTRE_TOTEN
from second_route_of_expectations import DATA, FOR_PLANS, NATIONAL, OWN, Row, days, expected_of, read

import planstrategi as ps
from planstrategi.model.register import Register

REGIONAL = ("regionalt/innlandet/forventninger.yaml",)
LEVELS = ("nasjonal", "regional", "lokal")
WORDS = {"sterk": "sterkt", "delvis": "delvis", "svak": "svakt"}
STATUSES = (*WORDS.values(), "ingen plan", "ikke vurdert", "gyldighet ukjent", "gjelder ikke")
# the day of the planstrategi, and a day when the planning guidelines of 2024 and 2025 have come into force
DAYS = ("2024-06-30", "2026-11-26")
BY_DAY = pytest.mark.parametrize("day", DAYS)
Pairs = dict[tuple[str, str], dict[str, Any]]


REGISTER = yaml.safe_load((OSTRE_TOTEN / "register.yaml").read_text("utf-8"))
JUDGEMENTS = yaml.safe_load((OSTRE_TOTEN / "vurderinger" / "forventninger.yaml").read_text("utf-8"))
SETS = JUDGEMENTS["sett"]
PLANS = [plan["id"] for plan in REGISTER["planer"]]
YEARS = range(REGISTER["periode"]["fra"], REGISTER["periode"]["til"] + 1)
COUNTING = sorted((one for one in SETS if one.get("kontroll") != "ja"), key=lambda one: one["naar"])
CONTROL = [one for one in SETS if one.get("kontroll") == "ja"]
UNABLE = {one["plan"] for sett in COUNTING for one in sett.get("ikke_vurdert", ())}


@cache
def expected() -> tuple[Row, ...]:
    return expected_of(REGISTER, {one["forventning"]: one["maal"] for sett in COUNTING for one in sett.get("maal", ())})


DOCUMENT = {row.id: row.document for row in expected()}


def covered(sett: dict) -> set[str]:
    return {*sett.get("dokumenter", ()), *(["lokale"] if sett.get("lokale") == "ja" else [])}


def able(sett: dict) -> set[str]:
    return set(PLANS) - {one["plan"] for one in sett.get("ikke_vurdert", ())}


READ_AGAINST = {document for sett in COUNTING for document in covered(sett)}


def is_read(rows: list[Row]) -> bool:
    """Return whether a set has judged the plans against the documents of all of them."""
    return {row.document for row in rows} <= READ_AGAINST


def judged(sets: list[dict], without_names: bool = False) -> Pairs:
    """Return each judged pair that counts: a set replaces what was said of the documents it has judged whole."""
    pairs: Pairs = {}
    for sett in sets:
        pairs = {key: one for key, one in pairs.items() if key[0] not in able(sett) or DOCUMENT[key[1]] not in covered(sett)}
        for one in sett.get("vurderinger", ()):
            if not (without_names and one["grunnlag"] == "navn"):
                pairs[one.get("plan", OWN), one["forventning"]] = one
    return pairs


ALL = judged(COUNTING)
LINKS = {key: one["grad"] for key, one in ALL.items() if one["grad"] != "ingen"}


def answering(row: Row, pairs: Pairs) -> dict[str, str]:
    found = {plan: one["grad"] for (plan, what), one in pairs.items() if what == row.id and one["grad"] != "ingen"}
    return {plan: grad for plan, grad in found.items() if (plan == OWN) == (row.to == OWN)}


def carrying(row: Row) -> set[str]:
    """Return those that answer a row with the strongest grade that any does."""
    found = answering(row, ALL)
    best = next((grad for grad in WORDS if grad in found.values()), None)
    return {plan for plan, grad in found.items() if grad == best}


def status(row: Row, day: str, sets: list[dict] = COUNTING, without_names: bool = False) -> str:
    if row.in_force(day) is not True:
        unknown = "vilkår ikke avklart" if row.meets is None else "gyldighet ukjent"
        return "gjelder ikke" if row.in_force(day) is False else unknown
    if row.to not in (*FOR_PLANS, OWN):
        return "telles ikke"
    pairs = judged(sets, without_names)
    found = answering(row, pairs).values()
    if found:
        return next(word for grad, word in WORDS.items() if grad in found)
    if row.to == OWN:
        return "ingen plan" if (OWN, row.id) in pairs else "ikke vurdert"
    seen = {plan for plan, what in pairs if what == row.id}
    seen |= {plan for sett in sets if row.document in covered(sett) for plan in able(sett)}
    return "ingen plan" if seen and seen | UNABLE == set(PLANS) else "ikke vurdert"


@cache
def statuses(day: str) -> dict[str, str]:
    return {row.id: status(row, day) for row in expected()}


def counted(day: str, level: str) -> list[Row]:
    """Return what is in the denominator of a level: what is in force and not the heading of other rows."""
    return [row for row in expected() if row.level == level and row.counted and row.in_force(day)]


def judged_of(rows: list[Row], day: str) -> int:
    return sum(statuses(day)[row.id] != "ikke vurdert" for row in rows)


def is_answered(row: Row, day: str) -> bool:
    return statuses(day)[row.id] in WORDS.values()


def percent(part: int, whole: int) -> float | None:
    # tenths of a per cent, a half counted up
    return (2000 * part + whole) // (2 * whole) / 10 if whole else None


class Finish(NamedTuple):
    """The first year of the edition that was judged, whether it is in force, its last whole year, and the year of the next."""

    first: int | None
    now: bool
    last: float = math.inf
    again: float = math.inf

    def answers(self, year: int) -> bool:
        return self.first is not None and (self.first <= year <= self.last or self.again <= year)


def finish(plan: dict, day: str) -> Finish:
    """Return the edition in force, else the planned one; of a new plan only one that was made in the period."""
    made = [int(days(plan[key])[1][:4]) for key in ("vedtatt", "revidert", "datert") if key in plan]
    end = days(plan["gyldig_til"])[1] if "gyldig_til" in plan else "9999-12-31"
    planned = None
    if plan.get("planbehov") in ("ny", "full_revisjon", "revisjon"):
        last = max((days(plan[key])[1] for key in ("ferdig", "skal_vedtas") if key in plan), default="")
        planned = int(last[:4]) if last else max(plan.get("aar", ()), default=None)
    old = plan.get("planbehov") == "ny" and max(made, default=0) < REGISTER["periode"]["fra"]
    if (made or plan.get("status") == "gjeldende") and end >= day and not old:
        last_year = int(end[:4]) - (not end.endswith("12-31"))
        return Finish(min(made, default=REGISTER["periode"]["fra"]), True, last_year, planned or math.inf)
    return Finish(planned, False)


def ended(plan: dict, day: str) -> bool:
    """Return whether what was judged has run out for good."""
    again = plan.get("planbehov") in ("ny", "full_revisjon", "revisjon")
    return not again and "gyldig_til" in plan and days(plan["gyldig_til"])[1] < day


def years(day: str, slip: str = "") -> dict[str, int]:
    """Return the year each plan is finished, where it is known; `slip` is a plan that slips a year."""
    known = {plan["id"]: finish(plan, day) for plan in REGISTER["planer"]}
    late = {name for name, one in known.items() if not one.now and slip == name}
    return {name: one.first + (name in late) for name, one in known.items() if one.first is not None}


def first(row: Row, known: dict[str, int]) -> float:
    return min((known[plan] for plan in carrying(row) if plan in known), default=math.inf)


@cache
def register(day: str) -> Register:
    return ps.load(OSTRE_TOTEN, day)


def table(name: str, day: str, *columns: str) -> list[list[Any]]:
    frame = ps.table(name, register(day))[list(columns)].astype(object)
    return frame.where(frame.notna(), None).values.tolist()


@BY_DAY
def test_every_expectation_has_the_status_its_document_and_the_judged_pairs_give_it(day):
    assert dict(table("forventninger", day, "forventning_id", "status")) == statuses(day)


@BY_DAY
def test_every_expectation_has_the_plans_and_the_grades_that_the_judged_pairs_give_it(day):
    assert all((OWN in one) == (row.to == OWN) for row in expected() if (one := answering(row, ALL)))
    grades = [answering(row, ALL) for row in expected()]
    frame = ps.table("forventninger", register(day))
    assert [set(plans) for plans in frame["planer"]] == [set(found) for found in grades]
    assert table("forventninger", day, "antall_sterk", "antall_delvis", "antall_svak") == [
        [Counter(found.values())[grad] for grad in WORDS] for found in grades
    ]
    able_plans = len(PLANS) - len(UNABLE)
    for row, number in zip(expected(), frame["antall_vurdert"], strict=True):
        assert number in ((0, 1) if row.to == OWN else (able_plans * is_read([row]),))


@pytest.mark.parametrize(("day", "denominators"), [(DAYS[0], [35, 24, 11]), (DAYS[1], [79, 24, 11])])
def test_as_many_expectations_apply_as_were_counted_in_the_files(day, denominators):
    # 27 themes of the state but for 2 to all plans and 1 that is none, and the 9 points on children but for 2 to all plans:
    # 31. Till December 2024 the 2 that are known of the guidelines of 2018, and the 2 of those of 2014; then, and from
    # January 2025, the 27 + 30 points of two others, but for 5 to all plans, 1 to the county, 2 that are none, and 1 on a
    # condition that is open: 48. Of the county's 24, 4 are of one strategy and then of the next; of one of its plans nobody
    # knows whether it still holds
    assert [len(counted(day, level)) for level in LEVELS] == denominators
    whole = [row[1] for row in table("forventningsdekning", day, "gruppe", "antall") if row[0] == "alle"]
    assert whole == [sum(denominators), *denominators, 8]


@BY_DAY
def test_the_coverage_of_each_level_chapter_and_document(day):
    ways = [("alle", "alle", None), *((level, "alle", None) for level in LEVELS[:2])]
    ways += [(row.level, row.group, row.group) for row in expected() if row.level != "lokal" and row.counted]
    found = {}
    for level, name, group in ways:
        rows = [row for row in expected() if level in ("alle", row.level) and row.counted and group in (None, row.group)]
        numbers = Counter(statuses(day)[row.id] for row in rows)
        numbers["gyldighet ukjent"] += numbers["vilkår ikke avklart"]
        whole, part = sum(bool(row.in_force(day)) for row in rows), sum(numbers[word] for word in WORDS.values())
        strong = numbers["sterkt"] + numbers["delvis"]
        share = percent(part, part + numbers["ingen plan"])
        found[level, name] = [whole, strong, part, share, *(numbers[word] for word in STATUSES)]
    names = [f"antall_{word.replace(' ', '_')}" for word in STATUSES]
    counts = ["antall", "antall_minst_delvis", "antall_svart", "svart_prosent", *names]
    shown = table("forventningsdekning", day, "nivaa", "gruppe", *counts)
    assert {(row[0], row[1]): row[2:] for row in shown if row[0] != "lokal"} == found


@BY_DAY
def test_all_of_the_coverage_rests_on_provisional_judgements_as_every_counting_set_is_provisional(day):
    assert {one["forelopig"] for one in COUNTING} == {"ja"}
    for whole, final, draft, unjudged in table(
        "forventningsdekning", day, "antall", "antall_vurdert", "antall_forelopig", "antall_ikke_vurdert"
    ):
        assert (final, draft) == (0, whole - unjudged)


def test_the_municipalitys_own_list_is_11_as_listed_and_8_when_possible_parts_are_counted_with_their_wholes():
    parents = {area["id"]: area.get("forelder_mulig") for area in REGISTER["satsingsomraader"]}
    best = {name: statuses(DAYS[0])[name] for name in parents}
    for name, parent in parents.items():
        if parent:
            best[parent] = min(best[parent], statuses(DAYS[0])[name], key=STATUSES.index)
    wholes = [best[name] for name, parent in parents.items() if not parent]
    listed = [statuses(DAYS[0])[name] for name in parents]
    assert (len(listed), len(wholes)) == (11, 8)
    names = ["antall", "antall_sterkt", "antall_delvis", "antall_svakt", "antall_ingen_plan"]
    shown = [row[1:] for row in table("forventningsdekning", DAYS[0], "nivaa", *names) if row[0] == "lokal"]
    assert shown == [[len(ones), *(ones.count(word) for word in STATUSES[:4])] for ones in (listed, wholes)]


def test_the_links_are_the_pairs_of_the_file_that_have_a_grade():
    shown = table("koblinger", DAYS[0], "plan_id", "forventning_id", "grad")
    assert {(plan, what): grad for plan, what, grad in shown} == LINKS
    written = [one["grad"] for sett in COUNTING for one in sett["vurderinger"]]
    assert Counter(grad for *_, grad in shown) == Counter(written)


def asked(day: str) -> list[Row]:
    """Return what is counted and asked of plans."""
    return [row for row in expected() if row.counted and row.in_force(day) and row.to != OWN]


def of_plans(day: str) -> set[str]:
    return {row.id for row in asked(day)}


def judged_plans(day: str) -> set[str]:
    """Return the plans that answer something, and those judged against all there is."""
    answering_something = {plan for plan, what in LINKS if what in of_plans(day)}
    return answering_something | (set(PLANS) - UNABLE if is_read(asked(day)) else set())


@BY_DAY
def test_every_link_says_whether_its_expectation_applies_and_the_sentence_counts_the_plans_of_those_that_do(day):
    now = {row.id: row.in_force(day) for row in expected()}
    shown = table("koblinger", day, "forventning_id", "gjelder", "grad")
    assert [applies for _, applies, _ in shown] == [now[what] for what, *_ in shown]
    strong = {plan for (plan, what), grad in LINKS.items() if what in of_plans(day) and grad != "svak"}
    weak = {plan for plan, what in LINKS if what in of_plans(day)} - strong
    able_plans = judged_plans(day)
    said = ps.finding("koblinger", register(day))
    assert said == f"{len(strong)} av {len(able_plans)} vurderte planer svarer minst delvis på en forventning."
    none, unjudged = len(able_plans - strong - weak), len(PLANS) - len(able_plans)
    rest = f"Av resten svarer {len(weak)} bare svakt og {none} ikke. " if none else f"Av resten svarer {len(weak)} bare svakt. "
    assert said.under.startswith(f"{rest}{unjudged} planer er ikke ")


@BY_DAY
def test_the_plans_that_answer_that_answer_nothing_and_that_nobody_judged(day):
    now = of_plans(day)
    answers = {plan for plan, what in LINKS if what in now}
    shown = {row[0]: row[1:] for row in table("vurderte-planer", day, "plan_id", "status", "bare_navn", "forventninger")}
    assert list(shown) == PLANS
    for plan, (word, only_name, what) in shown.items():
        own = {key[1]: one["grunnlag"] for key, one in ALL.items() if key[0] == plan and key[1] in now}
        assert word == ("svarer" if plan in answers else "svarer ikke" if plan in judged_plans(day) else "ikke vurdert")
        assert only_name == ((set(own.values()) == {"navn"}) if own else None)
        assert (set(what), len(what)) == (set(own), len(own))
    unjudged = {plan for plan, (word, *_) in shown.items() if word == "ikke vurdert"}
    assert unjudged == set(PLANS) - judged_plans(day) >= UNABLE


@BY_DAY
def test_the_sustainable_development_goals(day):
    ones = [row for level in LEVELS for row in counted(day, level)]
    found = []
    for goal in read("nasjonalt/baerekraftsmaal.yaml")["maal"]:
        own = [row for row in ones if goal["nr"] in row.goals]
        answered = [statuses(day)[row.id] for row in own if is_answered(row, day)]
        partly = sum(word != "svakt" for word in answered)
        levels = [sum(row.level == level for row in own) for level in LEVELS]
        found.append([goal["nr"], len(own), len(answered), partly, percent(len(answered), judged_of(own, day)), *levels])
    assert [row[0] for row in found] == list(range(1, 18))
    names = ["antall", "antall_svart", "antall_minst_delvis", "svart_prosent", *(f"antall_{level}" for level in LEVELS)]
    assert table("maaldekning", day, "maal_nr", *names) == found


RANKS = {"ingen": 0, "svak": 1, "delvis": 2, "sterk": 3}


def agreed(pairs: list, numbers: list) -> list:
    """Return how many pairs agree, and the kappa of their numbers with weights that fall with the square, from 1 to 0."""
    same, steps = sum(one == other for one, other in pairs), max(RANKS.values())
    shares = [Counter(pair[side] for pair in numbers) for side in (0, 1)]
    weight = {(one, other): 1 - ((one - other) / steps) ** 2 for one in shares[0] for other in shares[1]}
    seen = sum(weight[pair] for pair in numbers) / len(numbers)
    chance = sum(weight[one, other] * shares[0][one] * shares[1][other] for one, other in weight) / len(numbers) ** 2
    return [len(pairs), same, percent(same, len(pairs)), round((seen - chance) / (1 - chance), 2)]


def test_two_readers_agree_in_as_many_pairs_and_as_far_beyond_chance():
    (control,) = CONTROL
    grades = [(LINKS.get((one.get("plan", OWN), one["forventning"]), "ingen"), one["grad"]) for one in control["vurderinger"]]
    assert len(grades) == int(re.match(r"(\d+) par", control["grunnlag"])[1])
    linked = [pair for pair in grades if pair != ("ingen", "ingen")]
    found = [agreed(linked, [(RANKS[one], RANKS[other]) for one, other in linked])]
    for grad in WORDS:
        found.append(agreed([pair for pair in linked if grad in pair], [(one == grad, other == grad) for one, other in linked]))
    assert table("enighet", DAYS[0], "antall_par", "antall_like", "enige_prosent", "kappa") == found
    assert [row[0] for row in table("enighet-par", DAYS[0], "er_like")] == [one == other for one, other in grades]


@BY_DAY
def test_what_a_level_below_does_not_take_up(day):
    ones = {level: [row for row in counted(day, level) if row.to != OWN] for level in LEVELS}
    found = set()
    for above, below in (("nasjonal", "regional"), ("nasjonal", "lokal"), ("regional", "lokal")):
        taken_up = {plan for row in ones[below] for plan in answering(row, ALL)}
        for row in ones[above]:
            plans = set(answering(row, ALL))
            if not plans & taken_up and is_read([row, *(ones[below] if plans else [])]):
                found.add((row.id, below, "planene som" if plans else "ingen plan"))
    shown = table("taushet", day, "forventning_id", "nivaa_under", "grunn")
    assert {(what, below, " ".join(why.split()[:2])) for what, below, why in shown} == found
    assert len(shown) == len(found)


@BY_DAY
def test_how_many_plans_connect_a_national_chapter_with_an_own_area(day):
    # an own area and a chapter may have the same name
    plans: dict[tuple[str, str], set[str]] = {}
    for row in expected():
        name = row.text if row.level == "lokal" else row.group
        own = answering(row, ALL) if row.counted and row.to in FOR_PLANS else {}
        plans.setdefault((row.level, name), set()).update(own)
    chapters = [chapter["navn"] for chapter in read(NATIONAL[0])["dokumenter"][0]["kapitler"]]
    found = [
        [area, chapter, len(plans["lokal", area] & plans["nasjonal", chapter])]
        for level, area in plans
        if level == "lokal"
        for chapter in chapters
    ]
    assert table("kapittel-omraade", day, "omraade", "kapittel", "antall_planer") == found


@BY_DAY
def test_how_the_coverage_changes_when_judgements_are_left_out(day):
    ways = {
        "alle vurderinger": (COUNTING, False),
        "uten foreløpige": ([one for one in COUNTING if one["forelopig"] != "ja"], False),
        **{f"uten settet {one['id']}": ([other for other in COUNTING if other is not one], False) for one in COUNTING},
        "uten det bare navnet taler for": (COUNTING, True),
    }
    found = []
    for name, (sets, without_names) in ways.items():
        for level in LEVELS:
            numbers = Counter(status(row, day, sets, without_names) for row in counted(day, level))
            part = sum(numbers[word] for word in WORDS.values())
            whole = numbers.total()
            share = percent(part, part + numbers["ingen plan"])
            found.append([name, level, whole, part, share, *(numbers[word] for word in STATUSES[:5])])
    names = [f"antall_{word.replace(' ', '_')}" for word in STATUSES[:5]]
    shown = table("folsomhet", day, "utvalg", "nivaa", "antall", "antall_svart", "svart_prosent", *names)
    assert [row for row in shown if row[1] != "alle"] == found
    for name in ways:
        whole, *levels = [row[2:4] for row in shown if row[0] == name]
        assert whole == [sum(numbers) for numbers in zip(*levels, strict=True)]


def test_what_applied_then_and_what_applies_now():
    found = []
    for day in (REGISTER["per_dato"].isoformat(), JUDGEMENTS["per_dato"].isoformat()):
        for level in LEVELS:
            ones = counted(day, level)
            part = sum(is_answered(row, day) for row in ones)
            none = sum(statuses(day)[row.id] == "ingen plan" for row in ones)
            found.append([day, level, len(ones), part, percent(part, judged_of(ones, day)), none])
    names = ["dato", "nivaa", "antall", "antall_svart", "svart_prosent", "antall_ingen_plan"]
    assert [row for row in table("da-og-naa", DAYS[0], *names) if row[1] != "alle"] == found


@BY_DAY
def test_when_each_expectation_is_first_answered(day):
    known = years(day)
    found = {row.id: first(row, known) for row in expected()}
    shown = table("forventninger", day, "forventning_id", "forste_aar")
    assert {what: math.inf if year is None else year for what, year in shown} == found


@BY_DAY
def test_how_many_expectations_are_answered_by_finished_plans_year_by_year(day):
    plans = {plan["id"]: plan for plan in REGISTER["planer"]}
    found = []
    for level in LEVELS:
        ones = counted(day, level)
        for year in YEARS:
            held = {row: [finish(plans[plan], day) for plan in carrying(row) - {OWN}] for row in ones if is_answered(row, day)}
            reached = [row for row, some in held.items() if any(one.answers(year) for one in some)]
            rest = [row for row in held if row not in reached]
            untimed = [
                row
                for row in rest
                if any(finish(plans[plan], day).first is None and not ended(plans[plan], day) for plan in carrying(row) - {OWN})
                or row.to == OWN
            ]
            gone = [
                row
                for row in rest
                if row not in untimed
                and all(max(one.first or 0, one.again if one.again < math.inf else 0) <= year for one in held[row])
            ]
            strong = sum(statuses(day)[row.id] in ("sterkt", "delvis") for row in reached)
            left = [statuses(day)[row.id] for row in ones if not is_answered(row, day)]
            answered = len(ones) - len(left)
            numbers = [len(reached), strong, len(gone), len(untimed)]
            found.append([year, level, len(ones), *numbers, answered, left.count("ingen plan")])
    names = ["antall_naadd", "antall_naadd_delvis", "antall_utloept", "antall_uten_tid", "antall_svart", "antall_ingen_plan"]
    shown = table("forventninger-aar", day, "aar", "nivaa", "antall", *names)
    assert [row for row in shown if row[1] != "alle"] == found
    for year, _, *whole in [row for row in shown if row[1] == "alle"]:
        assert whole == [sum(numbers) for numbers in zip(*(row[2:] for row in found if row[0] == year), strict=True)]


@BY_DAY
def test_what_is_answered_later_when_one_plan_alone_slips_a_year(day):
    known, found = years(day), {}
    ones = [row for level in LEVELS for row in counted(day, level)]
    for plan in REGISTER["planer"]:
        year, now, *_ = finish(plan, day)
        if year and not now:
            late = years(day, slip=plan["id"])
            # where another plan answers, and nobody knows when that is finished, nobody knows whether it is later
            gone = {one["id"] for one in REGISTER["planer"] if ended(one, day)}
            timed = [row for row in ones if carrying(row) - gone <= known.keys()]
            later = [row for row in timed if first(row, late) > first(row, known)]
            after = sum(first(row, known) <= YEARS[-1] < first(row, late) for row in later)
            found[plan["id"]] = [year, len(later), after, {row.id for row in later}]
    names = ["plan_id", "blir", "antall_forsinket", "antall_etter_perioden", "forventninger"]
    shown = {name: [*numbers, set(what)] for name, *numbers, what in table("forsinkelse", day, *names)}
    assert shown == found


@BY_DAY
def test_the_key_figures_and_the_sentences_have_the_same_numbers(day):
    ones = [row for level in LEVELS for row in counted(day, level)]
    words = Counter(statuses(day)[row.id] for row in ones)
    figures = dict(table("nokkeltall", day, "nokkeltall", "verdi"))
    partly = words["sterkt"] + words["delvis"]
    judged_ones = judged_of(ones, day)
    marked = "vurderte " if judged_ones < len(ones) else ""
    assert figures["Forventninger med minst et delvis svar i en plan"] == f"{partly} av {len(ones)}"
    assert figures["Forventninger med bare et svakt svar"] == str(words["svakt"])
    assert figures["Planer som ikke er vurdert"] == str(len(set(PLANS) - judged_plans(day)))
    sentence = ps.finding("forventninger", register(day))
    assert sentence == f"{partly} av {judged_ones} {marked}forventninger har minst et delvis svar i en plan."
    assert sentence.under.startswith(f"Av resten har {words['svakt']} bare et svakt svar")
    parts = {level: sum(statuses(day)[row.id] in ("sterkt", "delvis") for row in counted(day, level)) for level in LEVELS}
    sizes = {level: judged_of(counted(day, level), day) for level in LEVELS}
    levels = ps.finding("forventningsdekning", register(day))
    left = {level: "vurderte " if sizes[level] < len(counted(day, level)) else "" for level in LEVELS}
    each = [f"{parts[level]} av {sizes[level]} {left[level]}{level}e" for level in ("nasjonal", "regional", "lokal")]
    assert levels == f"{each[0]} forventninger har minst et delvis svar i en plan."
    assert levels.under.startswith(f"Av de andre har {' og '.join(each[1:])} det. ")


# What holds of the real files


def test_every_plan_is_judged_or_said_not_to_be_with_the_reason():
    whole = {plan for sett in COUNTING if covered(sett) for plan in able(sett)}
    reasons = {one["plan"]: one["grunn"] for sett in COUNTING for one in sett.get("ikke_vurdert", ())}
    left = set(PLANS) - whole - {plan for plan, _ in ALL}
    assert {plan for plan, _ in ALL} <= {*PLANS, OWN}
    assert left == set(reasons) and all(len(reason.split()) > 3 for reason in reasons.values())
    shown = table("vurderte-planer", DAYS[0], "plan_id", "status", "merknad")
    assert {plan: why for plan, _, why in shown if why} == reasons


def test_the_first_reading_was_held_against_every_document_but_one_of_which_no_point_is_read():
    assert {row.document for row in expected()} - READ_AGAINST == {"spr-am-2024"}


def test_what_is_known_by_its_title_alone_is_never_answered_strongly():
    # the own areas, the chapters, and what the county calls an area of its plan without more words
    every = expected()
    titles = {row.id for row in every if row.level == "lokal" or "-kap-" in row.id or row.text.startswith("Satsingsområde:")}
    assert len(titles) == 11 + 5 + 6
    assert [key for key, grad in LINKS.items() if grad == "sterk" and key[1] in titles] == []


def test_a_plan_answers_a_chapter_at_least_as_well_as_a_theme_in_it_though_never_more_than_in_part():
    order = ["", "svak", "delvis", "sterk"]
    chapters = {chapter["id"]: chapter["forventninger"] for chapter in read(NATIONAL[0])["dokumenter"][0]["kapitler"]}
    for plan in PLANS:
        for name, inside in chapters.items():
            best = max(order.index(LINKS.get((plan, one["id"]), "")) for one in inside)
            assert order.index(LINKS.get((plan, name), "")) >= min(best, 2), (plan, name)


def test_a_reason_is_short_enough_to_be_read_beside_others():
    assert max(len(one["grunn"]) for sett in SETS for one in sett["vurderinger"]) <= 140


def test_every_id_of_an_expectation_is_used_once_in_all_catalogues_and_the_register():
    ids = [row.id for row in expected()]
    assert [name for name, number in Counter(ids).items() if number > 1] == []
    prefixes = {"nasjonal": ("nf-", "spr-", "rpr-"), "lokal": ("lok-",)}
    assert all(row.id.startswith(prefixes.get(row.level, "")) for row in expected())
    # with 3 rows for guidelines that are not read whole
    assert Counter(row.level for row in expected()) == {"nasjonal": 89 + 9 + 2 + 2 + 3, "regional": 26 + 4 + 1, "lokal": 11}


# what innsats.yaml assumes rests on cases, and a case is named after its place
CATALOGUES = sorted(
    path for folder in ("nasjonalt", "regionalt") for path in (DATA / folder).rglob("*.yaml") if path.name != "innsats.yaml"
)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_no_catalogue_of_state_or_county_names_a_municipality_of_the_registers(path: Path):
    registers = [yaml.safe_load(found.read_text("utf-8")) for found in DATA.glob("kommuner/*/*/register.yaml")]
    names = [str(one["kommune"][key]) for one in registers for key in ("navn", "nummer")]
    assert {"Østre Toten", "3442"} <= set(names)
    # whom something applies to is listed by number, with the names beside it; a fingerprint is no number
    text = re.sub(r"(?m)^ *(?:#.*|kommuner: .*)$|avtrykk: \S+", "", path.read_text("utf-8"))
    assert [name for name in names if re.search(rf"(?<!\d){name}(?!\d)", text)] == []


def test_no_reason_is_used_twice_for_one_plan_in_whatever_set():
    used = Counter((one.get("plan", OWN), one["grunn"]) for sett in SETS for one in sett.get("vurderinger", ()))
    assert used and [key for key, number in used.items() if number > 1] == []


def test_the_tables_were_not_computed_on_files_of_another_shape_than_the_second_route_knows():
    for name in (*NATIONAL, *REGIONAL):
        for document in read(name)["dokumenter"]:
            inside = [one for chapter in document.get("kapitler", ()) for one in chapter.get("forventninger", ())]
            assert not any("trukket" in one for one in [*inside, *document.get("forventninger", ())])
