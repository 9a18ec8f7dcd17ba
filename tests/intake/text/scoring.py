"""What was read of a document against what a careful human reads of it (a fasit): found, invented, and wrong though sure."""

import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from planstrategi.intake.found import Found, FoundRow

DATA = Path(__file__).parents[2] / "data" / "innlesing"
LIKE = 0.85
Pair = tuple[dict[str, Any], FoundRow]


class Score(NamedTuple):
    """The pairs of rows that are the same, the names that were missed, the rows nobody printed, and what is sure and wrong."""

    like: list[Pair]
    savnet: list[str]
    oppdiktet: list[str]
    galt: list[str]

    @property
    def funnet(self) -> float:
        """The share of the human's rows that were found."""
        return len(self.like) / (len(self.like) + len(self.savnet))


def fasit(name: str) -> list[dict[str, Any]]:
    """Return the rows a human reads of a document."""
    return yaml.safe_load((DATA / f"{name}.fasit.yaml").read_text("utf-8"))["rader"]


def score(found: Found, rows: list[dict[str, Any]]) -> Score:
    """Return how what was found agrees with what a human reads; each row is paired once, the likest first."""
    likes = sorted(((likeness(one["navn"], two.navn), a, b) for a, one in enumerate(rows) for b, two in enumerate(found.rader)))
    pairs: dict[int, int] = {}
    for alike, a, b in reversed(likes):
        if alike >= LIKE and a not in pairs and b not in pairs.values():
            pairs[a] = b
    like = [(rows[a], found.rader[b]) for a, b in sorted(pairs.items())]
    missed = [row["navn"] for a, row in enumerate(rows) if a not in pairs]
    invented = [f"{row.sted}: {row.navn}" for b, row in enumerate(found.rader) if b not in pairs.values()]
    return Score(like, missed, invented, [said for pair in like for said in _wrong(*pair)])


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1, whatever their blanks, hyphens and capitals."""
    first, second = (re.sub(r"[\W_]+", "", text.casefold()) for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _wrong(row: dict[str, Any], read: FoundRow) -> list[str]:
    """What is read as sure of a row and is not so, or is doubted by a human."""
    if read.tvil:
        return []
    marks = {int(year): str(sign) for year, sign in (row.get("merker") or {}).items()}
    said = [f"{read.navn}: et menneske er i tvil"] if row.get("tvil") else []
    said += [f"{read.navn}: {read.merker} er {marks}"] if read.merker != marks else []
    said += [f"{read.navn}: er_plan {read.er_plan}"] if read.er_plan == bool(row.get("ikke_plan")) else []
    for field in ("ord", "vedtatt"):
        if (text := getattr(read, field)) and likeness(text, str(row.get(field) or "")) < LIKE:
            said.append(f"{read.navn}: {field} «{text}» er «{row.get(field)}»")
    return said
