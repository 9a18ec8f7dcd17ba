"""What a line of text is, when the columns are lost: judged by the words in ord.yaml."""

import re
from functools import cache

from planstrategi.intake.cells import is_cross, is_open, is_plan_type
from planstrategi.intake.columns import MAYBE_NAME, NAVN, column_of
from planstrategi.intake.facts import other_row
from planstrategi.intake.words import any_of, begins, fills, found_in, meets, patterns, word_list

# what stands in parentheses or is quoted, and a word that is written as verbs are
_INSIDE = re.compile(r"\([^()]*(?:\)|$)|«[^»]*»|\b[Dd]eres\b")
# a footnote, or what explains a sign
_NOTE = re.compile(r"(?:\*+|[¹²³⁴-⁹])\s?\w|\d{1,2}\)? [A-ZÆØÅ].*[a-zæøå)]\.$|\(?\w{1,3}\)? ?= ?\w|(?i:\w*forklaring):?$")
# parts of an organisation and an act that have the words of plans: «Plan og utvikling», «Utvalg for plan»
_NO_PLAN = re.compile(
    r"(?i)^plan(?=,| og\b|/|$)|\bog (?:strategi|plan(?! for))\b|\bstrategi(?= og\b)|\bplan- og\b"
    r"|\bplanstrategi(?:en|a)\b|(?:stab|utval|virksomhet|verksemd|avdeling|eining|enhet|seksjon|etat)\w* for \w+"
)
# plans that are spoken of, and not named
_THE_PLANS = re.compile(r"(?i)(?:plan|strategi|regulering)[ae]ne\b")
# what is done with plans is a row among others
_TASK = re.compile(r"[A-ZÆØÅ]\w+(?:ing|sjon) av\b")
_SHORTENED = ("mv.", "m.v.", "mm.", "m.m.", "osv.", "etc.")
# capitals that may be an abbreviation
_SHORT_CAPITALS = 10
# words that make a block running text, and those in which a row says its name
PROSE, OPENING = 26, 9
# a text of more words is no name and no heading; one of more letters no heading; and what may head a column
_LONGEST_NAME, _LONGEST_HEADING, _TITLE = 25, 130, re.compile(r"[A-ZÆØÅ]\S*(?: \S+){0,3}(?<![.,:])")
_NEXT_SENTENCE = re.compile(r"[a-zæøå]{4}\. [A-ZÆØÅ]")
_SPAN = r"20\d\d\s?[-–/]\s?(?:20)?\d\d"
_CAPITAL = re.compile(r"(?<=\s)[A-ZÆØÅ](?=[a-zæøå]|[A-ZÆØÅ]+ for\b)")
# letters of a word that may be shortened
_SHORT = 6
_HEADING_ENDS = re.compile(rf"(?: {_SPAN}(?!\s+20\d\d))?(?![\w/])")
# what stands at the edge of a cell: nothing, or what begins another
_CELL_ENDS = r"(?=$|\s+(?:[–-]\s+)?[A-ZÆØÅ(\d])"


@cache
def plan_words_in(text: str) -> int:
    """Return how many words for one plan a text has."""
    words = word_list()
    met = [one[0] for one in found_in(words.planord + words.tekst.navn, _NO_PLAN.sub("", text))]
    return sum(not (meets(words.flertall, one) or _THE_PLANS.search(one)) for one in met)


def is_cut(above: str, below: str) -> bool:
    """Return whether a narrow cell has cut a word at the end of a line: «Kommunedel» above «plan for vann»."""
    last, first = above.split()[-1], below.split()[0]
    if last[-1] == "-" and last[:-1].isalpha() and first.islower() and not is_open(first):
        # what is a heading or a type of plan without the hyphen
        return bool(column_of(f"{last[:-1]}{first}").rolle) or is_plan_type(f"{last}{first}")
    if not last.isalpha() or not first[0].islower() or is_cross(first):
        return False
    whole = f"{last}{first}".casefold()
    # «handlingsplan» is a word of its own, and the end of a longer one where that is known
    one_word = whole in word_list().hele_ord or (plan_words_in(whole) > 0 and not plan_words_in(first))
    return one_word and not (is_plan_type(last) or plan_words_in(last))


def is_other_row(text: str) -> bool:
    """Return whether a text names what is no plan but stands among them, such as a sum."""
    return other_row(text)[0] not in ("", "annet")


