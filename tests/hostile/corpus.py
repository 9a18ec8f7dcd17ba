"""The corpus: the input of a number and a seed, what is done with it, and what may never come of that."""

import json
import re
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from random import Random

from planstrategi.api import validate
from planstrategi.model import problem
from planstrategi.model.register import Register

from . import documents, texts
from .project import build, data_files, run
from .project import documents as of_project
from .watch import Tried, try_each

VALID, FAULTY, REFUSED, DONE = "gyldig", "problemer", "avvist", "tatt inn"
# what other programs say, and we do not
FOREIGN = re.compile(r"Traceback|Warning|Exception|Error\b|Errno|\berror\b|\bfailed\b")


class Registers:
    """Damaged data files, each read with the register it belongs to."""

    def __init__(self, project: Path, seed: int) -> None:
        self.seed, self.files = seed, data_files(project)
        self.values = texts.values_of([path.read_text("utf-8") for paths in self.files.values() for path in paths])
        # a small register is as hostile as a large one, and sooner read
        self.folders = [folder for folder in self.files for _ in range(20 if "fjordvik" in folder.parts else 1)]

    def attempt(self, number: int) -> str:
        """Damage a file, read its register, and put the file back."""
        rng = Random(f"{self.seed}-{number}")
        folder = rng.choice(self.folders)
        own = [path for path in self.files[folder] if path.is_relative_to(folder)]
        fil = rng.choice(self.files[folder] if rng.random() < 0.25 else [*own, own[-1]])
        stood = fil.read_bytes()
        try:
            fil.write_bytes(texts.damaged(stood.decode("utf-8"), self.values, rng))
            return self.tried(folder, rng)
        finally:
            fil.write_bytes(stood)

    def tried(self, folder: Path, rng: Random) -> str:
        """Return how a damaged register ends: said in every form, and with at least one problem where it cannot be used."""
        found = validate(folder)
        assert found.register is not None or problem.stopping(found.problems)
        said = [*problem.problems_as_text(found.problems), *problem.as_github(found.problems)]
        said += problem.waived_as_text(found.waived)
        json.dumps([one.as_dict() for one in found.problems], ensure_ascii=False).encode("utf-8")
        assert not FOREIGN.search("\n".join(said).replace("::error ", ""))
        if rng.random() < 0.02:
            spoken(run("valider", folder, "--format", rng.choice(("tekst", "json", "github"))))
        return VALID if found.register else FAULTY


class Everything(Registers):
    """Of the damaged registers that are valid all the same, one in so many: every table, sentence and figure."""

    def tried(self, folder: Path, rng: Random) -> str:
        register = validate(folder).register
        if register is None:
            return FAULTY
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            made_of(register, rng)
        return VALID


def made_of(register: Register, rng: Random) -> None:
    """Make every table in every form, every sentence, and every figure, in one of its sizes, of a register."""
    from planstrategi.presentation import export
    from planstrategi.presentation.figures import FIGURES, FINDINGS, figure, finding
    from planstrategi.presentation.notebook_table import show
    from planstrategi.presentation.tables import TABLES, table

    for name in TABLES:
        frame = table(name, register)
        for write in (export.as_text, export.as_csv, export.as_excel_csv, export.as_json):
            write(frame).encode("utf-8")
        shown = show(frame)
        assert shown._repr_html_() if hasattr(shown, "_repr_html_") else shown._repr_mimebundle_()
    for name in FINDINGS:
        assert not re.search(r"\bNone\b|\bnan\b", str(finding(name, register))), finding(name, register)
    for name in FIGURES:
        figure(name, register, rng.choice(("lysbilde", "a4"))).as_bytes(".svg")


class Documents:
    """Damaged documents, each given to the command that takes its kind in."""

    def __init__(self, project: Path, folder: Path, seed: int, printed: bool = True) -> None:
        self.project, self.folder, self.seed = project, folder, seed
        whole = of_project(folder / "hele", project, printed)
        self.kinds = [(words, path) for words, paths in whole.items() for path in paths]

    def attempt(self, number: int) -> str:
        """Give a damaged document to its command: it is taken in whole, or nothing is left of it."""
        rng = Random(f"{self.seed}-{number}")
        words, path = self.kinds[number % len(self.kinds)]
        data, suffix = documents.damaged(path.read_bytes(), path.suffix, rng)
        given = self.folder / f"skadet{suffix}"
        given.write_bytes(data)
        with chdir(self.project):
            before = _tree()
            try:
                status = spoken(run(*(word.replace("{}", str(given)) for word in words.split())))
            finally:
                after = _tree()
                made = _put_back(before, after)
                given.unlink()
        assert before.keys() <= after.keys()
        assert not [path for path in made if any(part.startswith(".") for part in path.parts)], made
        assert not (status == 2 and made), f"avvist, men skrev {made}"
        return DONE if status == 0 or made else REFUSED


def spoken(done: tuple[int, str, str]) -> int:
    """Return the status of a command that said what it has to say in its own words."""
    status, _, err = done
    foreign = [line for line in err.splitlines() if FOREIGN.search(line)]
    assert status in (0, 1, 2), done
    assert not foreign, foreign
    assert status == 0 or err.strip() or done[1].strip()
    return status


def _put_back(before: dict[Path, bytes], after: dict[Path, bytes]) -> list[Path]:
    """Return what was written, with the files as they stood again."""
    made = [path for path in after if after[path] != before.get(path)]
    for path in made:
        path.write_bytes(before[path]) if path in before else path.unlink()
    shutil.rmtree("data/kommuner/ny", ignore_errors=True)
    return made


def _tree() -> dict[Path, bytes]:
    there = [*Path("data/kommuner").rglob("*"), *Path().glob("*")]
    return {path: path.read_bytes() for path in there if path.is_file()}


def tried(kind: str, seed: int, numbers: range) -> Iterator[Tried]:
    """Yield what comes of the inputs of a kind: `registre`, `alt` or `dokumenter`."""
    with tempfile.TemporaryDirectory(prefix="planstrategi-prove-") as place:
        project = build(Path(place) / "prosjekt")
        if kind == "dokumenter":
            yield from try_each(numbers, Documents(project, Path(place), seed).attempt)
        else:
            yield from try_each(numbers, {"registre": Registers, "alt": Everything}[kind](project, seed).attempt)
