"""Every figure as a file, PNG and SVG, for slides and case documents: python -m planstrategi.outputs.drawings."""

import sys
from pathlib import Path

from planstrategi.api import load
from planstrategi.figures import FIGURES, figure


def save_figures(register: str, folder: Path) -> None:
    """Draw every figure of a register into a folder."""
    loaded = load(register)
    for name in FIGURES:
        drawn = figure(name, loaded)
        for suffix in (".png", ".svg"):
            (folder / f"{name}{suffix}").write_bytes(drawn.as_bytes(suffix))


if __name__ == "__main__":
    save_figures(sys.argv[1], Path(sys.argv[2]))
