"""What has nothing to show is left out of the report, its chapter with it when nothing else is there, and said at the end."""

import re
from collections.abc import Mapping
from typing import Any

from planstrategi.outputs.report.notebooks import NotebookCell
from planstrategi.presentation.figures import Figure
from planstrategi.presentation.findings import Said
from planstrategi.presentation.nothing import Nothing

TITLE_LINE = re.compile(r"(#+) +(.+)")


def leave_out(cells: list[NotebookCell]) -> tuple[list[NotebookCell], dict[str, str]]:
    """Return the cells of a notebook without what has nothing to show; and what that is, each with the reason.

    A sentence that a notebook has said, such as that nobody has judged, is not said again.
    """
    kept, why = _without_empty_chapters(cells)
    left, said = [], set[Said]()
    for cell in kept:
        why |= {one.shown["hva"]: one.shown["hvorfor"] for shown in cell.shown if (one := _nothing(shown)) and one.shown}
        new = [shown for shown in cell.shown if _nothing(shown) is None and not (isinstance(shown, Said) and shown in said)]
        said |= {shown for shown in new if isinstance(shown, Said)}
        left.append(cell._replace(shown=tuple(new)))
    return left, why


def _without_empty_chapters(cells: list[NotebookCell]) -> tuple[list[NotebookCell], dict[str, str]]:
    headings = {number: found for number, cell in enumerate(cells) if (found := TITLE_LINE.match(cell.prose))}
    why: dict[str, str] = {}
    gone: set[int] = set()
    for number, heading in headings.items():
        ends = (later for later, other in headings.items() if later > number and len(other[1]) <= len(heading[1]))
        chapter = range(number, next(ends, len(cells)))
        shown = [one for place in chapter for one in cells[place].shown]
        missing = [nothing for one in shown if (nothing := _nothing(one)) is not None]
        if number not in gone and missing and all(_nothing(one) is not None or isinstance(one, Said) for one in shown):
            gone |= set(chapter)
            if missing[0].shown:
                why[heading[2]] = missing[0].shown["hvorfor"]
    return [cell for number, cell in enumerate(cells) if number not in gone], why


def _nothing(shown: Any) -> Nothing | None:
    return shown.nothing if isinstance(shown, Figure) else shown if isinstance(shown, Nothing) else None


def left_out_line(left_out: Mapping[str, str]) -> str:
    """Return one line that says what was left out, by reason; nothing where nothing was."""
    reasons = {why: "; ".join(what for what, other in left_out.items() if other == why) for why in left_out.values()}
    return " ".join(f"Utelatt fordi {why}: {what}." for why, what in reasons.items())
