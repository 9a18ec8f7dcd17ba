"""Notebook files → executed notebooks, one kernel each, as many at a time as there are processors."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from planstrategi.api import Dated
from planstrategi.outputs.report import NotebookFailed, Say

TIMEOUT_SECONDS = 300
NOT_A_NOTEBOOK = "kan ikke leses som notatbok. Hent fram en tidligere utgave, eller flytt den ut av mappen notebooks/."


def execute_all(paths: Sequence[Path], register: str, say: Say) -> list[NotebookNode]:
    """Return the notebooks executed on a register, in the order given; raise NotebookFailed for those that stop."""
    # all are read before the first is run: nobody waits long to hear that one is damaged
    notebooks = _all_made([_read(path, register) for path in paths])
    there = "Åpne notatboken med «planstrategi lab» og kjør cellen der."
    return _all_made(asyncio.run(_execute_all(paths, notebooks, say)), there)


def _all_made(results: Sequence[NotebookNode | NotebookFailed], advice: str = "") -> list[NotebookNode]:
    failed = [str(result) for result in results if isinstance(result, NotebookFailed)]
    if failed:
        raise NotebookFailed("\n".join([*failed, f"Rapporten er ikke laget. {advice}".strip()]))
    return [result for result in results if not isinstance(result, NotebookFailed)]


def _read(path: Path, register: str) -> NotebookNode | NotebookFailed:
    try:
        return with_register(nbformat.read(path, as_version=4), register)
    except Exception:  # a file that is no notebook fails in nbformat in as many ways as there are files
        return NotebookFailed(f"{path.name} {NOT_A_NOTEBOOK}")


async def _execute_all(paths: Sequence[Path], notebooks: Sequence[NotebookNode], say: Say) -> list[NotebookNode | NotebookFailed]:
    turn = asyncio.Semaphore(os.cpu_count() or 1)
    return await asyncio.gather(*(_execute(path, notebook, turn, say) for path, notebook in zip(paths, notebooks, strict=True)))


async def _execute(path: Path, notebook: NotebookNode, turn: asyncio.Semaphore, say: Say) -> NotebookNode | NotebookFailed:
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT_SECONDS,
        # not the one a notebook names: it may be that of another machine
        kernel_name=NATIVE_KERNEL_NAME,
        # a kernel may send what one cell prints in two parts, or in one, as time falls
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
        # a kernel that starts warns of TCP, and one that is stopped of its socket: in the middle of the progress
        extra_arguments=["--log-level=CRITICAL"],
    )
    async with turn:
        say(f"Kjører {path.name} …")
        try:
            await client.async_execute()
        except CellExecutionError as error:
            return NotebookFailed(_explained(path, notebook, f"{error.ename}: {error.evalue}"))
        except (TimeoutError, RuntimeError) as error:
            return NotebookFailed(_explained(path, notebook, str(error)))
    return notebook


def with_register(notebook: NotebookNode, register: str) -> NotebookNode:
    """Return the notebook without its stored outputs, and with the cell tagged `parameters` pointing at a register."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = _parameters(register)
    return notebook


def _parameters(register: str) -> str:
    place = repr(Path(register).as_posix())
    if not isinstance(register, Dated):
        return f"REGISTER = {place}"
    # the day goes with the place, so that whatever a notebook loads from it is read as of that day
    return f"from planstrategi.api import Dated\nREGISTER = Dated({place}, {register.dato!r})"


def _explained(path: Path, notebook: NotebookNode, error: str) -> str:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    number = max((number for number, cell in enumerate(code, 1) if cell.execution_count or cell.outputs), default=1)
    source = code[number - 1].source.strip() if code else ""
    return "\n    ".join([f"{path.name} stoppet i kodecelle {number}:", *source.splitlines(), *error.splitlines()])
