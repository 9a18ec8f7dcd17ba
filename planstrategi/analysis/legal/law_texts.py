"""How well the legal catalogue is sourced: links, days, certainty, and versions that cannot be right."""

from collections.abc import Iterable

import pandas as pd

from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register
from planstrategi.model.requirements import older_than_basis
from planstrategi.model.vocabulary import SIKKERHET

STORED_TEXTS = "nasjonalt/lovtekst/innhold.yaml"


def source_audit(register: Register) -> pd.DataFrame:
    """Return, per measure, how many entries of the catalogue have it, of how many, the share, and which have not.

    `mangler` lists ids; `prosent` has one decimal.
    """
    entries = register.requirements()
    versions = [(krav, versjon) for krav in entries for versjon in krav.versjoner]
    known = {(text.lov, text.lovsted) for text in register.law_texts()}
    cited = [(krav, one) for krav in entries for one in krav.hjemmel]
    days = sorted({krav.kilde.kontrollert for krav in entries if krav.kilde.kontrollert})
    rows = [
        _measure("Krav med lenke til det som er lest", [(k.id, bool(k.kilde.lenke)) for k in entries]),
        _measure("Krav med dag teksten er lest per", [(k.id, bool(k.kilde.kontrollert)) for k in entries]),
        *(_has(f"Krav lest per {in_words(day)}", [(k.id, k.kilde.kontrollert == day) for k in entries]) for day in days),
        *(_has(f"Krav med sikkerhet {word}", [(k.id, k.kilde.sikkerhet == word) for k in entries]) for word in SIKKERHET),
        _measure("Krav med hjemmel", [(k.id, bool(k.hjemmel)) for k in entries]),
        _measure("Hjemler med lagret lovtekst", [(k.id, (one.lov, one.label) in known) for k, one in cited]),
        _measure("Versjoner der teksten er lest", [(k.id, v.sikkerhet == "bekreftet") for k, v in versions]),
        _measure("Versjoner med startdato", [(k.id, v.fra is not None) for k, v in versions]),
        _measure("Versjoner som ikke er eldre enn hjemmelen", [(k.id, not older_than_basis(k, v)) for k, v in versions]),
    ]
    return pd.DataFrame(rows, columns=["maal", "antall", "av", "prosent", "mangler"])


def _measure(name: str, entries: Iterable[tuple[str, bool]]) -> tuple[object, ...]:
    listed = list(entries)
    missing = tuple(dict.fromkeys(krav for krav, yes in listed if not yes))
    return (*_has(name, listed)[:4], missing)


def _has(name: str, entries: Iterable[tuple[str, bool]]) -> tuple[object, ...]:
    listed = list(entries)
    has = sum(yes for _, yes in listed)
    # that an entry is not of this day, or of this certainty, is no lack
    return name, has, len(listed), round(100 * has / len(listed), 1) if listed else 0.0, ()


def stored_texts(register: Register) -> pd.DataFrame:
    """Return the sections whose text is stored, with the fingerprint a judgement carries, and who cites them."""
    cited: dict[tuple[str, str], dict[str, None]] = {}
    names: dict[str, str] = {}
    for krav in register.requirements():
        for one in krav.hjemmel:
            cited.setdefault((one.lov, one.label), {})[krav.id] = None
            names[one.lov] = one.tittel
    rows = [
        (text.lov, names.get(text.lov), text.lovsted, text.ledd, text.avtrykk,
         tuple(cited.get((text.lov, text.lovsted), ())), source_of(text, STORED_TEXTS))
        for text in register.law_texts()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["lov_id", "lov", "lovsted", "antall_ledd", "avtrykk", "krav", "kilde"])
