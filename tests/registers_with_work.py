"""Registers with plans, assumptions and capacity, in as few words as a test can do with.

The period is 2024–2026 and the day 30.06.2024.
"""

import shutil
from itertools import count
from pathlib import Path

from registers import ROOT, SMALL

import planstrategi as ps
from planstrategi.model.register import Register

NATIONAL = ROOT / "tests" / "data" / "nasjonalt"
FORVENTNINGER = "nasjonale_forventninger.yaml"
NUMBER = count()
HOURS = "timer_per_maanedsverk: 140\n"


def plan(name: str, more: str, plantype: str = "temaplan", area: str = "nord") -> str:
    """Return a plan in YAML, without its row."""
    return f"id: {name}, navn: {name.capitalize()}, plantype: {plantype}, ansvarlig: {area}, {more}"


def span(low: float, likely: float | None = None, high: float | None = None, more: str = "") -> str:
    """Return a range in YAML; one number alone is a range of no width."""
    likely, high = low if likely is None else likely, low if high is None else high
    return f"{{lav: {low}, sannsynlig: {likely}, hoy: {high}, grunnlag: antatt{more}}}"


def kind(
    name: str,
    work: str,
    calendar: str = "",
    *,
    types: str = "[temaplan]",
    needs: str = "[ny]",
    each: str = "hele",
    more: str = "",
) -> str:
    """Return an assumption about one kind of work in YAML."""
    calendar = calendar or span(12)
    return (
        f"{{id: {name}, navn: Slag {name}, plantyper: {types}, planbehov: {needs}, arbeid: {each}, "
        f"kalendermaaneder: {calendar}, maanedsverk: {work}{more}}}"
    )


def write_and_load(
    folder: Path,
    plans: list[str],
    kinds: list[str] | None = None,
    *,
    own: str = "",
    scenarios: str = "",
    requirements: str = "",
    law: str = "",
    areas: str = "",
    judged: str = "",
    national: Path = NATIONAL,
    last: int = 2026,
    marks: str = "arbeid",
    dato: str = "",
) -> Register:
    """Load the smallest register with these plans and assumptions; may be called several times in one test.

    `last` is the last year of the period, and `marks` what a mark means. `own` is what stands in forutsetninger.yaml and
    `scenarios` in scenarier.yaml after `per_dato`; `areas` are the municipality's own areas, `law` and `judged` the files
    of judgements.
    """
    folder = folder / str(next(NUMBER))
    local = folder / "kommuner" / "prove"
    rows = [f"  - {{{one}, kilde: {{tabell: temaplan, rad: {number}}}}}\n" for number, one in enumerate(plans, 1)]
    register = SMALL.replace("antall_rader: 1", f"antall_rader: {len(plans)}").replace("til: 2026", f"til: {last}")
    register = register.replace("merket_betyr: arbeid", f"merket_betyr: {marks}")
    register += f"satsingsomraader: {areas}\n" if areas else ""
    files = {
        local / "register.yaml": register + ("planer:\n" + "".join(rows) if plans else "planer: []\n"),
        local / "forutsetninger.yaml": own and "per_dato: 2024-06-30\n" + own,
        local / "scenarier.yaml": scenarios and f"per_dato: 2024-06-30\nscenarier:\n{scenarios}",
        local / "vurderinger" / "lovkrav.yaml": law,
        local / "vurderinger" / "forventninger.yaml": judged,
        folder / "nasjonalt" / "lovkrav.yaml": requirements,
        folder / "nasjonalt" / "innsats.yaml": ""
        if kinds is None
        else f"per_dato: 2024-06-30\nkilde: Oppdiktet.\ninnsats:\n{''.join(f'  - {one}{chr(10)}' for one in kinds)}{HOURS}",
    }
    (folder / "nasjonalt").mkdir(parents=True)
    shutil.copy(NATIONAL / FORVENTNINGER, folder / "nasjonalt" / FORVENTNINGER)
    for path in (national / "plantyper.yaml", national / "innsats.yaml"):
        if path.exists():
            shutil.copy(path, folder / "nasjonalt" / path.name)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, "utf-8")
    return ps.load(local, dato or None)


def rows(register: Register, table: str, *columns: str) -> list[tuple]:
    """Return a table as tuples; what is missing is None."""
    frame = ps.table(table, register)
    frame = frame[list(columns)].astype(object) if columns else frame.astype(object)
    return [tuple(row) for row in frame.where(frame.notna(), None).itertuples(index=False)]


# Three plans on paper. New plans take 12 månedsverk, revisions 4, action parts 1 each year:
# bru (Nord, two roles) 12 over 2024 and 2025; vei (Sør, no role) 4 in 2025; sti (Nord, one role) 1 in 2025 and in 2026.
FIXED = [
    kind("ny", span(12)),
    kind("revisjon", span(4), needs="[revisjon]"),
    kind("del", span(1), needs="[rullering_av_handlingsdel]", each="hvert_aar"),
]

ON_PAPER = [
    plan("bru", "planbehov: ny, aar: [2024, 2025], roller: [leder-nord, raadgiver]"),
    plan("vei", "planbehov: revisjon, aar: [2025]", area="sor"),
    plan("sti", "planbehov: rullering_av_handlingsdel, aarlig: [handlingsdel], aar: [2025, 2026], roller: [raadgiver]"),
]

WIDE = [
    kind("ny", span(2, 4, 12), span(12)),
    kind("revisjon", span(0, 5, 10), needs="[revisjon]"),
    kind("del", span(1, 1, 7), needs="[rullering_av_handlingsdel]", each="hvert_aar"),
]

SAID = ", grunn: budsjettet, hvem: planlederen}"


def capacities(*said: str, deductions: str = "") -> str:
    rows_ = "".join(f"  - {{{one}{SAID}\n" for one in said)
    return f"kapasitet:\n{rows_}" + (f"fradrag:\n{deductions}" if deductions else "")


# Three kinds of work that are not known exactly, and five plans.
SWINGING = [
    kind("del", span(0, 1, 2), needs="[rullering_av_handlingsdel]", each="hvert_aar"),
    kind("revisjon", span(1, 2, 3), needs="[revisjon]"),
    kind("ny", span(2, 4, 12)),
]
TO_SWING = [
    plan("sti", "planbehov: rullering_av_handlingsdel, aar: [2025, 2026]"),
    plan("vei", "planbehov: revisjon, aar: [2025]"),
    plan("gate", "planbehov: revisjon, aar: [2025]"),
    plan("torg", "planbehov: revisjon, aar: [2024]"),
    plan("bru", "planbehov: ny, aar: [2024, 2025]"),
]
