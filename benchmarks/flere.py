"""Measure loading, validating and tabulating 357 municipalities of 50 plans each: python benchmarks/flere.py.

Each is the real register with 50 plans, a name and a number of its own; the national catalogues are shared, as in a project.
It is compared with PyYAML's C parse of the same bytes, each file once; in turns, each run a process of its own.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from multiply import multiplied

ROOT = Path(__file__).parents[1]
REGISTER = ROOT / "data" / "kommuner" / "ostre-toten" / "2024-2027"
COUNT, PLANS, RUNS = 357, 50, 3
OURS = """
from planstrategi.chosen import load_every
from planstrategi.presentation.several import table_of_all
registers, _ = load_every("kommuner", None)
kept = table_of_all("planer", registers)
"""
PARSE = """
import pathlib, yaml
registers = [path.read_bytes() for path in pathlib.Path("kommuner").rglob("*.yaml")]
shared = [path.read_bytes() for path in pathlib.Path("nasjonalt").rglob("*.yaml")]
kept = [yaml.load(data, yaml.CSafeLoader) for data in [*registers, *shared]]
"""
FRAME = """
import json, resource, sys, time
start = time.perf_counter()
{body}
spent = time.perf_counter() - start
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([spent, usage.ru_utime, usage.ru_maxrss / 1024]))
"""


def many(folder: Path) -> None:
    """Write the registers below a folder, with the catalogues they share."""
    first = multiplied(REGISTER, folder, PLANS)
    text = (first / "register.yaml").read_text("utf-8")
    shutil.rmtree(folder / "kommuner")
    for number in range(COUNT):
        own = folder / "kommuner" / f"kommune-{number:03}" / "2024-2027"
        own.mkdir(parents=True)
        named = text.replace("navn: Østre Toten", f"navn: Kommune {number:03}", 1)
        (own / "register.yaml").write_text(named.replace("'3442'", f"'{1000 + number}'", 1), "utf-8")


def measured(body: str, folder: Path) -> tuple[float, float, float]:
    """Return wall seconds, seconds of the processor and peak memory (MiB) of a piece of code in a process of its own."""
    command = [sys.executable, "-c", FRAME.format(body=body)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    wall, user, memory = json.loads(done.stdout.splitlines()[-1])
    return wall, user, memory


def main() -> None:
    """Print what each takes: wall, processor and peak memory."""
    bodies = {"planstrategi": OURS, "C-parser": PARSE}
    with tempfile.TemporaryDirectory() as name:
        many(Path(name))
        runs = [{what: measured(body, Path(name)) for what, body in bodies.items()} for _ in range(RUNS)]
    print("| hva | sekunder | prosessortid (s) | minne (MiB) |\n| --- | --- | --- | --- |")
    for what in bodies:
        print(f"| {what} | " + " | ".join(f"{median(run[what][at] for run in runs):.1f}" for at in range(3)) + " |")


if __name__ == "__main__":
    main()
