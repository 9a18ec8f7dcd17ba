"""One table of several registers: which municipality and period each row is of stands first in it."""

from collections.abc import Sequence

import pandas as pd

from planstrategi.analysis.overview.municipalities import called
from planstrategi.model.register import Register
from planstrategi.presentation.tables import table


def table_of_all(name: str, registers: Sequence[Register]) -> pd.DataFrame:
    """Return the table of each register as one, with `kommune` and `periode` first; `attrs` says the sources of all."""
    frames = [table(name, register) for register in registers]
    for frame, name, register in zip(frames, called(registers), registers, strict=True):
        frame.insert(0, "kommune", name)
        frame.insert(1, "periode", f"{register.periode.fra}-{register.periode.til}")
    whole = joined(frames)
    whole.attrs = frames[0].attrs | {"kilde": " ".join(dict.fromkeys(frame.attrs["kilde"] for frame in frames))}
    return whole


def joined(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return frames with the same columns one below the other."""
    # a column without rows has no type, and would take it from the others
    return pd.concat([frame for frame in frames if len(frame)] or frames[:1], ignore_index=True)
