"""The wording of what can be wrong with a file's content by itself: shape, keys and values."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from planstrategi.model.fields import ASCII_LETTERS, Invalid, Kind
from planstrategi.model.problem import FEIL, KEEPER, Problem, line_and_column, place
from planstrategi.model.vocabulary import MAAL
from planstrategi.reading.codes import CODES
from planstrategi.reading.synonyms import SYNONYMER
from planstrategi.reading.text_file import BLANK, Unreadable

MOST_COMPARISONS = 20_000
VERY_SHORT = 3
# so many keys does a person read to find one; of more, those that are most like what was written
MOST_KEYS, MOST_LIKE = 12, 5
# what is wrong with a file that is read whole all the same
HARMLESS = ("FIL006", "FIL011", "FIL020")
# what Word makes of quotation marks when text is pasted from it
WORD_QUOTES = "“”„«»\"'’‘"
# what people add to a decision without changing it; the years and the yearly work have fields of their own
WITHOUT_MEANING = re.compile(r"_(?:i_(?:plan)?perioden|i_lopet_av_perioden|hvert_aar|aarlig)\Z")


class Cause(NamedTuple):
    """A problem, by its number, that costs ids of these sorts: at most so many, None for all, 0 for all when none is left."""

    problem: int
    targets: frozenset[str]
    most: int | None


class ReadNotes:
    """The problems met in one file. `plan` is the plan being read, so that a problem can name it.

    `section` is the top-level key being read, "" between them; `broken` those with problems, which are not read whole.
    """

    def __init__(self, fil: str, family: str) -> None:
        self.fil, self.family, self.plan, self.section = fil, family, "", ""
        self.broken: set[str] = set()
        self.problems: list[Problem] = []
        self.names: dict[str, str] = {}
        # what costs ids; the references that lead nowhere (their problem, sort and id); a problem and one that follows from it
        self.causes: list[Cause] = []
        self.unresolved: list[tuple[int, str, str]] = []
        self.follows: list[tuple[int, int]] = []
        self._compared = 0

    def add(self, kode: str, sted: int, melding: str, funnet: str = "", tillatt: str = "", skriv: str = "",
            alvor: str = FEIL) -> None:  # fmt: skip
        """Note a problem at a place."""
        linje, kolonne = line_and_column(sted)
        navn = self.names.get(self.plan, "")
        found = Problem(self.fil, linje, kolonne, kode, alvor, self.plan, navn, melding, funnet, tillatt, skriv, KEEPER)
        self.problems.append(found)
        if kode not in HARMLESS:
            self.broken.add(self.section)

    def costs(self, targets: frozenset[str], most: int | None = None) -> None:
        """Say of the last problem which sorts of ids it costs."""
        if targets and self.problems:
            self.causes.append(Cause(len(self.problems) - 1, targets, most))

    def end_plan(self, first: int, plan_id: str, navn: str) -> None:
        """Say of the problems from number `first` on which plan they concern; what follows concerns another."""
        if len(self.problems) > first:
            self.problems[first:] = [replace(p, plan_id=plan_id, navn=navn) for p in self.problems[first:]]
        # what concerns no plan has no id either, and must not get the name of a plan without one
        self.names |= {plan_id: navn} if plan_id else {}
        self.plan = ""

    def drop(self, kode: str) -> None:
        """Take back all problems of a code, and what was said of any by their numbers."""
        self.problems[:] = [problem for problem in self.problems if problem.kode != kode]
        self.causes, self.follows = [], []

    def unknown_key(self, sted: int, key: str, allowed: Collection[str], indent: str = "") -> str:
        """Note a key that is unknown; return the one that was meant, empty when nobody can tell.

        `indent` says that it belongs to another record, from which its indent parts it.
        """
        name, colon, value = key.partition(":")
        meant, melding = "", "Ukjent nøkkel."
        if indent:
            melding, skriv = indent, "Rykk den inn like langt som feltene den hører til."
        elif colon and name in allowed:
            # in a record on one line, a key and a value without a space between them are one word to YAML
            meant, skriv = name, f"{name}: {shortened(value) or '…'}"
            melding += " Det mangler et mellomrom etter kolonet."
        elif key.isdecimal():
            # in a record on one line, a decimal comma ends the number
            melding, skriv = f"{melding} Har et tall fått komma foran desimalene?", "Skriv punktum: 1.5"
        else:
            meant = self._nearest(re.sub(BLANK, "", key), allowed)
            blank = re.search(BLANK, key)
            melding += (" Den har et usynlig mellomrom." if blank else "") + _did_you_mean(meant)
            other = "Slett det, og skriv vanlige mellomrom." if blank else "Fjern linjen, eller bruk en av nøklene."
            skriv = f"{meant}:" if meant else other
        self.add("FIL030", sted, melding, f"«{shortened(key)}»", self._likely(key, allowed), skriv)
        return meant

    def dash_missing(self, sted: int, key: str, first: int) -> None:
        melding = f"Det mangler en bindestrek foran «{shortened(key)}», der en ny post begynner."
        found, allowed = f"posten over begynner i linje {line_and_column(first)[0]}", "«- » foran det første feltet i hver post"
        self.add("FIL019", sted, melding, found, allowed, f"- {shortened(key)}: …")

    def repeated_key(self, sted: int, key: str, first: int) -> None:
        between, self.section = self.section, self.section or key
        melding = f"Nøkkelen «{shortened(key)}» står to ganger i samme post."
        self.add("FIL019", sted, melding, f"den første står i linje {line_and_column(first)[0]}",
                 "hver nøkkel én gang", "Slett den ene, eller flytt den til posten den hører til.")  # fmt: skip
        self.section = between

    def missing(self, sted: int, name: str, write: str) -> None:
        self.add("FIL031", sted, f"Feltet {name} mangler.", tillatt=f"{name} er påkrevd", skriv=write)

    def whole_file(self, kode: str, funnet: str = "", skriv: str = "", *, sted: int = 0, tillatt: str = "",
                   alvor: str = FEIL) -> None:  # fmt: skip
        """Note what is wrong with the file as a file, in the words of its code; `skriv` where there is better advice."""
        melding, advice = CODES[kode]
        self.add(kode, sted, melding, funnet, tillatt, skriv or advice, alvor)

    def unreadable(self, error: Unreadable, skriv: str = "") -> None:
        self.whole_file(error.kode, error.funnet, skriv, sted=place(error.linje - 1, error.kolonne - 1))

    def no_content(self) -> None:
        self.add("FIL012", place(0, 0), "Filen har ikke noe innhold.", skriv=CODES["FIL012"][1])

    def empty(self, sted: int, navn: str, tillatt: str) -> None:
        skriv = "Skriv en verdi, eller fjern linjen når verdien er ukjent."
        return self.add("FIL034", sted, f"Feltet {navn} er tomt.", "", tillatt, skriv) if navn else self.no_content()

    def quoted(self, sted: int, navn: str, text: str, kind: Kind) -> None:
        melding = f"Tallet i feltet {navn} er skrevet som tekst."
        self.add("FIL033", sted, melding, f"«{shortened(text)}» i anførselstegn", kind.tillatt, text.strip())

    def not_allowed(self, sted: int, navn: str, text: str, wrong: Invalid) -> None:
        meant = self.meant(text, wrong.valg) or wrong.skriv
        skriv = meant if meant == shortened(meant) else ""
        why = f" {wrong.hvorfor}" if wrong.hvorfor else ""
        melding = f"Verdien i feltet {navn} er ikke tillatt.{why}{_did_you_mean(skriv)}"
        self.add("FIL033", sted, melding, f"«{shortened(text)}»", wrong.tillatt, skriv)

    def repeated_item(self, sted: int, navn: str, item: object, right: str) -> None:
        melding = f"Listen {navn} har et ledd to ganger" + (" eller i feil rekkefølge." if right else ".")
        allowed = "hvert ledd én gang" + (", i stigende rekkefølge" if right else "")
        self.add("FIL035", sted, melding, f"«{shortened(str(item))}»", allowed, right or "Fjern det ene leddet.")

    def wrong_shape(self, sted: int, navn: str, found: str, allowed: str, write: str) -> None:
        where = f"Feltet {navn}" if navn else "Filen"
        self.add("FIL032", sted, f"{where} har feil form.", found, allowed, write)

    def repeated_id(self, sted: int, value: str, first: int) -> None:
        where = f"i linje {line_and_column(first)[0]}" if first else "i en annen fil"
        self.add(f"{self.family}102", sted, f"Id-en er brukt før, {where}.", f"«{shortened(value)}»",
                 "hver id én gang", "Gi den ene posten en annen id.")  # fmt: skip

    def unknown_ref(self, sted: int, target: str, value: str, known: Collection[str], plan: str, section: str) -> None:
        near = self.meant(value, {one: one for one in known}) if target == "plantype" else self._nearest(value, known)
        words = re.findall(r"[^\s,]+", value)
        joined = len(words) > 1 and any(word in known for word in words) and not (near and target == "plantype")
        close = f"[{', '.join(words)}]" if joined else near or self._holding(value, known)
        why = " Flere ledd skrives som en liste." if joined else _did_you_mean(close)
        melding = f"«{shortened(value)}» finnes ikke.{why}"
        allowed = MAAL[target] + (f" ({', '.join(known)})" if 0 < len(known) <= 20 else "")
        skriv = close or "Velg en som finnes, eller legg den nye til i filen først."
        self.plan, self.section = plan, section
        self.unresolved.append((len(self.problems), target, value))
        self.add(f"{self.family}101", sted, melding, f"«{shortened(value)}»", allowed, skriv)

    def meant(self, text: str, valg: Mapping[str, str]) -> str:
        """Return the word of a few that was meant, never the nearest: by its label, a synonym, or with a slip of the keys."""
        labels = {_as_word(label): word for word, label in valg.items()} | {_as_word(word): word for word in valg}
        written = _as_word(text)
        for word in (written, WITHOUT_MEANING.sub("", written)):
            if (synonym := SYNONYMER.get(word, word)) in labels:
                return labels[synonym]
        close = self._misspelt(written, labels)
        return labels[close] if close else ""

    def _misspelt(self, word: str, words: Collection[str]) -> str:
        # of a few fixed words only a slip of the keys, which brings no word in: the next nearest may mean the opposite
        # a very short word is another word after one slip, so only where one alone is that near
        words = [allowed for allowed in words if allowed.count("_") == word.count("_") and f"u{allowed}" != word]
        slips = [allowed for allowed in words if _one_slip(word, allowed)]
        if len(slips) > 1 or (slips and len(slips[0]) <= VERY_SHORT):
            return slips[0] if len(slips) == 1 else ""
        close = self._nearest(word, words)
        return close if close and SequenceMatcher(None, word, close).ratio() >= 0.84 else ""

    def _nearest(self, word: str, words: Collection[str]) -> str:
        # each comparison costs; a file with thousands of the same mistake gets help with the first ones only
        self._compared += len(words)
        if self._compared > MOST_COMPARISONS:
            return ""
        likely = word[:100].lower().translate(ASCII_LETTERS)
        close = get_close_matches(likely, words, 1, 0.7)
        # ids that differ in their number alone are neighbours, not misspellings
        return close[0] if close and (close[0] == likely or _letters(close[0]) != _letters(likely)) else ""

    def _likely(self, key: str, allowed: Collection[str]) -> str:
        """Return the keys that are allowed; of many those that are most like the one that was written, and how many there are."""
        if len(allowed) <= MOST_KEYS or self._compared > MOST_COMPARISONS:
            return ", ".join(allowed) if len(allowed) <= MOST_KEYS else f"en av {len(allowed)} nøkler"
        near = get_close_matches(key[:100].lower().translate(ASCII_LETTERS), allowed, MOST_LIKE, 0)
        return f"{', '.join(near)} … {len(allowed)} nøkler i alt"

    def _holding(self, word: str, ids: Collection[str]) -> str:
        """Return the one id that the word is a part of, from where a word in it begins: arealdel in kommuneplanens-arealdel."""
        likely = word.lower().translate(ASCII_LETTERS).replace(" ", "-")
        known = ids if len(likely) > VERY_SHORT and self._compared <= MOST_COMPARISONS else ()
        holding = [one for one in known if f"-{likely}" in f"-{one}"]
        return holding[0] if len(holding) == 1 else ""


def _did_you_mean(word: str) -> str:
    return f" Mente du «{word}»?" if word else ""


def _one_slip(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(word, other, strict=True)) == 1
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _as_word(text: str) -> str:
    return re.sub(r"[\s_/-]+", "_", text.strip(WORD_QUOTES + " .").lower().translate(ASCII_LETTERS))


def _letters(text: str) -> str:
    return re.sub("[0-9]", "", text)


def shortened(text: str) -> str:
    """Return the text on one line with invisible signs made visible, cut to 60 characters."""
    named = re.sub(BLANK, lambda blank: f"[U+{ord(blank[0]):04X}]", text[:1000])
    flat = "".join(sign if sign.isprintable() else "�" for sign in " ".join(named.split()))
    return flat if len(flat) <= 60 else flat[:59] + "…"
