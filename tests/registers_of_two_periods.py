"""Two periods of one small municipality, beside each other, in as few words as a test can do with."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from registers import ROOT
from registers_with_law import CATALOGUE

import planstrategi as ps
from planstrategi.model.register import Register

NATIONAL = ROOT / "tests" / "data" / "nasjonalt"
HEAD = """\
kommune: {{navn: {name}, nummer: '{number}', fylke: provefylke}}
periode: {{fra: {first}, til: {last}}}
per_dato: {day}
dokument: {{tittel: Planstrategi {first}}}
omraader: [{{id: nord, navn: Nord}}, {{id: sor, navn: Sør}}]
tabeller: [{{id: temaplan, navn: Temaplan, antall_rader: {rows}, merket_betyr: arbeid}}]
planer: [{plans}]
"""


def plan(name: str, more: str = "", navn: str = "", area: str = "nord") -> str:
    """Return a plan in YAML, without its row."""
    called = f"id: {name}, navn: {navn or name.capitalize()}, plantype: temaplan, ansvarlig: {area}"
    return f"{called}, {more}" if more else called


def write(
    project: Path,
    plans: Iterable[str],
    first: int,
    *,
    last: int = 0,
    day: str = "",
    name: str = "Prøve",
    number: str = "9999",
    folder: str = "",
    renamed: str = "",
    judged: str = "",
) -> Path:
    """Write the register of a period with these plans, of four years where no other is given; return its folder."""
    if not (project / "nasjonalt").exists():
        shutil.copytree(NATIONAL, project / "nasjonalt")
    last, listed = last or first + 3, [f"{{{one}, kilde: {{tabell: temaplan, rad: {n}}}}}" for n, one in enumerate(plans, 1)]
    made = project / "kommuner" / (folder or f"prove/{first}-{last}")
    words = {"name": name, "number": number, "first": first, "last": last, "day": day or f"{first}-06-30"}
    files = {
        "register.yaml": HEAD.format(**words, rows=len(listed), plans=",\n  ".join(listed)),
        "navnebytter.yaml": renamed and f"per_dato: {first}-06-30\nnavnebytter: [{renamed}]\n",
        "vurderinger/lovkrav.yaml": judged,
    }
    for place, text in files.items():
        (made / place).parent.mkdir(parents=True, exist_ok=True)
        if text:
            (made / place).write_text(text, "utf-8")
    return made


def compared(project: Path, old: Iterable[str], new: Iterable[str], **more: str) -> Register:
    """Load 2024–2027 with these plans, beside 2020–2023 with those."""
    write(project, old, 2020)
    return ps.load(write(project, new, 2024, **more))


def rows(register: Register, table: str, *columns: str) -> list[tuple]:
    """Return a table as tuples; what is missing is None."""
    frame = ps.table(table, register)[list(columns)].astype(object)
    return [tuple(row) for row in frame.where(frame.notna(), None).itertuples(index=False)]


# Two periods to be compared by hand; what comes of it stands in tests/analysis/revision.
OLD = [
    plan("klima", "planbehov: revisjon, aar: [2021, 2022], vedtatt: 2015"),
    plan("skole", "planbehov: ny, aar: [2020, 2021]"),
    plan("vei", "planbehov: viderefores"),
    plan("bru", "planbehov: revisjon, aar: [2023]"),
    plan("torg", "planbehov: utgaar"),
    plan("helse", "planbehov: revisjon", navn="Plan for helse og omsorg"),
    plan("naering", "planbehov: revisjon, ferdig: 2022, vedtatt: 2012"),
    plan("kultur", "planbehov: revisjon, aar: [2022]", navn="Kulturplan"),
]
NEW = [
    plan("klima", "planbehov: viderefores, vedtatt: 2022-05"),
    plan("skole", "planbehov: ny, aar: [2025]"),
    plan("vei", "planbehov: viderefores"),
    plan("idrett", "planbehov: ny, aar: [2026]"),
    plan("omsorgsplan", "planbehov: viderefores", navn="Helse- og omsorgsplan 2023–2030"),
    plan("naering", "planbehov: revisjon, ferdig: 2026, vedtatt: 2012", area="sor"),
    plan("kultur", "planbehov: revisjon, aar: [2025]", navn="Kulturstrategi"),
]

LAW = """\
per_dato: {day}
sett:
  - {{id: s, hvem: jurist, naar: {day}, grunnlag: prøve, forelopig: nei, vurderinger: [{{krav: k, {said}, grunn: slik}}]}}
"""


def judged(project: Path, old: str, new: str, repeated: str = "", adopted: str = "2019", day: str = "") -> Register:
    """Load two periods with one requirement, which may come back, judged so in each."""
    write(project, [plan("a", "planbehov: viderefores, vedtatt: 2019, vedtatt_av: politisk")], 2020,
          judged=old and LAW.format(day="2020-06-30", said=old))  # fmt: skip
    (project / "nasjonalt" / "lovkrav.yaml").write_text(CATALOGUE + repeated, "utf-8")
    folder = write(project, [plan("a", f"planbehov: viderefores, vedtatt: {adopted}, vedtatt_av: politisk")], 2024,
                   judged=new and LAW.format(day="2024-06-30", said=new), day=day)  # fmt: skip
    return ps.load(folder)
