"""The two worksheets: what goes out of each, what it asks for, and what a filled-in row of it says."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

import pandas as pd

from planstrategi.analysis.alignment.expectations import expected
from planstrategi.analysis.alignment.judged_pairs import changes, worklist
from planstrategi.checks.rules import Family, judgement_rule, legal_judgement_rule
from planstrategi.model.data_files import FileKind, files_by_schema
from planstrategi.model.dates import in_words
from planstrategi.model.judgements import Lovvurdering, Lovvurderingssett, Vurdering, Vurderingssett
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GRAD, GRUNNLAG, IKKE_VURDERT, SVAR
from planstrategi.worksheet.field_label import SHEET_WORDS
from planstrategi.worksheet.law_rows import legal_changes, questions_of_fact, requirements_to_judge
from planstrategi.worksheet.layout import MOST_ON_FIRST_SHEET, SheetColumn, in_list


class Form(NamedTuple):
    """A kind of worksheet: its title, the file and the records and rules of its judgements, and its columns.

    `kept` is what the hidden sheet keeps of a row, the ids first. `rows` gives what to judge, what settles most first;
    `changes` what a set changes.
    """

    tittel: str
    kind: FileKind
    sett: Any
    vurdering: Any
    family: Family
    kept: tuple[str, ...]
    rows: Callable[[Register, bool], pd.DataFrame]
    changes: Callable[[Register, Any], pd.DataFrame]
    columns: Mapping[str, SheetColumn]

    def sets(self, register: Register) -> tuple[Any, ...]:
        """Return the sets that a register has."""
        file = getattr(register, self.kind.felt)
        return file.sett if file else ()


def pairs_to_judge(register: Register, everything: bool) -> pd.DataFrame:
    """Return `worklist`, those pairs first that settle most, as many as the first sheet has room for; each part by plan.

    Those that nobody has judged go before the provisional; among them what no plan, or only a weak one, answers; then
    the plans with most such pairs.
    """
    frame, every, rank = worklist(register, everything), worklist(register, True), {one: -at for at, one in enumerate(GRAD)}
    best = every["grad"].map(rank).fillna(-len(GRAD)).groupby(every["forventning_id"]).max()
    judged = frame["grad"] != IKKE_VURDERT
    many = (~judged).groupby(frame["plan_id"]).transform("sum").astype(int)
    keys = pd.DataFrame({"judged": judged, "best": frame["forventning_id"].map(best), "many": -many})
    order = keys.sort_values([*keys], kind="stable").index
    return frame.loc[[*sorted(order[:MOST_ON_FIRST_SHEET]), *sorted(order[MOST_ON_FIRST_SHEET:])]]


def wording(register: Register) -> str:
    """Return the day whose wording of the law the catalogue has."""
    return register.lovkrav.per_dato if register.lovkrav else register.per_dato


def guide(register: Register, hva: str) -> list[str]:
    """Return how a worksheet is filled in, line by line."""
    words = {
        "rader": MOST_ON_FIRST_SHEET, "ordlyd": in_words(wording(register)), "svar": _indented(map(in_list, SVAR.values())),
        "grader": _indented(GRAD.values()), "grunnlag": _indented(f"{name}: {words}" for name, words in GRUNNLAG.items()),
        "fakta": _indented(questions_of_fact(register)),
    }  # fmt: skip
    return Template(Path(__file__).with_name(f"{hva}.txt").read_text("utf-8")).substitute(words).splitlines()


def _indented(lines: Iterable[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)


def told(register: Register, hva: str, frame: pd.DataFrame) -> str:
    """Return what a worksheet holds, in a sentence or two."""
    if hva == "lovkrav":
        return f"{len(frame)} krav å vurdere; {len(questions_of_fact(register))} spørsmål besvares i register.yaml."
    unjudged = int((frame["grad"] == IKKE_VURDERT).sum())
    said = f"{len(frame)} par å vurdere, {unjudged} av dem er ikke vurdert før."
    if outside := sum(one.gjelder is False for one in expected(register)):
        said += f" {outside} forventninger gjelder ikke {in_words(register.per_dato)} og er ikke med (se --dato)."
    return said


# what may be written in a column that gives one of these fields of a judgement
CHOICES = {"grad": GRAD, "grunnlag": GRUNNLAG, "svar": SVAR}


def _columns(hva: str) -> dict[str, SheetColumn]:
    columns = {name: SheetColumn(*said) for name, said in SHEET_WORDS["kolonner"][hva].items()}
    return {name: column._replace(choices=CHOICES.get(column.felt, ())) for name, column in columns.items()}


FORMS = {
    "forventninger": Form(
        "Vurdering av planer mot forventninger", files_by_schema()["vurderinger_forventninger"][0],
        Vurderingssett, Vurdering, judgement_rule, ("plan_id", "forventning_id", "grad", "grunnlag", "grunn"),
        pairs_to_judge, changes, _columns("forventninger"),
    ),
    "lovkrav": Form(
        "Vurdering av lovkrav", files_by_schema()["vurderinger_lovkrav"][0],
        Lovvurderingssett, Lovvurdering, legal_judgement_rule, ("krav_id",),
        requirements_to_judge, legal_changes, _columns("lovkrav"),
    ),
}  # fmt: skip
