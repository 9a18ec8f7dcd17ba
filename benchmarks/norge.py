"""A year of Norway, every table of 357 municipalities of 50 plans, judged, as CSV: python benchmarks/norge.py [HOW MANY].

One process reads one register at a time and adds its rows to one file for each table. A table is charged for what it
is the first to compute; seconds are the processor's.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import copytree

from flere import COUNT, REGISTER, ROOT, many

MEASURE = """
import json, resource, sys, time
from collections import Counter
from pathlib import Path
from planstrategi.api import load
from planstrategi.presentation.export import as_csv
from planstrategi.presentation.tables import TABLES, table
clock, spent, rows, start = time.process_time, Counter(), 0, time.process_time()
for place in sorted(Path(sys.argv[1], "kommuner").glob("*/*"))[: int(sys.argv[2])]:
    began = clock()
    register = load(place)
    spent["lese og kontrollere"] += clock() - began
    for name in TABLES:
        began = clock()
        frame = table(name, register)
        with Path(sys.argv[1], f"{name}.csv").open("a", encoding="utf-8") as file:
            file.write(as_csv(frame))
        rows += len(frame)
        spent[name] += clock() - began
print(json.dumps([clock() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, rows, spent.most_common(6)]))
"""


def main() -> None:
    """Print what it takes, and what takes most of it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as name:
        many(Path(name))
        copytree(ROOT / "data" / "regionalt", Path(name) / "regionalt")
        for own in Path(name).glob("kommuner/*/*"):
            copytree(REGISTER / "vurderinger", own / "vurderinger")
        done = subprocess.run([sys.executable, "-c", MEASURE, name, str(count)], capture_output=True, text=True, check=True)
        written = sum(path.stat().st_size for path in Path(name).glob("*.csv"))
    seconds, memory, rows, most = json.loads(done.stdout)
    print(f"{count} kommuner, {rows} rader, {written / 1e6:.0f} MB CSV: {seconds:.0f} s, {memory:.0f} MiB. Mest tid: ", end="")
    print("; ".join(f"{what} {spent / seconds:.0%}" for what, spent in most))


if __name__ == "__main__":
    main()
