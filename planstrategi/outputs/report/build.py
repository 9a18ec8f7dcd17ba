"""The second process of a report: runs the notebooks, makes the page of what they show, and helps to draw.

It is started by `folder`, and leaves in its draft either the page or why there is none.
"""

import json
import os
import sys
import threading
import warnings
from contextlib import suppress
from functools import cache
from pathlib import Path

from planstrategi import api
from planstrategi.model.dates import in_words
from planstrategi.model.os_errors import reason
from planstrategi.outputs.report import INPUTS, PAGE, WHICH, WHY, WORK_FOLDER, NotebookFailed
from planstrategi.outputs.report.drawings import draw_files
from planstrategi.outputs.report.inputs import checksums, input_files, made_from
from planstrategi.outputs.report.notebooks import run_notebooks
from planstrategi.outputs.report.page import report_page
from planstrategi.presentation.figures import STEMS

FAILED, NOT_SAVED = 1, 2


def build(draft: Path, place: str, notebooks: list[Path]) -> None:
    """Run the notebooks on the register of a place, and write the page into the draft's folder of work."""
    work = draft / WORK_FOLDER
    # all chapters are of the same state of the files, and what one has computed is there for the next
    setattr(api, "load", cache(api.load))  # noqa: B010 – it stands in the place of a function
    register = api.load(place)

    def never_ends(why: str) -> None:
        (work / WHY).write_text(why, "utf-8")
        os._exit(FAILED)

    chapters = run_notebooks(notebooks, place, lambda text: print(text, file=sys.stderr, flush=True), never_ends)
    files = input_files(register, notebooks)
    sums = checksums(files)
    which = {WHICH: "/".join(Path(register.fil).absolute().parts[-3:-1]), "Per dato": in_words(register.per_dato)}
    (work / PAGE).write_text(report_page(register, chapters, which | made_from(register, files, sums)), "utf-8")
    (work / INPUTS).write_text(json.dumps(which | sums), "utf-8")
    draw_files(register, draft, reversed(STEMS))


def build_or_say_why(draft: str, place: str, dato: str, *notebooks: str) -> int:
    """Build a report into a draft; where it cannot be, leave why there: return 1 when a notebook fails, else 2."""
    try:
        build(Path(draft), api.Dated(place, dato) if dato else place, [Path(one) for one in notebooks])
        return 0
    except NotebookFailed as failed:
        status, why = FAILED, str(failed)
    except api.RegisterError as changed:
        status, why = NOT_SAVED, str(changed)
    except (OSError, UnicodeEncodeError) as error:
        status, why = NOT_SAVED, f"Rapporten kan ikke lagres. {reason(error)}"
    with suppress(OSError):
        (Path(draft) / WORK_FOLDER / WHY).write_text(why, "utf-8")
    return status


if __name__ == "__main__":
    # such as that IPython cannot write in the user's folder
    warnings.simplefilter("ignore")
    # when the process that started it is killed, this stream ends, and so does it; a cell that asks for something gets nothing
    threading.Thread(target=lambda: os.read(0, 1) or os._exit(FAILED), daemon=True).start()
    sys.stdin = Path(os.devnull).open()  # noqa: SIM115
    sys.exit(build_or_say_why(*sys.argv[1:]))
