"""What a single cell says: its text without what is left of a web page, a mark in a year, who is responsible."""

import html
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from planstrategi.intake.words import LONGEST_SIGN, MOMENT_WORDS, amount_in, fills, found_in, meets, word_list
from planstrategi.model.fields import STRANGE

CROSS, LETTERS, NUMBER, WORDS_MARK, SHADE = "kryss", "bokstaver", "tall", "ord", "skygge"
_BREAK = re.compile(r"<\s*(?:br|/p|/li|/div|/tr)\s*/?\s*>", re.IGNORECASE)
# what formats a text; a name may have other words in angle brackets
_TAG = re.compile(
    r"<\s?/?\s?(?:p|b|i|u|em|strong|span|div|ul|ol|li|sup|sub|font|a|td|tr|th|br|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE
)
# what goes on in the next line of a cell, with or without a hyphen; no word is one or two consonants,
# and what is whole has no more: the letter is of the cell beside it
_CUT = re.compile(
    r"(?<=[a-zæøå])-\n(?=[a-zæøå])(?!og\b|eller\b)|(?<=[A-ZÆØÅ\d]-)\n(?=[a-zæøå])|(?<=\d{4}[–-])\n(?=(?:20)?\d\d\b)"
    r"|(?<=[a-zæøå]{5})(?<!plan)(?<!del)(?<!analyse)\n(?=(?!jf|nr|kl|pr|kr)[bcdfghjklmnpqrstvwz]{1,2}(?:\s|$))"
)
# between two parts of what is perhaps one word, and after what may be cut by the edge of its cell
JOINED = "\u2060"
# what is struck out has a line over each of its letters
STRUCK = re.compile(r"(?:.\u0336+\s*)+", re.DOTALL)
_NOTHING = re.compile("[\u00ad\u0336\u200b\u200c\u200d\u2060\ufeff]")
_TICKED, _NOT_TICKED = re.compile("[☑☒]"), re.compile(r"[☐□]\s*[^☐□☑☒\s]+")
_NUMBER = re.compile(r"-?\d{1,3}(?:[ .]\d{3})*(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?")
_SIGN_YEAR = re.compile(r"([^\W\d]+)\s*:?\s*((?:20|19)\d\d)")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FOOTNOTE_MARK = re.compile(r"\s*(\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,2}\])$")
_LONGEST_NAME, _LONGEST_UNIT = 120, 50
# «Samfunn v/planrådgiver»
_BY = re.compile(r"\s+v/\s*")
_UNIT_GAP = re.compile(r"\s*(?:[/;,&\n]|\bog\b|\bsamt\b)\s*")


class CellMark(NamedTuple):
    """A mark in a cell of a year: the sign as printed ("" for a shade), and of what kind it is.

    `aar` holds the signs by year where the cell itself names its years («O: 2020 V: 2021»), `farge` the colour of a shade.
    """

    tegn: str
    slag: str
    aar: tuple[tuple[int, str], ...] = ()
    farge: str = ""

    @property
    def alike(self) -> str:
        """The sign as a legend may write it: a cross is a cross, and small letters are large."""
        if self.slag == CROSS:
            return "(X)" if self.tegn.startswith("(") else "X"
        return "" if self.slag in (NUMBER, SHADE) else self.tegn.upper()


class Responsible(NamedTuple):
    """A responsible cell taken apart: parts of the organisation, roles, and those in parentheses who take part."""

    enheter: tuple[str, ...] = ()
    roller: tuple[str, ...] = ()
    medvirkende: tuple[str, ...] = ()


def clean_cell(text: str) -> str:
    """Return the text of a cell without HTML, signs of no width and surplus blanks, a line for each line.

    What is struck out is left out where there is more, and what is not ticked where something is: «☒ 2028 ☐ 2029».
    """
    text = _NOT_TICKED.sub("", text) if _TICKED.search(text) else text
    text = left if (left := STRUCK.sub("", text)).strip() else text
    plain = _NOTHING.sub("", _TAG.sub(" ", _BREAK.sub("\n", html.unescape(text))))
    plain = STRANGE.sub(" ", normalize("NFC", plain).replace("\t", " "))
    return "\n".join(line for part in plain.splitlines() if (line := " ".join(part.split())))


def struck_out(text: str) -> str:
    """Return a text as one that STRUCK finds."""
    return re.sub(r"(\S)", "\\1\u0336", text)


