"""What a document says of itself: its title, the municipality, the years, and when it was adopted."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import dropwhile

from planstrategi.intake.cells import plain_cell
from planstrategi.intake.document import RUNNING_HEAD, Document, Paragraph
from planstrategi.intake.facts import SPAN, moment_code, span_of
from planstrategi.intake.found import Doubt, Found
from planstrategi.intake.words import MOMENT_WORDS, meets, word_list

_STRATEGY = re.compile(r"planstrategi", re.IGNORECASE)
_MUNICIPALITY = re.compile(r"((?:[A-ZÆØÅ][\w-]+ (?:og |i )?){0,2}[A-ZÆØÅ][\w-]+)\s+(?:kommune(?:styre(?:t)?|s)?|KOMMUNE)\b")
_ADOPTED = re.compile(
    r"(?:vedt(?:att|eke|eken)\b.{0,80}?kommunestyre|kommunestyre.{0,60}?vedt(?:att|ak|eke|eken)\b|vedt(?:att|eken?)\b)"
    rf".{{0,60}}?({MOMENT_WORDS})",
    re.IGNORECASE,
)
# paragraphs, and years from the first to the last
_FIRST, _TERM = 40, 3


def front_page(document: Document, years: Sequence[int]) -> Found:
    """Return what a document says of itself, and no tables; `years` are those of its columns, for where it names no period.

    What it does not say is empty.
    """
    text = "\n".join(plain_cell(part.tekst) for part in document.deler if isinstance(part, Paragraph))
    # a period may be broken where a line ends, or stand alone below the title
    text = re.sub(r"(?<=\d\d\d\d[–-])\n(?=20\d\d\b)", "", text)
    lines = re.sub(rf"(?im)^(.*planstrategi.*)\n({SPAN.pattern})$", r"\1 \2", text).split("\n")
    # what is said of the strategy before it, is not of this one
    ours = [line for line in lines if _STRATEGY.search(line) and not meets(word_list().tidligere, line)]
    heads = {plain_cell(part.tekst) for part in document.deler if isinstance(part, Paragraph) and part.sted == RUNNING_HEAD}
    # what is over or under all pages, is a title only where no other is
    short = sorted((line for line in ours if len(line) < 200), key=lambda line: line in heads)
    said = [line for line in lines if "plan" in line.lower()]
    tittel = next((line for line in short if span_of(line)), next(iter([*short, *said, *lines]), ""))
    kommune, asked = _municipality([document.fil.replace("_", " "), *lines])
    first = [line for line in lines[:_FIRST] if line in ours or SPAN.fullmatch(line) or line.lower().startswith("planperiode")]
    periode = next(filter(None, map(span_of, [*short, *first, *filter(_STRATEGY.search, [document.fil])])), None)
    if not periode and (told := span_of(tittel)) and told[1] - told[0] == _TERM:
        periode = told
        asked.append(Doubt("periode", tittel, "Er dette perioden planstrategien gjelder for?"))
    if not periode and years:
        periode = min(years), max(years)
        asked.append(Doubt("periode", f"{periode[0]}–{periode[1]}", "Er årskolonnene hele perioden planstrategien gjelder for?"))
    return Found(tittel, kommune, periode, _adopted(lines, periode), (), (), (), tuple(asked))


def _municipality(lines: Sequence[str]) -> tuple[str, list[Doubt]]:
    told = Counter(name for line in lines for said in _MUNICIPALITY.findall(line) if (name := _name(said)))
    if not told:
        return "", []
    (first, most), *others = told.most_common(2)
    near = [other for other, count in others if count > 0.6 * most]
    return first, [Doubt("kommune", first, f"Er det {first} kommune, og ikke {near[0]}?")] if near else []


def _name(said: str) -> str:
    words = dropwhile(lambda word: word.lower() in word_list().ikke_kommune, said.split())
    return " ".join(word.title() if word.isupper() else word for word in words)


def _adopted(lines: Sequence[str], periode: tuple[int, int] | None) -> str:
    for number, line in enumerate(lines):
        # what else is adopted is said of another plan
        about = _STRATEGY.search(line) or (number < _FIRST and len(line) < 150 and not re.search(r"plan\b|plans\b|del\b", line))
        # in a PDF the paragraph below may follow on the same line
        first = _ADOPTED.match(line) if number < _FIRST else None
        own = first if first and "plan" not in first[0].lower() else None
        found = own or (_ADOPTED.search(line) if about and len(line) < 400 else None)
        if found and (day := moment_code(found[1])) and (not periode or periode[0] - 1 <= int(day[:4]) <= periode[1]):
            return day
    return ""
