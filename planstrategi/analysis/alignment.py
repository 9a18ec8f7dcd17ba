"""Alignment: which expectation is answered by which plan, as somebody has judged it. Unjudged is never covered."""

import pandas as pd

from planstrategi.analysis.portfolio import source_of
from planstrategi.judgement import JUDGEMENTS, Vurdering, Vurderingssett
from planstrategi.register import Register
from planstrategi.words import GRAD

STATUS = {"sterk": "sterkt", "delvis": "delvis", "svak": "svakt"}
IKKE_VURDERT = "ikke vurdert"


def expectation_list(register: Register) -> pd.DataFrame:
    """Return every focus area that the planstrategi answers to: the national ones, then the municipality's own."""
    chapters = {k.id: k.navn for k in register.forventninger.kapitler} if register.forventninger else {}
    rows = [
        (satsing.forventning, "nasjonal", chapters[satsing.forventning], source_of(satsing))
        for satsing in register.nasjonale_satsinger
    ]
    rows += [(omraade.id, "lokal", omraade.navn, source_of(omraade)) for omraade in register.satsingsomraader]
    return pd.DataFrame(rows, columns=["forventning_id", "nivaa", "tekst", "kilde"])


def links(register: Register) -> pd.DataFrame:
    """Return one row per judged pair of plan and expectation: grade, ground, reason, who judged and when.

    `navn` and `tekst` are the names of plan and expectation. Where several sets judge a pair, the latest counts.
    """
    texts = expectation_list(register).set_index("forventning_id")["tekst"]
    names = register.names("planer")
    latest: dict[tuple[str, str], tuple[Vurderingssett, Vurdering]] = {}
    for sett in sorted(register.judgement_sets(), key=lambda one: one.naar):
        for vurdering in sett.vurderinger:
            latest[vurdering.plan, vurdering.forventning] = sett, vurdering
    rows = [
        (v.plan, v.forventning, v.grad, names[v.plan], texts.get(v.forventning), v.grunnlag, v.grunn,
         s.hvem, s.naar, s.forelopig, source_of(v, JUDGEMENTS))
        for s, v in latest.values()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=LINK_COLUMNS)


LINK_COLUMNS = (
    "plan_id", "forventning_id", "grad", "navn", "tekst", "grunnlag", "grunn",
    "vurdert_av", "vurdert_naar", "forelopig", "kilde",
)  # fmt: skip


def expectations(register: Register) -> pd.DataFrame:
    """Return one row per expectation, always all of them.

    `status` is the strongest grade any plan has been judged to answer it with (sterkt, delvis, svakt), or
    `ikke vurdert`; `antall_*` count the judged plans by grade; `planer` are plan ids, strongest first.
    """
    frame, judged = expectation_list(register), links(register)
    judged = judged.sort_values("grad", key=lambda grad: grad.map(_strength), kind="stable")
    by_id = dict(list(judged.groupby("forventning_id")))
    groups = [by_id.get(name, judged.iloc[:0]) for name in frame["forventning_id"]]
    frame.insert(3, "status", [_status(group) for group in groups])
    frame.insert(4, "planer", [tuple(group["plan_id"]) for group in groups])
    for place, grad in enumerate(GRAD, start=5):
        frame.insert(place, f"antall_{grad}", [int((group["grad"] == grad).sum()) for group in groups])
    return frame


def _strength(grad: str) -> int:
    return list(GRAD).index(grad)


def _status(group: pd.DataFrame) -> str:
    return STATUS[group["grad"].iloc[0]] if len(group) else IKKE_VURDERT


def judged_plans(register: Register) -> pd.DataFrame:
    """Return one row per plan: how many expectations it is judged to answer, by grade; unjudged plans say so."""
    judged = links(register)
    rows = []
    for plan in register.planer:
        own = judged[judged["plan_id"] == plan.id]
        counts = [int((own["grad"] == grad).sum()) for grad in GRAD]
        rows.append((plan.id, plan.navn, "vurdert" if len(own) else IKKE_VURDERT, *counts, source_of(plan)))
    columns = ["plan_id", "navn", "status", *(f"antall_{grad}" for grad in GRAD), "kilde"]
    return pd.DataFrame(rows, columns=columns)


def matrix(register: Register) -> pd.DataFrame:
    """Return the judged pairs by short name of plan and text of expectation; `attrs` lists all of both, in order."""
    expected = expectation_list(register)
    twice = expected["tekst"].duplicated(keep=False)
    labels = expected["tekst"].where(~twice, expected["tekst"] + " (" + expected["nivaa"] + ")")
    texts = dict(zip(expected["forventning_id"], labels, strict=True))
    names = {plan.id: plan.kortnavn or plan.navn for plan in register.planer}
    judged = links(register)
    frame = pd.DataFrame(
        {
            "plan": judged["plan_id"].map(names),
            "forventning": judged["forventning_id"].map(texts),
            "grad": judged["grad"],
        }
    )
    frame.attrs |= {"planer": list(names.values()), "forventninger": list(texts.values())}
    return frame


def judges(register: Register) -> pd.DataFrame:
    """Return one row per set of judgements: who judged, when, on what grounds, whether provisional, how many."""
    rows = [
        (s.hvem, s.naar, s.grunnlag, s.forelopig, len(s.vurderinger), source_of(s, JUDGEMENTS))
        for s in register.judgement_sets()
    ]
    return pd.DataFrame(rows, columns=["vurdert_av", "vurdert_naar", "grunnlag", "forelopig", "antall", "kilde"])
