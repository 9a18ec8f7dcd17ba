"""A case paper (saksframlegg) of a planstrategi, with what a person decides left open; or its summary alone on one page."""

from itertools import groupby
from operator import itemgetter
from pathlib import Path
from textwrap import shorten
from typing import Any

from planstrategi.analysis.legal.gaps import next_due
from planstrategi.analysis.legal.reasons import legal_basis
from planstrategi.analysis.legal.statuses import FRIST_I_AARET
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register
from planstrategi.outputs.documents.cells import NOT_KNOWN, add_table, and_more, read_rows, sections
from planstrategi.outputs.documents.paper import IN_SOURCE, LEFT_OPEN, Link, Paper, Strong
from planstrategi.presentation.figures import figure, finding
from planstrategi.presentation.kinds import ANTAKELSER, FAKTA, FRISTER, LOVVURDERINGER, VURDERINGER
from planstrategi.presentation.source_line import source_line
from planstrategi.presentation.tables import TABLES, table

# what keeps the paper within five pages, and the summary within one
MOST_GAPS, MOST_QUESTIONS, MOST_SHOWN_OPTIONS, MOST_OF_A_TOPIC, LONGEST_UNDER = 30, 8, 6, 4, 150
# more areas than a chart between the lines has room for are drawn on a page
MOST_AREAS = 8
LAW_PART = Link("plan- og bygningsloven § 10-1", "https://lovdata.no/lov/2008-06-27-71/§10-1")
# fmt: off
ASSESSED = {"Planene": "planbehov", "Kapasitet": "kapasitet", "Lovkrav": "lovdekning", "Forventninger": "forventningsdekning"}
SOURCES = {"Fakta: ": FAKTA, "Lovkrav: ": LOVVURDERINGER, "Forventninger: ": VURDERINGER, "": ANTAKELSER, "Frister: ": FRISTER}
GAP_WORDS = {"Krav": 5.5, "Styrke": 1.4, "Bestemmelse": 6.2, "Neste frist": 2.6, "Status": 2.3}
# fmt: on


def case_paper(register: Register, mal: Path | None = None, kort: bool = False) -> bytes:
    """Return the case paper as a docx file, on the municipality's template where it is given; `kort` is the summary alone."""
    paper = Paper(register, mal, f"{'Sammendrag' if kort else 'Saksframlegg'}: {register.dokument.tittel}")
    for part in (_summary,) if kort else (_background, _assessment, _options, _gaps, _capacity, _unknown, _proposal):
        part(paper, register)
    if not kort:
        paper.heading("Kilder og forbehold")
        apart = "Fakta, vurderinger og antakelser er holdt fra hverandre. Det som ikke er kjent, er ikke regnet som nei."
        paper.text(apart).paragraph_format.keep_with_next = True
    for what, slag in SOURCES.items():
        # none of them alone on a page
        told = source_line(register, slag).removeprefix("Kilde: ")
        paper.text(f"{what}{told}", size=IN_SOURCE).paragraph_format.keep_with_next = True
    return paper.as_bytes()


def _summary(paper: Paper, register: Register) -> None:
    rows: list[dict[str, Any]] = []
    for tema, points in ((tema, list(rows)) for tema, rows in groupby(read_rows("sammendrag", register), itemgetter("tema"))):
        for number, row in enumerate(points[: MOST_OF_A_TOPIC + 1]):
            said = [Strong(row["setning"]), shorten(row["under"], LONGEST_UNDER, placeholder=" …")]
            shown = said if number < MOST_OF_A_TOPIC else [and_more(len(points), MOST_OF_A_TOPIC, row["tabell"]).strip()]
            rows.append({"Tema": "" if number else tema, "Det viktigste": shown, "Hviler på": row["slag"]})
    paper.table("", rows, {"Tema": 2.6, "Det viktigste": 12, "Hviler på": 2.4})


def _background(paper: Paper, register: Register) -> None:
    paper.text(f"Saksnummer: {LEFT_OPEN}   Saksbehandler: {LEFT_OPEN}   Utvalg og møtedato: {LEFT_OPEN}")
    paper.heading("Bakgrunn")
    adopted = register.dokument.vedtatt
    when = f"ble vedtatt {in_words(adopted.tekst)}" if adopted else "ikke har noen kjent vedtaksdato"
    paper.text(f"Saken gjelder {register.dokument.tittel}, som {when}.")
    # what a planstrategi is, is told by the catalogue
    asked = [krav for krav in register.requirements() if any(one.startswith(LAW_PART.text) for one in legal_basis(krav))]
    for krav in asked[:1]:
        paper.linked(f"{krav.innhold} Hjemmel: ", *sections(register, legal_basis(krav))[0], ".")
    paper.text(f"Bakgrunnen ellers: {LEFT_OPEN}")


