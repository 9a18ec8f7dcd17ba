"""The report: a page to hand over, the executed notebooks as chapters behind it, and every figure as a file."""

import logging
from collections.abc import Callable

# what matplotlib says of its own folders when it is imported, in English, is no part of a report
logging.getLogger("matplotlib").setLevel(logging.ERROR)

Say = Callable[[str], None]


class NotebookFailed(Exception):
    """A notebook stopped; the message names the notebook, the cell and the error."""


class ReportRefused(Exception):
    """The report cannot be made here; the message says why and what to do."""


# what the two processes that make a report leave for each other in its draft
WORK_FOLDER, PAGE, WHY, INPUTS = ".arbeid", "side.html", "feil.txt", "kilder.json"
# where the figures lie, and where a report says of which register it is
FIGURES_FOLDER, WHICH = "figurer", "Register"
