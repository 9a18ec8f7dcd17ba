"""What was read of a typeset document against the rows it was typeset from."""

import re
from collections.abc import Iterable
from typing import Any

from planstrategi.intake.found import Found, FoundRow


def differences(found: Found, rows: Iterable[dict[str, Any]], *, signs: bool = True) -> list[str]:
    """Return what was missed, invented or read otherwise; without `signs` a marked year is enough."""
    left, told = list(found.rader), []
    for row in rows:
        read = next((one for one in left if alike(one.navn) == alike(row["navn"])), None)
        if read is None:
            told.append(f"savnet: {row['navn']}")
        else:
            left.remove(read)
            told += _otherwise(read, row, signs)
    return told + [f"oppdiktet: {one.navn}" for one in left]


def _otherwise(read: FoundRow, row: dict[str, Any], signs: bool) -> list[str]:
    marks = {year: str(sign) for year, sign in (row.get("merker") or {}).items()}
    pairs = {
        "merker": (read.merker, marks) if signs else (set(read.merker), set(marks)),
        "er_plan": (read.er_plan, not row.get("ikke_plan")),
        **{felt: (alike(getattr(read, felt)), alike(row.get(felt) or "")) for felt in ("ord", "ansvarlig", "vedtatt")},
    }
    said = [f"{row['navn']}: {felt} er lest {got}, ikke {want}" for felt, (got, want) in pairs.items() if got != want]
    return said + ([] if alike(row.get("merknad") or "") in alike(read.kommentar) else [f"{row['navn']}: {read.kommentar}"])


def alike(text: str) -> str:
    """Return a text without blanks, hyphens and capitals, which the breaking of lines changes."""
    return re.sub(r"[\s\-–]+", "", text.lower())


def doubted(found: Found) -> set[str]:
    """Return the names of the rows that are not read as sure."""
    return {alike(row.navn) for row in found.rader if row.tvil or found.tabeller[row.tabell - 1].doubts(row)}


# where a careful reader doubts what the document says, and not only where its columns were lost
DOUBTFUL = {
    "gol": ["Plan for psykisk helse", "Bustadpolitisk plan (handlingsplan) for Hallingdal"],
    "hol": [
        "Oppheving av reguleringsplaner iht. arealdelsrevisjon", "Skole- og idrettsområdet på Geilo: Geilo Arena",
        "Revisjon av reguleringsplaner for boligområder på Geilo: Timrehaugane, Fossgårdfeltet, Geilomoen",
    ],
    "krodsherad": [
        "ROS-analyse (avklare revidering ifbm. planstrategien)", "Regionale klima- og miljømål, følge opp kommunalt",
        "Områderegulering, utviklingsområder på Norefjell",
    ],
    "lier": ["Mulighetsstudie Store Gilhus Gård", "Mulighetsstudie Lierskogen sentrum", "Temaplan for støy"],
    "nesbyen": ["Strategisk plan for kultursektoren", "Kommunedelplan Trafikksikkerhet Rullering handlingsdel"],
    "rollag": [],
}  # fmt: skip
