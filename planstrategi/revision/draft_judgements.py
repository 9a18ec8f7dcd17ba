"""Judgements that may come along into the next period: the law or expectation reads as it did, and the plan is the same."""

from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from planstrategi.analysis.revision.carry_over import next_period, outcomes
from planstrategi.checks.law_judgements import prints_to_judge
from planstrategi.model.data_files import FileKind, files_by_schema
from planstrategi.model.expectations import Forventningsdokument, applies
from planstrategi.model.judgements import Lovvurdering, Lovvurderingssett, Sett, Vurdering, Vurderingssett
from planstrategi.model.register import Register
from planstrategi.outputs.as_yaml import as_yaml, plain
from planstrategi.revision.draft_register import DRAFT_WORDS
from planstrategi.worksheet.judgement_file import with_set

THE_SETS = "\nsett:\n"
Either = TypeVar("Either", bound=Sett)


class Drafted(NamedTuple):
    """The files of judgements by their place, and how many judgements come along and how many are to be made anew."""

    texts: dict[str, str]
    along: int
    anew: int


def draft_judgements(register: Register, templates: dict[str, str]) -> Drafted:
    """Return the files of judgements with the sets that come along, and only the template's words where none does."""
    (expected,), (legal,) = (files_by_schema()[name] for name in ("vurderinger_forventninger", "vurderinger_lovkrav"))
    sets: list[tuple[FileKind, Any, Any]] = []
    sets += [(expected, sett, expectations_along(register, sett)) for sett in register.counting_sets()]
    sets += [(legal, sett, law_along(register, sett)) for sett in register.legal_judgement_sets()]
    texts = dict(templates)
    for kind, _, sett in sets:
        texts[kind.navn] = with_set(texts[kind.navn], sett, kind) if sett.vurderinger else texts[kind.navn]
    texts = {name: text.replace(THE_SETS, f"\n{DRAFT_WORDS['bekreft']}{THE_SETS}", 1) for name, text in texts.items()}
    lasting = [one for one in register.left_out() if one.til >= _first_day(register)]
    texts[legal.navn] += f"\n{as_yaml({'utelatelser': plain(lasting)})}" if lasting else ""
    for kind, old, sett in sets:
        texts[kind.navn] += _to_judge_anew(old, sett)
    along = sum(len(sett.vurderinger) for _, _, sett in sets)
    return Drafted(texts, along, sum(len(old.vurderinger) for _, old, _ in sets) - along)


def _to_judge_anew(old: Any, sett: Any) -> str:
    """Return the judgements of a set that do not come along, a line each: what was asked of, and what was judged to answer."""
    every, kept = ([*map(_about, one.vurderinger)] for one in (old, sett))
    left = [f"## {words}\n" for words in every if words not in kept]
    return "".join([DRAFT_WORDS["paa_nytt"].format(sett=old.id), "\n", *left]) if left else ""


def _about(one: Lovvurdering | Vurdering) -> str:
    asked, answering = (one.krav, one.target[1]) if isinstance(one, Lovvurdering) else (one.forventning, one.who)
    return f"{asked}: {answering or 'ingen plan'}"


def law_along(register: Register, sett: Lovvurderingssett) -> Lovvurderingssett:
    """Return a set with the judgements of what goes on whose law reads as it did when it was judged."""
    first, plans = _first_day(register), _going_on(register)
    prints, requirements = prints_to_judge(register, first), {krav.id: krav for krav in register.requirements()}

    def comes_along(one: Lovvurdering) -> bool:
        krav = requirements[one.krav]
        now, then = krav.version_on(first), krav.version_on(sett.wording_of(one))
        # that nothing answers, and what the planstrategi itself does, is asked of the new one
        same = now is not None and now is then and {*one.avtrykk} in ({*prints[one.krav]}, set())
        return same and (one.plan in plans or bool(one.omtalt))

    where = f"planstrategien for {register.periode}"
    kept = [replace(one, hvor=f"{where}: {one.hvor}" if one.hvor else None) for one in sett.vurderinger if comes_along(one)]
    return replace(_proposed(register, sett), vurderinger=tuple(kept), ordlyd=sett.ordlyd or sett.naar)


def expectations_along(register: Register, sett: Vurderingssett) -> Vurderingssett:
    """Return a set with the judgements of plans that go on, against what is expected in the edition that was judged.

    What a set has judged without writing it holds for no plan that is added later, so nothing is said of whole documents.
    """
    plans, same = _going_on(register), {one.id for one in register.satsingsomraader}
    for file in register.expectation_files():
        for document in file.dokumenter:
            if _same_edition(document, file.per_dato, sett.naar, _first_day(register)):
                same |= {chapter.id for chapter in document.kapitler}
                same |= {one.id for _, one in document.points() if not one.trukket}
    kept = tuple(one for one in sett.vurderinger if one.plan in plans and one.forventning in same)
    unable = tuple(one for one in sett.ikke_vurdert if one.plan in plans)
    return replace(_proposed(register, sett), vurderinger=kept, ikke_vurdert=unable, dokumenter=(), lokale=None)


def _same_edition(document: Forventningsdokument, known: str, *days: str) -> bool:
    editions = [replace(document, utgaver=(one,)) for one in document.utgaver]
    return any(all(applies(one, day, known) for day in days) for one in editions)


def _first_day(register: Register) -> str:
    return f"{next_period(register).fra}-01-01"


def _going_on(register: Register) -> set[str]:
    return {one.plan.id for one in outcomes(register) if not one.utelatt}


def _proposed(register: Register, sett: Either) -> Either:
    said = f"Forslag fra vurderingene av planstrategien for {register.periode}, ikke bekreftet for den nye. {sett.grunnlag}"
    return replace(sett, id=f"fra-{register.periode.fra}-{sett.id}", forelopig=True, grunnlag=said)
