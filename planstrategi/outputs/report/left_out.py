"""What has nothing to show is left out of the report, its chapter with it when nothing else is there, and listed."""

import re
from typing import Any

from nbformat import NotebookNode

from planstrategi.presentation.nothing import LEFT_OUT

TITLE_LINE = re.compile(r"(#+) +(.+)")
# a sentence says what the tables and figures of its chapter show, and is nothing without them
SENTENCE = 'class="funn"'


def leave_out(notebook: NotebookNode) -> dict[str, str]:
    """Take out of a notebook what has nothing to show; return what that is, each with the reason.

    A sentence that a notebook has said, such as that nobody has judged, is not said again.
    """
    headings = {number: found for number, cell in enumerate(notebook.cells) if (found := _heading(cell))}
    why: dict[str, str] = {}
    gone: set[int] = set()
    for number, heading in headings.items():
        end = next((later for later, other in headings.items() if later > number and len(other[1]) <= len(heading[1])), None)
        outputs = [output for cell in notebook.cells[number:end] for output in cell.get("outputs", [])]
        missing = [one for output in outputs if (one := _missing(output)) is not None]
        if number not in gone and missing and not any(map(_is_content, outputs)):
            gone |= set(range(number, len(notebook.cells) if end is None else end))
            why |= dict.fromkeys([heading[2]] if missing[0] else [], missing[0].get("hvorfor", ""))
    notebook.cells = [cell for number, cell in enumerate(notebook.cells) if number not in gone]
    said: set[str] = set()
    for cell in notebook.cells:
        why |= {one["hva"]: one["hvorfor"] for output in cell.get("outputs", []) if (one := _missing(output))}
        if "outputs" in cell:
            cell.outputs = [output for output in cell.outputs if _missing(output) is None and _sentence(output) not in said]
            said |= {_sentence(output) for output in cell.outputs} - {""}
    return why


def _heading(cell: NotebookNode) -> re.Match[str] | None:
    return TITLE_LINE.match(cell.source) if cell.cell_type == "markdown" else None


def _missing(output: NotebookNode) -> Any:
    return output.get("metadata", {}).get(LEFT_OUT)


def _is_content(output: NotebookNode) -> bool:
    return _missing(output) is None and not _sentence(output)


def _sentence(output: NotebookNode) -> str:
    shown = output.get("data", {}).get("text/html", "")
    return shown if SENTENCE in shown else ""


def left_out_line(left_out: dict[str, str]) -> str:
    """Return one line that says what was left out, by reason; nothing where nothing was."""
    reasons: dict[str, list[str]] = {}
    for what, why in left_out.items():
        reasons.setdefault(why, []).append(what)
    return " ".join(f"Utelatt fordi {why}: {'; '.join(several)}." for why, several in reasons.items())
