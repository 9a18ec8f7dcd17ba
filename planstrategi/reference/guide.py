"""data/README.md: how the data are laid out and written, every field, every rule, every code, every table."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from string import Template
from typing import Any

from planstrategi.checks.all_rules import RULES
from planstrategi.checks.field_pairs import FELT, FELT_FOR_SEG, UTEN_REGEL, left_alone, rules_by_pair
from planstrategi.checks.rules import Rule
from planstrategi.model.data_files import FileKind, files_by_schema
from planstrategi.model.dates import Date, Moment
from planstrategi.model.fields import Choice, Content, FieldSpec, Id, ListOf, Many, MapOf, One, specs
from planstrategi.model.problem import Problem, problems_as_text
from planstrategi.presentation.tables import TABLES, TableSpec, declared_columns
from planstrategi.reading.codes import CODES, CONTENT_CODES
from planstrategi.reference.schema import records

# what the guide explains once, and then calls by one word
KIND_NAMES = {Id: "id", Date: "dato", Moment: "tidspunkt"}


def reference() -> str:
    """Return the text of data/README.md."""
    held = rules_by_pair()
    return Template(Path(__file__).with_name("guide.md").read_text("utf-8")).substitute(
        id=Id.tillatt, moment=Moment.tillatt, date=Date.tillatt, problem=_problem("REG206"), koder=_codes(),
        felter="\n\n".join(_file(kinds) for kinds in files_by_schema().values()),
        regler="\n\n".join(f"### {title}\n\n{_rules(rules)}" for title, rules in groupby(RULES, lambda r: r.family.title)),
        tabeller="\n\n".join(_declared(name, spec) for name, spec in TABLES.items()),
        antall_felt=len(FELT), antall_par=len(FELT) * (len(FELT) - 1) // 2, antall_holdt=len(held),
        holdt="\n".join(_held(felt) for felt in FELT if felt in {first for first, _ in held}),
        uten_regel="\n".join(f"- {_names(a.split())} mot {_names(b.split())}: {grunn}" for a, b, grunn in UTEN_REGEL),
        for_seg="\n".join(_alone(felt, grunn) for felt, grunn in FELT_FOR_SEG.items()),
    )  # fmt: skip


def _problem(kode: str) -> str:
    (rule,) = (rule for rule in RULES if rule.kode == kode)
    words = ("2031 er merket, gyldig til 2030", rule.tillatt, "", rule.rettes_av)
    plan = ("klima-og-energiplan", "Klima- og energiplan 2026–2030")
    return "".join(problems_as_text([Problem("register.yaml", 122, 10, kode, rule.alvor, *plan, rule.melding, *words)]))


def _file(kinds: list[FileKind]) -> str:
    kind, places = kinds[0], " · ".join(f"`{kind.sted}`" for kind in kinds)
    head = f"### {places}\n\n{kind.innhold} Skjema: `skjema/{kind.skjema}.schema.json`."
    return "\n\n".join([head, *(_record(post) for post in records(kind.post))])


def _record(post: Any) -> str:
    rows = [_field(spec) for spec in specs(post).values()]
    return f"#### {post.kalles}\n\n{post.__doc__}\n\n" + _table(("Felt", "Betydning", "Tillatt", "Påkrevd", "Eksempel"), rows)


def _field(spec: FieldSpec) -> Sequence[str]:
    example = f"`{spec.eksempel}`" if spec.eksempel else ""
    return f"`{spec.navn}`", spec.betydning, _allowed(spec.innhold), "ja" if spec.krav else "", example


def _allowed(content: Content) -> str:
    match content:
        case One(post):
            return f"posten {_link(post)}"
        case Many(post):
            return f"liste av poster: {_link(post)}"
        case ListOf(kind, rising, alone):
            return f"{'én verdi, eller ' if alone else ''}liste{' i stigende rekkefølge' if rising else ''}: {_allowed(kind)}"
        case MapOf(key, kind, alone):
            return f"{'én verdi, eller ' if alone else ''}par av nøkkel ({_allowed(key)}) og verdi: {_allowed(kind)}"
        case Id() | Moment():
            return KIND_NAMES[type(content)]
        case Choice():
            return ", ".join(f"`{word}`" + (f" ({label})" if label != word else "") for word, label in content.valg.items())
        case kind:
            return kind.tillatt


def _link(post: Any) -> str:
    title = post.kalles
    return f"[{title}](#{title.lower().replace(' ', '-')})"


def _rules(rules: Iterable[Rule]) -> str:
    rows = [(r.kode, r.alvor, r.melding, r.tillatt, _names(r.felter), r.rettes_av) for r in rules]
    return _table(("Kode", "Alvor", "Melding", "Tillatt", "Felter", "Rettes av"), rows)


def _codes() -> str:
    mended = [(kode, *words) for kode, words in CODES.items()]
    content = _table(("Kode", "Hva som er galt"), CONTENT_CODES.items())
    return f"{_table(('Kode', 'Hva som er galt', 'Hva du gjør'), mended)}\n\n{content}"


def _declared(name: str, spec: TableSpec) -> str:
    columns = declared_columns(name, spec.function.columns).items()
    rows = [(f"`{column}`", what.heading, what.meaning, what.unit) for column, what in columns]
    head = f"### {spec.tittel}: `{name}`\n\nEnhet: {spec.enhet}. Slag data: {spec.slag}."
    return f"{head}\n\n" + _table(("Kolonne", "Overskrift", "Betydning", "Enhet"), rows)


def _held(felt: str) -> str:
    others = [f"`{other}` ({', '.join(codes)})" for (first, other), codes in rules_by_pair().items() if first == felt]
    return f"- `{felt}` mot " + ", ".join(others)


def _alone(felt: str, grunn: str) -> str:
    named = [other for other in FELT if other not in (felt, *left_alone(felt))]
    return f"- `{felt}` mot alle de andre feltene{' unntatt ' if named else ''}{_names(named)}: {grunn}"


def _names(fields: Iterable[str]) -> str:
    return ", ".join(f"`{felt}`" for felt in fields)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
