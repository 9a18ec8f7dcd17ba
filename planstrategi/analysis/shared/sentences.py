"""What sentences are made of: a finding, numbers with their nouns, enumerations, and whether a judgement is provisional."""

from collections.abc import Iterable, Mapping

from planstrategi.model.register import Register
from planstrategi.model.vocabulary import UKJENT

NO_PLANS = "Registeret har ingen planer."
YEARS_UNKNOWN = "Ingen planer har kjente år med arbeid."
PLAN_FORMS = ("plan", "planer")
EXPECTATION_FORMS = ("forventning", "forventninger")


class Finding(str):
    """One main clause that a council hears; `under` is the line below it: conditions, sources and what is not known.

    It is one sentence or several; what is empty is left out.
    """

    under: str

    def __new__(cls, said: str, *under: str) -> "Finding":
        made = super().__new__(cls, said)
        made.under = in_order(*under)
        return made


def listed(words: list[str]) -> str:
    """Return words as a Norwegian enumeration: a, b og c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"


def counted(count: int, one: str = PLAN_FORMS[0], many: str = PLAN_FORMS[1]) -> str:
    """Return a count with its noun in the right number; it counts plans where nothing else is said."""
    return f"{count} {one if count == 1 else many}"


def of_all(count: int, total: int, forms: tuple[str, str, str] = (*PLAN_FORMS, "planene")) -> str:
    """Return a part of a whole, none of it in words; the forms are one, several, and the several that are known."""
    one, many, known = forms
    none = f"Ingen av de {total} {known}" if total > 1 else f"Ingen {many}"
    return f"{count} av {counted(total, one, many)}" if count else none


LONGEST_NAME, MOST_NAMES = 50, 3


def short(name: str, most: int = LONGEST_NAME) -> str:
    """Return a name as a sentence has room for it, cut where it is longer, between two words if it can be."""
    whole = name[: most - 1].rpartition(" ")[0]
    return name if len(name) <= most else f"{whole} …" if whole else f"{name[: most - 1]}…"


def few(names: list[str], forms: tuple[str, str] = PLAN_FORMS) -> str:
    """Return a few names as an enumeration; of more than a sentence can hold, how many they are."""
    return listed([short(name) for name in names]) if len(names) <= MOST_NAMES else counted(len(names), *forms)


def in_order(*sentences: str) -> str:
    """Return sentences after one another, those left out that are empty."""
    return " ".join(filter(None, sentences))


def tally(sentence: str, counts: Mapping[str, int]) -> str:
    """Return a sentence with each count that is not 0, before what is counted: «2 ny og 3 utgår»; empty where all are 0."""
    parts = [f"{count} {what}" for what, count in counts.items() if count]
    return sentence.format(listed(parts)) if parts else ""


def each(names: list[str]) -> str:
    """Return the word that says that a number belongs to each of several."""
    return " hver" if len(names) > 1 else ""


PROVISIONAL = {True: "Vurderingene er foreløpige.", False: "Noen av vurderingene er foreløpige."}


def provisional(flags: Iterable[bool]) -> str:
    """Return that all or some of the judgements that count are provisional, nothing when none is."""
    known = list(flags)
    return PROVISIONAL[all(known)] if any(known) else ""


def without_county(register: Register) -> str:
    """Return that the county has no catalogue, empty when it has: what it expects is then unknown, and not nothing."""
    if register.regionale:
        return ""
    why = "er ikke oppgitt" if register.kommune.fylke == UKJENT else "har ingen katalog"
    return f"Fylket {why}, så regionale forventninger er ikke med."
