"""What a report is made from: the register, its revision, the package, and each file that was read with its sha256."""

import hashlib
import subprocess
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from planstrategi.analysis.shared.sources import files_of
from planstrategi.model.register import Register

# what a repository says of itself may not start another program
GIT = ("git", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "--no-optional-locks")


def input_files(register: Register, notebooks: Sequence[Path]) -> dict[str, Path]:
    """Return the files that a report is made from, by what people call them: their place under the project's folders."""
    read = {one.datasti: Path(one.fil) for one in files_of(register)}
    if register.profil and register.profil.bilde:
        read[f"{register.profil.logo}"] = Path(register.profil.fil).parent / f"{register.profil.logo}"
    return read | {f"notebooks/{path.name}": path for path in notebooks}


def checksums(files: dict[str, Path]) -> dict[str, str]:
    """Return the sha256 of each file, in hexadecimal."""
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def revision(register: Register, files: dict[str, Path]) -> str:
    """Return the last revision in git that changed any of the files, and whether they have changed since; in words."""
    places = [str(path.absolute()) for path in files.values()]
    folder = Path(register.fil).parent
    found = _git(folder, "log", "-1", "--format=%H %cs", "--", *places)
    if not found:
        return "ikke i git"
    commit, day = found.split()
    return f"{commit[:10]} ({day}){', med endringer etterpå' if _git(folder, 'status', '--porcelain', '--', *places) else ''}"


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run([*GIT, "-C", str(folder), *words], capture_output=True, text=True, encoding="utf-8", timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def made_from(register: Register, files: dict[str, Path], sums: dict[str, str]) -> dict[str, str]:
    """Return what a page says that it was made from, by heading: the revision, the package, and each file with its sha256."""
    try:
        package = version("planstrategi")
    except PackageNotFoundError:
        package = "ikke installert"
    told = {"Revisjon av filene": revision(register, files), "Pakken planstrategi": package}
    return told | {f"sha256 av {name}": value for name, value in sums.items()}
