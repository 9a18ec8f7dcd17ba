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
_MUNICIPALITY = re.compile(r"((?:[A-ZÆØÅ][\w-]+ (?:og |i )?){0,2}[A-ZÆØÅ][\w-]+)\s+(?i:kommune(?:styret?|s)?|herads?)\b")
_ADOPTED = re.compile(
    r"(?i)(?:vedt(?:att|eke|eken)\b.{0,80}?kommunestyre|kommunestyre.{0,60}?vedt(?:att|ak|eke|eken)\b|vedt(?:att|eken?)\b)"
    rf".{{0,60}}?({MOMENT_WORDS})"
)
_SPAN = rf"(?:{SPAN.pattern}|20\d\d til (?:og med )?20\d\d)"
# a title goes on where the next line has the years or begins with a small letter; and running text may follow on its line
_BROKEN = re.compile(
    r"(?m)^((?:(?i:kommunal)\n)?.{0,70}(?i:planstrategi).{0,70}(?:\n(?:[a-zæøå]{2}|(?<= for\n)|(?<= og\n)).{0,70}$){0,2})"
    rf"(?:\n{_SPAN}$)?"
)
_RUN_ON = re.compile(rf"(?m)^(.{{0,40}}(?i:planstrategi)[^.\n]{{0,80}}?{SPAN.pattern})\s(?=[A-ZÆØÅ].*\.)")
_PAGE = re.compile(r"(?:\s[|•·]?\s*|[|•·])(?:(?:side |s\. ?)?\d{1,3}(?: av \d+)?|side|s\.)$", re.IGNORECASE)
_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.? \D|.*(?:\.{3}|[.?:;]$|(?i:planstrategien)(?!.*20\d\d))")
# what is nothing but the period, and what a sentence has that says it
_PERIOD = re.compile(
    rf"(?i)(?:(?:(?!plan)[^.\d]){{0,30}}(?:periode[nr]?|årene|åra|kommune|herad) )?{_SPAN}"
    r"(?:\W+(?:(?:kommunestyrets? )?vedt(?:att|eken|ak) .*|(?:hø(?:ring|yring)s)?(?:utkast|forslag|framlegg)))?|planperiode.*"
)
_LASTS = re.compile(r"\b(?:gjeld(?:er?)?|vedta[rs])\b", re.IGNORECASE)
_COUNCIL = re.compile(rf"valg?perioden\W+{SPAN.pattern}", re.IGNORECASE)
# lines, those of a front page, years from the first to the last, and letters of a title
_FIRST, _FRONT, _LONGEST, _SHORT = 40, 8, 5, 60


def front_page(document: Document, years: Sequence[int]) -> Found:
    """Return what a document says of itself, and no tables; `years` are those of its columns, for where it names no period.

    What it does not say is empty.
    """
    parts = [part for part in document.deler if isinstance(part, Paragraph)]
    text = "\n".join(plain_cell(part.tekst) for part in parts if part.sted != RUNNING_HEAD)
    # a period may be broken where a line ends
    text = _BROKEN.sub(lambda found: found[0].replace("\n", " "), re.sub(r"(?<=\d{4}[–-])\n(?=20\d\d\b)", "", text))
    lines = _RUN_ON.sub(r"\1\n", text).split("\n")
    heads = [_PAGE.sub("", plain_cell(part.tekst)) for part in parts if part.sted == RUNNING_HEAD]
    # what is over or under all pages, is a title only where no other stands first
    front = sorted(filter(_is_title, lines[:_FRONT]), key=lambda line: line in heads)
    first = [*filter(span_of, front), *front, *filter(_is_title, heads)]
    alone = [line for line in lines[:_FIRST] if _PERIOD.fullmatch(line)]
    others = [line for line in [*lines[:_FIRST], *heads] if "plan" in line.lower() and line not in alone]
    titles = [*first, *filter(span_of, others), *filter(_is_title, lines), *others, *lines]
    # what is said of the title after it, and where it stands
    tittel = re.split(r"[\s,(–|-]+(?:vedt(?:att|ek)|[Ss]ide \d)", titles[0])[0]
    kommune, asked = _municipality([document.fil.replace("_", " "), *lines, *heads])
    own = [one for one in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", " ".join(lines)) if _is_own(one)]
    told = [*first, *alone, *filter(_LASTS.search, own), *filter(_STRATEGY.search, [document.fil])]
    columns = [f"Årskolonnene {min(years)}–{max(years)}"] if years else []
    # «Planane våre 2024–2027» over what says whose they are
    short = [line for line in lines[:_FRONT] if len(line) < _SHORT]
    words = next(filter(_years, [*told, tittel, *columns, *short, *(one[0] for one in _COUNCIL.finditer(text))]), "")
    if words and words not in told:
        asked.append(Doubt("periode", words, "Er dette perioden planstrategien gjelder for?"))
    return Found(tittel, kommune, _years(words), _adopted([*heads, *lines], _years(words)), (), (), (), tuple(asked))


def _is_own(text: str) -> bool:
    """Whether a text is of this strategy, and not of the one before or of another's."""
    return bool(_STRATEGY.search(text)) and not meets((*word_list().tidligere, *word_list().andres_planer), text)


def _is_title(line: str) -> bool:
    """Whether a line may be the title of the strategy: it begins as one, and is no sentence and no chapter."""
    begun = len(line) < 200 and not line[:1].islower() and not _CHAPTER.match(line)
    return begun and _is_own(line) and not meets(word_list().tekst.verb, line)


def _years(text: str) -> tuple[int, int] | None:
    """The first span of years in a text, «2024 til 2027» as well, if it is no longer than that of a strategy."""
    told = span_of(re.sub(r"(?<=20\d\d) til (?:og med )?(?=20\d\d)", "–", text))
    return told if told and told[1] - told[0] <= _LONGEST else None


def _municipality(lines: Sequence[str]) -> tuple[str, list[Doubt]]:
    told = Counter(name for line in lines for said in _MUNICIPALITY.findall(line) if (name := _name(said)))
    (first, most), *others = told.most_common(2) or [("", 0)]
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
        own = _ADOPTED.match(line) if number < _FIRST else None
        found = own if own and "plan" not in own[0].lower() else (_ADOPTED.search(line) if about and len(line) < 400 else None)
        # what is sent on hearing, or is to be adopted, is not
        is_done = found and not meets(word_list().ikke_vedtatt, re.split(r"[.,;:–|]\s", line[: found.start()])[-1] + found[0])
        if found and is_done and (day := moment_code(found[1])) and (not periode or periode[0] - 1 <= int(day[:4]) <= periode[1]):
            return day
    return ""
