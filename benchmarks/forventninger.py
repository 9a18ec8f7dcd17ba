"""Measure alignment for many municipalities in one process, and for more and more judgements.

Each municipality is the real register with 50 plans, against all expectations of the state, the county and its own
list. Time per municipality should stay as it is when there are more of them, and grow no faster than the judgements:
python benchmarks/forventninger.py.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from multiply import multiplied

from planstrategi import load
from planstrategi.analysis.alignment.expectations import expected

ROOT = Path(__file__).parents[1]
REGISTER = ROOT / "data" / "kommuner" / "ostre-toten" / "2024-2027"
PLANS, USUAL = 50, 250
COUNTS, JUDGEMENTS = (10, 50, 357), (250, 500, 1000, 2000, 4000)
HEAD = """per_dato: 2026-11-26
sett:
  - {id: trukket, hvem: maaling, naar: 2026-11-26, grunnlag: tilfeldig, forelopig: ja, vurderinger: [
"""
MEASURE = """
import json, resource, sys, time
import planstrategi as ps
names = ("forventninger", "koblinger", "forventningsdekning")
register = ps.load(sys.argv[1])
rows = [len(ps.table(name, register)) for name in names]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
seconds = 0
for _ in range(int(sys.argv[2])):
    register = ps.load(sys.argv[1])
    start = time.perf_counter()
    [ps.table(name, register) for name in names]
    seconds += time.perf_counter() - start
print(json.dumps([seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, sum(rows)]))
"""


def measured(folder: Path, count: int) -> tuple[float, float, int]:
    """Return seconds in the analysis, growth of peak memory (MiB), and rows of one municipality."""
    command = [sys.executable, "-c", MEASURE, str(folder), str(count)]
    seconds, memory, rows = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return seconds, memory, rows


def register_in(folder: Path) -> Path:
    """Return a register of 50 plans with all the catalogues."""
    register = multiplied(REGISTER, folder, PLANS)
    shutil.copytree(ROOT / "data" / "regionalt", folder / "regionalt")
    (register / "vurderinger").mkdir()
    return register


def judge(register: Path, number: int) -> None:
    """Write a number of judgements of pairs drawn at random."""
    read = load(register)
    every = [(plan.id, one.id) for plan in read.planer for one in expected(read)]
    lines = [
        f"    {{plan: {plan}, forventning: {point}, grad: svak, grunnlag: kommentar, grunn: g{place}}}"
        for place, (plan, point) in enumerate(random.Random(1).sample(every, number))
    ]
    text = HEAD + ",\n".join(lines) + "]}\n"
    (register / "vurderinger" / "forventninger.yaml").write_text(text, "utf-8")


def main() -> None:
    """Print one row per number of municipalities, and one per number of judgements."""
    print("| kommuner | vurderinger | rader | sekunder per kommune | minnevekst (MiB) |")
    print("| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        register = register_in(Path(folder))
        for count, number in [*((count, USUAL) for count in COUNTS), *((20, number) for number in JUDGEMENTS)]:
            judge(register, number)
            seconds, memory, rows = measured(register, count)
            print(f"| {count} | {number} | {rows} | {seconds / count:.4f} | {memory:.1f} |", flush=True)


if __name__ == "__main__":
    main()
