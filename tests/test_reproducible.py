"""The same commit and data give the same bytes, whoever makes them and wherever: another time zone, language, home, working
folder and width of the terminal, and other seeds of Python's own hashes. What takes minutes, `make alle` makes.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from registers import OSTRE_TOTEN, ROOT, WITH_PLANS

MAKE = """
import sys
from hashlib import sha256
from json import dumps
from pathlib import Path
import planstrategi as ps
from planstrategi.cli import main
from planstrategi.presentation import export
from planstrategi.presentation.figures import FIGURES, FINDINGS
from planstrategi.presentation.tables import TABLES

folder, figures, *documents = sys.argv[1:]
register, made = ps.load(folder), {}
for name in TABLES:
    for write in (export.as_csv, export.as_json, export.as_text):
        made[f"{write.__name__} {name}"] = write(ps.table(name, register)).encode()
for name in FINDINGS:
    made[f"setning {name}"] = repr(ps.finding(name, register)).encode()
for name in FIGURES if figures == "alle" else figures.split():
    made |= {f"figur {name}{kind}": ps.figure(name, register, "a4").as_bytes(kind) for kind in (".svg", ".png", ".pdf")}
for what in documents:
    command = ["rapport"] if what == "rapport" else ["lag", Path(what).stem]
    assert main([*command, folder, "-o", what]) == 0, what
    files = [one for one in (Path(what), *Path(what).rglob("*")) if one.is_file()]
    made |= {str(one): one.read_bytes() for one in files}
print(dumps({name: sha256(content).hexdigest() for name, content in made.items()}))
"""
UV = Path(sys.executable).with_name("uv")
# the home is that of whoever runs the test, with what matplotlib has found there of fonts before
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "HOME": str(Path.home())}
# a day ahead, in a language without a dotted i, where it is installed
THERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "COLUMNS": "40", "MPLBACKEND": "TkAgg"}


def made(
    home: Path, environment: dict[str, str], folder: Path, *wanted: str, python: str | Path = sys.executable
) -> dict[str, str]:
    """Return the fingerprint of each thing that a process of its own makes of a register, in a folder that is also its home."""
    home.mkdir()
    (home / "notebooks").symlink_to(ROOT / "notebooks")
    own = {"HOME": str(home), "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]} | environment
    process = subprocess.run(
        [python, "-c", MAKE, folder, *wanted], env=own, cwd=home, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    )
    return json.loads(process.stdout.splitlines()[-1])


def differing(
    tmp_path: Path, *wanted: str | Path, there: dict[str, str] = THERE, python: str | Path = sys.executable
) -> list[str]:
    here, there = made(tmp_path / "her", HERE, *wanted), made(tmp_path / "der", there, *wanted, python=python)
    assert here.keys() == there.keys()
    return [name for name, content in here.items() if content != there[name]]


def test_another_place_on_earth_makes_the_same_tables_sentences_figures_workbook_and_calendar(tmp_path):
    assert differing(tmp_path, WITH_PLANS["lier"], "kapasitet frister", "arbeidsbok.xlsx", "kalender.ics") == []


DOCUMENTS = ("lysbilder.pptx", "sak.docx", "plandokument.docx", "arbeidsbok.xlsx", "kalender.ics", "datapakke.zip", "rapport")


@pytest.mark.alle
def test_another_place_on_earth_makes_the_same_of_everything(tmp_path):
    assert differing(tmp_path, OSTRE_TOTEN, "alle", *DOCUMENTS) == []


LOCKED, OLDEST = ("-r", "requirements.lock"), ("--resolution", "lowest-direct")


@pytest.mark.alle
@pytest.mark.parametrize(
    ("version", "packages", "others"),
    # matplotlib 3.11.0 keeps the numbers of a font's letters where 3.11.2 counts them anew: the same page, other bytes
    [("3.12", LOCKED, set()), ("3.13", LOCKED, set()), ("3.11", OLDEST, {".pdf", ".xlsx", ".ics"})],
    ids=["3.12", "3.13", "oldest packages"],
)
def test_another_python_makes_the_same_of_everything_and_the_oldest_packages_the_same_but_for_how_they_write_a_file(
    tmp_path, version, packages, others
):
    place, interpreter = tmp_path / "miljoe", shutil.which(f"python{version}")
    commands = [["venv", "--python", str(interpreter), place], ["pip", "install", "--python", place, "-e", ".", *packages]]
    if not interpreter or any(subprocess.run([UV, *words], cwd=ROOT).returncode for words in commands):
        pytest.skip(f"python{version} is not in PATH, or its packages cannot be fetched")
    found = differing(tmp_path, OSTRE_TOTEN, "alle", *DOCUMENTS, there=HERE, python=place / "bin" / "python")
    assert {Path(name).suffix for name in found} <= others