def speaks_of_many(text: str) -> bool:
    """Return whether a text speaks of plans in the plural."""
    plain = _INSIDE.sub("", text)
    return bool(meets(word_list().flertall, plain) or _THE_PLANS.search(plain))


def begins_comment(text: str) -> bool:
    """Return whether a text begins as what is said of a plan does."""
    return begins(word_list().tekst.merknad, text)


@cache
def verbs_in(text: str) -> int:
    """Return how many verbs of whole sentences a text has, outside parentheses."""
    return sum(1 for _ in found_in(word_list().tekst.verb, _INSIDE.sub("", text)))


def is_sentence(text: str) -> bool:
    """Return whether a text has a verb, and more words than a row says its name in."""
    return len(text.split()) > OPENING and verbs_in(text) > 0


def explains(text: str) -> bool:
    """Return whether a text says what a type of plan or a decision is: «Temaplan: plan som ikke følger lovens krav»."""
    word, _, said = text.partition(": ")
    return bool((is_plan_type(word) or need_at(word)) and re.match(r"(?=[a-zæøå]).*\bplan(?:en|er|ar|ane|ene)?\b", said))


def is_note(text: str) -> bool:
    """Return whether a text is a footnote, or explains a sign or a word, or heads what does."""
    return bool(_NOTE.match(text)) or explains(text)


def is_comment(text: str) -> bool:
    """Return whether a text says something of a plan, and does not name one."""
    plain = _INSIDE.sub("", text).strip()
    # a type of plan after the stop of a name is no sentence
    further = (one for one in _NEXT_SENTENCE.finditer(plain) if not is_plan_type(plain[one.end() - 1 :]))
    stopped = (plain.endswith(".") and not plain.endswith(_SHORTENED)) or any(further)
    return begins_comment(plain) or explains(plain) or bool(stopped) or verbs_in(plain) > 0 or len(plain.split()) > _LONGEST_NAME


def names_plan(text: str) -> bool:
    """Return whether a text names a plan, and says nothing of it."""
    return bool(plan_words_in(text)) and not is_comment(text)


def is_name(text: str) -> bool:
    """Return whether a text is the name of a plan, and not of its type or of what is decided."""
    # one of several plans is a name where it goes on: «Skjøtselsplaner for øya,»
    named = names_plan(text) or (text.endswith(",") and speaks_of_many(text) and not is_comment(text))
    return named and not (is_plan_type(text) or need_at(text)) and text[0].isupper()


def is_group_heading(text: str) -> bool:
    """Return whether a text heads a group of rows."""
    group = begins(word_list().tekst.gruppe, text)
    many = speaks_of_many(text) and not (is_comment(text) or _TASK.match(text))
    capitals = text.isupper() and len(text) > _SHORT_CAPITALS
    lettered = re.match(r"[A-H][.)]? [A-ZÆØÅ][a-zæøå]", text)
    return text[-1] not in ".," and len(text) < _LONGEST_HEADING and bool(group or many or capitals or lettered)


def need_at(text: str) -> re.Match[str] | None:
    """Return the words at the beginning of a text that say what is decided, when they fill a cell of their own.

    In small letters they fill it alone, and are no rest of others: «ny», and not «revisjon» below «Delvis».
    """
    if text[:1].isupper():
        return _need().match(text)
    return None if any(one.endswith(f" {text}") for one in word_list().tekst.behov) else _need().fullmatch(text)


def need_in(text: str) -> re.Match[str] | None:
    """Return the first words that say what is decided, and fill a cell after others."""
    return re.search(rf"(?<=\s)(?=[A-ZÆØÅ]){_need().pattern}", text) or _told().search(text)


def names_in(text: str) -> list[str]:
    """Return the names of a line on which several stand, and the comment after them: each is whole before the next begins."""
    starts = [one.start() for one in _CAPITAL.finditer(text)]
    found: list[str] = []
    begin = 0
    for at, start in enumerate(starts):
        left, right = text[begin:start].strip(), text[start : [*starts[at + 1 :], len(text)][0]].strip()
        sentence = right.endswith(".") and (len(right) > _SHORT or need_at(right[:-1])) and not is_open(left)
        if plan_words_in(left) and (begins_comment(right) or verbs_in(right) or sentence):
            return [*found, left, text[start:].strip()]
        if not verbs_in(text) and not is_plan_type(text[start:]) and _begins_name(left, right):
            found.append(left)
            begin = start
    return [*found, text[begin:].strip()]