def on_one_line(text: str) -> str:
    """Return a cleaned text on one line; a word or a span of years that is cut at the end of a line is put together."""
    return " ".join(_CUT.sub("", text).split())


@cache
def plain_cell(text: str) -> str:
    """Return the cleaned text of a cell on one line."""
    return on_one_line(clean_cell(text))


def name_and_text(text: str, bold: str = "", charged: bool = False) -> tuple[str, str]:
    """Return the name in a cell, and what is told of the plan after it: what is not bold as the name is, or sentences below.

    `charged` says that it is who is responsible, who may stand in parentheses as well, on a line below, or, below a break
    of the page, alone.
    """
    lines, plain = clean_cell(text).splitlines(), plain_cell(text)
    told = plain.removeprefix(name := plain_cell(bold)).lstrip(" :.–-")
    if name and told and (told[0].isupper() or told[0] == "(") and len(name) > 3:
        return name.rstrip(" .:–-"), told.strip("()") if charged else told
    first, *below = lines or [""]
    if below and below[0][0].isupper() and below[-1].endswith(".") and looks_like_plan(first) and not is_open(first):
        return first, on_one_line("\n".join(below))
    if charged and (beside := re.fullmatch(r"(.{4,}?)\s*\(([A-ZÆØÅ][^()]+)\)", plain)):
        return beside[1], beside[2]
    if charged and below and below[-1][0].isupper() and not (looks_like_plan(below[-1]) or is_open(lines[-2])):
        return on_one_line("\n".join(lines[:-1])), below[-1]
    return ("", plain) if charged and is_unit(plain) else (plain, "")


def is_open(text: str) -> bool:
    """Return whether a text cannot be whole: it ends in a comma, a hyphen, a preposition or inside parentheses."""
    last = text.rpartition(" ")[2]
    # «I» is a number, and what is in capitals may end a heading
    word = (last[1:] or last).islower() and fills(word_list().tekst.fortsetter, last)
    return bool(word) or text.endswith((",", ":", "-", "–", "/")) or text.count("(") > text.count(")")


def read_mark(text: str, shade: str = "") -> CellMark | None:
    """Return the mark of a cell in a year column, None when it has none: a dash or an empty box is none."""
    words, plain = word_list().merke, plain_cell(STRUCK.sub("", text))
    inner = plain.strip("() ").lower()
    if not inner or inner in words.tomt:
        return CellMark("", SHADE, (), shade) if shade else None
    if inner.rstrip(".") in words.kryss or set(inner) <= set("x ;,/"):
        return CellMark(plain, CROSS)
    named = _SIGN_YEAR.findall(plain)
    # other words, or a point in time as people write it, are no sign of a year
    if named and not _SIGN_YEAR.sub("", plain).strip(" ,;/") and not re.fullmatch(MOMENT_WORDS, plain, re.IGNORECASE):
        return CellMark(plain, WORDS_MARK, tuple((int(year), sign) for sign, year in named))
    if all(_NUMBER.fullmatch(part) for part in re.split(r"[;/]\s*", amount_in(inner)[1])):
        return CellMark(plain, NUMBER)
    letters = re.split(r"[\s/,;+&]+", inner)
    # a sign that no word begins with is read as a letter is
    most = 1 if len(letters) > 1 else LONGEST_SIGN
    short = len(inner) == 1 or all(part.isalpha() and len(part) <= most for part in letters)
    return CellMark(plain, LETTERS if short and (plain.isupper() or len(inner) == 1) else WORDS_MARK)


def kind_of_mark(text: str) -> str:
    """Return of what kind the mark of a cell is, empty when it has none."""
    return mark.slag if (mark := read_mark(text)) else ""


def is_cross(text: str) -> bool:
    """Return whether a text is a cross."""
    return kind_of_mark(text) == CROSS


def footnote_off(name: str) -> tuple[str, str]:
    """Return a name without the footnote mark at its end, and the mark; where marks stand inside it too, they say which part."""
    found = FOOTNOTE_MARK.search(name)
    if not found or found[1][0] in name[: found.start()]:
        return name, ""
    return name[: found.start()], found[1]


def looks_like_plan(text: str) -> bool:
    """Return whether a word of the text tells of a plan."""
    return bool(meets(word_list().planord, text))


