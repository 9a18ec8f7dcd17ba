"""Where in a text the plan tables stand whose columns are lost: from a heading row to what is no table any more."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise, takewhile
from typing import NamedTuple

from planstrategi.intake.cells import is_plan_type
from planstrategi.intake.columns import AAR, MAYBE_NAME, NAVN, PERIODE, column_of, years_in
from planstrategi.intake.text import headings
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.headings import YEAR_OR_SPAN, head_of_table, headings_on, is_of_contents, opens, years_on
from planstrategi.intake.text.line_words import OPENING, PROSE
from planstrategi.intake.text.lines import PlainLine
from planstrategi.intake.words import DAY, MOMENT_WORDS, begins, first_rule, word_list

_YEAR_ALONE = re.compile(rf"{YEAR_OR_SPAN}|20\d\d[-–]")
_CHAPTER = re.compile(r"(?:kapittel |kap\.? )?\d{1,2}(?:\.\d{1,2})*\.? +\D", re.IGNORECASE)
# lines that hold a heading row, and a group below its heading; names in as many that make a table, and are no running text
_HEAD, _GROUP, _CLOSE, _BESIDE = 16, 40, 3, 2
# what names a document, and the lines above all where it does
_OWN, _OWN_YEARS, _TOP = re.compile(r"(?i)\bkommune\b|planstrategi\b"), re.compile(r"^(?!.* [|•·–-] ).*20\d\d"), 4
# plans that make a table; below a heading that another has as well, one does
_FEWEST = 3
# the words of the columns that a heading has, by its line; none where no table begins
_Heads = dict[PlainLine, tuple[str, ...] | None]
_CASE = r"(?:[A-ZÆØÅ]{1,5}[- ]?)?sak\w*\.? ?(?:nr\.? ?)?(?:[A-ZÆØÅ]{1,4} ?)?\d+/\d+"
SMALL_NUMBER = r"\d{1,2}(?:[,.]\d{1,2})?"
_VALUES = {
    # a case may stand below its date
    "dato": rf"{DAY}(?:,? (?:[iI] [A-ZÆØÅ]{{2,5}},? )?{_CASE})?(?:,? sak\w*(?: [A-ZÆØÅ]{{1,3}})?(?=$| [A-ZÆØÅ]))?"
    rf"(?: og {DAY})*|[A-ZÆØÅ]{{1,5}}[- ]?(?:sak ?)?\d+/\d\d|(?:^sak |(?<=\w ))\d{{1,3}}/\d\d(?=$| [A-ZÆØÅ])",
    # a part of a year that begins a cell, with its year where it is small
    "tid": rf"(?=[A-ZÆØÅ]|[a-zæøå]+ 20|\d\. ?[hk])(?i:{MOMENT_WORDS}|våren|høsten|hausten|sommeren|sommaren|mars|april|mai"
    r"|ju[nl]i|august|(?:jan|febr)uar|(?:(?:sept|nov|des)em|okto)ber)(?=$|\s+[A-ZÆØÅ\d(–]| (?:vår|sommar|h[aø]u?st) 20)",
    "kostnad": r"\d{1,4} ?t(?:imer)?|(?:kr\.? )?\d{1,3}(?:[. ]\d{3})+(?:,-)?(?: kr)?|\d{1,2}(?:,\d{1,2})? \w+sverk",
    "merke": r"(?:[A-ZÆØÅ]: ?20\d\d(?:,? (?=\w: ?2))?)+|[A-ZÆØÅ](?:[ /][A-ZÆØÅ])+|\(?[xX✓✔●☑]\)?|[xX]{2}"
    r"|[☐☑☒–-](?: [☐☑☒–-])+|[☐☑☒]",
    "tall": rf"{SMALL_NUMBER}(?:\s{SMALL_NUMBER})+|(?!20[0-4]\d)\d{{3,4}}(?:\s(?!20[0-4]\d)\d{{3,4}})+|\d{{1,2}},\d{{1,2}}",
}
# what fills a cell wherever it stands in a line: a date, an amount, a mark, a row of numbers or of empty cells
VALUE = re.compile("|".join(rf"(?P<{kind}>(?:(?<=\s)|^)(?:{form})(?=\s|$))" for kind, form in _VALUES.items()))


class Zone(NamedTuple):
    """A plan table whose columns are lost: its heading, its columns' words, the years above its columns, and its lines.

    `hode` are the headings on the line that heads most columns, in their order, with the years that stand among them.
    """

    navn: str
    kolonner: tuple[str, ...]
    aar: tuple[tuple[int, ...], ...]
    linjer: tuple[PlainLine, ...]
    hode: tuple[str, ...]


def zones(lines: Sequence[PlainLine], rows: int) -> list[Zone]:
    """Return the zones in order: the lines below each heading row, or where names stand close as in a table without one.

    What nothing heads is a table only where it names more plans than the headings and the `rows` that are read already.
    """
    lines = _years_together(_without_title(lines))
    # where two years beside each other are of many kinds, they stand in cells
    pairs = {run[0] for line in lines if (run := years_on(line.tekst, 2)) and len(run[0].split()) == 2}
    fewest = 2 if len(pairs) < _FEWEST else 3
    heads = {line: head_of_table(fewest, lines[at : at + _HEAD]) for at, line in enumerate(lines)}
    maybe, begun = heads, {one for one, below in pairwise(lines) if headings.begins_sentence(one, below)}
    heads = {line: None if line in begun else head for line, head in maybe.items()}
    found = list(_zones(lines, heads, heads, fewest))
    seen = {line.sted for zone in found for line in zone.linjer}
    left = [[*run] for taken, run in groupby(lines, key=lambda line: line.sted in seen) if not taken]
    close = {line: _unheaded(run[at : at + _HEAD]) for run in left for at, line in enumerate(run)}
    bare = {line: maybe[line] if head is None else head for line, head in close.items()}
    others = [one for run in left for one in _zones(run, bare, heads, fewest) if not first_rule(word_list().bare_nevnt, one.navn)]
    found += others if sum(map(_named, others)) > rows + sum(map(_named, found)) else []
    place = {line.sted: at for at, line in enumerate(lines)}
    return sorted(found, key=lambda zone: place[zone.linjer[0].sted])


def _without_title(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """Return the lines without the title of the document further down: its words alone, in a block or with its years."""
    top = " ".join(line.tekst for line in lines[:_TOP] if not judge.is_comment(line.tekst))
    known = {*re.findall(r"\w+", f"{top} kommunal planstrategi forslag til utkast".casefold())}
    own = [one for one in lines if _OWN.search(one.tekst) and known.issuperset(re.findall(r"\w+", one.tekst.casefold()))]
    alone = {one for one, below in pairwise([*lines, *lines[:1]]) if one.ny and below.ny and " " in one.tekst}
    return [one for one in lines if one not in own or not (one in alone or one == lines[0] or _OWN_YEARS.search(one.tekst))]


def _zones(lines: Sequence[PlainLine], begins: _Heads, heads: _Heads, years: int) -> Iterator[Zone]:
    """Yield the zones that begin where `begins` has words, and end at the latest where `heads` has others."""
    past, seen, few = 0, set[str](), dict[tuple[str, ...], int]()
    for start, line in enumerate(lines):
        head = begins[line]
        # what stands in the zone above begins none; and below the same heading further down, no more plans are named
        if head is None or start < max(past, few.get(head, 0)):
            continue
        end, fewest = _end(lines, start, head, heads), _FEWEST if seen.isdisjoint(head) else 1
        zone = _zone(lines, start, end, years)
        zone = zone._replace(linjer=(*headings.columns_above(lines[max(past, start - 2 * _GROUP) : start]), *zone.linjer))
        # what a type of plan is, may stand beside it
        named, types = _named(zone), sum(map(is_plan_type, {re.split(" (?=[A-ZÆØÅ])", one.tekst)[0] for one in zone.linjer}))
        if named >= max(fewest, 2 * types):
            roles = [column_of(title).rolle for title in zone.hode]
            # what laws require stands beside them, where no column has names
            yield from [zone] if len(roles) < 2 or roles[0] != "hjemmel" or {NAVN, MAYBE_NAME}.intersection(roles) else []
            past, seen = end, seen.union(head)
        elif named < fewest or named <= types:
            few[head] = end


def _years_together(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """Return the lines with the years of a heading on one line, where each stood on its own."""
    made: list[PlainLine] = []
    for line in lines:
        year = line.tekst if _YEAR_ALONE.fullmatch(line.tekst) else ""
        last = made[-1].tekst.split()[-1] if made and len(made[-1].tekst.split()) < 5 else ""
        follows = year and _YEAR_ALONE.fullmatch(last) and int(year[:4]) - int(last[:4]) in (1, 2)
        text = f"{made[-1].tekst}{'' if last[-1] in '-–' else ' '}{year}" if follows else line.tekst
        made.append((made.pop() if follows else line)._replace(tekst=text))
    return made


def _unheaded(window: Sequence[PlainLine]) -> tuple[str, ...] | None:
    """Return no words where names stand as close as in a table, and running text does not; else None."""
    texts = [line.tekst for line in window]
    if not any(map(opens, texts[:_CLOSE])):
        return None
    named = [*map(opens, texts)]
    prose = 4 * sum(judge.is_sentence(text) and not opens(text) for text in texts)
    other = is_of_contents(texts[0]) or ends_tables(texts[0])
    return () if sum(named) >= _CLOSE and prose <= len(texts) and not other else None


def ends_tables(text: str) -> bool:
    """Return whether a line begins what is no table any more, or no table of the plans of the period."""
    title, short = re.sub(r"^[\d.]+ +", "", text), len(text.split()) < OPENING
    return begins(word_list().tekst.slutt, title) or bool(short and years_in(text) and begins(word_list().tidligere, title))


def _end(lines: Sequence[PlainLine], start: int, head: tuple[str, ...], heads: _Heads) -> int:
    title, own, texts = _title(lines, start), judge.column_words(lines[start].tekst)[1], [line.tekst for line in lines]
    beside = max(len(headings_on(text, 2)) for text in texts[start : start + 2]) > 2
    for at in range(start + 1, len(lines)):
        # a heading of other columns begins a table, however few lines stand above it
        names, here, left = judge.column_words(texts[at])
        apart = len(here) > 1 and own != here and sum(map(opens, texts[start + 1 : at])) > 1
        # where headings stand beside each other, what is called as that of the names is a unit
        far = at >= start + _HEAD and (left or len(here) != 1 or not beside)
        other = heads[lines[at]] if far or (apart and len(here) > 2) else None
        # a table of what the law requires has laws where this one has names
        laws = apart and not (names or left) and column_of(here[0]).rolle == "hjemmel" and here[0] not in own
        # years of a column may rise by chance
        other = other if other and (len(other) > 1 or "" not in head or len(other[0].split()) > _FEWEST) else None
        # a sentence above a list of other plans, or a title that does not stand above cells
        only = first_rule(word_list().bare_nevnt, texts[at]) and not any(map(VALUE.search, texts[at + 1 : at + 1 + _CLOSE]))
        said = texts[at] if only else " ".join(texts[at - texts[at][0].islower() : at + 1])
        listed = judge.speaks_of_many(said) and (only or (said.endswith(":") and judge.verbs_in(said) > 0))
        # plans of the county and its municipalities head a group, where it is decided below what is to be done with them
        group = begins(word_list().fylkets_planer, texts[at]) and any(map(judge.need_at, texts[at + 1 : at + _GROUP]))
        ended = laws or listed or (ends_tables(texts[at]) and not group)
        closed = ended or (other and other != head) or _heads_prose(*lines[at - 1 : at + 2])
        if closed or _next_chapter(title, lines, start, at) or (_is_prose(lines, at) and _no_more(lines, at, heads)):
            return at
    return len(lines)


def _heads_prose(before: PlainLine, line: PlainLine, after: PlainLine | None = None) -> bool:
    """Return whether a chapter begins here: a numbered heading that goes on no list, with running text below it."""
    if after is None or not _CHAPTER.match(line.tekst) or _CHAPTER.match(before.tekst):
        return False
    # an introduction to other plans, where the chapter is of several
    told = judge.is_sentence(after.tekst) and not (opens(after.tekst) or after.tekst[0].isdecimal())
    return (told and judge.speaks_of_many(line.tekst)) or (len(after.tekst.split()) >= PROSE and judge.verbs_in(after.tekst) > 0)


def _next_chapter(title: str, lines: Sequence[PlainLine], start: int, at: int) -> bool:
    """Return whether a line heads the chapter after that of the table, and does not count on from its rows."""
    numbers = [int(found[0]) for text in (title, lines[at].tekst) if (found := re.match(r"\d{1,2}(?=\.? +[A-ZÆØÅ])", text))]
    follows = lines[at].ny and not judge.names_plan(title) and len(numbers) == 2 and numbers[1] == numbers[0] + 1
    return follows and not any(re.match(rf"{numbers[0]}\b", one.tekst) for one in lines[start:at])


def _is_prose(lines: Sequence[PlainLine], at: int) -> bool:
    block = _block(lines, at) if lines[at].ny else []
    text, begun = " ".join(block), sum(one[0].isupper() or one[0].isdecimal() for one in block)
    return len(text.split()) >= PROSE and judge.verbs_in(text) >= 2 and begun * 5 <= len(block) * 3 + 2 and not _marked(text)


def _marked(text: str) -> bool:
    return any(one.lastgroup in ("merke", "tall") for one in VALUE.finditer(text))


def _block(lines: Sequence[PlainLine], at: int) -> list[str]:
    return [line.tekst for line in lines[at : next(_blocks_after(lines, at), len(lines))]]


def _blocks_after(lines: Sequence[PlainLine], at: int) -> Iterator[int]:
    return (one for one in range(at + 1, len(lines)) if lines[one].ny)


def _no_more(lines: Sequence[PlainLine], at: int, heads: _Heads) -> bool:
    """Return whether no row of a table follows within a few blocks of running text."""
    following = takewhile(lambda one: not heads[lines[one]], islice(_blocks_after(lines, at), 6))
    blocks = ((_block(lines, one), " ".join(_block(lines, one))) for one in following)
    return not any(
        len(text) < 12 or _marked(text) or (VALUE.search(text) and len(text.split()) < PROSE) or sum(map(opens, block)) >= _BESIDE
        for block, text in blocks
    )


def _zone(lines: Sequence[PlainLine], start: int, end: int, fewest: int) -> Zone:
    columns, kept, heads = list[str](), list[PlainLine](), dict[str, int]()
    years, heads_of = tuple[tuple[int, ...], ...](), [headings_on(line.tekst, fewest) for line in lines[start:end][:_HEAD]]
    # the line that heads most columns, that of the names among them
    roles = {one: [column_of(title).rolle for title in one] for one in heads_of}
    head = max(heads_of, key=lambda one: 2 * roles[one].count(NAVN) + sum(map(bool, roles[one])))
    often = Counter(line.tekst for line in lines[start:end])
    for at, line in enumerate(lines[start:end]):
        # what stands more often than the first of the headings, stands in cells as well
        if heads.get(line.tekst, len(lines)) <= [*heads.values(), 0][0]:
            continue
        _, found, rest = judge.column_words(line.tekst) if at < _HEAD else ([], [], line.tekst)
        columns += found
        if not years and (match := years_on(rest, fewest)) and not judge.plan_words_in(rest[: match.start()]):
            years = tuple(map(years_in, re.findall(YEAR_OR_SPAN, match[0])))
            before, after = judge.column_words(rest[: match.start()].strip()), judge.column_words(rest[match.end() :].strip())
            columns, rest = [*columns, *before[1], *after[1]], after[2]
        if rest != line.tekst and not judge.need_at(line.tekst):
            heads[line.tekst] = often[line.tekst]
        if rest:
            kept.append(line._replace(tekst=rest))
    known = (one for one in head if one not in columns and column_of(one).rolle not in ("", AAR, PERIODE))
    return Zone(_title(lines, start), (*columns, *known), years, tuple(kept), head)


def _title(lines: Sequence[PlainLine], start: int) -> str:
    above = [line.tekst for line in lines[max(0, start - 4) : start] if len(line.tekst) < 110 and line.tekst[-1] not in ".:;"]
    # what is decided further above fills a cell of another table
    far = [at > 0 and judge.need_at(text) for at, text in enumerate(reversed(above))]
    titles = [text for text, cell in zip(reversed(above), far, strict=True) if re.match(r"[A-ZÆØÅ\d]", text) and not cell]
    return next((text for text in titles if first_rule(word_list().bare_nevnt, text)), next(iter(titles), ""))


def _named(zone: Zone) -> int:
    opened = {" ".join(VALUE.split(line.tekst, maxsplit=1)[0].split()[:OPENING]) for line in zone.linjer}
    return sum(judge.plan_words_in(text) for line in opened for text in judge.names_in(line) if not judge.is_comment(text))
