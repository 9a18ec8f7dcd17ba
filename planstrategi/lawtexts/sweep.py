"""The sweep of all law: the sections that may oblige a municipality to have a document, and what a reader said of each.

A section is a candidate when a ledd in it has a word for who, a word of duty and a word for a document. An item of a
list is read with the ledd it stands under.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import shorten

from planstrategi.lawtexts.compared import UNCHANGED, Compared, become_of
from planstrategi.lawtexts.law import ITEM, LEDD, Law, Section, fingerprint, place_key, shown
from planstrategi.lawtexts.stored import SWEEP, read_record
from planstrategi.model.problem import Problem, line_and_column
from planstrategi.model.requirements import Lovsveip, Paragrafdom
from planstrategi.reading.codes import CODES
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.text_file import is_absent

NEW, WHOLE_TEXT = "ny", "hele teksten"
PRINT_LENGTH, MOST_SHOWN_OF_LEDD = 12, 300


class Sweep:
    """The swept places of a catalogue, to be held against one law after the other."""

    def __init__(self, read: Lovsveip, fil: str) -> None:
        self.read, self.fil = read, fil
        self._words = [_pattern(words) for words in (read.soekeord.hvem, read.soekeord.plikt, read.soekeord.dokument)]
        self._left: dict[str, dict[str, Paragrafdom]] = {}
        for dom in read.dommer:
            self._left.setdefault(dom.lov, {})[place_key(dom.lovsted)] = dom

    def held_against(self, law: Law) -> Iterator[Compared]:
        """Yield the places of a law that have changed, are gone, or are new."""
        judged, places = self._left.pop(law.code, {}), _places(law)
        for key, dom in judged.items():
            section = places.get(key)
            if (status := become_of(section, dom.avtrykk)) != UNCHANGED:
                fil = f"{self.fil}:{':'.join(map(str, line_and_column(dom.sted['lov'])))}"
                yield Compared(dom.lov, dom.lovsted, status, "", dom.krav, (), dom.dom, fil, _short_print(section))
        for section, ledd in self.candidates(law):
            if place_key(section.place) not in judged:
                diff = shorten(f"+{ledd}", MOST_SHOWN_OF_LEDD, placeholder=" …")
                yield Compared(law.code, section.place, NEW, diff, (), (), avtrykk=_short_print(section))

    def not_met(self, codes: Collection[str]) -> Iterator[Compared]:
        """Yield the places of laws that were not in the archive, where it has other laws of the kind."""
        kinds = {code[:3] for code in codes}
        for code in [one for one in self._left if one[:3] in kinds]:
            yield from self.held_against(Law(code, "", (), {}))

    def candidates(self, law: Law) -> Iterator[tuple[Section, str]]:
        """Yield the sections of a law that the words find, each with the first ledd they are found in."""
        parted = {number for section in law.sections.values() for number in section.above}
        for section in _places(law).values():
            chapter = section.place.startswith("kap.") and section.blocks[0] in parted
            if not section.repealed and not chapter and self._words[0].search(section.text):
                found = (ledd for ledd in _ledd(section.text) if all(word.search(ledd) for word in self._words))
                if ledd := next(found, ""):
                    yield section, ledd

    def problems(self, known: Collection[str]) -> list[Problem]:
        """Return what is wrong in the file by itself, and against the ids of the requirements."""
        notes, seen = ReadNotes(self.fil, SWEEP.familie), set()
        for dom in self.read.dommer:
            place = (dom.lov, place_key(dom.lovsted))
            wrong = [("LOV411", "krav", krav) for krav in dom.krav if krav not in known]
            wrong += [("LOV412", "dom", dom.dom)] * ((dom.dom == "ikke") == bool(dom.krav))
            wrong += [("LOV413", "lovsted", dom.lovsted)] * (place in seen)
            for kode, felt, funnet in wrong:
                notes.add(kode, dom.sted[felt], CODES[kode][0], f"«{funnet}»", skriv=CODES[kode][1])
            seen.add(place)
        return notes.problems


def read_sweep(catalogue: Path) -> Sweep | None:
    """Return the sweep in a catalogue's folder, None when there is none; raise Unusable when it cannot be read."""
    path = catalogue / SWEEP.navn
    return None if is_absent(path) else Sweep(read_record(path, Lovsveip), path.as_posix())


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)


def _places(law: Law) -> Mapping[str, Section]:
    """A document without numbered places, such as an act that amends others, is one place."""
    text = "" if law.sections else "\n".join(shown(block) for block in law.blocks if block.kind in (LEDD, ITEM))
    return {place_key(WHOLE_TEXT): Section(WHOLE_TEXT, 0, text, False, (0, 0), ())} if text else law.sections


def _short_print(section: Section | None) -> str:
    return fingerprint(section.text)[:PRINT_LENGTH] if section else ""


def _ledd(text: str) -> Iterator[str]:
    head = ""
    for line in text.split("\n"):
        is_item = line.startswith("- ")
        head = head if is_item else line
        yield f"{head}\n{line}" if is_item else line
