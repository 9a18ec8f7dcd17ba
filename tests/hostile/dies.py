"""A command in a process of its own that is killed at the N-th thing it asks of the file system, or after some time."""

import os
import signal
import sys
from contextlib import chdir
from pathlib import Path

from .project import run

WRITES = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.chmod", "tempfile.mkdtemp", "fcntl.flock"}


def _is_one(event: str, args: tuple) -> bool:
    if event == "open":
        return bool(args[2] & (os.O_WRONLY | os.O_RDWR)) and not str(args[0]).startswith("/dev/")
    return event in WRITES


def run_until(place: Path, at: int, seconds: float, words: list[str]) -> int:
    """Run a command in a folder, killed at a number or after a time (0 for never); return its status, below 0 for killed."""
    # what it imports is imported already, so that a run takes no longer than its work
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        sys.addaudithook(_killer(at))
        with chdir(place):
            os._exit(run(*words)[0])
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _killer(at: int):
    met = 0

    def count(event: str, args: tuple) -> None:
        nonlocal met
        if _is_one(event, args):
            met += 1
            if met == at:
                os.kill(os.getpid(), signal.SIGKILL)

    return count
