"""The status of each demand of law in each year once more, and the due dates: plain Python on the YAML files.

As second_route.py; it takes one set of judgements, all of them read against the law of one day, as the real registers have.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta
from typing import NamedTuple

from second_route import NATIONAL, Plan, Register, Span, later, read, span

NEW_EDITION = ("ny", "full_revisjon", "revisjon")
ENDING = ("erstattes", "oppheves", "utgaar")
# of several statuses the first wins: what is true of a year, and of the whole period
IN_YEAR = (
    "gjelder ikke", "ikke aktuelt", "vilkår ikke avklart", "bevisst utelatt", "dekket", "delvis", "planlagt", "gyldighet ukjent",
    "kan være ivaretatt", "frist i året", "under arbeid", "utløpt", "udekket", "ikke vurdert mot denne ordlyden", "ikke vurdert",
)  # fmt: skip
IN_PERIOD = (
    "udekket", "utløpt", "frist i året", "gyldighet ukjent", "kan være ivaretatt", "ikke vurdert mot denne ordlyden",
    "ikke vurdert", "vilkår ikke avklart", "bevisst utelatt", "under arbeid", "planlagt", "delvis", "dekket", "ikke aktuelt",
    "gjelder ikke",
)  # fmt: skip
OF_ANSWER = {"helt": "dekket", "delvis": "delvis", "kanskje": "kan være ivaretatt"}
DONE = {"ja": "dekket", "delvis": "delvis", "nei": "udekket"}
NOT_MET = ("bevisst utelatt", "frist i året", "utløpt", "udekket")
STEP = {
    "ikke vurdert mot denne ordlyden": "ikke vurdert", "dekket": "møtt", "delvis": "møtt delvis", "planlagt": "planlagt",
    "under arbeid": "planlagt", "gyldighet ukjent": "ikke kjent", "kan være ivaretatt": "ikke kjent",
} | dict.fromkeys(NOT_MET, "ikke møtt")  # fmt: skip
JUDGED = ("møtt", "møtt delvis", "planlagt", "ikke møtt", "ikke kjent")
Due = tuple[Day, bool]
Both = tuple[str, str]


class Answer(NamedTuple):
    """What answers a demand: how much, now and when it is made again; its edition, and the days new ones are planned for."""

    svar: str
    now: str
    again: str
    plan: str
    exists: bool | None
    made: Span | None
    ends: Day
    open_end: bool
    political: bool | None
    planned: dict[Day, bool]
    working: set[int]


class Law:
    """The law of a register: the demands, what is judged to answer each, and the terms of the council."""

    def __init__(self, mine: Register) -> None:
        self.mine, self.file, self.day = mine, mine.file, mine.day
        self.catalogue = read(NATIONAL / "lovkrav.yaml")
        sets = read(mine.folder / "vurderinger" / "lovkrav.yaml").get("sett", [])
        assert len(sets) <= 1
        self.read_on = sets[0]["ordlyd"] if sets else None
        self.judged = sets[0]["vurderinger"] if sets else []
        first, known = self.catalogue["valg"][0]["aar"], {day.year: day for day in self.file["kommune"].get("konstituert", [])}
        span_of_terms = range(mine.years[0] - 40, max(mine.years[-1], self.day.year) + 20)
        self.terms = [(known.get(y, Day(y, 10, 31)), y not in known) for y in span_of_terms if (y - first) % 4 == 0]
        self.adopted = span(self.file["dokument"]["vedtatt"]) if "vedtatt" in self.file["dokument"] else None
        self.adopted_in = self.term_of_adoption()

    def term(self, day: Day) -> int:
        return sum(start <= day for start, _ in self.terms) - 1

    def term_of_adoption(self) -> int | None:
        years = self.mine.years
        term = self.term(Day((years[0] + years[-1]) // 2, 1, 1))
        return term if self.adopted and {self.term(day) for day in self.adopted} == {term} else None

    def in_term(self, rule: dict, number: int) -> Due:
        start, outer = self.terms[number]
        if "innen_maaneder" in rule:
            return later(start, rule["innen_maaneder"]), outer
        if "utgangen_av_aar" in rule:
            return Day(start.year + rule["utgangen_av_aar"], 12, 31), False
        return self.terms[number + 1][0] - timedelta(1), self.terms[number + 1][1]

    def dates(self, rule: dict, last: Span | None) -> Iterator[Due]:
        """Give each day a rule demands something: the first is what the law gives time to, and none comes before it."""
        first, found = rule.get("innen"), []
        kind, whole = rule["regel"], range(len(self.terms) - 1)
        if kind == "hver_valgperiode":
            found = [self.in_term(rule, number) for number in whole]
        elif kind == "ved_oppstart_av_planstrategi":
            found = [(self.in_term(rule, number)[0] - timedelta(rule["dager_foer"]), True) for number in whole]
        elif kind == "hvert_aar":
            outer = rule.get("senest") == "ja" or "dag" not in rule
            found = [(day_in(year, rule), outer) for year in range(self.terms[0][0].year, self.terms[-1][0].year)]
        elif kind == "med_aars_mellomrom" and last:
            days = (later(last[1], 12 * rule["hvert"] * number) for number in range(1, 40))
            found = [(day, last[0] != last[1]) for day in days if day <= self.terms[-1][0]]
        elif kind == "fast_dato":
            found = [(rule["dato"], False)]
        yield from [(first, False)] if first else []
        yield from (one for one in found if one[0] >= rule.get("fra", Day.min) and one[0] > (first or Day.min))

    def until(self, rule: dict, day: Day) -> Day:
        """Return the last day that an edition made on a day meets a rule."""
        if rule["regel"] == "hver_valgperiode" and self.term(day) + 1 < len(self.terms) - 1:
            return self.in_term(rule, self.term(day) + 1)[0] - timedelta(1)
        if rule["regel"] == "hvert_aar":
            return day_in(day.year + 1, rule) - timedelta(1)
        if rule["regel"] == "med_aars_mellomrom":
            return later(day, 12 * rule["hvert"]) - timedelta(1)
        return Day.max

    def lasts(self, demand: dict, day: Day) -> Day:
        return min((self.until(rule, day) for rule in demand.get("gjentakelse", [])), default=Day.max)

    def planned(self, plan: Plan, yearly: bool) -> dict[Day, bool]:
        """Return the days a new edition is planned for, each with whether the register says that it will be finished."""
        each_year, new = yearly and bool(plan["aarlig"]), plan["planbehov"] in NEW_EDITION
        found = {Day(year, 12, 31): each_year for year in sorted(plan.years)} if yearly and (plan["aarlig"] or new) else {}
        if new and plan.finish:
            found[plan.finish[1]] = each_year or not plan.derived_finish
        return found

    def end_of(self, plan: Plan) -> Day | None:
        """Return the last day of the edition in force, None when it ends on a day nobody has said."""
        ends = [span(plan["gyldig_til"])[1]] if plan["gyldig_til"] else []
        if plan["planbehov"] not in ENDING:
            return ends[0] if ends else Day.max
        if plan["planbehov"] == "erstattes":
            ends += [day for other in plan["erstattes_av"] or () for day in self.planned(self.mine.plans[other], False)]
        elif plan.stated_finish or plan["aar"]:
            ends.append(plan.stated_finish[1] if plan.stated_finish else Day(plan["aar"][-1], 12, 31))
        return min(ends, default=None)

    def by_plan(self, demand: dict, plan: Plan, svar: str) -> Answer:
        yearly = any(rule["regel"] == "hvert_aar" for rule in demand.get("gjentakelse", []))
        known = plan.sure if yearly or plan["planbehov"] in (*NEW_EDITION, None, "avklares") else set()
        planned = self.planned(plan, yearly)
        if known and not planned and plan["planbehov"] in NEW_EDITION:
            planned = {Day(max(known), 12, 31): False}
        made = [(span(plan[name]), name) for name in ("vedtatt", "revidert", "datert") if plan[name]]
        latest, event = max(made, key=lambda one: one[0][1], default=(None, "vedtatt"))
        exists = True if made or plan["status"] == "gjeldende" else False if plan["planbehov"] == "ny" else None
        end, by = self.end_of(plan), plan["vedtatt_av"] if event == "vedtatt" else None
        now, again = (at_most(demand, svar, who) for who in (by, plan["skal_vedtas_av"]))
        return Answer(
            svar, now, again, plan["id"], exists, latest, end or Day.max, end is None, by and by == "politisk", planned, known
        )

    def by_document(self, demand: dict, document: dict, svar: str) -> Answer:
        made, by = span(document["vedtatt"]) if "vedtatt" in document else None, document.get("vedtatt_av")
        ends = span(document["gyldig_til"])[1] if "gyldig_til" in document else Day.max
        planned = {Day(year, 12, 31): True for year in self.mine.years} if "aarlig" in document else {}
        now = at_most(demand, svar, by)
        return Answer(svar, now, svar, "", bool(made) or None, made, ends, False, by and by == "politisk", planned, set())

    def by_itself(self, svar: str) -> Answer:
        known = bool(self.adopted) or None
        return Answer(svar, svar, svar, "", known, self.adopted, Day.max, False, known, {}, set())

    def shown(self, demand: dict) -> str | None:
        """Return how much of a demand the register itself shows to be done, None when it shows nothing."""
        facts = [self.fact(name) for name in demand.get("besvares_av", [])]
        if not any(facts):
            return None
        return "nei" if "nei" in facts else "ja" if {*facts} == {"ja"} else "delvis"

    def fact(self, name: str) -> str | None:
        if name == "beslutninger":
            parts = {name for name, plan in self.mine.plans.items() if plan["plantype"] in ("samfunnsdel", "arealdel")}
            rows = {name for name in parts if self.mine.plans[name]["planbehov"] not in (None, "avklares")}
            decided = rows | {one["plan"] for one in self.file.get("beslutninger", [])}
            return ("ja" if parts <= decided else "delvis") if decided else None
        if self.adopted_in is None:
            return None
        if name == "vedtatt":
            return "ja"
        start, outer = self.terms[self.adopted_in]
        elections = {one["aar"]: one["valgdag"] for one in self.catalogue["valg"] if "valgdag" in one}
        early = start if not outer else elections[start.year] + timedelta(14) if start.year in elections else None
        if early and self.adopted[1] <= later(early, 12):
            return "ja"
        return "nei" if self.adopted[0] > later(start, 12) else None

    def answers(self, demand: dict) -> dict[int, list[Answer]]:
        """Return what answers each wording: as judged, or, where nobody could tell, as the register shows."""
        found: dict[int, list[Answer]] = {}
        for number in range(len(demand["versjoner"])):
            judged = [one for one in self.judgements(demand) if number == in_force(demand, self.read_on)]
            if not self.shown(demand) or demand["slag"] == "prosesskrav" or {one["svar"] for one in judged} - {"ikke_vurdert"}:
                found[number] = [self.answer(demand, one) for one in judged if one["svar"] in OF_ANSWER]
            else:
                found[number] = [self.by_itself("helt" if self.shown(demand) == "ja" else "delvis")]
        return found

    def judgements(self, demand: dict) -> list[dict]:
        return [one for one in self.judged if one["krav"] == demand["id"]]

    def answer(self, demand: dict, judged: dict) -> Answer:
        if "plan" in judged:
            return self.by_plan(demand, self.mine.plans[judged["plan"]], judged["svar"])
        if "omtalt" in judged:
            document = next(one for one in self.file["omtalt"] if one["id"] == judged["omtalt"])
            return self.by_document(demand, document, judged["svar"])
        return self.by_itself(judged["svar"])

    def due(self, demand: dict) -> list[tuple[Due, dict]]:
        """Return the due dates ahead that the edition there is does not meet, each with its rule, the nearest first."""
        answers, found = self.answers(demand), []
        for rule in demand.get("gjentakelse", []):
            for day, outer in self.dates(rule, latest([one for some in answers.values() for one in some])):
                number = in_force(demand, day)
                last = latest(answers[number]) if number is not None else None
                met = last and day <= self.until(rule, last[1]) < Day.max
                begun = (
                    rule["regel"] == "ved_oppstart_av_planstrategi"
                    and day != rule.get("innen")
                    and self.term(day) == self.adopted_in
                )
                if day >= self.day and number is not None and not met and not begun:
                    found.append(((day, outer), rule))
        return sorted(found, key=lambda one: one[0])

    def year(self, demand: dict, year: int) -> tuple[Both, Day | None]:
        """Return the status at the end of a year as known and as planned, and the due date that is told of it."""
        due = next((day for (day, _), _ in self.due(demand) if day.year == year), None)
        number = in_force(demand, due or Day(year, 12, 31))
        if number is None:
            return ("gjelder ikke", "gjelder ikke"), None
        both = self.of_process(demand) if demand["slag"] == "prosesskrav" else self.of_year(demand, number, year, due)
        if demand["styrke"] == "kan":
            both = tuple("ikke aktuelt" if one in NOT_MET else one for one in both)
        return both, None if both[0] in ("gjelder ikke", "ikke aktuelt", "dekket", "delvis") else due

    def of_process(self, demand: dict) -> Both:
        said = [DONE[one["gjort"]] for one in self.file.get("prosess", []) if one.get("krav") == demand["id"] and "gjort" in one]
        shown = DONE[self.shown(demand)] if self.shown(demand) else nobody_judged(demand)
        known = min(said, key=IN_YEAR.index, default=shown)
        if demand["vedtas_av"].startswith("kommunestyret") and not self.adopted and known in ("dekket", "delvis"):
            known = "gyldighet ukjent"
        return known, known

    def of_year(self, demand: dict, number: int, year: int, due: Day | None) -> Both:
        here, every = number == in_force(demand, self.read_on), {one["svar"] for one in self.judgements(demand)}
        judged, answers = every if here else set(), self.answers(demand)[number]
        if judged == {"ikke_aktuelt"}:
            return "ikke aktuelt", "ikke aktuelt"
        if not answers and "ikke" not in judged:
            other = not judged and every - {"ikke_vurdert"}
            status = "ikke vurdert mot denne ordlyden" if other else nobody_judged(demand)
            return status, status
        nothing = "frist i året" if due else "udekket"
        found = [*(self.of_answer(demand, one, year, due) for one in answers), (nothing, nothing)]
        return min((one[0] for one in found), key=IN_YEAR.index), min((one[1] for one in found), key=IN_YEAR.index)

    def of_answer(self, demand: dict, one: Answer, year: int, due: Day | None) -> Both:
        known, planned = self.certain(demand, one, year, due)
        if one.svar == "kanskje":
            lower = {
                "planlagt": "kan være ivaretatt",
                "gyldighet ukjent": "kan være ivaretatt",
                "under arbeid": "udekket",
                "utløpt": "udekket",
            }
            return lower.get(known, known), lower.get(planned, planned)
        return known, planned

    def certain(self, demand: dict, one: Answer, year: int, due: Day | None) -> Both:
        end, now = Day(year, 12, 31), self.of_edition(demand, one, Day(year, 12, 31))
        if now == "gjelder":
            return OF_ANSWER[one.now], OF_ANSWER[one.now]
        lasting = {day: sure for day, sure in one.planned.items() if self.lasts(demand, day) >= end}
        if any(sure and self.day <= day <= (due or end) for day, sure in lasting.items()):
            return "planlagt", OF_ANSWER[one.again]
        # what should have been finished may be; so may what goes on, after its last known year or in that of a due date
        may = any(
            day < self.day
            if sure or day < self.day
            else year > max(one.working, default=day.year - 1) or bool(due and day.year == year)
            for day, sure in lasting.items()
        )
        status = "gyldighet ukjent" if now == "gyldighet ukjent" or may else "under arbeid" if year in one.working else now
        return status, status

    def of_edition(self, demand: dict, one: Answer, end: Day) -> str:
        made = one.made or (self.day, self.day)
        early, late = sorted(min(one.ends, self.lasts(demand, day)) for day in made)
        if late < end:
            return "utløpt" if one.exists or one.ends < Day.max else "udekket"
        if one.exists is False:
            return "udekket"
        counted = {rule["regel"] for rule in demand.get("gjentakelse", [])} & {
            "hver_valgperiode",
            "hvert_aar",
            "med_aars_mellomrom",
        }
        doubt = (
            (not one.made and counted) or (demand["vedtas_av"] == "kommunestyret_selv" and one.political is None) or one.open_end
        )
        begun = not one.made or one.made[0] <= end
        return "gjelder" if one.exists and begun and early >= end and not doubt else "gyldighet ukjent"

    def period(self, demand: dict) -> Both:
        if in_force(demand, self.day) is None:
            return "gjelder ikke", "gjelder ikke"
        years = [self.year(demand, year)[0] for year in self.mine.years]
        return min((one[0] for one in years), key=IN_PERIOD.index), min((one[1] for one in years), key=IN_PERIOD.index)

    def overdue(self, demand: dict, rule: dict) -> Day | None:
        """Return the latest due date that has passed unmet, where it is known what there is."""
        number = in_force(demand, self.day)
        answers = self.answers(demand)[number] if number is not None else []
        here = number is not None and number == in_force(demand, self.read_on)
        nothing = not answers and here and any(one["svar"] == "ikke" for one in self.judgements(demand))
        if not latest(answers) and not nothing:
            return None
        begins = demand["versjoner"][number].get("fra")
        first = max(span(begins)[0] if begins else Day.min, self.until(rule, latest(answers)[1]) if latest(answers) else Day.min)
        return max((day for day, _ in self.dates(rule, latest(answers)) if first < day < self.day), default=None)

    def funnel(self, skal: bool) -> Counter:
        """Return how many demands are in each step, the process aside; of what the municipality must, or of all."""
        found: Counter = Counter()
        for one in self.catalogue["krav"]:
            if one["slag"] != "prosesskrav" and (one["styrke"] == "skal" or not skal):
                step = STEP.get(self.period(one)[0], self.period(one)[0])
                applies = step in (*JUDGED, "ikke vurdert")
                inside = ["gjelder kommunen"] * applies + ["vurdert"] * (step in JUDGED) + ["i kraft"] * (step != "gjelder ikke")
                found.update(["i katalogen", step, *inside])
        return found


def day_in(year: int, rule: dict) -> Day:
    month, day = map(int, rule.get("dag", "12-31").split("-"))
    return Day(year, month, day)


def in_force(demand: dict, day: Day | None) -> int | None:
    """Return the number of the wording in force on a day."""
    for number, one in enumerate(demand["versjoner"] if day else ()):
        if ("fra" not in one or span(one["fra"])[0] <= day) and ("til" not in one or span(one["til"])[1] >= day):
            return number
    return None


def latest(answers: list[Answer]) -> Span | None:
    best = [one for one in answers if one.svar == "helt"] or [one for one in answers if one.svar != "kanskje"]
    return max((one.made for one in best if one.made), key=lambda made: made[1], default=None)


def at_most(demand: dict, svar: str, by: str | None) -> str:
    """Return what the council itself must adopt as partly met where the administration does."""
    return "delvis" if demand["vedtas_av"] == "kommunestyret_selv" and by == "administrativt" and svar == "helt" else svar


def nobody_judged(demand: dict) -> str:
    return "vilkår ikke avklart" if "vilkaar" in demand else "ikke vurdert"
