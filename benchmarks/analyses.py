"""Measure analyses in a process that has read a register: python analyses.py REGISTER NAME …; prints them as JSON.

Each is made in a copy of the process in which nothing is computed yet, and is charged for all that it rests on.
"""

import gc
import json
import os
import resource
import sys
import time

import planstrategi as ps
from planstrategi.model.register import Register
from planstrategi.presentation.tables import TABLES


def peak() -> float:
    """Return the most memory this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, register: Register) -> None:
    """Print the seconds of the processor, the growth of memory (MiB) and the rows of one table."""
    before, start = peak(), time.process_time()
    rows = len(TABLES[name].function(register))
    print(json.dumps([name, time.process_time() - start, peak() - before, rows]), flush=True)


def main() -> None:
    """Read the register and measure each table in turn."""
    register = ps.load(sys.argv[1])
    print(json.dumps(["problemer funnet", 0, 0, len(ps.problems(register))]), flush=True)
    gc.freeze()
    for name in sys.argv[2:]:
        if not (child := os.fork()):
            measure(name, register)
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
