"""Scenarios on a register of which one plan answers a requirement and an expectation."""

from copy import deepcopy
from dataclasses import asdict, replace

from registers_with_expectations import sett
from registers_with_law import HEAD
from registers_with_work import plan

from planstrategi.model.register import Register


def scenario(change: str, name: str = "a") -> str:
    return f"  - {{id: {name}, navn: Valg {name}, {change}}}\n"


def everything(register: Register) -> dict:
    """Return all that a register holds, down to the last place, but for what it remembers to be quick."""
    return deepcopy(asdict(replace(register)))


AREA = "[{id: lok-1, navn: Oppvekst, kilde: {avsnitt: Lokalt}}]"
JUDGED = f"per_dato: 2024-06-30\nsett: [{sett('s', 'bro lok-1 sterk')}]\n"
LAW = HEAD + "      - {krav: k, plan: bro, svar: helt, grunn: fordi}\n"
BRO = plan("bro", "planbehov: ny, aar: [2024], ferdig: 2024-12-31, roller: [raadgiver]")
EVERY_OTHER = "    gjentakelse: [{regel: med_aars_mellomrom, hvert: 2, etter: prøveloven § 2}]\n"
