"""The words of ord.yaml → patterns: what a person reads there is what is looked for, and nothing else."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

from yaml._yaml import CParser
from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from planstrategi.model.vocabulary import AMOUNTS

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
# to make a moment a part of each pattern took a twentieth of an import: the text has signs for it, one for each letter
_MOMENT, _SIGNS = re.compile(MOMENT_WORDS), "\1\2*"
# some words of the same sentence, that do not say the opposite; what is of one moment is not of the next
_SOME = rf"(?:(?!\b(?:ikkj?e|men)\b|{_SENTENCE_ENDS})[^\1\n])"
_PIECES = {
    " … ": rf"\s+(?:{_SOME}{{0,90}}?[\s(])??", " …": rf"(?!\w)(?:\s{_SOME}{{1,90}})?", "… ": "", "…": rf"{_SOME}{{0,90}}",
    "*": "[\\w/\1\2-]*", "{tid}": f"(?P<tid>{_SIGNS})", "{aar}": r"(?P<tid>(?:19|20)\d\d)(?!\d)",
    "{hva}": rf"(?P<hva>(?!ikkj?e\b)(?:(?![()]|{_SENTENCE_ENDS}).){{3,120}})", "{hvem}": "[^()\\d\1.;]{2,80}(?=[.;]|\\Z)",
    "{blir}": r"\b(?<!ikke\s)(?<!ikkje\s)(?:blir|bli|vert|verte|verta)", "^": r"\A\W*", "$": r"\W*\Z",
}  # fmt: skip
_TOKEN = re.compile(f"({'|'.join(map(re.escape, _PIECES))})")
_BOUND, _ENDS = "\0", re.compile(r"(?<=\^)(?=\w)|(?<=\w)(?=\$)")
_BEFORE, _AFTER = re.compile(r"\A\W+"), re.compile(r"\W+\Z")
# the letters that words are looked up by: so many, the fewer where there are not so many, or a whole word
_MORE, _START, _BEGINS = 5, 3, re.compile(r"(?:\A|(?<=[\s^(])(?<!\A… ))(?:\w{3,}|\w{1,2}(?=\Z|[^\w*…{]))")
_BARS = re.compile(r"\s*[|\n]\s*")
# so many letters has a mark that is no word, at the most: «R» and «KDP»
LONGEST_SIGN = 3
# more letters than a denial has
_NEAR = 30
_DENIED_AFTER = re.compile(r"[\w/-]*(?<=[rst])\s+ikk(?:e|je)\b", re.IGNORECASE)


class _Index(NamedTuple):
    """Patterns with their numbers in a list: by how a word of their texts begins, and those without one by what they hold."""

    begins: defaultdict[str, list[tuple[int, str]]]
    holds: defaultdict[str, list[tuple[int, str]]]


class WordRule(NamedTuple):
    """Patterns, and what they say in the list they stand in: the role of a column (`rolle`), what a mark means (`betyr`).

    Or what a row is (`hva`), a type of plan, or the field of the register and its value (the moment of the text without one),
    looked for in the columns `i` (ord and kommentar without any); `spoersmaal` is what a person is asked of it.
    """

    ord: tuple[str, ...]
    rolle: str = ""
    betyr: str = ""
    hva: str = ""
    type: str = ""
    felt: str = ""
    verdi: str = ""
    i: tuple[str, ...] = ()
    spoersmaal: str = ""


class WordRules(tuple[WordRule, ...]):
    """Rules in the order in which they are asked."""

    @cached_property
    def _index(self) -> _Index:
        return _indexed((at, word) for at, rule in enumerate(self) for word in rule.ord)

    def near(self, text: str) -> list[WordRule]:
        """Return the rules that a text has words of, in their order: few, and to ask each of them all takes long."""
        return [self[at] for at in _near(self._index, text)] if text else []


@cache
def word_list() -> SimpleNamespace:
    """Return the lists of ord.yaml by their names: of patterns or of rules; `merke` and `tekst` hold lists of their own."""
    next_event = CParser(Path(__file__).with_name("ord.yaml").read_text("utf-8")).get_event
    # the stream and the document
    next_event(), next_event()
    return cast(SimpleNamespace, _made(next_event))


def _made(next_event: Callable[[], Any]) -> Any:
    """Return what the next events hold, None when they end what holds them: to load the file first took twice as long."""
    event = next_event()
    # every scalar is the text that stands there: «ja» is a word; many words stand after a bar, with bars between
    if isinstance(event, ScalarEvent):
        return tuple(_BARS.split(event.value.strip())) if event.style == "|" else event.value
    if not isinstance(event, SequenceStartEvent | MappingStartEvent):
        return None
    parts = tuple(iter(partial(_made, next_event), None))
    if isinstance(event, SequenceStartEvent):
        return WordRules(parts) if isinstance(parts[0], WordRule) else parts
    held = dict(zip(parts[::2], parts[1::2], strict=True))
    return (WordRule if "ord" in held else SimpleNamespace)(**held)


@lru_cache(maxsize=10_000)
def patterns(words: tuple[str, ...], text: str) -> list[tuple[re.Pattern[str], str]]:
    """Return what finds each of the patterns of ord.yaml that a text has the words of, and the text that it is looked for in.

    That text is in small letters, with signs for a moment; what stands there stands in the same place in the text that is given.
    """
    # to make a pattern takes longer than to look for it: most texts have the words of few
    near = [_compiled(words[at]) for at in _near(_index_of(words), text)] if text else []
    return [(one, _signed(text) if _SIGNS in one.pattern else _in_small(text)) for one in near]


def _in_small(text: str) -> str:
    small = text.lower()
    # a Turkish «İ» is two small ones
    return small if len(small) == len(text) else "".join(one.lower()[0] for one in text)


@lru_cache(maxsize=1000)
def _signed(text: str) -> str:
    return _MOMENT.sub(lambda found: "\1".ljust(len(found[0]), "\2"), _in_small(text))


def _near(index: _Index, text: str) -> list[int]:
    plain, starts = _plain(text)
    near = [one for start in index.begins.keys() & starts for one in index.begins[start]]
    near += [one for part, held in index.holds.items() if part in plain for one in held]
    return sorted({at for at, word in near if all(map(plain.__contains__, _pieces_of(word)))})


@lru_cache(maxsize=1000)
def _plain(text: str) -> tuple[str, set[str]]:
    # the cells of a row are asked for all lists of words in turn; what begins and ends a text stands beside a bound of its own
    plain = " ".join(text.lower().split())
    begun = _BEFORE.sub("", plain)
    in_it = {*re.findall(r"\w+", plain)}
    starts = {word[:_START] for word in in_it} | {word[:_MORE] for word in in_it}
    return f" {plain} {_BOUND}{begun} {_BOUND}{_AFTER.sub('', begun)}{_BOUND}", starts


@cache
def _compiled(word: str) -> re.Pattern[str]:
    # to make a pattern that takes large letters for small takes twice as long
    return re.compile(_one(word.lower()))


@cache
def _index_of(words: tuple[str, ...]) -> _Index:
    return _indexed(enumerate(words))


def _indexed(words: Iterable[tuple[int, str]]) -> _Index:
    index = _Index(defaultdict(list), defaultdict(list))
    for at, word in words:
        start = word.removeprefix("^")[:_MORE]
        # most begin so, and that is soon seen
        plain = start.islower() and start.isalpha() and len(start) == _MORE
        found = start if plain else max(_BEGINS.findall(word.lower()), key=len, default="")
        begins = found[: _START if len(found) < _MORE else _MORE]
        held = index.begins[begins] if begins else index.holds[max(_pieces_of(word), key=len)[:_START]]
        held.append((at, word))
    return index


@cache
def _pieces_of(word: str) -> list[str]:
    return _TOKEN.split(_ENDS.sub(_BOUND, word.lower()))[::2]


def found_in(words: tuple[str, ...], text: str) -> Iterator[re.Match[str]]:
    """Yield where a text meets one of the patterns (see `patterns`), and does not deny it: «ikke vedtatt», «pågår ikke»."""
    met, at = {one: there for one in patterns(words, text) if (there := one[0].search(one[1]))}, 0
    while met:
        # of those that begin in the same place, the first in the list
        found = min(met.values(), key=re.Match.start)
        if _is_denied(text, found.start()) or _DENIED_AFTER.match(text, found.end()):
            at = found.start() + 1
        else:
            yield found
            at = max(found.end(), found.start() + 1)
        met = {one: there for one, last in met.items() if (there := one[0].search(one[1], at) if last.start() < at else last)}


def _is_denied(text: str, start: int) -> bool:
    near = max(0, start - _NEAR)
    return any(one.search(_in_small(text), near, start) for one, _ in patterns(_denials(), text[near:start]))


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


def captured(text: str, match: re.Match[str], name: str) -> str:
    """Return the words of a text that a pattern met where it has {tid} or {hva}; empty when it has none."""
    return text[slice(*match.span(name))] if match.groupdict().get(name) else ""


def meets(words: tuple[str, ...], text: str) -> str:
    """Return the words of a text that meet one of the patterns, empty when none does."""
    return next((text[found.start() : found.end()].strip() for found in found_in(words, text)), "")


def begins(words: tuple[str, ...], text: str) -> bool:
    """Return whether a text begins with one of the patterns."""
    return any(one.match(seen) for one, seen in patterns(words, text))


def fills(words: tuple[str, ...], text: str) -> bool:
    """Return whether a text is one of the patterns, and nothing else."""
    return any(one.fullmatch(seen) for one, seen in patterns(words, text))


def share_that(texts: Sequence[str], test: Callable[[str], object]) -> float:
    """Return how large a part of some texts meets a test, none of no texts."""
    return sum(bool(test(text)) for text in texts) / len(texts) if texts else 0.0


def first_rule(rules: WordRules, text: str, where: str = "") -> tuple[WordRule, str] | None:
    """Return the first rule, of those for the column that a text stands in, whose patterns meet it, with the words that did."""
    asked = (rule for rule in rules.near(text) if not where or not rule.i or where in rule.i)
    return next(((rule, words) for rule in asked if (words := meets(rule.ord, text))), None)


@cache
def amount_in(text: str) -> tuple[str, str]:
    """Return the unit that a text has words for, of vocabulary.AMOUNTS, and what it says besides; the text alone without any."""
    found = first_rule(WordRules(rule for rule in word_list().merket_betyr if rule.betyr in AMOUNTS), text)
    return (found[0].betyr, text.replace(found[1], "").strip(" .")) if found else ("", text)
