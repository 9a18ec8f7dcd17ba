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
    why, said = _without_empty_chapters(notebook), set[str]()
    for cell in (cell for cell in notebook.cells if "outputs" in cell):
        why |= {one["hva"]: one["hvorfor"] for output in cell.outputs if (one := _missing(output))}
        cell.outputs = [output for output in cell.outputs if _missing(output) is None and _sentence(output) not in said]
        said |= {_sentence(output) for output in cell.outputs} - {""}
    return why


def _without_empty_chapters(notebook: NotebookNode) -> dict[str, str]:
    cells = notebook.cells
    headings = {number: found for number, cell in enumerate(cells) if (found := _heading(cell))}
    why: dict[str, str] = {}
    gone: set[int] = set()
    for number, heading in headings.items():
        ends = (later for later, other in headings.items() if later > number and len(other[1]) <= len(heading[1]))
        chapter = range(number, next(ends, len(cells)))
        outputs = [output for one in chapter for output in cells[one].get("outputs", [])]
        missing = [one for output in outputs if (one := _missing(output)) is not None]
        if number not in gone and missing and all(_missing(one) is not None or _sentence(one) for one in outputs):
            gone |= set(chapter)
            if missing[0]:
                why[heading[2]] = missing[0]["hvorfor"]
    notebook.cells = [cell for number, cell in enumerate(cells) if number not in gone]
    return why


def _heading(cell: NotebookNode) -> re.Match[str] | None:
    return TITLE_LINE.match(cell.source) if cell.cell_type == "markdown" else None


def _missing(output: NotebookNode) -> Any:
    return output.get("metadata", {}).get(LEFT_OUT)


def _sentence(output: NotebookNode) -> str:
    shown = output.get("data", {}).get("text/html", "")
    return shown if SENTENCE in shown else ""


def left_out_line(left_out: dict[str, str]) -> str:
    """Return one line that says what was left out, by reason; nothing where nothing was."""
    reasons: dict[str, list[str]] = {}
    for what, why in left_out.items():
        reasons.setdefault(why, []).append(what)
    return " ".join(f"Utelatt fordi {why}: {'; '.join(several)}." for why, several in reasons.items())
