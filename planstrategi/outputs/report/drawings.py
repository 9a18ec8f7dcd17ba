"""Every figure as a file, PNG and SVG, for slides and documents: python -m planstrategi.outputs.report.drawings."""

import sys
from pathlib import Path

from planstrategi.api import load
from planstrategi.model.os_errors import reason
from planstrategi.presentation.figures import FIGURES, figure


def draw_all(register: str, folder: str, dato: str | None = None) -> int:
    """Draw every figure of a register that has something to show into a folder; `dato` as in `load`.

    On A4 too where a slide may show a summary. Return 1, and say why, when they cannot be saved.
    """
    pages = {name: (name, "lysbilde") for name in FIGURES}
    pages |= {f"{name}-a4": (name, "a4") for name, spec in FIGURES.items() if spec.summary}
    try:
        loaded = load(register, dato)
        for stem, (name, size) in pages.items():
            drawn = figure(name, loaded, size)
            for suffix in () if drawn.nothing else (".png", ".svg"):
                (Path(folder) / f"{stem}{suffix}").write_bytes(drawn.as_bytes(suffix))
    except OSError as error:
        print(f"Figurene kan ikke lagres i {folder}. {reason(error)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(draw_all(*sys.argv[1:4]))
