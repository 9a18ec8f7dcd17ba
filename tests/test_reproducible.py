"""The same commit and data give the same bytes, whoever makes them and wherever: another time zone, language, home, working
folder and width of the terminal, and other seeds of Python's own hashes. What takes minutes, `make alle` makes.
"""

import json
import os
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
# the home is that of whoever runs the test, with what matplotlib has found there of fonts before
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "HOME": str(Path.home())}
# a day ahead, in a language without a dotted i, where it is installed
THERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "COLUMNS": "40", "MPLBACKEND": "TkAgg"}


def made(home: Path, environment: dict[str, str], folder: Path, *wanted: str) -> dict[str, str]:
    """Return the fingerprint of each thing that a process of its own makes of a register, in a folder that is also its home."""
    home.mkdir()
    (home / "notebooks").symlink_to(ROOT / "notebooks")
    own = {"HOME": str(home), "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]} | environment
    process = subprocess.run(
        [sys.executable, "-c", MAKE, folder, *wanted], env=own, cwd=home, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    )
    return json.loads(process.stdout.splitlines()[-1])


def differing(tmp_path: Path, *wanted: str | Path) -> list[str]:
    here, there = made(tmp_path / "her", HERE, *wanted), made(tmp_path / "der", THERE, *wanted)
    assert here.keys() == there.keys()
    return [name for name, content in here.items() if content != there[name]]


def test_another_place_on_earth_makes_the_same_tables_sentences_figures_workbook_and_calendar(tmp_path):
    assert differing(tmp_path, WITH_PLANS["lier"], "kapasitet frister", "arbeidsbok.xlsx", "kalender.ics") == []


@pytest.mark.alle
def test_another_place_on_earth_makes_the_same_of_everything(tmp_path):
    documents = ("lysbilder.pptx", "sak.docx", "plandokument.docx", "arbeidsbok.xlsx", "kalender.ics", "datapakke.zip", "rapport")
    assert differing(tmp_path, OSTRE_TOTEN, "alle", *documents) == []
