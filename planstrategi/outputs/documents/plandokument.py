"""The plan tables of a planstrategi as it prints them: a table for each section, a column for each year with its mark."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from planstrategi.model.register import Register
from planstrategi.model.sections import Tabell
from planstrategi.outputs.documents.cells import add_table, read_rows
from planstrategi.outputs.documents.paper import IN_CELL, LEFT_OPEN, Paper, Strong
from planstrategi.presentation.columns import COLUMNS
from planstrategi.presentation.kinds import FAKTA
from planstrategi.presentation.names import names_by_id
from planstrategi.presentation.plain_words import reworded
from planstrategi.presentation.source_line import source_line

PRINTED_CROSS = "X"
# what stands under the comment of a plan, each with its name before it: when, and what it has to do with others
TOLD = ("vedtatt", "vedtatt_organ", "revidert", "gyldig_til", "oppstart", "ferdig", "skal_vedtas", "skal_vedtas_organ")
RELATED = ("inngaar_i", "kan_inngaa_i", "samordnes_med", "erstattes_av", "venter_paa", "drivere", "aarlig", "medvirkende")
# fmt: off
BEFORE_YEARS, AFTER_YEARS = {"Plan": 6, "Merknad og framdrift": 9}, {"Ansvarlig": 4.2, "Planbehov": 2.8}
YEAR_WIDE, LETTER_WIDE, YEAR_AT_MOST = 1.2, 0.16, 3.0
OTHER_HEADS = {"Rad": 1.2, "Hva raden gjelder": 7, "Hva det er": 4, "Satt av": 6, "Merknad": 8}
LEGEND = (f"{PRINTED_CROSS} er et vanlig kryss. Andre merker står slik de er trykt. "
    "En tom rute betyr at kilden ikke har noe merke der. Når ingen sier hva et merke betyr, regnes det som arbeid.")
# fmt: on


def plan_document(register: Register, mal: Path | None = None) -> bytes:
    """Return the plan tables as a docx file on lying A4, on the municipality's template where it is given."""
    paper = Paper(register, mal, f"Plantabeller: {register.dokument.tittel}", lying=True)
    paper.heading("Beslutninger om kommuneplanen")
    add_table(paper, "beslutninger", f"Registeret sier ikke hva som er bestemt for kommuneplanen. {LEFT_OPEN}")
    plans, others = read_rows("planer", register), read_rows("andre-rader", register)
    shown = _Plans(register)
    for table in register.tabeller:
        _section(paper, table, [shown.row(plan) for plan in plans if plan["tabell"] == table.id], shown.years)
        _others(paper, table, [row for row in others if row["tabell"] == table.id])
    paper.heading("Hva merkene betyr")
    paper.text(LEGEND)
    add_table(paper, "tabeller")
    return paper.as_bytes()


class _Plans:
    """The plans of a register as rows of a document, with the years that are marked."""

    def __init__(self, register: Register) -> None:
        self.names, self.comments = names_by_id(register), {plan.id: plan.merknad or "" for plan in register.planer}
        self.marks: dict[tuple[str, str], str] = {}
        for row in read_rows("planaar", register):
            at = row["plan_id"], row["aar"]
            self.marks[at] = "/".join(filter(None, (self.marks.get(at), row["merke"] or PRINTED_CROSS)))
        self.years = sorted({*map(str, register.periode.years), *(year for _, year in self.marks)})
        self.amounts = _amounts(read_rows("oppgitt-innsats", register), "plan_id")

    def row(self, plan: Mapping[str, str]) -> dict[str, Any]:
        """Return what stands of a plan under each head."""
        ident = plan["plan_id"]
        told = {name: plan[name] for name in TOLD}
        # ids of plans are read as their names
        told |= {name: "; ".join(self.names.get(one, one) for one in plan[name].split("; ")) for name in RELATED}
        notes = [f"{COLUMNS[name].heading}: {said}" for name, said in told.items() if said]
        amounts = [f"Oppgitt innsats: {', '.join(self.amounts[ident])}"] if ident in self.amounts else []
        return {
            "Plan": [Strong(plan["navn"]), plan["plantypenavn"]],
            "Merknad og framdrift": [reworded(self.comments[ident], self.names), *notes, *amounts],
            "Ansvarlig": [plan["ansvarlig"], plan["roller"]],
            "Planbehov": plan["planbehov"],
        } | {year: self.marks.get((ident, year), "") for year in self.years}


def _section(paper: Paper, table: Tabell, rows: list[dict[str, Any]], years: list[str]) -> None:
    paper.heading(table.navn)
    if table.merknad:
        paper.text(f"Om tabellen i kilden: {reworded(table.merknad, {})}", size=IN_CELL).paragraph_format.keep_with_next = True
    if rows:
        # a mark that is a word is not split
        longest = max(len(row[year]) for row in rows for year in years)
        wide = BEFORE_YEARS | dict.fromkeys(years, min(YEAR_WIDE + LETTER_WIDE * longest, YEAR_AT_MOST)) | AFTER_YEARS
        paper.table(table.navn, rows, wide, source_line(paper.register, FAKTA))
    else:
        paper.text("Registeret har ingen planer i tabellen.")


def _others(paper: Paper, table: Tabell, rows: list[dict[str, str]]) -> None:
    """Add the rows that are no plans, each once, with what the source sets aside for it."""
    amounts, once = _amounts(rows, "rad"), {row["rad"]: row for row in rows}
    cells = [(rad, row["navn"], row["hva"], ", ".join(amounts.get(rad, [])), row["merknad"]) for rad, row in once.items()]
    if cells:
        lines = [dict(zip(OTHER_HEADS, line, strict=True)) for line in cells]
        paper.table(f"Andre rader i tabellen {table.navn}", lines, OTHER_HEADS, source_line(paper.register, FAKTA))


def _amounts(rows: Iterable[Mapping[str, str]], of: str) -> dict[str, list[str]]:
    """Return what the source sets aside, year by year with its unit, by what it is of."""
    found: dict[str, list[str]] = {}
    for row in rows:
        if said := [f"{row[name]} {COLUMNS[name].unit}" for name in ("aarsverk", "timer", "kroner") if row[name]]:
            found.setdefault(row[of], []).append(f"{row['aar']}{': ' if row['aar'] else ''}{' og '.join(said)}")
    return found
