"""What has changed from the register before: plans, duties and expectations; a row per change, in words people use."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planstrategi.analysis.alignment.assessment import INGEN_PLAN, STATUS_OF_GRADE, expectation_table
from planstrategi.analysis.legal import statuses
from planstrategi.analysis.legal.coverage import assess
from planstrategi.analysis.legal.tables import requirement_coverage
from planstrategi.analysis.revision.fulfilment import FERDIG, KANSKJE, NEI, TATT_UT, fate
from planstrategi.analysis.revision.matching import paired
from planstrategi.analysis.shared.editions import edition_of
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import area_labels, role_labels, source_of
from planstrategi.model import vocabulary
from planstrategi.model.dates import Tid
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register

LAGT_TIL, NYTT_NAVN, ENDRET, SKJOVET_UT, FRAMSKYNDET = "lagt til", "nytt navn", "endret", "skjøvet ut", "framskyndet"
# what this register does not say, is not known to be changed
UOPPGITT = "ikke lenger oppgitt"
TIMES = ("oppstart", "ferdig", "skal_vedtas")
# the fields that are compared, in the order they are told; of the years see `_years`
COMPARED = ("planbehov", "plantype", "status", "vedtatt", "revidert", "gyldig_til", *TIMES, "ansvarlig", "roller")
LAW, EXPECTATION = "lovkrav", "forventning"
UNJUDGED = (vocabulary.IKKE_VURDERT, vocabulary.VILKAAR_UKJENT)
KRAV_MOTT, KRAV_AAPENT, KRAV_UKJENT = "krav nå møtt", "krav nå åpent", "krav nå ikke kjent"
KRAV_MED_FRIST, DEKKET_TIL = "krav med frist i perioden", "dekket, men løper ut"
# what is said beside a word, by how the word before ended
BEFORE = {"ikke kjent": " (ikke kjent før)", "gjelder ikke": " (gjaldt ikke før)"}
# what is said of a requirement when the step of its status is now another, and of an expectation by its status
DUTY_NOW = {statuses.MOTT: KRAV_MOTT} | dict.fromkeys((statuses.MOTT_DELVIS, statuses.PAA_VEI, statuses.IKKE_MOTT), KRAV_AAPENT)
DUTY_NOW |= dict.fromkeys((*UNJUDGED, statuses.IKKE_KJENT), KRAV_UKJENT)
DUTY_NOW |= dict.fromkeys((vocabulary.GJELDER_IKKE, vocabulary.IKKE_AKTUELT), "krav gjelder ikke")
SVART, UTEN_SVAR, SVAR_UKJENT = "forventning nå svart på", "forventning nå uten svar", "forventning nå ikke kjent"
EXPECTED_IS_NOW = dict.fromkeys(STATUS_OF_GRADE.values(), SVART) | {INGEN_PLAN: UTEN_SVAR}
EXPECTED_IS_NOW |= dict.fromkeys((*UNJUDGED, vocabulary.GYLDIGHET_UKJENT), SVAR_UKJENT)
EXPECTED_IS_NOW |= dict.fromkeys((vocabulary.GJELDER_IKKE, vocabulary.TELLES_IKKE), "forventning gjelder ikke")


@columns("plan_id endring felt fra til navn slag forrige_id krav_id forventning_id hvorfor kilde_forrige kilde")
def changes_since(register: Register) -> Rows:
    """Return one row per change from the period before, or the register this is held against; none where there is neither.

    `plan_id` is the id in this register, or in the other for a plan that is taken out; `forrige_id` the one there. `fra` and
    `til` are what a field held, as it is typed. What is said of requirements (`krav_id`, only what the municipality must) and
    of expectations rests on judgements (`slag`), each side as known on its own day, and has rows only where both sides are
    judged. A plan whose name alone says which it was (`kanskje nytt navn`) is neither added nor taken out, nor compared.
    """
    old, blank = register.previous().register, dict.fromkeys(changes_since.columns)
    found = [*_of_plans(old, register), *_of_duties(old, register), *_of_expectations(old, register)] if old else []
    return (blank | row for row in found)


def _of_plans(old: Register, new: Register) -> Iterator[Row]:
    for was, now, proposed in paired(old, new):
        told = now or was
        assert told is not None
        shared = {"plan_id": told.id, "navn": told.navn, "slag": "fakta"}
        shared |= {"forrige_id": was.id, "kilde_forrige": source_of(was)} if was else {}
        shared |= {"kilde": source_of(now)} if now else {}
        yield from (shared | row for row in _changed(old, new, was, now, proposed))


def _changed(old: Register, new: Register, was: Plan | None, now: Plan | None, proposed: bool) -> Iterator[Row]:
    if was and now and not proposed:
        yield from _fields(old, new, was, now)
    elif was and now:
        yield _change(KANSKJE, "navn", was.navn, now.navn) | {"hvorfor": fate(old, new, was, now, proposed)["hviler_paa"]}
    else:
        yield _change(LAGT_TIL if now else TATT_UT, "planbehov", was.planbehov if was else None, now.planbehov if now else None)


def _change(endring: str, felt: str, fra: str | None, til: str | None) -> Row:
    return {"endring": UOPPGITT if endring == ENDRET and til is None else endring, "felt": felt, "fra": fra, "til": til}


def _fields(old: Register, new: Register, was: Plan, now: Plan) -> Iterator[Row]:
    if was.navn != now.navn:
        yield _change(NYTT_NAVN, "navn", was.navn, now.navn)
    happened = fate(old, new, was, now, proposed=False)
    done, made = happened["hva_skjedde"] == FERDIG, edition_of(new, now).dato
    if done and was.finish and made and made.forst > was.finish.sist:
        felt = "ferdig" if was.finish == was.ferdig else "skal_vedtas"
        yield _change(SKJOVET_UT, felt, was.finish.tekst, made.tekst) | {"hvorfor": happened["hviler_paa"]}
    # once it is made, the times are those of the next edition
    left_out = TIMES if done else ()
    for felt in (one for one in COMPARED if one not in left_out):
        fra, til = getattr(was, felt), getattr(now, felt)
        told = _told(old, was, felt), _told(new, now, felt)
        if fra != til and told[0] != told[1]:
            yield _change(_moved(fra.sist, til.sist) if felt in TIMES and fra and til else ENDRET, felt, *told)
    yield from _years(old, new, was, now, happened)


def _years(old: Register, new: Register, was: Plan, now: Plan, happened: Row) -> Iterator[Row]:
    """Give how the marked years changed: those that both periods have, else where what was promised is known not done."""
    if new.periode.fra <= old.periode.til:
        fra = [year for year in was.aar if year >= new.periode.fra]
        til = [year for year in now.aar if year <= old.periode.til]
        if fra != til:
            yield _change(_moved(fra[-1], til[-1]) if fra and til else ENDRET, "aar", _listed(fra), _listed(til))
    elif was.aar and now.aar and happened["oppfylt"] == NEI and now.aar[-1] > was.aar[-1]:
        yield _change(SKJOVET_UT, "aar", _listed(was.aar), _listed(now.aar)) | {"hvorfor": happened["hviler_paa"]}


def _moved(fra: Any, til: Any) -> str:
    return SKJOVET_UT if til > fra else FRAMSKYNDET if til < fra else ENDRET


def _told(register: Register, plan: Plan, felt: str) -> str | None:
    value = getattr(plan, felt)
    if isinstance(value, Tid):
        return value.tekst
    if felt in ("ansvarlig", "roller"):
        labels = area_labels(register) if felt == "ansvarlig" else role_labels(register)
        return _listed([labels[one] for one in value])
    return str(value) if value else None


def _listed(values: Any) -> str | None:
    return ", ".join(map(str, values)) or None


def _of_duties(old: Register, new: Register) -> Iterator[Row]:
    if old.legal_judgement_sets() and new.legal_judgement_sets():
        words = {status: DUTY_NOW[step] for status, step in statuses.STEP_OF.items()}
        words |= dict.fromkeys((statuses.FRIST_I_AARET, DEKKET_TIL), KRAV_MED_FRIST)
        yield from _judged([_duties(old), _duties(new)], words, "krav_id", "krav", {"felt": LAW, "slag": "lovvurderinger"})


def _duties(register: Register) -> Iterator[Any]:
    """Give what the municipality must; what answers until a day still to come, is neither open nor met to the end."""
    year, met = max(int(register.per_dato[:4]), register.periode.fra), (statuses.DEKKET, statuses.FRIST_I_AARET)
    for row, one in zip(requirement_coverage(register).to_dict("records"), assess(register), strict=True):
        runs_out = row["status"] == statuses.UTLOPT and any(at.aar == year and at.status.kjent in met for at in one.years)
        if row["styrke"] == vocabulary.STYRKE["skal"]:
            yield row | ({"status": DEKKET_TIL} if runs_out else {})


def _of_expectations(old: Register, new: Register) -> Iterator[Row]:
    if old.counting_sets() and new.counting_sets():
        both = [frame[frame["telles"]].to_dict("records") for frame in map(expectation_table, (old, new))]
        yield from _judged(both, EXPECTED_IS_NOW, "forventning_id", "tekst", {"felt": EXPECTATION, "slag": "vurderinger"})


def _judged(both: Iterable[Iterable[Any]], words: Mapping[str, str], key: str, name: str, shared: Row) -> Iterator[Row]:
    """Give what has another word than before, of what both have.

    What nobody knew before may be as it was, and what was not asked then is no progress and no decline.
    """
    before, after = ({row[key]: row for row in rows} for rows in both)
    for one, row in after.items():
        other = before.get(one)
        if other and words[other["status"]] != words[row["status"]]:
            also = next((told for end, told in BEFORE.items() if words[other["status"]].endswith(end)), "")
            yield shared | {
                key: one, "endring": words[row["status"]] + also, "fra": other["status"], "til": row["status"],
                "navn": row[name], "hvorfor": row["hvorfor"], "kilde_forrige": other["kilde"], "kilde": row["kilde"],
            }  # fmt: skip
