"""What a rule is: a function that looks at one thing and says what it found, with a code above it.

A rule is declared by the name of its family: `@plan_rule("REG201", ADVARSEL, …)`. The docstring is its reason; its words
for people stand in regler.yaml.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from planstrategi.model.fields import Record
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import words_beside

_Row = TypeVar("_Row")
# code -> what is wrong, what is allowed; also what data/README.md prints
_WORDS: dict[str, tuple[str, str]] = words_beside(__file__, "regler.yaml")


class Hit(NamedTuple):
    """A breach of a rule: the field whose place is shown, what was found, and what to write instead."""

    felt: str
    funnet: str
    skriv: str = ""


Hits = Iterator[tuple[Record, Hit]]
PlanHits = Iterator[Hit]


class Rule(NamedTuple):
    """A rule. Of a plan `find` yields Hits, the first of which is told; of anything else it yields records with Hits.

    `felter` are the fields it holds against each other, in `groups` where not all of them. `naar` are the fields of a
    plan of which at least one has to be written for it to strike. `also` is what it looks at besides what its family
    does; `planer` there is every plan of the register, and `periode` that it cannot do without its years.
    """

    kode: str
    alvor: str
    melding: str
    tillatt: str
    felter: tuple[str, ...]
    rettes_av: str
    family: "Family"
    find: Callable[..., Any]
    naar: frozenset[str]
    also: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]


class Family(NamedTuple):
    """Rules that are called with the same thing, their title in data/README.md, and what all of them look at.

    `looks_at` names sections of the register, and files by the register's name for them; none where a rule looks at
    those among its own fields. `subjects` returns the file that problems stand in, and what a rule is called with; none
    where `run` has more to call the rules with.
    """

    title: str
    looks_at: str
    subjects: Callable[[Register], Iterable[tuple[Any, ...]]] = lambda register: ()

    def __call__(
        self, kode: str, alvor: str, felter: str, rettes_av: str, *, naar: str = "id", also: str = ""
    ) -> Callable[[Callable[..., Any]], Rule]:
        """Declare the function below as a rule. Names stand with a space between them; commas part what is held apart."""
        held, wanted, more = tuple(map(tuple, map(str.split, felter.split(",")))), frozenset(naar.split()), tuple(also.split())
        fields = tuple(dict.fromkeys(felt for group in held for felt in group))
        return lambda find: Rule(kode, alvor, *_WORDS[kode], fields, rettes_av, self, find, wanted, more, held)


def _of(part: str) -> Callable[[Register], Iterable[tuple[str, Register]]]:
    return lambda register: [(file.fil, register)] if (file := getattr(register, part)) else []


def _each(parts: str) -> Callable[[Register], Iterable[tuple[str, Any]]]:
    return lambda register: [(file.fil, file) for part in parts.split() if (file := getattr(register, part))]


def repeated(rows: Iterable[_Row], key: Callable[[_Row], Any]) -> Iterator[tuple[_Row, _Row]]:
    """Give each row whose key an earlier row has, with the first that has it."""
    first: dict[Any, _Row] = {}
    for row in rows:
        if (before := first.setdefault(key(row), row)) is not row:
            yield row, before


EXPECTED = "forventninger planretningslinjer regionale"
# the order here is the order in data/README.md; neighbours with the same title are one table there
# fmt: off
plan_rule = Family("Planen", "periode per_dato plantyper")
register_rule = Family("Registeret som helhet", "", lambda register: [(register.fil, register)])
waiver_rule = Family("Registeret som helhet", "unntak")
renaming_rule = Family("Navnebyttene", "navnebytter", _of("navnebytter"))
judgement_rule = Family("Vurderingene av forventninger", "vurderinger", _of("vurderinger"))
expectation_rule = Family("Katalogene over forventninger", EXPECTED, _each(EXPECTED))
goal_rule = Family("Katalogen over bærekraftsmål", "baerekraftsmaal", _each("baerekraftsmaal"))
effort_rule = Family("Antakelsene om innsats", "innsats", _of("innsats"))
assumption_rule = Family("Kommunens forutsetninger", "forutsetninger periode", _of("forutsetninger"))
scenario_rule = Family("Scenariene", "scenarier periode planer",
                       lambda register: [(fil, one, register) for fil, _ in _of("scenarier")(register) for one in register.scenarios()])
process_rule = Family("Prosessen og merknadene", "prosessplan", _of("prosessplan"))
profile_rule = Family("Profilen", "profil", _each("profil"))
remark_rule = Family("Prosessen og merknadene", "merknader", _of("merknader"))
requirement_rule = Family("Katalogen over lovkrav", "lovkrav lovtekst", _of("lovkrav"))
legal_judgement_rule = Family("Lovvurderingene", "lovvurderinger lovkrav lovtekst", _of("lovvurderinger"))
intake_rule = Family("Innlesingen", "innlesing planer", lambda register: [(file.fil, file, register)] if (file := register.innlesing) else [])
