"""A row of a plan table on its way to be a plan, and the section it stands in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from planstrategi.intake.cells import CellMark, clean_cell, is_open, looks_like_plan, on_one_line
from planstrategi.intake.columns import ANNET, FoundColumn, column_of
from planstrategi.intake.facts import facts_in
from planstrategi.intake.found import Doubt
from planstrategi.intake.words import first_rule, meets, word_list

_TO_DO = frozenset(["aar", "tidsrom", "oppstart", "skal_vedtas", "ferdig", "ord", "planbehov", "hast"])
_BULLET = re.compile(r"^(?:[-–•·▪*]|\d{1,2}[.)]|[a-z]\))\s*")
_YEARS = re.compile(r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?")
# of the rows that name who is responsible, and of the names that are not repeated, where it stands once for several rows
_MERGED, _ONCE = 0.67, 0.5


@dataclass
class PlanLine:
    """A row on its way to be a plan: its texts by role, its marks by year, and what is doubted so far."""

    sted: str
    nummer: str = ""
    navn: str = ""
    texts: dict[str, list[str]] = field(default_factory=dict)
    annet: list[tuple[str, str]] = field(default_factory=list)
    merker: dict[int, CellMark] = field(default_factory=dict)
    uten_aar: list[str] = field(default_factory=list)
    tvil: list[Doubt] = field(default_factory=list)
    delrad: int | None = None

    def text(self, rolle: str) -> str:
        """Return what the columns of a role say."""
        return "; ".join(dict.fromkeys(self.texts.get(rolle, ())))

    @property
    def said(self) -> str:
        """Return all that stands in the row besides its name."""
        return "; ".join([*(mark.tegn for mark in self.merker.values()), *(text for _, text in self.annet)])

    def take_in(self, rest: "PlanLine") -> None:
        """Put the rest of the row to it; what need not belong here is asked."""
        if rest.merker or (not rest.navn and self.text("kommentar")[-1:] in (*".!?", "")):
            asked = "Hører raden under, som ikke har noe navn, til denne raden?"
            self.tvil.append(Doubt("aar" if rest.merker else "kommentar", rest.said, asked))
        self.navn = on_one_line(f"{self.navn}\n{rest.navn}") if rest.navn else self.navn
        self.merker = rest.merker | self.merker
        self.uten_aar += rest.uten_aar
        self.tvil += rest.tvil
        for rolle, texts in rest.texts.items():
            self.texts[rolle] = [on_one_line("\n".join([*self.texts.get(rolle, ()), *texts]))]
        told = dict[str, list[str]]()
        for key, text in (*self.annet, *(pair for pair in rest.annet if pair not in self.annet)):
            told.setdefault(key, []).append(text)
        self.annet = [(key, on_one_line("\n".join(texts))) for key, texts in told.items()]


@dataclass
class PlanSection:
    """The lines under one heading, of the table or of a row in it."""

    sted: str
    navn: str
    kolonner: tuple[FoundColumn, ...]
    tvil: list[Doubt] = field(default_factory=list)
    linjer: list[PlanLine] = field(default_factory=list)

    def ask(self, doubt: Doubt) -> None:
        """Ask what concerns all of the section, once."""
        self.tvil += [] if doubt in self.tvil else [doubt]

    @property
    def says_what_to_do(self) -> bool:
        """Whether the section says when there is work with its plans, or what, or its heading does."""
        above = facts_in({"avsnitt": self.navn})
        told = {one.felt for one in above.forslag} | {one.felt for one in above.tvil}
        below = (line.merker or line.uten_aar or not _TO_DO.isdisjoint(line.texts) for line in self.linjer)
        return not _TO_DO.isdisjoint(told) or any(below)

    def unread_years(self) -> list[Doubt]:
        """Return what is asked of columns that no list knows, whose cells are mostly years, as those of municipalities are."""
        others = {column.tittel for column in self.kolonner if column.rolle == ANNET}
        met = Counter(title for line in self.linjer for title, text in line.annet if title in others and _YEARS.fullmatch(text))
        fewest = max(2, len(self.linjer) / 2)
        return [Doubt("aar", one, f"Hva betyr årene under {one}?") for one, times in met.items() if times >= fewest]


@dataclass
class PlanTable:
    """A plan table: its sections, and the texts above it."""

    sections: list[PlanSection]
    near: list[str]

    def take_in(self, sections: list[PlanSection]) -> None:
        """Put what stands in a table that goes on from this one to it."""
        self.sections[-1].linjer += sections[0].linjer
        self.sections[-1].tvil = list(dict.fromkeys([*self.sections[-1].tvil, *sections[0].tvil]))
        self.sections += sections[1:]

    @property
    def lines(self) -> list[PlanLine]:
        """The lines of all sections."""
        return [line for section in self.sections for line in section.linjer]


def is_begun(name: str) -> bool:
    """Return whether more of a name has to follow: a type of plan alone is none."""
    return is_open(name) or bool(meets(word_list().bare_plantype, name))


def plans_of(line: PlanLine, name: str) -> Iterator[PlanLine]:
    """Yield the plans of a row with several names, each on a line of its own."""
    names = [_BULLET.sub("", part) for part in clean_cell(name).splitlines()]
    if len(names) < 2 or not all(looks_like_plan(one) and one[0].isupper() and not is_open(one) for one in names):
        yield line
        return
    asked = Doubt("navn", line.navn, "Cellen har flere navn. Er det flere planer, som alle har merkene i raden?")
    for number, one in enumerate(names, 1):
        texts = {rolle: list(said) for rolle, said in line.texts.items()}
        yield replace(line, navn=one, texts=texts, merker=dict(line.merker), tvil=[*line.tvil, asked], delrad=number)


def ask_responsible(rows: Sequence[PlanLine], columns: Sequence[FoundColumn], merged: bool) -> None:
    """Ask who is responsible for rows where nobody is named, when cells go on over several rows, or seem to.

    An area may be who is responsible, or what plans are divided by.
    """
    areas = (one.tittel for one in columns if one.rolle == "ansvarlig" and column_of(one.tittel).rolle in ("", "omraade"))
    for line, area in zip(rows, areas, strict=False):
        asked = f"Står de ansvarlige under «{area}», her og i radene under, eller det planene er delt inn etter?"
        line.tvil.append(Doubt("ansvarlig", area, asked))
    told = [line.text("ansvarlig") for line in rows if "ansvarlig" in line.texts]
    if merged or (_MERGED * len(rows) > len(told) > 1 and len({*told}) > len(told) * _ONCE):
        for line in (one for one in rows if "ansvarlig" not in one.texts and not first_rule(word_list().ikke_plan, one.navn)):
            asked = "Står den ansvarlige for raden i en celle over eller under, som gjelder flere rader?"
            line.tvil.append(Doubt("ansvarlig", line.navn, asked))
