"""Words → calls: the command `planstrategi`. Results go to stdout, everything else to stderr."""

import os
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from planstrategi import commands
from planstrategi.arguments import COULD_NOT_RUN, parser
from planstrategi.model.os_errors import reason

OK, STOPPED = 0, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 all is well, 1 errors found, 2 could not run, 130 stopped."""
    _prepare_streams()
    top = parser()
    args, left = top.parse_known_args(argv)
    if len(left) == 1 and not left[0].startswith("-") and getattr(args, "register", "") is None:
        # argparse takes a place that may be empty for empty before an option, and has no room for it after
        args.register, left = left[0], []
    if left:
        top.error(f"unrecognized arguments: {' '.join(left)}")
    try:
        status = int(args.run(args))
        # what a full disk refuses is noticed here, not when the interpreter ends
        sys.stdout.flush()
        return status
    except commands.CouldNotRun as why:
        return _stop(str(why), COULD_NOT_RUN)
    except KeyboardInterrupt:
        return _stop("Avbrutt.", STOPPED)
    except BrokenPipeError:
        _discard_output()
        return OK
    except (OSError, UnicodeEncodeError) as error:
        _discard_output()
        name = getattr(error, "filename", None)
        where = f"{Path(name).as_posix()}: " if isinstance(name, str) else ""
        return _stop(f"Kommandoen stoppet. {where}{reason(error)}", COULD_NOT_RUN)


def _stop(message: str, status: int) -> int:
    # where nothing can be said either, the status says it
    with suppress(OSError):
        print(message, file=sys.stderr, flush=True)
    return status


def _prepare_streams() -> None:
    # nothing here opens a window to draw in or tells of the day, and what matplotlib does not understand there would stop it
    for name in ("MPLBACKEND", "SOURCE_DATE_EPOCH"):
        os.environ.pop(name, None)
    # what other packages warn of is in English, and not for who reads this
    warnings.filterwarnings("ignore", module="(?!planstrategi)")
    # a program that was started with a stream closed has None in its place
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
        with suppress(AttributeError, OSError):
            # where another has said that nobody is to wait for it, what there is no room for would be lost without a word
            os.set_blocking(stream.fileno(), True)


def _discard_output() -> None:
    # the interpreter tries once more to write what is left, and complains in English
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
