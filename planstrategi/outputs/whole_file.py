"""A file written whole or not at all: where its link points, with the mode it had, and never over what another wrote."""

import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

A_DAY = 24 * 60 * 60
NEW_FILE = 0o644


class ChangedMeanwhile(Exception):
    """The file is no longer what was read, so nothing was written."""


def why_not(target: Path, overwrite: bool, usual: str, how: str = "bruk --overskriv") -> str:
    """Return why a file may not be written, nothing when it may; `usual` is a name for it, `how` the way to replace one."""
    if target.is_dir():
        return f"{target} er en mappe. Skriv også navnet på filen, for eksempel {target / usual}."
    if os.path.lexists(target) and not overwrite:
        return f"{target} finnes fra før. Velg et annet navn, eller {how}."
    if not target.absolute().parent.is_dir():
        return f"Mappen {target.parent} finnes ikke. Lag den først, eller velg en annen."
    return ""


def write_file(target: Path, data: bytes, read: bytes | None = None) -> None:
    """Write a file; raise ChangedMeanwhile when `read` is given and is not what stands there now."""
    # a link stays a link
    target = Path(os.path.realpath(target))
    sweep(target.parent, ".planstrategi-")
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".planstrategi-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else NEW_FILE)
        with _alone_in(target.parent):
            if read is not None and read != (target.read_bytes() if target.exists() else b""):
                raise ChangedMeanwhile
            Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    try:
        import fcntl
    except ImportError:
        # Windows lets no other replace a file that is being replaced
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def sweep(folder: Path, prefix: str) -> None:
    """Remove drafts of ours that a run which was killed has left more than a day ago."""
    with suppress(OSError):
        for path in folder.glob(f"{prefix}*"):
            # what tempfile puts after the prefix
            ours = re.fullmatch(r"[a-z0-9_]{8}", path.name.removeprefix(prefix)) and not path.is_symlink()
            if ours and path.stat().st_mtime < time.time() - A_DAY:
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)
