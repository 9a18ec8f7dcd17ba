"""A problem somebody has to mend: its order and its renderings. Nothing here finds problems or prints them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import NamedTuple

# how grave a problem is, the gravest first
FEIL, ADVARSEL, MERKNAD = ALVOR = "feil", "advarsel", "merknad"
# who mends a problem
KEEPER, OWNER = "registerfører", "planeier"
SEVERAL, SAMLES_FRA = {ADVARSEL: "advarsler", MERKNAD: "merknader"}, 6
# a warning that stops a computation all the same
PERIOD_UNKNOWN = "REG292"
# of one code; the rest is counted, except in JSON, where a program has use for them all
MOST_SHOWN = 100
# a line can be as long as the largest file that is read
COLUMN_BITS = 28


def place(line: int, column: int) -> int:
    """Pack a zero-based line and column into one number, as kept in `Record.sted`."""
    return line << COLUMN_BITS | column


def line_and_column(sted: int) -> tuple[int, int]:
    """Return the one-based line and column that `place` packed."""
    return (sted >> COLUMN_BITS) + 1, (sted & (1 << COLUMN_BITS) - 1) + 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem, sortable by place. What is unknown is an empty string; a whole file is line 1, column 1."""

    fil: str
    linje: int
    kolonne: int
    kode: str
    alvor: str
    plan_id: str
    navn: str
    melding: str
    funnet: str
    tillatt: str
    skriv: str
    rettes_av: str

    @property
    def sted(self) -> str:
        return f"{self.fil}:{self.linje}:{self.kolonne}"

    def as_dict(self) -> dict[str, str | int | None]:
        """Return the fields in the order of the table `problemer`, unknown as None."""
        first = ("kode", "alvor", "plan_id", "navn", "fil", "linje", "kolonne", "melding", "rettes_av")
        rest = tuple(f.name for f in fields(self) if f.name not in first)
        return {name: getattr(self, name) or None for name in first + rest}


_BY_PLACE = attrgetter(*(f.name for f in fields(Problem)))


class RegisterError(Exception):
    """Registeret kan ikke regnes på. `problemer` er alle problemene, i rekkefølge.

    >>> try:
    ...     ps.load("../data/kommuner/finnes-ikke")
    ... except ps.RegisterError as feil:
    ...     print(feil.problemer[0].melding)
    Filen finnes ikke.
    """

    def __init__(self, problemer: Sequence[Problem]) -> None:
        self.problemer = tuple(problemer)
        super().__init__("\n" + "\n".join(problems_as_text(self.problemer)))


class Unntatt(NamedTuple):
    """A problem that a waiver covers: the problem, and who lets it be, why and until when."""

    problem: Problem
    grunn: str
    hvem: str
    til: str


def gravest_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems, the gravest first whatever file they are in, each severity by file and place."""
    # a tuple of the fields is compared in C, a problem by a method
    return sorted(problems, key=lambda problem: (ALVOR.index(problem.alvor), *_BY_PLACE(problem)))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that make a register wrong."""
    return [problem for problem in problems if problem.alvor == FEIL]


