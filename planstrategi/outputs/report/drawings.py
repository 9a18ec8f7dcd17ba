"""Every figure as a file, PNG and SVG, for slides and documents. Two processes share the work: each takes what is not taken."""

from collections.abc import Iterable
from pathlib import Path

from planstrategi.charts import one_line
from planstrategi.model.register import Register
from planstrategi.outputs.report import FIGURES_FOLDER, WORK_FOLDER
from planstrategi.presentation.figures import STEMS, figure


def draw_files(register: Register, draft: Path, stems: Iterable[str] = STEMS) -> None:
    """Draw the figures of a register that have something to show, and that no other process has begun on, into a draft.

    What a page shows of each, the drawing on one line, is kept in the draft's folder of work.
    """
    for stem in stems:
        try:
            (draft / WORK_FOLDER / stem).touch(exist_ok=False)
        except FileExistsError:
            continue
        made = figure(STEMS[stem][0], register, STEMS[stem][1])
        if made.nothing:
            continue
        svg = made.as_bytes(".svg")
        (draft / WORK_FOLDER / f"{stem}.svg").write_text(one_line(svg), "utf-8")
        (draft / FIGURES_FOLDER / f"{stem}.svg").write_bytes(svg)
        (draft / FIGURES_FOLDER / f"{stem}.png").write_bytes(made.as_bytes(".png"))
