"""The project that is damaged: real and invented registers with every kind of data file, and what the commands make of them."""

import shutil
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOTEN, NEXT, FJORDVIK = (
    Path("data/kommuner") / place for place in ("ostre-toten/2024-2027", "ostre-toten/2028-2031", "fjordvik/2028-2031")
)
RENAMED = "per_dato: 2028-01-01\nnavnebytter:\n  - {fra: kulturstrategi, til: jordvernstrategi, samme: nei, grunn: De er to.}\n"


def run(*words: object) -> tuple[int, str, str]:
    """Run a command in this process, its streams pipes of Windows; return its status, and what it said on each."""
    from planstrategi.cli import main

    out, err = (TextIOWrapper(BytesIO(), "cp850", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main([str(word) for word in words])
        except SystemExit as ended:
            status = int(str(ended.code))
    return status, *(stream.buffer.getvalue().decode("utf-8") for stream in (out, err))


def run_in(folder: Path, *words: object) -> None:
    """Run a command in a folder, where it has to succeed."""
    with chdir(folder):
        _made(run(*words))


def build(folder: Path) -> Path:
    """Make the project in a folder, and return it."""
    kommuner = folder / "data" / "kommuner"
    for name in ("nasjonalt", "regionalt"):
        shutil.copytree(ROOT / "data" / name, folder / "data" / name)
    shutil.copytree(ROOT / "data" / "kommuner", kommuner)
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    shutil.copytree(ROOT / "tests/data/gyldig/fjordvik", kommuner / "fjordvik")
    # the invented one has catalogues of its own, which are small
    shutil.copytree(ROOT / "tests/data/nasjonalt", kommuner / "fjordvik" / "nasjonalt")
    for name in ("innsats.yaml", "plantyper.yaml"):
        shutil.copy(ROOT / "data/nasjonalt" / name, kommuner / "fjordvik" / "nasjonalt")
    with chdir(folder):
        _made(run("ny-periode", TOTEN, "--fra", "2028"))
        (NEXT / "navnebytter.yaml").write_text(RENAMED, "utf-8")
        said = ("--kommune", "Gol", "--nummer", "3324", "--fylke", "buskerud", "--periode", "2024-2027")
        _made(run("importer", ROOT / "tests/data/innlesing/gol-2024-2027.txt", "-o", "data/kommuner/lest/2024-2027", *said))
        assert run("valider", "--format", "github")[0] == 0
    return folder


def data_files(project: Path) -> dict[Path, list[Path]]:
    """Return the files that are read with each register of the project, its own ones and the catalogues."""
    registers = sorted((project / "data").glob("kommuner/*/*/register.yaml"))
    return {one.parent: [*sorted({*one.parent.rglob("*.yaml"), *_catalogues(one)} - {one}), one] for one in registers}


def _catalogues(register: Path) -> list[Path]:
    above = next(up for up in register.parents if (up / "nasjonalt").is_dir())
    return [path for name in ("nasjonalt", "regionalt") for path in (above / name).rglob("*.yaml")]


def documents(folder: Path, project: Path, printed: bool) -> dict[str, list[Path]]:
    """Return the documents that are damaged, by the words of the command for them; PDF takes long to make."""
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/intake")]
    from typeset import FASIT, SOFFICE, Look, as_docx, as_pdf, as_xlsx, document_of, read_fasit

    folder.mkdir(parents=True)
    looks = (Look(), Look(avsnitt="flettet", baand=True), Look(skygge=True, gjentatt=3))
    laid = [(path, look, document_of(read_fasit(path), look)) for path, look in zip(FASIT, looks, strict=False)]
    word = [as_docx(parts, folder / f"{path.stem}.docx", look) for path, look, parts in laid]
    pdf = as_pdf(word[:2], folder) if SOFFICE and printed else []
    sheets = [as_xlsx(parts, folder / f"{path.stem}.xlsx") for path, _, parts in laid[:2]]
    text = sorted((ROOT / "tests/data/innlesing").glob("*.txt"))
    with chdir(project):
        made = [("eksporter", TOTEN, "-o", folder / "register.xlsx"), ("lag", "lysbilder", FJORDVIK, "-o", folder / "mal.pptx")]
        made += [("vurder", "ut", TOTEN, "-o", folder / "vurdering.xlsx"), ("lag", "sak", FJORDVIK, "-o", folder / "mal.docx")]
        for words in made:
            _made(run(*words))
    new = "importer {} -o data/kommuner/ny/2024-2027"
    return {
        new: [*word, *word, *pdf, *pdf, *sheets, *sheets, *text],
        f"importer {{}} --mot {TOTEN} --bruk": [folder / "register.xlsx"],
        f"vurder inn {{}} {TOTEN} --lagre": [folder / "vurdering.xlsx"],
        f"lag sak {FJORDVIK} -o ut.docx --mal {{}}": [folder / "mal.docx"],
        f"lag lysbilder {FJORDVIK} -o ut.pptx --mal {{}}": [folder / "mal.pptx"],
        f"lovsjekk {{}} {FJORDVIK}": sorted((ROOT / "data/nasjonalt/lovtekst").glob("lov-20*.md"))[:4],
    }


def _made(done: tuple[int, str, str]) -> None:
    assert done[0] in (0, 1), done[2]
