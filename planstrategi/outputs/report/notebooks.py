"""Notebook files → what their cells show, run one after another in this process. Tables and figures of ours stay what they are.

Nothing is drawn here. What other packages warn of is not shown: it is about them, and not about the planstrategi.
"""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO, TextIOBase
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from planstrategi.api import Dated
from planstrategi.outputs.report import NotebookFailed, Say
from planstrategi.presentation.figures import Figure
from planstrategi.presentation.findings import Said
from planstrategi.presentation.notebook_table import Table, show
from planstrategi.presentation.nothing import Nothing
from planstrategi.reading.text_file import Unreadable, read_bytes

TIMEOUT_SECONDS = 300
NOT_A_NOTEBOOK = "kan ikke leses som notatbok. Hent fram en tidligere utgave, eller flytt den ut av mappen notebooks/."
CELL_TOO_LONG = f"Cellen brukte mer enn {TIMEOUT_SECONDS} sekunder."
THERE = "Åpne notatboken med «planstrategi lab» og kjør cellen der."
OURS = (Figure, Table, Said, Nothing)


class NotebookCell(NamedTuple):
    """A cell: its Markdown, or what its code shows, in order: objects of ours, printed text, or other data by kind."""

    prose: str = ""
    shown: Sequence[Any] = ()


class Chapter(NamedTuple):
    """A notebook that was run."""

    name: str
    cells: list[NotebookCell]


# a cell of a notebook file: its kind, its text, and whether it holds the parameters
_Source = tuple[str, str, bool]


class _Printed(TextIOBase):
    """Where a cell prints: among what it shows, one piece for what is printed in one go."""

    def __init__(self, shown: list[Any]) -> None:
        self.shown = shown

    def write(self, text: str) -> int:
        if self.shown and isinstance(self.shown[-1], str):
            text = self.shown.pop() + text
        self.shown.append(text)
        return len(text)


def run_notebooks(paths: Sequence[Path], register: str, say: Say, too_long: Callable[[str], None]) -> list[Chapter]:
    """Return the notebooks as they are when run on a register, in the order given.

    Raises NotebookFailed for one that cannot be read or stops; `too_long` is told of a cell that never ends.
    """
    # all are read before the first is run: nobody waits long to hear that one is damaged
    sources = [_read(path) for path in paths]
    return [_run(path, each, register, say, too_long) for path, each in zip(paths, sources, strict=True)]


def _read(path: Path) -> list[_Source]:
    try:
        cells = [(one["cell_type"], one["source"], one.get("metadata", {})) for one in json.loads(read_bytes(path))["cells"]]
        return [(kind, "".join(text), "parameters" in about.get("tags", ())) for kind, text, about in cells]
    except (Unreadable, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise NotebookFailed(f"{path.name} {NOT_A_NOTEBOOK}\nRapporten er ikke laget.") from None


def _run(path: Path, sources: list[_Source], register: str, say: Say, too_long: Callable[[str], None]) -> Chapter:
    say(f"Kjører {path.name} …")
    shown: list[Any] = []
    shell, cells, number = _new_shell(shown), list[NotebookCell](), 0
    with chdir(path.parent):
        for kind, text, is_parameters in sources:
            if kind != "code":
                cells.append(NotebookCell(text if kind == "markdown" else ""))
                continue
            number += 1
            where = "\n    ".join([f"{path.name} stoppet i kodecelle {number}:", *text.strip().splitlines()])
            with _at_most(TIMEOUT_SECONDS, too_long, _failed(where, CELL_TOO_LONG)):
                error = _run_cell(shell, shown, _parameters(register) if is_parameters else text)
            if error is not None:
                raise NotebookFailed(_failed(where, f"{type(error).__name__}: {error}"))
            cells.append(NotebookCell(shown=tuple(shown)))
            shown.clear()
    return Chapter(path.stem, cells)


def _failed(where: str, why: str) -> str:
    return "\n    ".join([where, *why.splitlines()]) + f"\nRapporten er ikke laget. {THERE}"


def _parameters(register: str) -> str:
    place = repr(str(register))
    if not isinstance(register, Dated):
        return f"REGISTER = {place}"
    # the day goes with the place, so that whatever a notebook loads from it is read as of that day
    return f"from planstrategi.api import Dated\nREGISTER = Dated({place}, {register.dato!r})"


@contextmanager
def _at_most(seconds: float, too_long: Callable[[str], None], why: str) -> Iterator[None]:
    timer = threading.Timer(seconds, too_long, [why])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class _Shell(InteractiveShell):
    """A shell that says nothing of what went wrong, which is returned, and has nothing to put in order when it ends."""

    def showtraceback(self, *_: Any, **__: Any) -> None: ...

    def showsyntaxerror(self, *_: Any, **__: Any) -> None: ...

    def atexit_operations(self) -> None: ...


def _new_shell(shown: list[Any]) -> _Shell:
    """Return a shell that adds what is displayed to a list, without the names of an earlier notebook or a user's settings."""
    _Shell.clear_instance()
    shell = _Shell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    formatter = DisplayFormatter(parent=shell)
    for kind in OURS:
        formatter.ipython_display_formatter.for_type(kind, shown.append)
    # what pandas says of its own frames is in English
    formatter.ipython_display_formatter.for_type(pd.DataFrame, lambda frame: shown.append(show(frame)))
    shell.display_formatter, shell.display_pub = formatter, CapturingDisplayPublisher()
    shell.display_pub.publish = lambda data, *_, **__: shown.append(data)

    def display(value: Any) -> None:
        if value is not None and (data := formatter.format(value)[0]):
            shown.append(data)

    shell.display_trap.hook = display
    return shell


def _run_cell(shell: InteractiveShell, shown: list[Any], source: str) -> BaseException | None:
    with redirect_stdout(_Printed(shown)), redirect_stderr(StringIO()):
        done = shell.run_cell(source)
    return done.error_before_exec or done.error_in_exec
