"""The pieces of a zone whose columns are lost → its rows: a name each, and what can be told to belong to it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise, takewhile

from planstrategi.intake.cells import is_open, is_plan_type, on_one_line
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.beside import whole_cells
from planstrategi.intake.text.pieces import Piece, Slag, pieces_of
from planstrategi.intake.text.zones import Zone
from planstrategi.intake.words import begins, fills, meets, word_list

# names that make a column where they stand right after each other
_A_RUN = 4


@dataclass
class LostRow:
    """A row: its name, and the pieces after it until the next. `delt` says that the name is put together across others."""

    sted: str
    nummer: str
    avsnitt: str
    navn: str = ""
    delt: bool = False
    deler: list[Piece] = field(default_factory=list)

    def goes_on(self, piece: Piece) -> None:
        """Put a text at the end of the name."""
        self.navn, self.delt = on_one_line(f"{self.navn}\n{piece.tekst}"), self.delt or bool(self.deler) or piece.delt


class LostRows:
    """Reads the rows of a zone. `rader` are they, in order, and `igjen` what belongs to none of them."""

    def __init__(self, zone: Zone) -> None:
        pieces, self.numbered = pieces_of(zone)
        self.pieces = _whole_names(pieces)
        if not any(line.hel for line in zone.linjer):
            self.pieces = whole_cells(self.pieces, self.numbered, zone.hode, bool(zone.aar))
        self.usual, self.of_rows, self.listed = _usual_next(self.pieces), _of_rows(self.pieces), _in_runs(self.pieces)
        # what stands several times, or is a role, fills cells of another column
        met, roles = Counter(one.tekst for one in self.pieces), word_list().stillinger
        self.others = {text for text, count in met.items() if count > 1 or fills(roles, text)}
        self.often = {text for text, count in met.items() if count > 2}
        self.rader, self.igjen = list[LostRow](), list[Piece]()
        self.section, self.type_above, self.legend = "", "", False
        self.until = str(max((year for years in zone.aar for year in years), default=""))
        for at, piece in enumerate(self.pieces):
            self._place(at, piece)

    def _place(self, at: int, piece: Piece) -> None:
        row, following = self.rader[-1] if self.rader else None, next(iter(self.pieces[at + 1 : at + 2]), None)
        # what colours mean: «Fargekoder:», and what is decided below it
        explains = piece.tekst.endswith(":") and begins(word_list().forklaring, piece.tekst)
        self.legend = piece.ny and bool(explains or (self.legend and piece.slag == Slag.ORD))
        if piece.slag == Slag.NUMMER and self.numbered:
            # the number of a name over several lines may stand beside the second of them
            begun = row and row.deler and following and following.tekst[0].islower() and judge.is_name(row.deler[-1].tekst)
            name = row.deler.pop().tekst if row and begun else ""
            self.rader.append(LostRow(piece.sted, piece.tekst, self.section, name, bool(begun)))
        elif self.legend or piece.slag in (Slag.HODE, Slag.NUMMER) or judge.is_note(piece.tekst):
            self.igjen.append(piece)
        elif row and piece.slag == Slag.AAR and _is_of_name(row, piece, self.until):
            row.goes_on(piece)
        elif piece.slag != Slag.TEKST:
            (row.deler if row else self.igjen).append(piece)
        elif row and _continues(row, piece, following):
            _append(row, piece, piece.tekst not in self.others or row.navn.endswith(self.pieces[at - 1].tekst))
            # what then is a name before a mark, begins a row
            if not self.numbered and row.deler and row.deler[-1].ny and judge.is_name(row.deler[-1].tekst):
                self._begin(piece, row.deler.pop().tekst, True)
        elif self.numbered and row and not row.navn and (judge.is_name(piece.tekst) or not row.deler):
            row.goes_on(piece)
        elif self.numbered and row and not piece.ny and judge.is_comment(row.navn) and judge.is_name(piece.tekst):
            # what is said of the plan stands before it
            row.navn, row.deler = piece.tekst, [Piece(Slag.TEKST, row.navn, row.sted, False), *row.deler]
        elif self.numbered and judge.is_group_heading(piece.tekst):
            self.section = piece.tekst
        elif self.numbered:
            (row.deler if row else self.igjen).append(piece)
        else:
            self._text(row, piece, following, at)

    def _text(self, row: LostRow | None, piece: Piece, following: Piece | None, at: int) -> None:
        # where names stand: at the beginning of a line, with the usual value after it, or one that only such lines have
        # «Handlingsprogrammet» above «blir rullert kvart år» is a sentence
        after = self.pieces[at + 1 : at + 40]
        more = takewhile(lambda one: one.slag == Slag.TEKST and one.ny and one.tekst[0].islower(), after)
        whole = " ".join([piece.tekst, *(one.tekst for one in more)])
        begins = piece.ny and piece.tekst[0].isupper() and not judge.is_comment(piece.tekst) and piece.tekst not in self.others
        beside = {one.slag for one in takewhile(lambda one: not one.ny, after)}
        before_value = begins and bool(beside & self.of_rows or (following is not None and following.slag in self.usual))
        listed = row and not row.deler and piece.ny and (judge.is_other_row(piece.tekst) or at in self.listed)
        # what stands often, and begins no line, is of another column
        named = judge.is_name(piece.tekst) and (piece.ny or piece.tekst not in self.often)
        full = row is None or any(one.slag != Slag.TEKST for one in row.deler)
        # a type of plan that goes on below is the beginning of a name, and several head their group whatever follows
        headed = piece.ny and judge.is_group_heading(whole)
        if is_plan_type(piece.tekst) and whole == piece.tekst and not headed:
            self.type_above = piece.tekst
        elif headed and (is_plan_type(piece.tekst) or not (before_value or judge.is_other_row(piece.tekst))):
            self.section = piece.tekst
        elif row and row.deler and not (piece.ny or named) and row.deler[-1].sted == piece.sted == row.sted:
            row.deler.append(piece)
        elif is_plan_type(piece.tekst) or ((named or listed) and not judge.is_comment(whole)):
            self.section, self.type_above = self.type_above or self.section, ""
            self._begin(piece, piece.tekst, piece.delt)
        elif begins and following and not following.ny and judge.is_name(following.tekst):
            self.igjen.append(piece)
        elif (self.type_above and piece.ny and not judge.is_comment(piece.tekst)) or (before_value and full):
            self._begin(piece, on_one_line(f"{self.type_above}\n{piece.tekst}"), piece.delt or bool(self.type_above))
            self.type_above = ""
        elif row and before_value and (len(self.rader) < 2 or self.rader[-2].deler):
            row.goes_on(piece)
        else:
            (row.deler if row else self.igjen).append(piece)

    def _begin(self, piece: Piece, name: str, delt: bool) -> None:
        self.rader.append(LostRow(piece.sted, "", self.section, name, delt))


def _in_runs(pieces: Sequence[Piece]) -> set[int]:
    """Return what stands where a column of names does: among names, with nothing between that is of another column."""
    found = set[int]()
    for texts, group in groupby(range(len(pieces)), key=lambda at: pieces[at].slag == Slag.TEKST):
        begun = [at for at in group if texts and pieces[at].tekst[0].isupper() and not (at and is_open(pieces[at - 1].tekst))]
        named = [at for at in begun if judge.is_name(pieces[at].tekst)]
        others = {at for at in begun if at not in named and named[:1] < [at] < named[-1:] and _may_be_name(pieces[at].tekst)}
        found |= others if len(named) >= max(_A_RUN, 2 * len(others)) else set()
    return found


def _may_be_name(text: str) -> bool:
    return not (judge.is_comment(text) or judge.is_group_heading(text) or meets(word_list().enheter, text))


def under_headings(rows: Sequence[LostRow]) -> list[LostRow]:
    """Return the rows, those that the list counts parts of as their headings: «1 Kommuneplan» above «1.1 Arealdelen»."""
    parts, headings = {row.nummer.rstrip(".") for row in rows}, dict[str, str]()
    for row in rows:
        if not row.deler and f"{row.nummer.rstrip('.')}.1" in parts:
            headings[row.nummer.rstrip(".")] = row.navn
        row.avsnitt = headings.get(row.nummer.partition(".")[0], row.avsnitt) if "." in row.nummer else row.avsnitt
    return [row for row in rows if row.nummer.rstrip(".") not in headings]


def _whole_names(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with names whole that begin with a type: «Områderegulering Havna», or after another type."""
    beside = [at for at, (a, b) in enumerate(pairwise(pieces)) if (a.slag, b.slag, b.ny) == (Slag.TYPE, Slag.TEKST, False)]
    first = [at for at in beside if pieces[at].ny or pieces[at - 1].slag in (Slag.TYPE, Slag.NUMMER)]
    # its type stands once more after it, and begins no other name
    told = {at - 2 for at, one in enumerate(pieces) if one.slag == Slag.TYPE and at not in beside}
    open_ = [at for at in first if pieces[at].tekst.endswith("regulering") or pieces[at - 1].slag == Slag.TYPE or at in told]
    # a type alone that a list number counts names no plan, and goes on below
    rests = {at: one.tekst for at, one in enumerate(pieces) if one.slag in (Slag.TEKST, Slag.VERDI) and one.tekst[0].isupper()}
    counted = [at for at, (a, b) in enumerate(pairwise(pieces), 1) if a.slag == Slag.NUMMER and is_plan_type(b.tekst)]
    open_ += [at for at in counted if (text := rests.get(at + 1)) and not (judge.is_name(text) or judge.is_comment(text))]
    whole = {at: Piece(Slag.TEKST, f"{pieces[at].tekst} {pieces[at + 1].tekst}", *pieces[at][2:]) for at in open_}
    return [whole.get(at, one) for at, one in enumerate(pieces) if at - 1 not in whole]


