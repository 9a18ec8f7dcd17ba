"""A file or a folder written whole or not at all: where its link points, with the mode it had, and never over what another wrote.

What is not whole yet lies in a draft beside it, held by the process that writes. Nobody holds what a killed one has left.
"""

import errno
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
DRAFT = ".planstrategi-"
# what tempfile puts after it
DRAFTS = re.compile(re.escape(DRAFT) + "[a-z0-9_]{8}")


class ChangedMeanwhile(OSError):
    """The file is no longer what was read, so nothing was written."""


def why_not(target: Path, overwrite: bool, usual: str, how: str = "bruk --overskriv") -> str:
    """Return why a file may not be written, nothing when it may; `usual` is a name for it, `how` the way to replace one."""
    if target.is_dir():
        return f"{target} er en mappe. Skriv også navnet på filen, for eksempel {target / usual}."
    if target.exists() and not target.is_file():
        return f"{target} er et rør eller en enhet, ikke en fil. Velg et annet navn."
    if os.path.lexists(target) and not overwrite:
        return f"{target} finnes fra før. Velg et annet navn, eller {how}."
    if not target.absolute().parent.is_dir():
        return f"Mappen {target.parent} finnes ikke. Lag den først, eller velg en annen."
    return ""


def write_file(target: Path, data: bytes, read: bytes | None = None) -> None:
    """Write a file; raise ChangedMeanwhile when `read` is given and is not what stands there now, nothing where there is none."""
    # a link stays a link
    target = Path(os.path.realpath(target))
    with room_in(target.parent) as room:
        draft = room / "utkast"
        draft.write_bytes(data)
        draft.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else NEW_FILE)
        with alone_in(target.parent):
            if read is not None and read != (target.read_bytes() if target.exists() else b""):
                raise ChangedMeanwhile(errno.ESTALE, "changed")
            draft.replace(target)


def replace_folder(target: Path, draft: Path) -> None:
    """Put a folder where another is or none; the other then lies where the draft did, or beside it."""
    if not target.exists():
        draft.rename(target)
    elif not _exchanged(target, draft):
        # where no two folders change places in one step, there is a moment without any
        old = target.rename(draft.with_name("gammel"))
        try:
            draft.rename(target)
        except OSError:
            old.rename(target)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the system has one; return whether they did."""
    import ctypes

    try:
        exchange = ctypes.CDLL(None).renameat2
    except (TypeError, OSError, AttributeError):
        return False
    # from the working folder, and RENAME_EXCHANGE
    return exchange(-100, os.fsencode(one), -100, os.fsencode(other), 2) == 0


@contextmanager
def room_in(folder: Path) -> Iterator[Path]:
    """Give a folder in another to draft in, which nobody else may look into; take it away at the end.

    The other is made where it is not there, and taken away again where nothing came of it.
    """
    above = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    with alone_in(folder):
        _sweep(folder)
        room = Path(tempfile.mkdtemp(dir=folder, prefix=DRAFT))
        handle = _held(room)
    try:
        yield room
    finally:
        if handle is not None:
            os.close(handle)
        shutil.rmtree(room, ignore_errors=True)
        with suppress(OSError):
            for empty in above:
                empty.rmdir()


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Let no other process change what is in a folder by these functions meanwhile."""
    handle = _held(folder)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _held(path: Path, wait: bool = True) -> int | None:
    """Return the handle of a path that this process holds alone; None where nobody can, as on Windows and some networks."""
    try:
        import fcntl

        handle = os.open(path, os.O_RDONLY)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        os.close(handle)
        if isinstance(error, BlockingIOError):
            raise
        return None
    return handle


def _sweep(folder: Path) -> None:
    """Remove the drafts of runs that were killed."""
    with suppress(OSError):
        for path in folder.glob(f"{DRAFT}*"):
            if DRAFTS.fullmatch(path.name) and path.is_dir() and not path.is_symlink() and _is_left(path):
                shutil.rmtree(path, ignore_errors=True)


def _is_left(draft: Path) -> bool:
    try:
        handle = _held(draft, wait=False)
    except BlockingIOError:
        return False
    if handle is None:
        return draft.stat().st_mtime < time.time() - A_DAY
    os.close(handle)
    return True