def _assessment(paper: Paper, register: Register) -> None:
    paper.heading("Vurdering")
    paper.heading("Kommuneplanen", 2)
    add_table(paper, "beslutninger", "Registeret sier ikke hva som er bestemt for kommuneplanen.")
    for heading, name in ASSESSED.items():
        paper.heading(heading, 2)
        paper.said(finding(name, register))
    paper.text(f"Kommunedirektørens vurdering: {LEFT_OPEN}")


def _options(paper: Paper, register: Register) -> None:
    paper.heading("Alternativer med konsekvens")
    paper.said(finding("scenarier", register))
    add_table(paper, "scenarier", f"Alternativer: {LEFT_OPEN}", MOST_SHOWN_OPTIONS)


def _gaps(paper: Paper, register: Register) -> None:
    paper.heading("Lovkrav som ikke er møtt")
    # where nobody has judged, it is said already
    if finding("lovhull", register) != finding("lovdekning", register):
        paper.said(finding("lovhull", register))
    frame, shown, due = table("lovhull", register), read_rows("lovhull", register), next_due(register)
    rows: list[dict[str, Any]] = []
    for words, hjemmel in zip(shown[:MOST_GAPS], frame["hjemmel"], strict=False):
        # of what is due every year, the next one may be met, and that of the year not
        in_year = f"i {words['aar']}" if words["status"] == FRIST_I_AARET else due.get(words["krav_id"], NOT_KNOWN)
        status, basis = f"{words['status']} ({words['aar']})", sections(register, hjemmel) or "ikke i lov"
        rows.append(dict(zip(GAP_WORDS, (words["krav"], words["styrke"], basis, in_year, status), strict=True)))
    if rows:
        paper.table(TABLES["lovhull"].tittel, rows, GAP_WORDS, frame.attrs["kilde"] + and_more(len(shown), MOST_GAPS, "lovhull"))
    else:
        paper.text(f"Lovkravene: {LEFT_OPEN}")


def _capacity(paper: Paper, register: Register) -> None:
    paper.heading("Kapasitet år for år")
    # first what can be broken, so that the figure leaves no page half empty
    paper.said(finding("kapasitetsbehov", register))
    add_table(paper, "kapasitet-aar")
    add_table(paper, "kapasitetsbehov")
    drawn = figure("kapasitet", register, "dokument" if len(register.omraader) <= MOST_AREAS else "a4")
    if drawn.nothing:
        paper.text(drawn.nothing)
    else:
        paper.picture(drawn, TABLES["kapasitet"].tittel)


def _unknown(paper: Paper, register: Register) -> None:
    paper.heading("Det som ikke er kjent")
    paper.said(finding("lovsporsmaal", register))
    add_table(paper, "lovsporsmaal", most=MOST_QUESTIONS)
    paper.said(finding("problemer", register))
    for doubt in filter(None, (register.dokument.merknad, register.per_dato_grunnlag)):
        paper.text(doubt)


def _proposal(paper: Paper, register: Register) -> None:
    paper.heading("Forslag til vedtak")
    paper.text("Utkast: det som står i hakeparentes, fylles ut av den som legger fram saken.")
    # what is adopted is not adopted again
    does = "viser til den vedtatte planstrategien" if register.dokument.vedtatt else "vedtar planstrategien"
    paper.linked(f"1. {LEFT_OPEN} {does} for {register.periode}, jf. ", LAW_PART, ".")
    rows = read_rows("beslutninger", register)
    points = [f"{row['navn']} {LEFT_OPEN} (i registeret: {row['planbehov'].lower()})." for row in rows]
    points += [f"Alternativ {LEFT_OPEN} legges til grunn for planarbeidet i perioden."]
    points += [f"Lovkravene som ikke er kjent møtt i hele perioden, følges opp slik: {LEFT_OPEN}.", LEFT_OPEN]
    for number, point in enumerate(points, 2):
        paper.text(f"{number}. {point}")
