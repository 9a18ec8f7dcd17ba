"""Where the registers lie that tests read: the real one, the invented one, and the smallest one that shows a thing."""

from pathlib import Path

from planstrategi.model.data_files import FILER

ROOT = Path(__file__).parents[1]
OSTRE_TOTEN = ROOT / "data" / "kommuner" / "ostre-toten" / "2024-2027"
VALID = ROOT / "tests" / "data" / "gyldig"
FJORDVIK = VALID / "fjordvik" / "2028-2031"
# the real ones that are drafts, with doubts that nobody has answered
NAMES_OF_DRAFTS = ("gol", "hol", "krodsherad", "lier", "nesbyen", "rollag")
DRAFTS = {name: next((ROOT / "data" / "kommuner" / name).glob("20*")) for name in NAMES_OF_DRAFTS}
WITH_PLANS = {"fjordvik": FJORDVIK} | DRAFTS
# the codes of references that lead nowhere, and of ids that are used twice, for each family of data files
REFERENCES = {f"{kind.familie}{number}" for kind in FILER for number in (101, 102)}
SMALL = """\
kommune: {navn: Prøvekommune, nummer: '9999', fylke: provefylke}
periode: {fra: 2024, til: 2026}
per_dato: 2024-06-30
dokument: {tittel: Prøvestrategi}
omraader:
  - {id: nord, navn: Nord}
  - {id: sor, navn: Sør}
roller:
  - {id: leder-nord, navn: Leder, omraade: nord}
  - {id: leder-sor, navn: Leder, omraade: sor}
  - {id: raadgiver, navn: Rådgiver, omraade: nord}
tabeller:
  - {id: temaplan, navn: Temaplan, antall_rader: 1, merket_betyr: arbeid}
"""


def years_marked(row: dict[str, str]) -> tuple[int, ...]:
    """Return the years that a row typed from the source is marked in."""
    return tuple(year for year in (2024, 2025, 2026, 2027) if row[f"m{year}"])
