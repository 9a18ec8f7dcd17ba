"""A field as people call it, in a workbook and in the remarks of a draft."""

from planstrategi.model.vocabulary import words_beside

# before the words that a value in a draft is proposed by
PROPOSED_BY = "foreslått av: "
# the words of the sheets, and those of fields as people write them
SHEET_WORDS = words_beside(__file__, "ark.yaml")


def label(name: str) -> str:
    """Return a field as people call it: skal_vedtas_av as «Skal vedtas av»."""
    return " ".join(SHEET_WORDS["feltord"].get(word, word) for word in name.split("_")).capitalize()
