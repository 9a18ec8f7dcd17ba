"""A worker that may die: inputs are tried in a process with little memory and time, which begins again after a death."""

import os
import pickle
import resource
import signal
import traceback
from collections.abc import Callable, Iterator
from typing import NamedTuple

SECONDS, MEMORY = 20, 2_000_000_000


class Tried(NamedTuple):
    """What came of an input: its number, how it ended, and why, where that is a fault."""

    number: int
    outcome: str
    fault: str = ""


def try_each(numbers: range, attempt: Callable[[int], str]) -> Iterator[Tried]:
    """Yield what comes of each input; an exception, a death, too much time and too much memory are faults."""
    left = numbers
    while left:
        read, write = os.pipe()
        child = os.fork()
        if not child:
            os.close(read)
            _work(left, attempt, write)
        os.close(write)
        last = left.start - left.step
        try:
            with os.fdopen(read, "rb") as stream:
                for tried in _told(stream):
                    last = tried.number
                    yield tried
        except GeneratorExit:
            os.kill(child, signal.SIGKILL)
            raise
        finally:
            _, status = os.waitpid(child, 0)
        left = range(last + left.step, left.stop, left.step)
        if status and left:
            died = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else f"status {os.WEXITSTATUS(status)}"
            yield Tried(left.start, "feil", f"prosessen døde: {died}")
            left = left[1:]


def _told(stream) -> Iterator[Tried]:
    while True:
        try:
            yield pickle.load(stream)
        except EOFError:
            return


def _work(numbers: range, attempt: Callable[[int], str], write: int) -> None:
    used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()  # noqa: SIM115, PTH123
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY,) * 2)
    with os.fdopen(write, "wb", buffering=0) as stream:
        for number in numbers:
            # of the process's own time, so that a busy machine is no fault
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            try:
                tried = Tried(number, attempt(number))
            except BaseException:
                tried = Tried(number, "feil", traceback.format_exc(limit=-6))
            signal.setitimer(signal.ITIMER_PROF, 0)
            stream.write(pickle.dumps(tried))
    os._exit(0)
