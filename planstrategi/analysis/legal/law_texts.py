"""How well the legal catalogue is sourced: links, days, certainty, and versions that cannot be right."""

from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.dates import in_words
from planstrategi.model.numbers import percent
from planstrategi.model.register import Register
from planstrategi.model.requirements import older_than_basis
from planstrategi.model.vocabulary import SIKKERHET

STORED_TEXTS = "nasjonalt/lovtekst/innhold.yaml"


@columns("maal antall av prosent mangler")
def source_audit(register: Register) -> Rows:
    """Return, per measure, how many entries of the catalogue have it, of how many, the share, and which have not.

    `mangler` lists ids; `prosent` has one decimal.
    """
    entries = register.requirements()
    versions = [(krav, versjon) for krav in entries for versjon in krav.versjoner]
    known = {(text.lov, text.lovsted) for text in register.law_texts()}
    cited = [(krav, one) for krav in entries for one in krav.hjemmel]
    days = sorted({krav.kilde.kontrollert for krav in entries if krav.kilde.kontrollert})
    return [
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


def _measure(name: str, entries: list[tuple[str, bool]]) -> Row:
    return _has(name, entries) | {"mangler": tuple(dict.fromkeys(krav for krav, yes in entries if not yes))}


def _has(name: str, entries: list[tuple[str, bool]]) -> Row:
    has, entered = sum(yes for _, yes in entries), len(entries)
    # that an entry is not of this day, or of this certainty, is no lack
    return {"maal": name, "antall": has, "av": entered, "prosent": percent(has, entered) or 0.0, "mangler": ()}


@columns("lov_id lov lovsted antall_ledd avtrykk krav kilde")
def stored_texts(register: Register) -> Rows:
    """Return the sections whose text is stored, with the fingerprint a judgement carries, and who cites them."""
    cited: dict[tuple[str, str], dict[str, None]] = {}
    names: dict[str, str] = {}
    for krav in register.requirements():
        for one in krav.hjemmel:
            cited.setdefault((one.lov, one.label), {})[krav.id] = None
            names[one.lov] = one.tittel
    for text in register.law_texts():
        yield {
            "lov_id": text.lov, "lov": names.get(text.lov), "lovsted": text.lovsted, "antall_ledd": text.ledd,
            "avtrykk": text.avtrykk, "krav": tuple(cited.get((text.lov, text.lovsted), ())),
            "kilde": source_of(text, STORED_TEXTS),
        }  # fmt: skip
