"""Measure the simulation of load in a running process, against importing pandas: python benchmarks/belastning.py."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from multiply import multiplied

ROOT = Path(__file__).parents[1]
REGISTER = ROOT / "data" / "kommuner" / "ostre-toten" / "2024-2027"
SIZES = {44: 9, 1000: 3, 5000: 3, 20000: 1}
MEASURE = """
import json, resource, sys, time
import planstrategi as ps
from planstrategi.analysis.capacity.simulation import by_area, simulate
register = ps.load(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
simulate(register, by_area(register))
seconds = time.perf_counter() - start
print(json.dumps([seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024]))
"""
PANDAS = "import json, time; start = time.perf_counter(); import pandas; print(json.dumps([time.perf_counter() - start, 0]))"


def measured(code: str, *arguments: str) -> tuple[float, float]:
    """Return seconds and growth of peak memory (MiB) of a piece of code in a process of its own."""
    command = [sys.executable, "-c", code, *arguments]
    seconds, memory = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return seconds, memory


def main() -> None:
    """Print one row per number of plans."""
    print("| planer | sekunder, 10 000 trekninger | mot import pandas | minnevekst (MiB) |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for plans, runs in SIZES.items():
            register = str(multiplied(REGISTER, Path(folder) / str(plans), plans))
            pairs = [(measured(MEASURE, register), measured(PANDAS)) for _ in range(runs)]
            seconds, ratio = median(a[0] for a, _ in pairs), median(a[0] / b[0] for a, b in pairs)
            print(f"| {plans} | {seconds:.3f} | {ratio:.2f} | {max(a[1] for a, _ in pairs):.1f} |", flush=True)


if __name__ == "__main__":
    main()
