"""A worker that may die: inputs are tried in a process with little memory and time, and a new one takes over after a death."""

import resource
import signal
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

SECONDS, MEMORY = 20, 2_000_000_000


class Tried(NamedTuple):
    """What came of an input: its number, how it ended, and why, where that is a fault."""

    number: int
    outcome: str
    fault: str = ""


def try_each(numbers: range, attempt: Callable[[int], str]) -> Iterator[Tried]:
    """Yield what comes of each input; an exception, a death, too much time and too much memory are faults."""
    while numbers:
        with ProcessPoolExecutor(1, get_context("fork"), _begin, (attempt,)) as worker:
            for number in numbers:
                numbers = range(number + 1, numbers.stop)
                try:
                    yield worker.submit(_try, number).result()
                except BrokenProcessPool as died:
                    yield Tried(number, "feil", f"prosessen døde: {died}")
                    break


def _begin(attempt: Callable[[int], str]) -> None:
    global _attempt
    _attempt = attempt
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY,) * 2)


def _try(number: int) -> Tried:
    # of the process's own time, so that a busy machine is no fault
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        return Tried(number, _attempt(number))
    except BaseException:
        return Tried(number, "feil", traceback.format_exc(limit=-6))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
