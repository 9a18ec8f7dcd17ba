"""Measure planstrategi against plain alternatives, and print the figures that README shows: make benchmark.

Every run is a process of its own; the alternatives take turns, so that a machine that slows down slows both.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from multiply import multiplied

ROOT = Path(__file__).parents[1]
REGISTER = ROOT / "data" / "kommuner" / "ostre-toten" / "2024-2027"
SIZES = {44: 15, 1000: 9, 20000: 3}
VALIDATE = """
from planstrategi.api import validate
start = clock(); kept = validate(sys.argv[1]); end = clock()
"""
# the same bytes: the register, and the catalogues that are read with it
PARSE = """
import pathlib, yaml
files = [path.read_bytes() for path in pathlib.Path(sys.argv[1]).parents[2].rglob("*.yaml")]
start = clock(); kept = [yaml.load(data, yaml.CSafeLoader) for data in files]; end = clock()
"""
FRAME = """
import gc, json, resource, sys, time
clock = time.perf_counter
gc.enable() if sys.argv[2] == "on" else gc.disable()
{body}
print(json.dumps([end - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def measured(body: str, folder: Path, collector: str) -> tuple[float, float]:
    """Return seconds and peak memory (MiB) of a piece of code in a process of its own."""
    command = [sys.executable, "-c", FRAME.format(body=body), str(folder), collector]
    seconds, memory = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return seconds, memory


def wall(*commands: list[str], cwd: Path = ROOT) -> float:
    """Return the wall time of commands one after another, in seconds."""
    code = (
        "import subprocess, sys, time, json; start = time.perf_counter();"
        "[subprocess.run(c, capture_output=True, check=True) for c in json.loads(sys.argv[1])];"
        "print(time.perf_counter() - start)"
    )
    done = subprocess.run([sys.executable, "-c", code, json.dumps(commands)], cwd=cwd, capture_output=True, check=True)
    return float(done.stdout)


def row(name: str, ours: list[float], theirs: list[float]) -> str:
    """Return a line of the table: the two medians and the median of the ratios, pair by pair, with its spread."""
    ratios = sorted(a / b for a, b in zip(ours, theirs, strict=True))
    spread = f"{ratios[0]:.2f}–{ratios[-1]:.2f}"
    return f"| {name} | {median(ours):.3f} | {median(theirs):.3f} | **{median(ratios):.2f}** ({spread}) | {len(ours)} |"


def reading(folder: Path) -> None:
    """Everything `valider` does against PyYAML's C parse of the same bytes: time and peak memory."""
    for plans, runs in SIZES.items():
        register = multiplied(REGISTER, folder / str(plans), plans)
        for collector in ("on", "off"):
            pairs = [(measured(VALIDATE, register, collector), measured(PARSE, register, collector)) for _ in range(runs)]
            name = f"valider, {plans} planer, søppelsamler {'på' if collector == 'on' else 'av'} (s)"
            print(row(name, [a[0] for a, _ in pairs], [b[0] for _, b in pairs]), flush=True)
        print(row(f"minne, {plans} planer (MiB)", [a[1] for a, _ in pairs], [b[1] for _, b in pairs]), flush=True)


def starting() -> None:
    """The whole command on the real register against importing pandas."""
    valider = [sys.executable, "-m", "planstrategi", "valider", str(REGISTER)]
    pandas = [sys.executable, "-c", "import pandas"]
    wall(valider), wall(pandas)
    pairs = [(wall(valider), wall(pandas)) for _ in range(11)]
    print(row("`planstrategi valider` mot `import pandas` (s)", *map(list, zip(*pairs, strict=True))), flush=True)


def reporting(folder: Path) -> None:
    """The report against one nbconvert process per notebook, one after another."""
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    shutil.copytree(ROOT / "data", folder / "data")
    report = [sys.executable, "-m", "planstrategi", "rapport", "-o", "rapport"]
    convert = [sys.executable, "-m", "nbconvert", "--to", "html", "--execute", "--output-dir", str(folder / "html")]
    each = [[*convert, str(path)] for path in sorted((folder / "notebooks").glob("*.ipynb"))]
    pairs = [(wall(report, cwd=folder), wall(*each, cwd=folder)) for _ in range(3)]
    print(row("`planstrategi rapport` mot nbconvert per notatbok (s)", *map(list, zip(*pairs, strict=True))), flush=True)


def main() -> None:
    """Print one table of all measurements."""
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"Python {version}, {os.cpu_count()} prosessorer. Medianer; forholdstallene er regnet par for par.\n")
    print("| hva | planstrategi | sammenlignet med | forhold (spenn) | runder |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        reading(Path(folder))
        starting()
        reporting(Path(folder) / "rapport-maaling")


if __name__ == "__main__":
    main()
