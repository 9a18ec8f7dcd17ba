"""Measure planstrategi as the plans grow, and against plain alternatives; prints the tables that README shows: make benchmark.

Seconds are the processor's, all threads and children counted, so that what else the machine does is not. Every run is a
process of its own; the alternatives take turns, so that a machine that slows down slows both. Figures are medians.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from math import log
from pathlib import Path
from statistics import median
from typing import Any
from zipfile import ZipFile

from peers import CLI, PEERS

ROOT = Path(__file__).parents[1]
REGISTER = ROOT / "data" / "kommuner" / "ostre-toten" / "2024-2027"
SOURCE = ROOT / "tests" / "data" / "innlesing" / "ostre-toten-2024-2027.txt"
# how many rounds for so many plans; the peers stop at the last but one
SIZES = {50: 9, 1000: 5, 20000: 3, 200000: 1}
TABLES = (
    "planer", "planaar", "arbeidsaar", "problemer", "kapasitet", "kapasitet-rolle", "kapasitet-aar", "belastning", "tornado",
    "vakanse", "lovdekning", "lovdekning-aar", "frister", "saksgang", "viderefoering", "forventninger", "koblinger",
    "forventningsdekning", "vurderte-planer",
)  # fmt: skip
VALIDATE = """
from planstrategi.api import validate
start = clock(); kept = validate(sys.argv[1]); end = clock()
"""
# the same bytes: what has been read is said by the other
PARSE = """
import yaml
files = [open(path, "rb").read() for path in sys.argv[3:]]
start = clock(); kept = [yaml.load(data, yaml.CSafeLoader) for data in files]; end = clock()
"""
FRAME = """
import gc, json, resource, sys, time
clock = time.process_time
gc.enable() if sys.argv[2] == "on" else gc.disable()
{body}
print(json.dumps([end - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
READ = """
import json, sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
from planstrategi.api import validate
validate(sys.argv[1])
print(json.dumps([path for path in dict.fromkeys(opened) if path.endswith(".yaml")]))
"""
OURS = "`planstrategi valider`"
PLANSTRATEGI = [sys.executable, "-m", "planstrategi"]
Cost = tuple[float, float]


def said(code: str, *arguments: Any) -> Any:
    """Return what a piece of code prints as JSON in a process of its own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def whole(*commands: list[str], cwd: Path = ROOT) -> tuple[float, float, float]:
    """Return the seconds of the processor, the most memory (MiB) and the seconds by the clock of commands in turn."""
    spent, memory, start = 0.0, 0.0, time.perf_counter()
    for command in commands:
        with subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{command} stopped with {process.returncode}")
        spent, memory = spent + usage.ru_utime + usage.ru_stime, max(memory, usage.ru_maxrss / 1024)
    return spent, memory, time.perf_counter() - start


class Table:
    """A row per thing measured, a column per number of plans."""

    def __init__(self) -> None:
        """Print the head."""
        print(f"| hva | {' | '.join(f'{plans:,} planer'.replace(',', ' ') for plans in SIZES)} | stigning |")
        print("| --- |" + " --- |" * (len(SIZES) + 1))

    def row(self, name: str, costs: dict[int, Cost], sign: str = "") -> None:
        """Print seconds and memory of each size, and the slope of the seconds between the last two."""
        cells = [f"{costs[plans][0]:.3g} s, {sign}{costs[plans][1]:.0f} MiB" if plans in costs else "" for plans in SIZES]
        self.cells(name, [*cells, slope({plans: seconds for plans, (seconds, _) in costs.items()})])

    def cells(self, name: str, cells: list[str]) -> None:
        """Print a row."""
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def slope(seconds: dict[int, float]) -> str:
    """Return the slope of the logarithm of time against that of plans, between the last two sizes."""
    (few, fast), (many, slow) = list(seconds.items())[-2:]
    return f"{log(slow / fast) / log(many / few):.2f}" if fast > 0 else ""


def made(folder: Path, plans: int) -> Path:
    """Return a register of so many plans, with the catalogues, and the judgements of the first 44 plans."""
    command = [sys.executable, str(ROOT / "benchmarks" / "multiply.py"), str(REGISTER), str(folder), str(plans)]
    register = Path(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())
    shutil.copytree(ROOT / "data" / "regionalt", folder / "regionalt")
    shutil.copytree(REGISTER / "vurderinger", register / "vurderinger")
    return register


def medians(runs: list[Any]) -> Cost:
    """Return the median seconds and the most memory of several runs."""
    return median(run[0] for run in runs), max(run[1] for run in runs)


def reading(table: Table, registers: dict[int, Path]) -> None:
    """Everything `valider` does against PyYAML's C parse of the same bytes, with the garbage collector on and off."""
    for collector, called in (("on", "på"), ("off", "av")):
        ours, theirs, ratios = {}, {}, []
        for plans, register in registers.items():
            files = said(READ, register)
            pairs = [
                (said(FRAME.format(body=VALIDATE), register, collector), said(FRAME.format(body=PARSE), "", collector, *files))
                for _ in range(SIZES[plans])
            ]
            ours[plans], theirs[plans] = medians([one for one, _ in pairs]), medians([other for _, other in pairs])
            each = sorted(one[0] / other[0] for one, other in pairs)
            ratios.append(f"**{median(each):.2f}** ({each[0]:.2f}–{each[-1]:.2f})")
        table.row(f"lese og kontrollere, søppelsamler {called}", ours)
        table.row(f"bare C-parser, søppelsamler {called}", theirs)
        table.cells("forhold", [*ratios, ""])


def analysing(table: Table, registers: dict[int, Path]) -> None:
    """Each analysis on what is read: its seconds, and how much the memory grows."""
    found = {}
    for plans, register in registers.items():
        command = [sys.executable, str(ROOT / "benchmarks" / "analyses.py"), str(register), *TABLES]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found[plans] = {name: numbers for name, *numbers in map(json.loads, done.stdout.splitlines())}
    table.cells("problemer funnet", [*(str(each["problemer funnet"][2]) for each in found.values()), ""])
    for name in TABLES:
        table.row(f"tabellen {name}", {plans: (each[name][0], each[name][1]) for plans, each in found.items()}, "+")


def comparing(table: Table, registers: dict[int, Path]) -> None:
    """The whole command against other validators, each a process with its imports."""
    smaller = {plans: register for plans, register in registers.items() if plans != max(registers)}
    with tempfile.TemporaryDirectory() as folder:
        whole([*PLANSTRATEGI, "lag", "datapakke", str(REGISTER), "-o", f"{folder}/pakke.zip"])
        package = json.loads(ZipFile(f"{folder}/pakke.zip").read("datapackage.json"))
    package["resources"] = [one | {"path": "planer.csv"} for one in package["resources"] if one["name"] == "planer"]
    for register in smaller.values():
        (register / "datapackage.json").write_text(json.dumps(package), "utf-8")
        whole([*PLANSTRATEGI, "tabell", "planer", str(register), "-o", str(register / "planer.csv")])
    names = [OURS, "check_jsonschema", *PEERS]
    installed = [name for name in names if name == OURS or find_spec(name)]
    runs = {
        plans: [{name: whole(command(name, str(register / "register.yaml"))) for name in installed} for _ in range(3)]
        for plans, register in smaller.items()
    }
    for name in names:
        if name in installed:
            table.row(f"{name}, hele prosessen", {plans: medians([run[name] for run in each]) for plans, each in runs.items()})
        else:
            table.cells(name, ["ikke installert", *[""] * len(SIZES)])


def command(name: str, file: str) -> list[str]:
    """Return the command that validates a register.yaml."""
    commands = {OURS: [*PLANSTRATEGI, "valider", file], "check_jsonschema": [*CLI, file]}
    return commands.get(name, [sys.executable, str(ROOT / "benchmarks" / "peers.py"), name, file])


def against(name: str, ours: list[list[str]], theirs: list[list[str]], rounds: int, cwd: Path = ROOT) -> None:
    """Print a line on commands against other commands: by the processor and by the clock, ratios pair by pair.

    Where ours have {}, they have the number of the round there.
    """
    each = ([[word.format(number) for word in words] for words in ours] for number in range(rounds))
    pairs = [(whole(*one, cwd=cwd), whole(*theirs, cwd=cwd)) for one in each]
    for called, at in (("prosessor", 0), ("klokke", 2)):
        ratios = sorted(one[at] / other[at] for one, other in pairs)
        seconds = " | ".join(f"{median(pair[side][at] for pair in pairs):.2f} s" for side in (0, 1))
        ratio = f"**{median(ratios):.2f}** ({ratios[0]:.2f}–{ratios[-1]:.2f})"
        print(f"| {name} | {called} | {seconds} | {ratio} |", flush=True)


def commands(folder: Path) -> None:
    """Starting against importing pandas, and the report against one nbconvert process per notebook."""
    print("\n| hva | tid | planstrategi | sammenlignet med | forhold (spenn) |\n| --- | --- | --- | --- | --- |")
    pandas = [[sys.executable, "-c", "import pandas"]]
    against("`planstrategi --help` mot `import pandas`", [[*PLANSTRATEGI, "--help"]], pandas, 11)
    against("`planstrategi valider` mot `import pandas`", [[*PLANSTRATEGI, "valider", str(REGISTER)]], pandas, 11)
    draft = [*PLANSTRATEGI, "importer", str(SOURCE), "-o", str(folder / "{}" / "2024-2027")]
    against("`planstrategi importer` av den første kilden mot `import pandas`", [draft], pandas, 11)
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    shutil.copytree(ROOT / "data", folder / "data")
    convert = [sys.executable, "-m", "nbconvert", "--to", "html", "--execute", "--output-dir", "html"]
    each = [[*convert, str(path)] for path in sorted((folder / "notebooks").glob("*.ipynb"))]
    report = [[*PLANSTRATEGI, "rapport", str(folder / "data" / REGISTER.relative_to(ROOT / "data")), "-o", "rapport"]]
    against("`planstrategi rapport` mot nbconvert per notatbok", report, each, 3, cwd=folder)


def main() -> None:
    """Print both tables; what is measured for the largest register is most of the time it takes."""
    began, version = time.perf_counter(), ".".join(map(str, sys.version_info[:3]))
    print(f"Python {version}, {os.cpu_count()} prosessorer. Prosessortid; medianer, og forholdstall par for par.\n", flush=True)
    os.environ["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        registers = {plans: made(folder / str(plans), plans) for plans in SIZES}
        table = Table()
        for measure in (reading, analysing, comparing):
            measure(table, registers)
        commands(folder / "prosjekt")
    print(f"\nMålingen tok {(time.perf_counter() - began) / 60:.0f} minutter.")


if __name__ == "__main__":
    main()
