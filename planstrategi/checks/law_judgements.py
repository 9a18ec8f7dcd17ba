"""LOV3xx on the legal judgements of a register, and REG269 to REG271: its facts against the catalogue of requirements."""

from collections.abc import Iterator

from planstrategi.checks.rules import Hit, Hits, legal_judgement_rule, register_rule, repeated
from planstrategi.model.judgements import ANSWERING, Lovvurdering
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, MERKNAD
from planstrategi.model.register import Register
from planstrategi.model.requirements import TERM_YEARS, Lovkrav


@legal_judgement_rule("LOV301", FEIL, "krav plan svar", KEEPER)
def judged_twice(register: Register) -> Hits:
    """A set judges a requirement in one wording and what answers it once, and does not say that nothing does when something does."""
    for sett in register.legal_judgement_sets():
        seen: dict[tuple[str, str | None, tuple[str, str]], str] = {}
        answered = {(one.krav, one.ordlyd): one.svar for one in sett.vurderinger if one.svar in ANSWERING}
        for vurdering in sett.vurderinger:
            krav = vurdering.krav, vurdering.ordlyd
            key = (*krav, vurdering.target)
            nothing = not vurdering.target[1] and vurdering.svar not in ANSWERING
            before = seen.get(key) or (answered.get(krav) if nothing else None)
            if before:
                yield vurdering, Hit("svar", f"{vurdering.svar}, og også {before} i settet {sett.id}")
            seen.setdefault(key, vurdering.svar)


@legal_judgement_rule("LOV302", FEIL, "plan omtalt planstrategien", KEEPER)
def several_targets(register: Register) -> Hits:
    """A judgement is about one thing: a plan, a document, or the planstrategi."""
    for vurdering in _judgements(register):
        named = [name for name in ("plan", "omtalt", "planstrategien") if getattr(vurdering, name)]
        if len(named) > 1:
            yield vurdering, Hit(named[1], " og ".join(named))


@legal_judgement_rule("LOV303", FEIL, "svar plan", KEEPER)
def answer_without_target(register: Register) -> Hits:
    """What meets a requirement has to be named."""
    for vurdering in _judgements(register):
        if vurdering.svar in ANSWERING and not vurdering.target[1]:
            yield vurdering, Hit("svar", f"svar {vurdering.svar} uten plan")


@legal_judgement_rule("LOV304", ADVARSEL, "plan grunn", KEEPER)
def legal_reason_repeated(register: Register) -> Hits:
    """Two judgements of one plan with the same reason: one of them was not thought through."""
    for sett in register.legal_judgement_sets():
        of_something = (one for one in sett.vurderinger if one.target[1])
        for one, before in repeated(of_something, key=lambda one: (one.target, one.grunn)):
            yield one, Hit("grunn", f"samme begrunnelse som for {before.krav}")


@legal_judgement_rule("LOV305", FEIL, "krav", KEEPER)
def process_judged(register: Register) -> Hits:
    """A process requirement is met by facts on the process, not by a judgement."""
    for vurdering, krav, _ in _read(register):
        if krav.slag == "prosesskrav":
            yield vurdering, Hit("krav", krav.id, "Skriv det som fakta under prosess i register.yaml.")


@legal_judgement_rule("LOV306", ADVARSEL, "avtrykk", KEEPER)
def text_changed(register: Register) -> Hits:
    """The text that was judged is the text that is stored now."""
    for vurdering, wanted in _with_texts(register):
        if vurdering.avtrykk and set(vurdering.avtrykk) != set(wanted):
            yield vurdering, Hit("avtrykk", f"{vurdering.krav} er vurdert mot en annen lovtekst", _written(wanted))


@legal_judgement_rule("LOV307", MERKNAD, "avtrykk", KEEPER)
def text_not_named(register: Register) -> Hits:
    """A judgement carries the fingerprints of the text that was judged."""
    for vurdering, wanted in _with_texts(register):
        if wanted and not vurdering.avtrykk:
            yield vurdering, Hit("krav", f"{vurdering.krav} uten avtrykk", _written(wanted))


def _with_texts(register: Register) -> Iterator[tuple[Lovvurdering, list[str]]]:
    prints = {(text.lov, text.lovsted): text.avtrykk for text in register.law_texts()}
    # where no texts are stored, nobody knows whether they have changed; only those of the newest version are
    for vurdering, krav, day in _read(register) if prints else ():
        if krav.version_on(day) in (None, krav.versjoner[-1]):
            yield vurdering, _judged_prints(krav, prints)