def stopping(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a computation."""
    return [problem for problem in problems if problem.alvor == FEIL or problem.kode == PERIOD_UNKNOWN]


def problems_as_text(problems: Sequence[Problem]) -> list[str]:
    """Return the lines people read: a code that strikes many plans is gathered into one line, where it first stands."""
    by_code: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        by_code.setdefault((problem.fil, problem.kode), []).append(problem)
    lines = []
    for problem in most_of_each(problems):
        same = by_code[problem.fil, problem.kode]
        if problem.alvor == FEIL or len(same) < SAMLES_FRA:
            lines.append(_one_line(problem))
        elif problem is same[0]:
            lines.append(_gathered_line(same))
    return lines + _not_shown(by_code)


def most_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first of each code in a file, and no more of one than a person reads."""
    shown: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        shown[problem.fil, problem.kode] += 1
        if shown[problem.fil, problem.kode] <= MOST_SHOWN:
            yield problem


def _one_line(problem: Problem) -> str:
    plan = f" [{problem.plan_id}]" if problem.plan_id else ""
    parts = [f"{problem.sted}: {problem.alvor} {problem.kode}{plan} {problem.melding}"]
    parts += [f"Fant: {_flat(problem.funnet)}."] if problem.funnet else []
    parts += [f"Tillatt: {problem.tillatt}."] if problem.tillatt else []
    parts += [f"Rett slik: {problem.skriv}"] if problem.skriv else []
    return " ".join(parts) + f" (rettes av {problem.rettes_av})"


def _not_shown(by_code: Mapping[tuple[str, str], Sequence[Problem]]) -> list[str]:
    return [
        f"{same[MOST_SHOWN].sted}: {same[0].alvor} {kode} … og {len(same) - MOST_SHOWN} til av samme slag, fra denne linjen av."
        for (_, kode), same in by_code.items()
        if len(same) > MOST_SHOWN and same[0].alvor == FEIL
    ]


def _gathered_line(same: Sequence[Problem]) -> str:
    first = same[0]
    plans = ", ".join(f"{problem.plan_id or _flat(problem.funnet)} ({problem.linje})" for problem in same[:MOST_SHOWN])
    plans += f" … og {len(same) - MOST_SHOWN} til" if len(same) > MOST_SHOWN else ""
    # advice that is made for one of them is wrong for the others
    skriv = f" Rett slik: {first.skriv}" if first.skriv and all(problem.skriv == first.skriv for problem in same) else ""
    return (
        f"{first.sted}: {first.alvor} {first.kode} {first.melding} "
        f"Gjelder {len(same)} steder (linje i parentes): {plans}.{skriv} (rettes av {first.rettes_av})"
    )


def problem_summary(problems: Sequence[Problem], waived: Sequence[Unntatt]) -> str:
    """Return one sentence that counts the problems by severity and the waivers in use."""
    counts = [sum(problem.alvor == alvor for problem in problems) for alvor in ALVOR]
    words = [f"{count} {SEVERAL.get(alvor, alvor) if count != 1 else alvor}" for alvor, count in zip(ALVOR, counts, strict=True)]
    return ", ".join(words[:-1]) + f" og {words[-1]}." + (f" {len(waived)} problem er unntatt." if waived else "")


def waived_as_text(waived: Sequence[Unntatt]) -> list[str]:
    """Return one line for each problem that a waiver covers."""
    return [
        f"{w.problem.sted}: unntak {w.problem.kode} [{w.problem.plan_id or '–'}] til {w.til}, bestemt av {_flat(w.hvem)}: {_flat(w.grunn)}"
        for w in waived
    ]


def _flat(text: str) -> str:
    return " ".join(text.split())


GITHUB_LEVEL = {FEIL: "error", ADVARSEL: "warning", MERKNAD: "notice"}


def as_github(problems: Sequence[Problem]) -> list[str]:
    """Return the problems as annotations in the workflow-command form of GitHub Actions."""
    count, last = Counter((p.fil, p.kode) for p in problems), {(p.fil, p.kode): p for p in most_of_each(problems)}
    # the last that is shown says how many there are besides
    more = {id(p): count[key] - MOST_SHOWN for key, p in last.items()}
    return [_annotation(p, more.get(id(p), 0)) for p in most_of_each(problems)]


def _annotation(p: Problem, more: int) -> str:
    tail = f" … og {more} til av samme slag." if more > 0 else ""
    place = f"file={_data(p.fil).replace(':', '%3A').replace(',', '%2C')},line={p.linje},col={p.kolonne},title={p.kode}"
    return f"::{GITHUB_LEVEL[p.alvor]} {place}::" + _data(_one_line(p).removeprefix(f"{p.sted}: ") + tail)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
