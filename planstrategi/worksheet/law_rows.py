"""The questions on the law that a judgement answers, what settles most first, and what the register may answer with."""

from planstrategi.analysis.legal.answers import judgements_by_requirement
from planstrategi.analysis.legal.coverage import Assessed, assess
from planstrategi.analysis.legal.gaps import NEAR, questions
from planstrategi.analysis.legal.reasons import legal_basis
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sentences import in_order
from planstrategi.analysis.shared.sources import told_apart
from planstrategi.model.dates import in_words
from planstrategi.model.judgements import PLANSTRATEGIEN, Lovvurderingssett
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT, STYRKE
from planstrategi.worksheet.layout import in_list


@columns("krav hjemmel lest_i lenke innhold sporsmaal har krav_id")
def requirements_to_judge(register: Register, everything: bool = False) -> Rows:
    """Return one row per requirement that a judgement would settle, those first that a planstrategi must have.

    Those are the questions of `lovsporsmaal` that are answered by a judgement; with `everything`, every requirement that
    can be judged. Then come those due in the period, the earliest first. `har` is what is judged now.
    """
    rows = questions(register).to_dict("records")
    asked = {krav: row["sporsmaal"] for row in rows if row["felt"] == "svar" for krav in row["krav_id"]}
    day = register.lovkrav.per_dato if register.lovkrav else ""
    found = [one for one in assess(register) if one.krav.version_on(day) and (one.krav.id in asked or everything)]
    for one in sorted((one for one in found if one.krav.slag != "prosesskrav"), key=lambda one: _order(register, one)):
        krav, due = one.krav, _due(register, one)
        link = next((place.lenke for place in krav.hjemmel if place.rolle != "utfyller"), krav.kilde.lenke) or ""
        yield {
            "krav": krav.navn, "krav_id": krav.id, "innhold": krav.innhold, "har": _has(register, one), "lest_i": link and "Åpne",
            "hjemmel": in_order(f"{STYRKE[krav.styrke].capitalize()}:", "; ".join(legal_basis(krav))), "lenke": link,
            "sporsmaal": in_order(asked.get(krav.id) or krav.sporsmaal or "", f"Frist {in_words(due)}." if due else ""),
        }  # fmt: skip


def _order(register: Register, one: Assessed) -> tuple[bool, str, int, int]:
    krav = one.krav
    core = krav.relevans == "kjerne" and krav.styrke == "skal"
    return not core, _due(register, one) or "9", NEAR.index(krav.relevans), list(STYRKE).index(krav.styrke)


def _due(register: Register, one: Assessed) -> str:
    return next((due.frist.dato for due in one.due if int(due.frist.dato[:4]) <= register.periode.til), "")


def _has(register: Register, one: Assessed) -> str:
    names = {target: label for label, target in answering(register).items()}
    judged = [(in_list(each.vurdering.svar), names.get(each.vurdering.target), each.vurdering.grunn) for each in one.judged]
    return "\n".join(f"{svar.capitalize()}{f' ({name})' if name else ''}. {grunn}" for svar, name, grunn in judged)


def answering(register: Register) -> dict[str, tuple[str, str]]:
    """Return what can answer a requirement, by what a person calls it: its kind and id, as `Lovvurdering.target`."""
    named = {("plan", one.id): one.navn for one in register.planer} | {("omtalt", one.id): one.navn for one in register.omtalt}
    labels = told_apart(named, {target: target[1] for target in named})
    return {"Planstrategien selv": (PLANSTRATEGIEN, PLANSTRATEGIEN)} | {label: target for target, label in labels.items()}


def questions_of_fact(register: Register) -> list[str]:
    """Return the questions of `lovsporsmaal` that facts in the register answer, and where they are written."""
    rows = questions(register).to_dict("records")
    return [f"{row['sporsmaal']} ({row['felt']}, {row['skrives_i']})" for row in rows if row["felt"] != "svar"]


@columns("krav_id krav svarer endring fra til grunn")
def legal_changes(register: Register, sett: Lovvurderingssett) -> Rows:
    """Return what a new set would change: one row per judgement in it.

    `endring` is `ny` (nobody had judged the requirement and what answers it), `bekreftet` or `endret`; `fra` and `til`
    are the answers.
    """
    names = {target: label for label, target in answering(register).items()}
    called, judged = {krav.id: krav.navn for krav in register.requirements()}, judgements_by_requirement(register)
    for one in sett.vurderinger:
        before = {each.vurdering.target: each.vurdering.svar for each in judged.get(one.krav, [])}
        was = before.get(one.target, IKKE_VURDERT)
        change = "ny" if one.target not in before else "bekreftet" if was == one.svar else "endret"
        yield {
            "krav_id": one.krav, "krav": called[one.krav], "svarer": names.get(one.target), "endring": change,
            "fra": in_list(was), "til": in_list(one.svar), "grunn": one.grunn,
        }  # fmt: skip
