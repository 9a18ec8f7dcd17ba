"""What PyYAML says of YAML it cannot parse, said in bokmål to somebody who does not know YAML."""

import re
from contextlib import suppress
from typing import Any

import yaml
from yaml._yaml import CParser

from planstrategi.model.fields import STRANGE
from planstrategi.model.problem import place
from planstrategi.reading.codes import MESSAGES
from planstrategi.reading.text_file import BLANK

LINE_END = re.compile(r"\r\n|\r|\n")
ONE_PAIR = "Sett hele verdien i ett par anførselstegn, eller fjern det som står etter."
AFTER_VALUE = ("Det står noe etter verdien på samme linje.", ONE_PAIR)
# these are noticed where the file goes on, but are to be mended where the thing began
BEGAN_BEFORE = ("could not find expected ':'", "expected ',' or ']'", "expected ',' or '}'", "unexpected end of stream")
TAB = ("Linjen er rykket inn med tabulator.", "Bruk mellomrom i innrykket.")
# in the indent, after a dash, or after the colon of a key
MISPLACED_BLANK = re.compile(rf"^[ \t-]*(?:[\w-]+:)?({BLANK})")
BLANK_WORDS = "Slett det, og skriv vanlige mellomrom."
FALLBACK = ("Filen er ikke gyldig YAML fra dette stedet.", "Sammenlign med postene over: innrykk, kolon og anførselstegn.")


def explain(error: yaml.YAMLError, text: str) -> tuple[str, int, str, str]:
    """Return code, place, what is wrong and what to do for an error raised by the C parser on `text`."""
    said = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None) if said.endswith(BEGAN_BEFORE) else None
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = LINE_END.split(text)
    if blank := _misplaced_blank(lines, began.line if began else line, line):
        return "FIL013", *blank, BLANK_WORDS
    content = lines[line] if line < len(lines) else ""
    indent = content[: len(content) - len(content.lstrip())]
    if "\t" in indent:
        return "FIL014", place(line, indent.index("\t")), *TAB
    if began:
        line, column = began.line, began.column
    is_after = "did not find expected key" in said and content[:column].strip()
    wrong, write = AFTER_VALUE if is_after else next(((m, s) for part, m, s in MESSAGES if part in said), FALLBACK)
    return "FIL013", place(line, column), wrong, _where_it_began(text, mark.line if mark else 0) + write


def strange_sign(text: str) -> tuple[int, str] | None:
    """Return the place and the code point of the first sign that no data file may hold, None when there is none."""
    found = STRANGE.search(text)
    if found is None:
        return None
    before = LINE_END.split(text[: found.start()])
    return place(len(before) - 1, len(before[-1])), f"U+{ord(found[0]):04X}"


def _misplaced_blank(lines: list[str], first: int, last: int) -> tuple[int, str] | None:
    # the line above may end what YAML stumbles on below
    for number in range(max(0, first - 1), min(last + 1, len(lines))):
        if found := MISPLACED_BLANK.search(lines[number]):
            sign = f"U+{ord(found[1]):04X}"
            return place(number, found.start(1)), f"Linjen har et usynlig mellomrom ({sign}) der det skal stå et vanlig."
    return None


def _where_it_began(text: str, line: int) -> str:
    """Say where the value before the error began, when a quotation mark that is not closed made it long."""
    last: Any = None
    parser = CParser(text)
    with suppress(yaml.YAMLError):
        while parser.check_event():
            last = parser.get_event()
    if getattr(last, "style", None) not in ("'", '"') or last.end_mark.line != line:
        return ""
    began = last.start_mark.line
    return f"Verdien begynner i linje {began + 1}; lukk anførselstegnet der. " if began < line else ""