def _usual_next(pieces: Sequence[Piece]) -> set[Slag]:
    """Return the kinds of values that often stand right after a name."""
    met = Counter(two.slag for one, two in pairwise(pieces) if one.slag == Slag.TEKST and judge.is_name(one.tekst))
    return {kind for kind in met.keys() - {Slag.TEKST, Slag.NUMMER} if 2 < met[kind] > sum(met.values()) / 3}


def _of_rows(pieces: Sequence[Piece]) -> set[Slag]:
    """Return the kinds of values that stand on lines that begin as rows do, most of them with a name, and on no others."""
    lines = [[*line] for _, line in groupby(pieces, key=lambda one: one.sted)]
    others = {one.slag for line in lines if line[0].slag != Slag.TEKST or line[0].tekst[0].islower() for one in line}
    kinds = Counter((kind, judge.is_name(line[0].tekst)) for line in lines for kind in {one.slag for one in line} - others)
    return {kind for kind, _ in kinds if 2 < kinds[kind, True] >= kinds[kind, False]} - {Slag.TEKST, Slag.NUMMER}


def _is_of_name(row: LostRow, piece: Piece, until: str) -> bool:
    """Return whether years go on with a name: a span as long as a plan lasts, or the end of one that the name begins."""
    span = re.fullmatch(r"(\d{4})\s?[-–]\s?(\d{2,4})", piece.tekst)
    begun = re.search(r"(\d{4})[-–]$|\b(?:mot|til)$", row.navn)
    lasting = span and int(span[2][-2:]) - int(span[1][-2:]) != 1
    # what a plan looks forward to is further ahead than the columns of its table
    ends = begun and piece.tekst.isdecimal() and piece.tekst > (begun[1] or until)
    # a second span is of a column of them
    return bool(row.navn and (lasting or ends) and not re.search(r"\d{4}\s?[-–]\s?\d{2,4}$", row.navn))