def _begins_name(left: str, right: str) -> bool:
    """Return whether a name ends before the words to the right, and another begins with them."""
    head = re.match(r"[\wæøå/-]+", right)
    # «A Kommuneplanen» and «Kapittel 3 Oversikt» are headings
    word = head and plan_words_in(head[0]) and re.search(r"[^\W\d_]{2}$", left)
    whole = plan_words_in(left) > 0 or is_other_row(left) or bool(word)
    named = plan_words_in(right) > 0 or speaks_of_many(right) or is_other_row(right)
    return whole and named and not is_open(left) and (not need_at(right.split(" ", 1)[0]) or bool(_TASK.match(right)))


def after_name(text: str) -> list[str]:
    """Return what begins with a capital after the name of a plan that is whole: «Teknisk» of «Havneplan Teknisk»."""
    parts = [(text[: one.start()].strip(), text[one.start() :]) for one in re.finditer(r"(?<=\s)[A-ZÆØÅ]", text)]
    return [after for before, after in parts if is_name(before) and not is_open(before)]


def column_words(text: str) -> tuple[list[str], list[str], str]:
    """Return the headings of columns a line begins with: those above names, all of them, and the rest of the line."""
    names, found, rest = list[str](), list[str](), text.removeprefix("# ")
    if known := _known_headings(rest):
        names = [one for one in known if column_of(one).rolle in (NAVN, MAYBE_NAME)]
        return names, known, rest.removeprefix(" ".join(known)).strip(" *.:")
    # the rest of a word that is cut is no heading
    while rest[:1].isupper() and (heading := _heading_at(rest := _whole_heading(rest) if found else rest)):
        title, word = heading
        after = rest[len(word) :].strip(" *.:")
        # what may be said of a plan heads a column only where it stands alone, or above a date
        said = _need().fullmatch(word) or (begins_comment(word) and re.match(r"\d(?!\d?\.\s?\d|\d{3}[-–])", after))
        if after and ((said and len(found) < 2) or not re.match(r"[\dA-ZÆØÅ(«]", after)):
            break
        names += [word] if fills(word_list().tekst.over_navn, title) else []
        found.append(word)
        rest = after
    return names, found, rest


def _known_headings(text: str) -> list[str]:
    """Return the headings above years, or all, where each is one that columns have, one of them that of names; else none."""
    above, *years = re.split(r" (?=20\d\d)", text)
    titles = re.split(r" (?=[A-ZÆØÅ])", above)
    if not all(map(_TITLE.fullmatch, titles)) or any(map(is_name, titles)) or max(len(titles) - 1, len(years)) < 2:
        return []
    roles = {column_of(one).rolle for one in titles}
    return titles if len(roles) > 1 and "" not in roles and not roles.isdisjoint((NAVN, MAYBE_NAME)) else []


def _whole_heading(text: str) -> str:
    """Return a line with its first word whole, where a narrow cell has cut that of a heading: «Vedtat Ansvarlig»."""
    cut = re.match(r"[A-ZÆØÅ][a-zæøå]{4,}(?= [A-ZÆØÅ]|$)", text)
    whole = (one for one in word_list().tekst.over_annet if cut and one.isalpha() and one.startswith(cut[0].casefold()))
    return re.sub(r"^\S+", next(whole, "").capitalize() or r"\g<0>", text)


@cache
def _need() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?:{any_of(word_list().tekst.behov)})(?: i perioden)?)(?: \([^)]*\)?)?{_CELL_ENDS}")


@cache
def _told() -> re.Pattern[str]:
    # after a dash or in parentheses, and what is told with it
    return re.compile(rf"(?i:(?:(?<= [–-] )|\((?=[^()]*\))){any_of(word_list().tekst.behov)}(?=$|[,.;)]| \d))[^A-ZÆØÅ]*")


def _heading_at(text: str) -> tuple[str, str] | None:
    """The longest heading that a text begins with, without its years and with them."""
    words = word_list().tekst.over_navn + word_list().tekst.over_annet
    ends = {found.end() for one, seen in patterns(words, text) if (found := one.match(seen))}
    return max(((text[:end], text[: years.end()]) for end in ends if (years := _HEADING_ENDS.match(text, end))), default=None)
