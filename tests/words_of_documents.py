"""What a Word document holds, read back with another library than made it, or laid out by LibreOffice."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn
from registers import DRAFTS

import planstrategi as ps

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed; see make testverktoy")
REAL = {name: DRAFTS[name] for name in ("lier", "gol", "hol")}
# plans that want to run, to break out and to be wide
HOSTILE = [
    '=HYPERLINK("https://ond.no")',
    "<script>alert(1)</script>",
    "]]>&amp;",
    r"$\frac{1}{2}$",
    "x" * 290,
    "שלום 🎉",
    "[…] \t@SUM",
]


def hostile_plans() -> str:
    """Return plans with such names, as YAML."""
    rows = enumerate(HOSTILE, start=1)
    quoted = ((n, name.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")) for n, name in rows)
    head = '  - {{id: p{0}, navn: "{1}", merknad: "{1}", plantype: temaplan, kilde: {{tabell: temaplan, rad: {0}}}, '
    return "planer:\n" + "".join(head.format(*one) + "ansvarlig: [nord], aar: [2024]}\n" for one in quoted)


def opened(data: bytes):
    return docx.Document(BytesIO(data))


def grids(document):
    """Return the tables by the numbers and titles over them, each as rows of what is read in its cells."""
    captions = [said(paragraph._p) for paragraph in document.paragraphs if paragraph.style.name == "Caption"]
    titles = [one for one in captions if one.startswith("Tabell")]
    rows = [[[said(cell._tc) for cell in row.cells] for row in table.rows] for table in document.tables]
    return dict(zip(titles, rows, strict=True))


def said(element) -> str:
    """Return the text of a part of a document, links and fields with it, its paragraphs on lines."""
    paragraphs = element.iter(qn("w:p"))
    return "\n".join("".join(one.text or "" for one in paragraph.iter(qn("w:t"))) for paragraph in paragraphs)


def laid_out(folder: Path, **files: bytes) -> dict[str, list[str]]:
    """Return the text of each page of documents, by their names, as LibreOffice lays them out."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile, sources = f"-env:UserInstallation=file://{folder}/profil", [str(folder / f"{name}.docx") for name in files]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = {}
    for name in files:
        with pdfplumber.open(folder / f"{name}.pdf") as pdf:
            pages[name] = [page.extract_text() for page in pdf.pages]
    return pages


@pytest.fixture(scope="session")
def lier():
    return ps.load(REAL["lier"])