def prints_to_judge(register: Register, day: str) -> dict[str, list[str]]:
    """Return the fingerprints of the texts that each requirement is judged against when it is read as of a day.

    What only fills it in is not among them, and only the newest wording is stored.
    """
    prints = {(text.lov, text.lovsted): text.avtrykk for text in register.law_texts()}
    newest = {krav.id: krav.version_on(day) is krav.versjoner[-1] for krav in register.requirements()}
    return {krav.id: _judged_prints(krav, prints) if newest[krav.id] else [] for krav in register.requirements()}


def _judged_prints(krav: Lovkrav, prints: dict[tuple[str, str], str]) -> list[str]:
    places = dict.fromkeys((one.lov, one.label) for one in krav.hjemmel if one.rolle != "utfyller")
    return [prints[place] for place in places if place in prints]


def _written(wanted: list[str]) -> str:
    return f"avtrykk: [{', '.join(wanted)}]" if wanted else "Fjern avtrykk."


@legal_judgement_rule("LOV308", FEIL, "dato til", KEEPER)
def left_out_backwards(register: Register) -> Hits:
    """A decision to leave a requirement out is made before it ends."""
    for utelatelse in register.left_out():
        if utelatelse.dato > utelatelse.til:
            yield utelatelse, Hit("til", f"bestemt {utelatelse.dato}, til {utelatelse.til}")


@legal_judgement_rule("LOV309", ADVARSEL, "krav svar", KEEPER)
def left_out_and_met(register: Register) -> Hits:
    """What is deliberately left out is not at the same time wholly met."""
    met = {one.krav for one in _judgements(register) if one.svar == "helt"}
    for utelatelse in register.left_out():
        if utelatelse.krav in met:
            yield utelatelse, Hit("krav", f"{utelatelse.krav} er også vurdert til helt")


@register_rule("REG270", FEIL, "prosess", KEEPER, also="lovkrav")
def process_of_other_kind(register: Register) -> Hits:
    """What the text says of its own process concerns process requirements."""
    kinds = {krav.id: krav.slag for krav in register.requirements()}
    for prosess in register.prosess:
        if prosess.krav and kinds.get(prosess.krav) not in (None, "prosesskrav"):
            yield prosess, Hit("krav", f"{prosess.krav} er {kinds[prosess.krav]}", "Vurder det i vurderinger/lovkrav.yaml.")


@register_rule("REG271", ADVARSEL, "prosess", KEEPER)
def done_without_requirement(register: Register) -> Hits:
    """That something is done means something only for a requirement."""
    for prosess in register.prosess:
        if prosess.gjort and not prosess.krav:
            yield prosess, Hit("gjort", f"gjort {prosess.gjort} uten krav")


@register_rule("REG269", ADVARSEL, "kommune", KEEPER, also="lovkrav")
def constituted_outside_law(register: Register) -> Hits:
    """The council is constituted after the election and by the end of October that year (kommuneloven § 7-1)."""
    elections = {valg.aar: valg.valgdag for valg in register.elections()}
    for day in register.kommune.konstituert:
        year = int(day[:4])
        # without the catalogue nobody knows which years have elections
        in_step = not elections or any((year - known) % TERM_YEARS == 0 for known in elections)
        first = elections.get(year) or f"{year}-09-01"
        if not in_step or not first < day <= f"{year}-10-31":
            yield register.kommune, Hit("konstituert", day)


@legal_judgement_rule("LOV311", ADVARSEL, "krav ordlyd", KEEPER)
def judged_out_of_force(register: Register) -> Hits:
    """A judgement is read against a wording that was in force on its day: otherwise it counts in no year."""
    for vurdering, krav, day in _read(register):
        if krav.version_on(day) is None:
            yield vurdering, Hit("ordlyd" if vurdering.ordlyd else "krav", f"{krav.id} gjelder ikke {day}")


def _read(register: Register) -> Iterator[tuple[Lovvurdering, Lovkrav, str]]:
    """Give each judgement with its requirement, and the day whose wording it was read against."""
    known = {krav.id: krav for krav in register.requirements()}
    for sett in register.legal_judgement_sets():
        yield from ((one, known[one.krav], sett.wording_of(one)) for one in sett.vurderinger if one.krav in known)


def _judgements(register: Register) -> Iterator[Lovvurdering]:
    return (vurdering for sett in register.legal_judgement_sets() for vurdering in sett.vurderinger)
