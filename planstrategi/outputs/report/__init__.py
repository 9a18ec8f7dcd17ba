"""What is handed to people: the report. Outputs decide nothing; they gather what the rest has made."""


class NotebookFailed(Exception):
    """A notebook stopped; the message names the notebook, the cell and the error."""


class ReportRefused(Exception):
    """The report cannot be made here; the message says why and what to do."""
