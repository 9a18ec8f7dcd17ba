"""What was understood of a document → the text of a draft register.yaml, whose lines are known by the row they are of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planstrategi.intake.cells import Responsible, read_mark
from planstrategi.intake.draft.heading import DONE_BEFORE, Heading
from planstrategi.intake.draft.marks import RowMarks, marks_in, meanings
from planstrategi.intake.draft.yaml_text import flat, flow, name_of, scalar, text_lines, unique_ids
from planstrategi.intake.found import WHO, Doubt, Found, FoundRow
from planstrategi.model.data_files import FILER, REGISTERFIL
from planstrategi.model.fields import Ref, Text, specs
from planstrategi.model.plan import Plan
from planstrategi.model.vocabulary import UKJENT, words_beside
from planstrategi.worksheet.field_label import PROPOSED_BY, label

_LONGEST_NOTE = 90
# the number of a row and the field that a line says something of
Key = tuple[int, str]
_INTRODUCTION = words_beside(__file__, "utkast.yaml")["register"]


class Value(NamedTuple):
    """The value of a field as YAML, or a text still to be written so; the words it is proposed by, or what is noted of it."""

    yaml: str
    ord: str = ""
    note: str = ""
    is_text: bool = False


_OPEN_TYPE = Value("uavklart")


class RegisterText:
    """A draft register.yaml: its `text`, the ids of tables and plans, and the `values` and doubts of each row.

    `dropped` says of proposals why they cannot stand: they are asked about instead. `keys` says what a line is of.
    """

    def __init__(self, found: Found, head: Heading, dropped: Mapping[Key, str]) -> None:
        self.found, self.head, self.dropped, rows = found, head, dropped, found.rader
        self.tables = unique_ids([table.navn for table in found.tabeller], "tabell")
        self.rows_of = [[row for row in rows if row.tabell == number] for number, _ in enumerate(found.tabeller, 1)]
        self.means = [meanings(table, of) for table, of in zip(found.tabeller, self.rows_of, strict=True)]
        plans = [number for number, row in enumerate(rows) if row.er_plan]
        self.plans = dict(zip(plans, unique_ids([rows[number].navn for number in plans], "plan"), strict=True))
        self.tvil = {number: list(row.tvil) for number, row in enumerate(rows)}
        self.who = {number: _who(rows[number]) for number in plans}
        named = [unit for one in self.who.values() for unit in (*one.enheter, *one.medvirkende)]
        self.areas = _with_ids([(unit, "") for unit in named], "enhet")
        self.roles = _with_ids([(role, _unit(one)) for one in self.who.values() for role in one.roller], "rolle")
        self.values = dict[int, dict[str, Value]]()
        lines: list[tuple[str, Key | None]] = [(line, None) for part in self._beginning() for line in part.split("\n")]
        lines += [*self._section("planer", plans), *self._section("andre_rader", [n for n in self.tvil if n not in self.plans])]
        self.text = "".join(f"{line}\n" for line, _ in lines)
        self.keys = [key for _, key in lines]

    def _beginning(self) -> Iterator[str]:
        head, schema = self.head, next(kind.schema_line for kind in FILER if kind.navn == REGISTERFIL)
        fra, til = head.periode or (UKJENT, UKJENT)
        yield f"{schema}{_INTRODUCTION}kommune:\n  navn: {scalar(name_of(head.kommune))}"
        yield f"  nummer: {UKJENT if head.nummer == UKJENT else repr(head.nummer)}\n  fylke: {head.fylke}"
        yield f"periode: {{fra: {fra}, til: {til}}}\nper_dato: {head.per_dato}"
        yield from text_lines("per_dato_grunnlag", head.grunnlag, 0)
        yield f"\ndokument:\n  tittel: {scalar(name_of(self.found.tittel))}"
        yield from [f"  vedtatt: {head.vedtatt}"] if head.vedtatt else []
        yield "\nomraader:" + ("" if self.areas else " []")
        yield from (f"  - id: {id}\n    navn: {scalar(name_of(unit))}" for (unit, _), id in self.areas.items())
        yield from ["\nroller:"] if self.roles else []
        for (role, unit), id in self.roles.items():
            yield f"  - id: {id}\n    navn: {scalar(name_of(role))}" + (f"\n    omraade: {self.areas[unit, '']}" if unit else "")
        yield "\ntabeller:" + ("" if self.tables else " []")
        for number in range(len(self.tables)):
            yield from self._table(number)

    def _table(self, number: int) -> Iterator[str]:
        table, means = self.found.tabeller[number], self.means[number]
        pairs = {scalar(sign, in_flow=True): betyr for sign, betyr in means.items()}
        yield f"  - id: {self.tables[number]}  # {_short(table.sted)}"
        yield f"    navn: {scalar(name_of(self.table_name(number)))}"
        yield f"    antall_rader: {len({row.rad for row in self.rows_of[number]})}"
        yield from [f"    merket_betyr: {flow(pairs) if any(means) else means['']}"] if means else []
        yield from text_lines("merket_ordlyd", table.merket_ordlyd, 4)

    def table_name(self, number: int) -> str:
        """Return the heading of a table, or its number where it has none."""
        return self.found.tabeller[number].navn or f"Tabell {number + 1}"

    def _section(self, name: str, numbers: Sequence[int]) -> Iterator[tuple[str, Key | None]]:
        if numbers or name == "planer":
            yield from [("", None), (f"{name}:" if numbers else f"{name}: []", None)]
        for number in numbers:
            begin, self.values[number] = "  - ", self._row(number)
            for felt, value in self.values[number].items():
                for line in _lines(felt, value):
                    yield begin + line[len(begin) :], (number, felt)
                    begin = "    "

    def _row(self, number: int) -> dict[str, Value]:
        row = self.found.rader[number]
        marks = marks_in(row, self.means[row.tabell - 1], self.head.periode)
        values = self._plan(number, marks) if row.er_plan else {"hva": Value(row.hva or "annet")}
        values |= {"navn": Value(scalar(name_of(row.navn))), "kilde": self._place(number)}
        given = [*marks.innsats, *([values["innsats"].yaml[1:-1]] if "innsats" in values else [])]
        values |= {"innsats": Value(f"[{', '.join(given)}]")} if given else {}
        values |= {"merknad": Value(_remark(row, marks), is_text=True)}
        asked = {one.felt for one in self.tvil[number]} & {"merker"}
        self.tvil[number] += [one for one in marks.tvil if one.felt not in asked]
        for felt in [felt for felt in values if (number, felt) in self.dropped]:
            gone = values.pop(felt)
            values |= {"plantype": _OPEN_TYPE} if felt == "plantype" else {}
            why = f"Skal {felt} være {flat(gone.yaml)}? Det står ikke i utkastet: {self.dropped[number, felt]}"
            self.tvil[number].append(Doubt(felt, gone.ord, why))
        order = specs(Plan) if row.er_plan else ("navn", "kilde", "hva", "innsats", "merknad")
        return {felt: values[felt] for felt in order if felt in values and values[felt].yaml}

    def _plan(self, number: int, marks: RowMarks) -> dict[str, Value]:
        row, who = self.found.rader[number], self.who[number]
        values = {one.felt: made for one in reversed(row.forslag) if (made := _proposed(one.felt, one.verdi, one.ord))}
        asked = {one.felt for one in (*self.tvil[number], *self.found.tabeller[row.tabell - 1].tvil)}
        left = [one for one in row.forslag if one.felt not in {*values, *asked, *WHO}]
        self.tvil[number] += [Doubt(one.felt, one.ord, f"{flat(one.verdi)}: Skal {one.felt} føres for hånd?") for one in left]
        if row.merker_uten_aar and "aar" not in asked:
            lost = "Kolonnen merket står i, er tapt. Er årene ført riktig?"
            self.tvil[number].append(Doubt("aar", ", ".join(row.merker_uten_aar), lost))
        units = [self.areas[unit, ""] for unit in who.enheter]
        own = {
            "plantype": values.get("plantype", _OPEN_TYPE),
            "aar": Value(_listed(map(str, marks.aar))),
            "merker": Value(flow(marks.merker) if marks.merker else ""),
            "ansvarlig": Value(units[0] if len(units) == 1 else _listed(units)),
            "roller": Value(_listed(self.roles[role, _unit(who)] for role in who.roller)),
            "medvirkende": Value(_listed(self.areas[unit, ""] for unit in who.medvirkende)),
            "lesninger": Value(_year_lost(row)),
        }
        return values | own | {"id": Value(self.plans[number])}

    def _place(self, number: int) -> Value:
        row = self.found.rader[number]
        pairs: dict[str, object] = {"tabell": self.tables[row.tabell - 1], "rad": row.rad}
        note = f"{row.sted}; nr. {row.nummer}" if row.nummer else row.sted
        return Value(flow(pairs | ({"delrad": row.delrad} if row.delrad else {})), note=note)


def _lines(felt: str, value: Value) -> list[str]:
    if value.is_text:
        return text_lines(felt, value.yaml, 4)
    aside = f"{PROPOSED_BY}«{value.ord}»" if value.ord else value.note
    return [f"    {felt}: {value.yaml}" + (f"  # {_short(aside)}" if aside else "")]


def _short(text: str) -> str:
    plain = flat(text)
    return plain if len(plain) <= _LONGEST_NOTE else plain[:_LONGEST_NOTE] + "…"


def _proposed(felt: str, verdi: str, words: str) -> Value | None:
    """Return what a rule proposes, as YAML; None where it would name something by an id that nobody has given it."""
    spec = specs(Plan).get(felt)
    kind = getattr(spec.innhold, "av", spec.innhold) if spec else None
    if kind is None or (isinstance(kind, Ref) and kind.target != "plantype"):
        return None
    return Value(scalar(verdi) if isinstance(kind, Text) else flat(verdi), flat(words))


def _with_ids(named: Iterable[tuple[str, str]], otherwise: str) -> dict[tuple[str, str], str]:
    """Return an id for each thing and what it belongs to; what it belongs to is in the id where the thing is in several."""
    things = [*dict.fromkeys(named)]
    often = Counter(thing for thing, _ in things)
    return dict(zip(things, unique_ids([f"{a} {b}" if often[a] > 1 else a for a, b in things], otherwise), strict=True))


def _who(row: FoundRow) -> Responsible:
    return Responsible(*(tuple(one.verdi for one in row.forslag if one.felt == felt) for felt in WHO))


def _unit(who: Responsible) -> str:
    return who.enheter[0] if who.enheter else ""


def _listed(words: Iterable[str]) -> str:
    listed = ", ".join(dict.fromkeys(words))
    return f"[{listed}]" if listed else ""


def _year_lost(row: FoundRow) -> str:
    if not row.merker_uten_aar or row.merker:
        return ""
    printed = ", ".join(f"«{flat(sign)}»" for sign in row.merker_uten_aar)
    why = scalar(f"Raden er merket med {printed}, og kolonnen merket står i, lot seg ikke lese.", in_flow=True)
    return f"[{{felt: aar, valgt: {UKJENT}, grunn: {why}}}]"


def _remark(row: FoundRow, marks: RowMarks) -> str:
    """Return all that the row says and no field does, in the words of the source."""
    adopted = any(one.felt in (*DONE_BEFORE, "skal_vedtas") or row.vedtatt in one.ord for one in row.forslag)
    parts = [
        row.kommentar,
        f"Kildens ord: {row.ord}" if row.ord and row.ord not in (row.kommentar, *row.merker.values()) else "",
        f"Vedtatt ifølge kilden: {row.vedtatt}" if read_mark(row.vedtatt) and not adopted else "",
        f"Trykt i årskolonnene: {', '.join(marks.ellers)}" if marks.ellers else "",
        f"Merker uten kjent år: {', '.join(row.merker_uten_aar)}" if row.merker and row.merker_uten_aar else "",
        f"Ansvarlig: {row.ansvarlig}" if row.ansvarlig and not row.er_plan else "",
        # what stands over a column where the source has no words for it, is one of ours
        *(f"{label(over) if over.islower() else over}: {text}".removeprefix("Tekst: ") for over, text in row.annet if text),
    ]
    return " ".join(plain if plain[-1] in ".!?" else f"{plain}." for part in parts if (plain := flat(part)))
