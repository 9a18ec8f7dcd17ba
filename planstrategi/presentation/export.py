"""A frame → text, CSV or JSON, for people, Excel and programs."""

import json
from collections.abc import Callable
from typing import Any

import pandas as pd

from planstrategi.presentation.plain_words import cell

EXCEL_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(frame: pd.DataFrame) -> str:
    """Return the table in columns for a terminal, text to the left, numbers to the right."""
    shown = frame.map(cell).astype(str)
    aligned = [">" if pd.api.types.is_numeric_dtype(frame[name]) else "<" for name in frame.columns]
    lines = [list(frame.columns), *shown.to_numpy().tolist()]
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    form = "  ".join(f"{{:{side}{width}}}" for side, width in zip(aligned, widths, strict=True))
    return "\n".join(form.format(*line).rstrip() for line in lines)


def as_json(frame: pd.DataFrame) -> str:
    """Return an array with one object per row: lists as arrays, unknown as null."""
    rows = [{name: _plain(value) for name, value in row.items()} for row in frame.to_dict("records")]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return None if value is pd.NA or (isinstance(value, float) and pd.isna(value)) else value


def as_csv(frame: pd.DataFrame, line_end: str = "\n") -> str:
    """Return CSV with lists joined by «; », ja and nei."""
    return frame.map(_joined).to_csv(index=False, lineterminator=line_end)


def as_excel_csv(frame: pd.DataFrame) -> str:
    """Return CSV that Norwegian Excel opens: byte-order mark, semicolons, decimal comma, no live formulas."""
    return "\ufeff" + frame.map(_joined).map(_without_formula).to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")


def _joined(value: Any) -> Any:
    if pd.api.types.is_bool(value):
        return "ja" if value else "nei"
    return "; ".join(map(str, value)) if isinstance(value, tuple | list) else value


def _without_formula(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(EXCEL_FORMULA) else value


# by the word for it on the command line
WRITERS: dict[str, Callable[[pd.DataFrame], str]] = {"tekst": as_text, "csv": as_csv, "json": as_json, "excel": as_excel_csv}
