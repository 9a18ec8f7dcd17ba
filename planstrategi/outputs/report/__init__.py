"""The report: executed notebooks as one page, and every figure as a file."""

from collections.abc import Callable

Say = Callable[[str], None]


class NotebookFailed(Exception):
    """A notebook stopped; the message names the notebook, the cell and the error."""


class ReportRefused(Exception):
    """The report cannot be made here; the message says why and what to do."""