def _continues(row: LostRow, piece: Piece, following: Piece | None) -> bool:
    """Return whether a text goes on with what stands before it in the row."""
    # what is whole, and stands above what goes on, is of another cell
    other = following and following.tekst[0].islower() and not is_open(piece.tekst)
    opened = piece.ny and is_open(row.navn) and not judge.is_comment(piece.tekst) and not other
    return bool(row.navn and (re.match(r"[a-zæøå(«]", piece.tekst) or opened))


def _append(row: LostRow, piece: Piece, own: bool) -> None:
    """Put a text where it goes on: what is open, the name first; else the last text. What rows share is of no name."""
    last = row.deler[-1] if row.deler and row.deler[-1].slag == Slag.ORD else None
    whole = judge.need_at(f"{last.tekst} {piece.tekst}") if last else None
    # who is responsible may go on as well, where it is no abbreviation
    worded = (Slag.TEKST, Slag.ROLLE, Slag.VERDI)
    texts = [at for at, one in enumerate(row.deler) if one.slag in worded and not one.tekst.isupper()]
    if last and whole and len(whole[0]) > len(last.tekst):
        row.deler[-1] = last._replace(tekst=whole[0])
    # a small text says something of a plan, «oppdatert 2023», or goes on with its name, «med mer»
    elif own and (
        is_open(row.navn) or not (texts or (judge.begins_comment(piece.tekst) and not is_open(piece.tekst.split()[0])))
    ):
        row.goes_on(piece)
    elif texts:
        text = row.deler.pop(next((at for at in reversed(texts) if is_open(row.deler[at].tekst)), texts[-1]))
        row.deler.append(text._replace(tekst=on_one_line(f"{text.tekst}\n{piece.tekst}")))
    else:
        row.deler.append(piece)
