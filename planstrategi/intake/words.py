"""The words of ord.yaml → patterns: what a person reads there is what is looked for, and nothing else."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from planstrategi.model.fields import ListOf, Many, One, Record, record, yaml_field
from planstrategi.model.numbers import Number
from planstrategi.model.plan import TEXT
from planstrategi.model.vocabulary import AMOUNTS
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.yaml_reader import YamlReader

WORDS = "ord.yaml"
# Christmas is no month
_MONTH = r"jan|feb|mar|apr|mai|jun|jul(?=[i.-])|aug|sep|okt|nov|des"
DAY = r"\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})(?!\d)"
# a moment as people write it, its longest form first
MOMENT_WORDS = (
    rf"{DAY}|(?:\d{{1,2}}\.?\s?)?(?<![^\W\d])(?:{_MONTH})[^\W\d_]*\.?[\s-]{{0,2}}(?:20|19)?\d\d(?!\d)"
    r"|(?:(?:vår|høst|haust|vinter/vår|vinter|sommer|sommar)(?:en)?|(?:utgangen|slutten|utløpet)\sav"
    r"|(?:[1-4]\.|første|andre|fyrste|tredje|fjerde)\s?(?:(?:halvår|kvartal|tertial)(?:et)?|kv\.?))\s(?:20|19)\d\d"
    # one year of a span is none by itself
    r"|(?<!\d[–-])(?<!\d\s[–/-]\s)(?<!\d{4}/)(?<!\d)(?:20|19)\d\d(?!\s?[/-]?–?\s?\d)"
)
_SENTENCE_ENDS = r"[.;!?](?:\s|$)"
# some words of the same sentence, that do not say the opposite
_SOME = rf"(?:(?!\b(?:ikkj?e|men)\b|{_SENTENCE_ENDS}).)"
_PIECES = {
    " … ": rf"\s+(?:{_SOME}{{0,90}}?[\s(])??", " …": rf"(?!\w)(?:\s{_SOME}{{1,90}})?", "… ": "", "…": rf"{_SOME}{{0,90}}",
    "*": r"[\w/-]*", "{tid}": rf"(?P<tid>{MOMENT_WORDS})", "{aar}": r"(?P<tid>(?:19|20)\d\d)(?!\d)",
    "{hva}": rf"(?P<hva>(?!ikkj?e\b)(?:(?![()]|{_SENTENCE_ENDS}).){{3,120}})", "{hvem}": r"[^()\d.;]{2,80}(?=[.;]|\Z)",
    "{blir}": r"\b(?<!ikke\s)(?<!ikkje\s)(?:blir|bli|vert|verte|verta)", "^": r"\A\W*", "$": r"\W*\Z",
}  # fmt: skip
_TOKEN = re.compile(f"({'|'.join(map(re.escape, _PIECES))})")
_BOUND, _ENDS = "\0", re.compile(r"(?<=\^)(?=\w)|(?<=\w)(?=\$)")
_BEFORE, _AFTER = re.compile(r"\A\W+"), re.compile(r"\W+\Z")
# more letters than a denial has
_NEAR = 30
_DENIED_AFTER = re.compile(r"[\w/-]*(?<=[rst])\s+ikk(?:e|je)\b", re.IGNORECASE)
WORD_LISTS = ListOf(TEXT)


# One line per field, so that a record reads as a table.
# fmt: off
@record("Ord", "Mønstre, og det de betyr i den lista de står i.")
class WordRule(Record):
    rolle: str = yaml_field(TEXT, "Hva kolonnen er.")
    betyr: str = yaml_field(TEXT, "Hva merket betyr.")
    hva: str = yaml_field(TEXT, "Hva raden er i stedet for en plan.")
    type: str = yaml_field(TEXT, "Plantypen.")
    felt: str = yaml_field(TEXT, "Feltet i registeret som foreslås.")
    verdi: str = yaml_field(TEXT, "Verdien; tidspunktet i teksten når den utelates.")
    i: tuple[str, ...] = yaml_field(WORD_LISTS, "Kolonnene ordene søkes i; ord og kommentar når de utelates.")
    spoersmaal: str | None = yaml_field(TEXT, "Spørsmålet en person må svare på, når regelen er usikker.")
    ord: tuple[str, ...] = yaml_field(WORD_LISTS, "Mønstrene.", krav=True)


@record("Merke", "Hvordan en celle i en årskolonne leses.")
class MarkWords(Record):
    kryss: tuple[str, ...] = yaml_field(WORD_LISTS, "Celler som er et kryss.", krav=True)
    tomt: tuple[str, ...] = yaml_field(WORD_LISTS, "Celler som er tomme.", krav=True)
    tid: tuple[str, ...] = yaml_field(WORD_LISTS, "Celler som sier når i året, og er flere i en tekst uten kolonner.", krav=True)
    bokstaver: int = yaml_field(Number(1, 9), "Så mange bokstaver har et merke som ikke er et ord, på det meste.", krav=True)


@record("Tekst", "Ord som linjer i en tekst kjennes på når kolonnene er tapt.")
class TextWords(Record):
    navn: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord som også er navn på planer.", krav=True)
    plantype: tuple[str, ...] = yaml_field(WORD_LISTS, "Typer som fyller en egen kolonne.", krav=True)
    merknad: tuple[str, ...] = yaml_field(WORD_LISTS, "Det en kommentar begynner med.", krav=True)
    verb: tuple[str, ...] = yaml_field(WORD_LISTS, "Verb som gjør en tekst til en setning.", krav=True)
    behov: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som er bestemt for en plan.", krav=True)
    over_navn: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som står over kolonnen med navnene.", krav=True)
    over_annet: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som står over de andre kolonnene.", krav=True)
    slutt: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som avslutter tabellene.", krav=True)
    fortsetter: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord en celle slutter på når den fortsetter.", krav=True)
    gruppe: tuple[str, ...] = yaml_field(WORD_LISTS, "Det overskriften over en gruppe begynner med.", krav=True)


@record("Ordliste", "Ordene og reglene innlesingen bygger på.")
class WordList(Record):
    kolonner: tuple[WordRule, ...] = yaml_field(Many(WordRule), "Hva en kolonne er.", krav=True)
    naar: tuple[str, ...] = yaml_field(WORD_LISTS, "Overskrifter over når det arbeides med en plan, kanskje.", krav=True)
    bare_tid: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord som bare hører til et tidspunkt.", krav=True)
    merke: MarkWords = yaml_field(One(MarkWords), "Hvordan en celle i en årskolonne leses.", krav=True)
    merket_betyr: tuple[WordRule, ...] = yaml_field(Many(WordRule), "Hva et merke betyr.", krav=True)
    nektet: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som foran et ord sier at det ikke er slik.", krav=True)
    kanskje: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som sier at et merke er usikkert.", krav=True)
    forklaring: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som gjør en setning til en forklaring.", krav=True)
    kryssforklaring: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som gjør en setning til en forklaring på kryss.", krav=True)
    fargeforklaring: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som gjør en setning til en forklaring på farger.", krav=True)
    fargenavn: tuple[str, ...] = yaml_field(WORD_LISTS, "Navn på farger.", krav=True)
    bokstavens_aar: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som sier hva året en bokstav står i, er.", krav=True)
    planord: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord som tyder på en plan.", krav=True)
    hele_ord: tuple[str, ...] = yaml_field(WORD_LISTS, "Vanlige ord, som ikke er begynnelsen på et annet.", krav=True)
    bare_plantype: tuple[str, ...] = yaml_field(WORD_LISTS, "Plantyper uten navn.", krav=True)
    flertall: tuple[str, ...] = yaml_field(WORD_LISTS, "Flere planer under ett.", krav=True)
    andres_planer: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som sier at planer er andres, eller gjelder.", krav=True)
    fylkets_planer: tuple[str, ...] = yaml_field(WORD_LISTS, "Navn på planer som er fylkets.", krav=True)
    tidligere: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som sier at en tabell er av andre planer.", krav=True)
    vedtak_naar: tuple[str, ...] = yaml_field(WORD_LISTS, "Overskrifter over et vedtak som er gjort, eller ikke.", krav=True)
    er_vedtatt: tuple[str, ...] = yaml_field(WORD_LISTS, "Overskrifter over et vedtak som er gjort.", krav=True)
    mellomtittel: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord som gjør en rad til en mellomoverskrift.", krav=True)
    stillinger: tuple[str, ...] = yaml_field(WORD_LISTS, "Roller i ansvarlig-cellen.", krav=True)
    enheter: tuple[str, ...] = yaml_field(WORD_LISTS, "Det deler av en kommune heter, der ingen overskrift sier det.", krav=True)
    ikke_plan: tuple[WordRule, ...] = yaml_field(Many(WordRule), "Rader som ikke er planer.", krav=True)
    bare_nevnt: tuple[WordRule, ...] = yaml_field(Many(WordRule), "Overskrifter over planer det ikke arbeides med.", krav=True)
    ansvar_i_ord: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som sier i en kommentar hvem som er ansvarlig.", krav=True)
    byggeprosjekt: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord som sier at raden er et byggeprosjekt.", krav=True)
    annet_tidspunkt: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som gjør et tidspunkt til et annets.", krav=True)
    apent_tidspunkt: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som etter et tidspunkt gjør det usikkert.", krav=True)
    leddskille: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord som begynner en ny del av en setning.", krav=True)
    planens_ord: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord for planen og arbeidet med den.", krav=True)
    fyllord: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord som ikke sier hva en setning er om.", krav=True)
    andres_datoer: tuple[str, ...] = yaml_field(WORD_LISTS, "Datoer for noe annet enn planen.", krav=True)
    forslag: tuple[WordRule, ...] = yaml_field(Many(WordRule), "Fakta som foreslås.", krav=True)
    stoerrelser: tuple[WordRule, ...] = yaml_field(Many(WordRule), "Det et tall er talt i.", krav=True)
    etter_tall: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som bare sier hva et tall er.", krav=True)
    plantyper: tuple[WordRule, ...] = yaml_field(Many(WordRule), "Plantypen av navnet.", krav=True)
    lover: tuple[WordRule, ...] = yaml_field(Many(WordRule), "Navn på lover som er forkortet.", krav=True)
    lov_nevnt_for: tuple[WordRule, ...] = yaml_field(Many(WordRule), "Det en lov er nevnt for, om ikke planen.", krav=True)
    ikke_vedtatt: tuple[str, ...] = yaml_field(WORD_LISTS, "Det som sier at planstrategien ikke er vedtatt.", krav=True)
    ikke_kommune: tuple[str, ...] = yaml_field(WORD_LISTS, "Ord foran navnet på en kommune som ikke er en del av det.", krav=True)
    tekst: TextWords = yaml_field(One(TextWords), "Ord som linjer i en tekst kjennes på.", krav=True)
# fmt: on


@cache
def word_list() -> WordList:
    """Return what ord.yaml holds; raise ValueError with its first problem when it is not as it should be."""
    notes = ReadNotes(WORDS, "INN")
    found = YamlReader(Path(__file__).with_name(WORDS).read_text("utf-8"), notes, {}).read(WordList)
    if notes.problems:
        raise ValueError(f"{WORDS}: {notes.problems[0]}")
    return found


@lru_cache(maxsize=10_000)
def patterns(words: tuple[str, ...], text: str) -> list[re.Pattern[str]]:
    """Return what finds each of the patterns of ord.yaml that a text has the words of, at the bounds of words."""
    plain = _plain(text)
    # to make a pattern takes longer than to look for it: most texts have the words of few
    return [_compiled(word) for word, most, rest in _phrases(words) if most in plain and all(one in plain for one in rest)]


@lru_cache(maxsize=1000)
def _plain(text: str) -> str:
    # the cells of a row are asked for all lists of words in turn; what begins and ends a text stands beside a bound of its own
    plain = " ".join(text.lower().split())
    begun = _BEFORE.sub("", plain)
    return f" {plain} {_BOUND}{begun} {_BOUND}{_AFTER.sub('', begun)}{_BOUND}"


@cache
def _compiled(word: str) -> re.Pattern[str]:
    return re.compile(_one(word), re.IGNORECASE)


@cache
def _phrases(words: tuple[str, ...]) -> list[tuple[str, str, list[str]]]:
    parts = [(word, sorted(_TOKEN.split(_ENDS.sub(_BOUND, word.lower()))[::2], key=len)) for word in words]
    return [(word, most, rest) for word, (*rest, most) in parts]


def found_in(words: tuple[str, ...], text: str) -> Iterator[re.Match[str]]:
    """Yield where a text meets one of the patterns, and does not deny it just before or after: «ikke vedtatt», «pågår ikke»."""
    met, at = {one: there for one in patterns(words, text) if (there := one.search(text))}, 0
    while met:
        # of those that begin in the same place, the first in the list
        found = min(met.values(), key=re.Match.start)
        if _is_denied(text, found.start()) or _DENIED_AFTER.match(text, found.end()):
            at = found.start() + 1
        else:
            yield found
            at = max(found.end(), found.start() + 1)
        met = {one: there for one, last in met.items() if (there := one.search(text, at) if last.start() < at else last)}


def _is_denied(text: str, start: int) -> bool:
    near = max(0, start - _NEAR)
    return any(one.search(text, near, start) for one in patterns(_denials(), text[near:start]))


@cache
def _denials() -> tuple[str, ...]:
    return tuple(f"{word} $" for word in word_list().nektet)


def any_of(words: tuple[str, ...]) -> str:
    """Return the patterns of ord.yaml as one expression."""
    return f"(?:{'|'.join(map(_one, words))})"


def _one(text: str) -> str:
    parts = (_PIECES.get(part, re.escape(part).replace(r"\ ", r"\s+")) for part in _TOKEN.split(text))
    before = r"\b" if text[0].isalnum() else "" if text[0] in "^…({" else r"(?<!\w)"
    return before + "".join(parts) + (r"\b" if text[-1].isalnum() else "")


def captured(match: re.Match[str], name: str) -> str:
    """Return what a pattern met where it has {tid} or {hva}, empty when it has none."""
    return match.groupdict().get(name) or ""


def meets(words: tuple[str, ...], text: str) -> str:
    """Return the words of a text that meet one of the patterns, empty when none does."""
    return next((found[0].strip() for found in found_in(words, text)), "")


def begins(words: tuple[str, ...], text: str) -> bool:
    """Return whether a text begins with one of the patterns."""
    return any(one.match(text) for one in patterns(words, text))


def fills(words: tuple[str, ...], text: str) -> bool:
    """Return whether a text is one of the patterns, and nothing else."""
    return any(one.fullmatch(text) for one in patterns(words, text))


def share_that(texts: Sequence[str], test: Callable[[str], object]) -> float:
    """Return how large a part of some texts meets a test, none of no texts."""
    return sum(bool(test(text)) for text in texts) / len(texts) if texts else 0.0


def first_rule(rules: tuple[WordRule, ...], text: str) -> tuple[WordRule, str] | None:
    """Return the first rule whose patterns meet a text, with the words that did."""
    return next(((rule, words) for rule in rules if (words := meets(rule.ord, text))), None)


def amount_in(text: str) -> tuple[str, str]:
    """Return the unit that a text has words for, of vocabulary.AMOUNTS, and what it says besides; the text alone without any."""
    found = first_rule(tuple(rule for rule in word_list().merket_betyr if rule.betyr in AMOUNTS), text)
    return (found[0].betyr, text.replace(found[1], "").strip(" .")) if found else ("", text)
