"""Words as they are typed in the data files → words as people read them. What is to be typed is never reworded."""

import re
from collections.abc import Mapping

from planstrategi.model.dates import Moment, in_words
from planstrategi.model.fields import Choice, Invalid, specs
from planstrategi.model.plan import Plan

MOMENT_FORM = r"[12][0-9]{3}-(?:H1|H2|vaar|host|(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)"
# only what no ordinary word looks like
TYPED = re.compile(rf"(?<![\w-])(?:{MOMENT_FORM}|[a-z0-9]+(?:[_.-][a-z0-9]+)+)(?![\w-])")


def reworded(text: str, names: Mapping[str, str]) -> str:
    """Return a sentence with its typed words (2024-host, ikke_startet) as people write them, ids as their names."""
    return TYPED.sub(lambda typed: _word(typed[0], names), text)


def _word(typed: str, names: Mapping[str, str]) -> str:
    if re.fullmatch(MOMENT_FORM, typed):
        return in_words(typed)
    return names.get(typed) or (typed.replace("_", " ") if typed in TYPED_WORDS else typed)


def chosen(felt: str, valgt: str, names: Mapping[str, str]) -> str:
    """Return the reading chosen for a field of a plan: the label of a fixed word, a moment in words, a name."""
    spec = specs(Plan).get(felt)
    kind = spec.innhold if spec else None
    if isinstance(kind, Choice) and valgt in kind.valg:
        return kind.valg[valgt]
    if isinstance(kind, Moment):
        try:
            return in_words(kind.parse(valgt).tekst)
        except Invalid:
            return valgt
    return names.get(valgt, reworded(valgt, names))


TYPED_WORDS = frozenset(specs(Plan)) | {
    word for spec in specs(Plan).values() if isinstance(spec.innhold, Choice) for word in spec.innhold.valg
}
