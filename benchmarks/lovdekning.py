"""Measure the year matrix of all requirements for many municipalities in one process: python benchmarks/lovdekning.py.

Each municipality is the real register with 50 plans of its own. What is printed is time and peak memory as the number
of municipalities grows: per municipality both should stay as they are.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from multiply import multiplied

from planstrategi.model.judgements import LEGAL_JUDGEMENTS

ROOT = Path(__file__).parents[1]
REGISTER = ROOT / "data" / "kommuner" / "ostre-toten" / "2024-2027"
COUNTS = (10, 50, 357)
PLANS = 50
MEASURE = """
import json, resource, sys, time
import planstrategi as ps
register = ps.load(sys.argv[1])
ps.table("lovdekning-aar", register)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start, rows = time.perf_counter(), 0
for _ in range(int(sys.argv[2])):
    rows += len(ps.table("lovdekning-aar", ps.load(sys.argv[1])))
seconds = time.perf_counter() - start
print(json.dumps([seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, rows]))
"""


def measured(folder: Path, count: int) -> tuple[float, float, int]:
    """Return seconds, growth of peak memory (MiB) and rows for a number of municipalities in one process."""
    command = [sys.executable, "-c", MEASURE, str(folder), str(count)]
    seconds, memory, rows = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return seconds, memory, rows


def main() -> None:
    """Print one row per number of municipalities."""
    print("| kommuner | rader | sekunder | sekunder per kommune | minnevekst (MiB) |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        register = multiplied(REGISTER, Path(folder), PLANS)
        # the judgements of expectations rest on county catalogues, which are not copied
        judged = register / LEGAL_JUDGEMENTS
        judged.parent.mkdir()
        judged.write_bytes((REGISTER / LEGAL_JUDGEMENTS).read_bytes())
        for count in COUNTS:
            seconds, memory, rows = measured(register, count)
            print(f"| {count} | {rows} | {seconds:.2f} | {seconds / count:.3f} | {memory:.1f} |", flush=True)


if __name__ == "__main__":
    main()
