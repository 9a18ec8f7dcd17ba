"""The fixed words of the data files: each with the label people see, which stands in ordliste.yaml, and those that code asks for."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def words_beside(module: str, name: str) -> Any:
    """Return what a YAML file beside a module, of which `__file__` is given, holds."""
    return yaml.load(Path(module).with_name(name).read_text("utf-8"), yaml.CSafeLoader)


_WORDS: dict[str, dict[str, str]] = words_beside(__file__, "ordliste.yaml")


def __getattr__(name: str) -> dict[str, str]:
    """Return a list of ordliste.yaml, the label of each of its words, by its name in capitals: PLANBEHOV."""
    try:
        return _WORDS[name.lower()]
    except KeyError:
        raise AttributeError(f"{name} is no list of ordliste.yaml") from None


# what a mark in a year of a plan table means
ARBEIDSMERKE, OPPSTARTSMERKE, VEDTAKSMERKE, ORDMERKE, HASTEMERKE = "arbeid", "oppstart", "vedtak", "ord", "hast"
# the marks that are amounts, by the unit that is their meaning
AMOUNTS = ("aarsverk", "timer")
# what there is work with
REVISING = ("ny", "full_revisjon", "revisjon", "mindre_endring", "rullering_av_handlingsdel")
# what is to be no more
ENDING = ("oppheves", "utgaar", "erstattes")
UNDER_WAY, NOT_BEGUN = ("oppstart_varslet", "under_arbeid", "til_behandling"), ("ikke_startet", "utredes", "venter")
# whose plans the municipality does not make
OTHERS = ("fylkeskommune", "stat", "andre")
INGEN, TAUS = "ingen", "taus"
ADGANG, PLANSTRATEGIEN, IKKE_LEST, INNBYGGER = "adgang", "planstrategien", "ikke_lest", "innbygger"
SIKKER, USIKKER, UKJENT = "sikker", "usikker", "ukjent"
HVER_VALGPERIODE, MED_AARS_MELLOMROM, VED_OPPSTART = "hver_valgperiode", "med_aars_mellomrom", "ved_oppstart_av_planstrategi"
HVERT_AAR = "hvert_aar"
# how the last day of a step of the process follows from the law
VALGDAG, KONSTITUERING, FRIST_I_KRAVET, FOER_STEGET, UTEN_DAG = "valgdag", "konstituering", "krav", "saksgang", "uten_dag"
# the kommuneplan, and the kommunedelplaner that are made like it (pbl. §§ 11-1 and 11-15)
KOMMUNEPLAN = ("samfunnsdel", "arealdel", "areal-kommunedelplan", "tematisk-kommunedelplan")
# what several analyses and charts say
IKKE_OPPGITT = "ikke oppgitt"
GJELDER_IKKE, IKKE_AKTUELT, IKKE_VURDERT, GYLDIGHET_UKJENT = "gjelder ikke", "ikke aktuelt", "ikke vurdert", "gyldighet ukjent"
VILKAAR_UKJENT, TELLES_IKKE = "vilkår ikke avklart", "telles ikke"
# the facts of a register that can answer a requirement by themselves
VEDTATT, VEDTATT_INNEN_ETT_AAR, BESLUTNINGER = "vedtatt", "vedtatt_innen_ett_aar", "beslutninger"
# the wheels of the plan system, and the rank of what stands on them
FIRE_AAR, ETT_AAR = "fire år", "ett år"
RINGS = {HVER_VALGPERIODE: FIRE_AAR, VED_OPPSTART: FIRE_AAR, MED_AARS_MELLOMROM: FIRE_AAR, HVERT_AAR: ETT_AAR}
WHEEL_RANKS = MERKEDAG, RYGGRAD, PLIKT = "merkedag", "ryggrad", "plikt"
