"""The words of a row → the facts that the rules of ord.yaml propose, each with the words it rests on, and doubts."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from planstrategi.intake.cells import looks_like_plan
from planstrategi.intake.found import Doubt, Proposed
from planstrategi.intake.words import WordRule, WordRules, any_of, begins, captured, fills, first_rule, found_in, meets, word_list
from planstrategi.model.dates import Moment, as_code
from planstrategi.model.fields import Invalid
from planstrategi.model.vocabulary import ENDING, PLANBEHOV

# «2024-27»; also «20242027», where the hyphen was lost
SPAN = re.compile(r"(?<!\d)((?:20|19)\d\d)(?:\s?[–/-]\s?|(?=(?:20|19)\d\d(?!\d)))((?:20|19)?\d\d)(?!\d)")
# a law has its whole name, or is shortened before a section
_LAW = re.compile(
    r"(?i)((?:[\w-]+- og )?[\w-]+lov(?:en|a)(?=s?\b)|pbl\b\.?"
    rf"|{any_of(tuple(one for law in word_list().lover for one in law.ord))}\.?(?=\s?§)"
    r"|(?:forskrift|lov) om [^§.;()\"«»]+?(?=\s(?:er|ble|vart|gjelder|gjeld|krever|krev|trer)\b|\s*[\"»,]*\s*§|[.;()\"«»]|$))"
    r"s?(?:[\s\")»,]*(§+\s*[\d-]+(?:\s?[a-hj-z]\b)?(?:\s(?:første|annet|andre|tredje|fjerde)\sledd)?))?"
)
_SHORT_YEAR = re.compile(r"(?<=[.\s-])['’]?(\d\d)$")
EFFORT = ("timer", "aarsverk", "kroner")
# a number, but not the year it is of: «2028: 100 000»
_AMOUNT = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\s?:)\d(?:[\d\s.,]*\d)?")
# what parts thousands; of a part of a person-year, a point or a comma does not
_BLANKS, _PARTS_THOUSANDS = re.compile(r"\s"), re.compile(r"[\s.,](?=\d{3}(?!\d))")
# where a sentence ends, and «evt.» does not end it
_ENDS, _WORD = re.compile(r"(?i)(?<!\bev)(?<!\bevt)[.;!?]\s"), re.compile(r"[^\W\d_][\w-]*")
_SENTENCES, _TO_COME, _SAID = ("kommentar", "ord", "status"), ("oppstart", "ferdig", "skal_vedtas"), ("ord", "kommentar")
_ORDER = {id(rule): at for at, rule in enumerate(word_list().forslag)}
_ENDING_OF_WORD = re.compile(r"(?:met|e[nt]|a)?s?$")
_CLAUSE = re.compile(rf",(?! som\b)|[:()–]|{any_of(word_list().leddskille)}", re.IGNORECASE)


class Facts(NamedTuple):
    """What is proposed of a row, and what is doubted."""

    forslag: tuple[Proposed, ...]
    tvil: tuple[Doubt, ...]


class _Met(NamedTuple):
    rule: WordRule
    i: str
    verdi: str
    ord: str
    spoersmaal: str


def facts_in(cells: Mapping[str, str]) -> Facts:
    """Return what the cells of a row say, by the role of their column: navn, ord, kommentar, vedtatt, avsnitt and others."""
    # what a column of its own says, no remark overrules; nor is a date that is sure, by one that is asked
    met = sorted(_rules_met(cells), key=lambda one: (one.i != one.rule.felt, not one.rule.verdi and bool(one.rule.spoersmaal)))
    first = {one.rule.felt: one for one in reversed(met)}
    # of the day or the part of the same year
    first |= {one.rule.felt: one for one in met if one.verdi.startswith(f"{first[one.rule.felt].verdi}-")}
    forslag = [Proposed(felt, one.verdi, one.ord) for felt, one in first.items() if one.verdi != "?"]
    tvil = [Doubt(felt, one.ord, one.spoersmaal) for felt, one in reversed(first.items()) if one.spoersmaal]
    dated = [one for one in met if not (one.rule.verdi or one.rule.spoersmaal)]
    again = [(one.rule.felt, one.ord, said.verdi) for one in dated if (said := first[one.rule.felt]).verdi[:4] != one.verdi[:4]]
    tvil += [Doubt(felt, words, f"Raden sier også dette. Er {said} riktig?") for felt, words, said in again]
    unread = (felt for felt in _TO_COME if re.search(r"\w", cells.get(felt, "")) and felt not in {one.i for one in met})
    tvil += [Doubt(felt, cells[felt], "Når er dette? Cellen er ikke lest som et tidspunkt.") for felt in unread]
    laws, unknown = _laws(cells)
    forslag += [*_plan_type(cells), *_validity(cells, {one.felt for one in forslag}), *laws, *_effort(cells)]
    tvil += [*unknown, *_contradicted(met), *_loose_amounts(cells), *_odd(forslag, cells.get("vedtatt", ""))]
    return Facts(tuple(forslag), tuple(tvil))


def other_row(navn: str, avsnitt: str = "", said: str = "") -> tuple[str, str]:
    """Return what a row is that is no plan, of vocabulary.ANDRE_RADER, and the question when that is not plain; else empty."""
    if found := first_rule(word_list().ikke_plan, navn):
        return found[0].hva, found[0].spoersmaal
    if not meets(word_list().planord, navn) and any(meets(word_list().byggeprosjekt, one) for one in (said, avsnitt)):
        return "byggeprosjekt", "Er dette et byggeprosjekt og ikke en plan?"
    return "", ""


def moment_code(text: str) -> str:
    """Return a point in time as register.yaml writes it, no more precise than the words; empty when they name none."""
    plain = text.strip().lower().replace("vinter/vår", "vår").replace("fyrste", "første")
    plain = plain if re.search(r"\d{4}", plain) else _SHORT_YEAR.sub(r"20\1", plain)
    year = re.search(r"(?:19|20)\d\d(?!\d)", plain)
    if year and re.match(r"utgangen|slutten|utløpet", plain):
        return f"{year[0]}-12-31"
    try:
        return Moment().parse(as_code(plain)).tekst
    except Invalid:
        return year[0] if year else ""


def span_of(text: str) -> tuple[int, int] | None:
    """Return the first span of years in a text, «2024-27» or «2024–2027»."""
    spans = ((int(first), int(first[: 4 - len(last)] + last)) for first, last in SPAN.findall(text))
    return next((years for years in spans if years[0] < years[1] <= years[0] + 40), None)


def _rules_met(cells: Mapping[str, str]) -> list[_Met]:
    left, met = dict[tuple[str, str], str](), list[_Met]()
    # a date is of one thing, and may be of another document
    dates = {(where, one.end("tid")) for where, text in cells.items() for one in found_in(word_list().andres_datoer, text)}
    near = [(rule, where) for where, text in cells.items() for rule in _asked_of(where).near(text)]
    for rule, where in sorted(near, key=lambda one: (_ORDER[id(one[0])], (one[0].i or _SAID).index(one[1]))):
        text = left.setdefault((rule.felt, where), cells[where])
        met_in = found_in(rule.ord, text)
        found = next((m for m in met_in if not captured(text, m, "tid") or (where, m.end("tid")) not in dates), None)
        if found and (verdi := _value(rule, found, text)):
            dates |= {(where, found.end("tid"))} if captured(text, found, "tid") else set()
            # what one rule has used says nothing to another of the same field
            left[rule.felt, where] = text[: found.start()] + "\n" * len(found[0]) + text[found.end() :]
            unsure = "" if verdi == "?" else _unsure(rule, found, text, where, cells.get("navn", ""))
            question = rule.spoersmaal or (unsure and f"Kilden skriver «{unsure}». Skal det stå likevel?")
            met.append(_Met(rule, where, verdi, text[found.start() : found.end()].strip(" ,;:"), question))
    return met


@cache
def _asked_of(where: str) -> WordRules:
    return WordRules(rule for rule in word_list().forslag if where in (rule.i or _SAID))


def _unsure(rule: WordRule, found: re.Match[str], text: str, where: str, navn: str) -> str:
    """The words of its sentence that leave open what a rule has met: on a condition, of another plan or time, one or another."""
    quoted = "{" in rule.verdi
    before = _ENDS.split(text[: found.start()])[-1]
    # what is quoted says its own condition
    told = before + _ENDS.split(text[found.end() - 1 if quoted else found.start() :])[0]
    # of a group «lovpålagt eller påbegynt» nobody can tell which a plan is
    either = "" if quoted or where != "avsnitt" else meets(("eller",), text)
    other = _other_subject(before, found[0], navn) if where in _SENTENCES else ""
    time = _other_time(before, found, text) if captured(text, found, "tid") else ""
    return meets(word_list().kanskje, told) or other or either or time


def _other_time(before: str, found: re.Match[str], text: str) -> str:
    """The words that make a moment that of something else, or one of several: «etter valget i 2027», «2026 eller 2027»."""
    start, end = found.span("tid")
    rest = text[end:].lstrip()
    open_ = text[start:] if begins(word_list().apent_tidspunkt, rest) else ""
    return open_ or meets(word_list().annet_tidspunkt, before + text[found.start() : end])


def _other_subject(before: str, said: str, navn: str) -> str:
    """The words before a verb when one of them is of something else than the plan and the work with it; a noun has none."""
    clause = _WORD.findall(_CLAUSE.split(before.lower())[-1])
    # «i 2027 må planen»; an infinitive has no subject
    turned = clause[-2:-1] and clause[-2] in word_list().tekst.verb and fills(word_list().planens_ord, clause[-1])
    if turned or clause[-1:] in ([], ["å"]) or any(fills(word_list().planens_ord, one) for one in _WORD.findall(said)[:1]):
        return ""
    strange = (one for one in clause if not (one in word_list().fyllord or fills(word_list().planens_ord, one)))
    # «arealdelen» is the plan of that name, and «skolen» no plan for schools
    named, stems = _WORD.findall(navn.lower()), [_ENDING_OF_WORD.sub("", one) for one in strange]
    own = all(looks_like_plan(stem) and any(_ENDING_OF_WORD.sub("", one).endswith(stem) for one in named) for stem in stems)
    return "" if own else " ".join(clause)


def _value(rule: WordRule, found: re.Match[str], text: str) -> str:
    hva = json.dumps(captured(text, found, "hva").strip(" ,;:"), ensure_ascii=False)
    return rule.verdi.replace("{hva}", hva).replace("{alt}", text.strip()) or moment_code(captured(text, found, "tid"))


def _contradicted(met: list[_Met]) -> list[Doubt]:
    """The doubt of a row that says two things of what is decided, the second of which may be that the plan is no more."""
    of = [one for one in met if one.rule.felt == "planbehov"]
    said = {one.verdi: one.ord for one in reversed(of) if not one.rule.spoersmaal or one.verdi in ENDING}
    asked = of and of[0].rule.spoersmaal
    # a plan that goes on as it is may have a part that is renewed; and what is replaced is no more
    if len(said.keys() - {"viderefores"} if "rullering_av_handlingsdel" in said else said) < 2 or asked or {*said} <= {*ENDING}:
        return []
    labels = " eller ".join(PLANBEHOV[one].lower() for one in reversed(said))
    question = f"Raden kan leses på flere måter: {labels}. Er det første riktig?"
    return [Doubt("planbehov", "; ".join(reversed(said.values())), question)]


def _plan_type(cells: Mapping[str, str]) -> list[Proposed]:
    types = word_list().plantyper
    met = [(at, rule) for at in ("navn", "plantype", "avsnitt") if (rule := first_rule(types, cells.get(at, ""), at))]
    # «Områdereguleringer og tekniske planer» does not say which a plan below it is
    several = len([*found_in(word_list().flertall, cells.get("avsnitt", ""))]) > 1
    found = [Proposed("plantype", "uavklart" if several and at == "avsnitt" else of.type, words) for at, (of, words) in met]
    # a name that leaves it open may stand under a heading that does not
    return sorted(found, key=lambda one: one.verdi == "uavklart")[:1]


def _validity(cells: Mapping[str, str], known: set[str]) -> list[Proposed]:
    period = re.search(r"(?i)(?:for perioden|gjelder|gjeld) .*", cells.get("kommentar", ""))
    for text in (cells.get("gyldig", ""), cells.get("gyldig_til", ""), cells.get("navn", ""), period[0] if period else ""):
        if (years := span_of(text)) and (found := SPAN.search(text)):
            pairs = zip(("gyldig_fra", "gyldig_til"), years, strict=True)
            return [Proposed(felt, str(year), found[0]) for felt, year in pairs if felt not in known]
    return []


def _laws(cells: Mapping[str, str]) -> tuple[list[Proposed], list[Doubt]]:
    """The laws that a row names, and the doubt of sections without one."""
    texts = [cells[at] for at in ("hjemmel", "kommentar", "navn") if at in cells]
    named = {one[0].strip(): _law(one) for text in texts for one in _LAW.finditer(text)}
    sections = [one for text in texts for one in re.findall(r"§+\s*\d[\d-]*", text) if not any(one in words for words in named)]
    made = [Proposed("statutter", f"[{', '.join(dict.fromkeys(named.values()))}]", next(iter(named)))] if named else []
    return made, [Doubt("statutter", one, "Hvilken lov er dette en paragraf i?") for one in sections]


def _law(found: re.Match[str]) -> str:
    name = found[1].strip()
    known = first_rule(word_list().lover, name)
    of = first_rule(word_list().lov_nevnt_for, re.split(r"(?<!jf)(?<!jfr)[.;!?]\s", found.string[: found.start()])[-1])
    lov = known[0].hva if known else name[0].lower() + name[1:]
    parts = {"lov": lov, "paragraf": found[2] or "", "gjelder": of[0].hva if of else "plan"}
    return "{" + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in parts.items() if value) + "}"


def _effort(cells: Mapping[str, str]) -> list[Proposed]:
    told = {unit: number for unit in EFFORT if (number := _amount(unit, cells))}
    pairs = ", ".join(f"{unit}: {number}" for unit, number in told.items())
    return [Proposed("innsats", f"[{{{pairs}}}]", "; ".join(cells[unit] for unit in told))] if told else []


def _amount(unit: str, cells: Mapping[str, str]) -> str:
    """The number in a cell, in whole units also where the cell or its heading counts in thousands or per cent; else empty."""
    if not (found := _AMOUNT.search(cells.get(unit, ""))):
        return ""
    parts = _BLANKS if unit == "aarsverk" else _PARTS_THOUSANDS
    plain = parts.sub("", found[0]).replace(",", ".")
    beside = _AMOUNT.sub("", cells[unit], count=1)
    scale = first_rule(word_list().stoerrelser, f"{beside} {cells.get('overskrift', '')}")
    whole = re.fullmatch(r"\d+(?:\.\d+)?", plain)
    return f"{(Decimal(plain) * Decimal(scale[0].betyr if scale else 1)).normalize():f}" if whole else ""


def _loose_amounts(cells: Mapping[str, str]) -> Iterator[Doubt]:
    """The doubts of cells that say more than one number and its unit: «500 000–600 000», «3 uker»."""
    for unit in (one for one in EFFORT if _amount(one, cells)):
        rest = re.sub(any_of(word_list().etter_tall), "", _AMOUNT.sub("", cells[unit], count=1), flags=re.IGNORECASE)
        if re.search(r"\w", rest):
            yield Doubt("innsats", cells[unit], "Cellen sier mer enn tallet. Er det lest riktig, og gjelder det hele arbeidet?")


def _odd(forslag: list[Proposed], column: str) -> Iterator[Doubt]:
    """The doubts of dates that do not go together; `column` is what stands in that of the adoption."""
    by = {one.felt: one for one in forslag}
    vedtatt, begins = by.get("vedtatt"), by.get("gyldig_fra")
    if vedtatt and vedtatt.ord not in column and "planbehov" in by and by["planbehov"].verdi == "ny":
        yield Doubt("vedtatt", vedtatt.ord, "Raden sier at planen er ny. Er dette vedtaket av den, og ikke av at den skal lages?")
    if vedtatt and begins and int(vedtatt.verdi[:4]) > int(begins.verdi[:4]) + 2:
        yield Doubt("vedtatt", vedtatt.ord, f"Vedtaket er flere år etter begynnelsen av {begins.ord}. Er det riktig lest?")
