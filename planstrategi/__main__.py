"""The command `planstrategi`, which is python -m planstrategi, in a process of its own."""

import gc
import sys


def run() -> int:
    """Run one command, and return its exit status."""
    # little goes before a command ends: to look for it as often as is usual took a thirtieth of the time
    gc.set_threshold(100_000)
    from planstrategi.cli import main

    status = main()
    # everything goes with the process: to look through it for what is in use took a tenth of a command's time
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(run())
