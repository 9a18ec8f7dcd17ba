"""A notebook as a file: cells of code, the first of them with the parameter."""

import json
from pathlib import Path


def write_notebook(path: Path, *code: str, title: str = "Liten", more: dict | None = None) -> Path:
    """Write a notebook with a title and cells of code, and more metadata of its own; return where."""
    cells = [{"cell_type": "markdown", "metadata": {}, "source": f"# {title}"}]
    tags = [{"tags": ["parameters"]}, *({} for _ in code[1:])]
    cells += [{"cell_type": "code", "metadata": tag, "source": one, "outputs": []} for tag, one in zip(tags, code, strict=False)]
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": more or {}, "cells": cells}), "utf-8")
    return path
