"""The files of a register's folder as they were at a revision in git."""

import os
import shutil
import subprocess
from pathlib import Path

from planstrategi.model.data_files import FILER, LOCAL, REGISTERFIL
from planstrategi.reading.register_files import Texts
from planstrategi.reading.text_file import Unreadable, decode


class NoRevision(Exception):
    """The files cannot be had as they were then; the message says why, and what to do."""


def texts_at(folder: Path, revision: str) -> Texts:
    """Return the text of each data file of a folder at a revision, None for one that was not there. Raises NoRevision.

    The catalogues are not those of then: what has changed is to be what the municipality has changed.
    """
    if not shutil.which("git"):
        raise NoRevision("Finner ikke programmet git. Installer det, eller legg den eldre utgaven i en mappe og oppgi den.")
    if (prefix := _git(folder, "rev-parse", "--show-prefix")) is None:
        raise NoRevision(f"{folder.as_posix()} ligger ikke i et git-depot som git kan lese.")
    # what begins with a hyphen would be an option to git
    found = None if revision.startswith("-") else _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not found:
        raise NoRevision(f"Finner ikke revisjonen «{revision}» i git. Skriv for eksempel HEAD~1, en gren, et merke eller en id.")
    commit, here = found.decode().strip(), os.fsdecode(prefix).removesuffix("\n") + REGISTERFIL
    # as git follows the register where its folder has moved
    told = _git(folder, "diff-index", "--cached", "-M", "-z", "--no-relative", "--diff-filter=R", "--name-status", commit)
    names = os.fsdecode(told or b"").split("\0")
    then = f"{commit}:{dict(zip(names[2::3], names[1::3], strict=False)).get(here, here)}".removesuffix(REGISTERFIL)
    texts = {kind.navn: _text(folder, f"{then}{kind.navn}", kind.navn, revision) for kind in FILER if kind.mappe == LOCAL}
    if texts[REGISTERFIL] is None:
        moved = "Er mappen flyttet siden, skriv «git add» på den, eller legg den eldre utgaven i en mappe, og oppgi den."
        raise NoRevision(f"{(folder / REGISTERFIL).as_posix()} var ikke i git ved revisjonen «{revision}». {moved}")
    return texts


def _text(folder: Path, place: str, name: str, revision: str) -> str | None:
    data = _git(folder, "cat-file", "blob", place)
    try:
        return None if data is None else decode(data)
    except Unreadable:
        raise NoRevision(f"{(folder / name).as_posix()} kan ikke leses som UTF-8 ved revisjonen «{revision}».") from None


def _git(folder: Path, *words: str) -> bytes | None:
    """Return what git says, None when it cannot."""
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
    return None if done.returncode else done.stdout