def is_plan_type(text: str) -> bool:
    """Return whether a text is nothing but types of plans, also one that a narrow cell parts: «Kommune-delplan»."""
    types = word_list().tekst.plantype
    return all(fills(types, one) or fills(types, one.replace("-", "")) for one in text.split("/"))


def is_plan_name(text: str) -> bool:
    """Return whether a text is one short line, as a name is, and tells of a plan."""
    return len(text) < _LONGEST_NAME and "\n" not in text.strip() and not text.endswith((".", ":", "?")) and looks_like_plan(text)


def is_own_name(text: str) -> bool:
    """Return whether a text is the name of one plan, and neither its type nor a sentence about it."""
    said = word_list().flertall + word_list().tekst.verb
    return text[0].isupper() and is_plan_name(text) and not (is_plan_type(text) or meets(said, text))


def share_of_plans(texts: Sequence[str]) -> float:
    """Return how many of the texts of a column begin with the name of a plan, each once."""
    return len({*filter(is_own_name, (text.splitlines()[0] for text in texts))}) / max(len(texts), 1)


def is_text(text: str) -> bool:
    """Return whether a cell holds letters, and more than a sign of a mark."""
    return kind_of_mark(text) in (LETTERS, WORDS_MARK) and len(text) > 3


def is_unit(text: str) -> bool:
    """Return whether a text names a part of a municipality, or a role in it, and no plan."""
    named = meets(word_list().enheter + word_list().stillinger, text)
    return bool(named) and len(text) < _LONGEST_UNIT and not is_plan_name(text)


def split_responsible(text: str, units: frozenset[str] = frozenset()) -> Responsible:
    """Return who is responsible; `units` are the parts of the organisation that stand alone in other cells.

    A role is what begins with a word for one, after the part it belongs to; «PLAN/UTV» is two parts only where both
    stand alone elsewhere.
    """
    outside = re.sub(r"\(([^()]*)\)", "", clean_cell(text))
    line = on_one_line(outside)
    plain = _BY.sub(lambda found: " " if meets(word_list().stillinger, line[found.end() :]) else found[0], line)
    at = _first_role(outside, plain)
    # who answers for a part, whatever the role is called
    by = re.search(r"\s+v/\s*(?=[a-zæøå])", plain[:at])
    unit, role = (plain[: by.start()], plain[by.end() :]) if by else (plain[:at], plain[at:])
    unit, role = unit.strip(" ,;:–-/"), role.strip(" ,;:–-/")
    taking_part = tuple(part for one in re.findall(r"\(([^()]+)\)", plain_cell(text)) for part in _taking_part(one, units))
    return Responsible(_parts(unit, units), tuple(_roles(role)), taking_part)


def _first_role(lines: str, plain: str) -> int:
    first, _, below = lines.strip().partition("\n")
    found = next(found_in(word_list().stillinger, plain), None)
    own = meets(word_list().stillinger, below.partition("\n")[0])
    if found and below and not is_open(first) and (own or not meets(word_list().stillinger, first)):
        return len(first)
    # «Leder strategi» alone is what the source names as responsible, and «Plan- og miljøleder» is one role
    return found.start() if found and not re.search(r"(?:^|-|\bog)\s*$", plain[: found.start()]) else len(plain)


def _taking_part(text: str, units: frozenset[str]) -> tuple[str, ...]:
    """Those who take part: between commas where each begins anew, «Eldrerådet, NAV», and not in «Plan, bygg og natur»."""
    each = re.split(r",\s*", text)
    return tuple(each) if all(one[:1].isupper() for one in each) else _parts(text, units)


def _parts(unit: str, units: frozenset[str]) -> tuple[str, ...]:
    if ";" in unit:
        return tuple(dict.fromkeys(one for part in unit.split(";") for one in _parts(part.strip(), units)))
    splits = ((unit[: gap.start()], *_parts(unit[gap.end() :], units)) for gap in _UNIT_GAP.finditer(unit))
    return next((parts for parts in splits if units.issuperset(parts)), (unit,) if unit else ())


def _roles(text: str) -> list[str]:
    starts = [found.start() for found in found_in(word_list().stillinger, text)]
    cut = [n for n in starts if re.search(r"(?:\bog|,|/|;)\s*$", text[:n])]
    return [re.sub(r"(?:\s+og|\s*[,/;])\s*$", "", text[a:b]) for a, b in zip([0, *cut], [*cut, None], strict=True) if text[a:b]]
