"""A field as people call it, in a workbook and in the remarks of a draft."""

# before the words that a value in a draft is proposed by
PROPOSED_BY = "foreslått av: "
# as people write the words of fields
_WORDS = {
    "aar": "år", "aarlig": "årlig", "aarsverk": "årsverk", "foer": "før", "horinger": "høringer", "inngaa": "inngå",
    "inngaar": "inngår", "omraade": "område", "omraader": "områder", "paa": "på", "satsingsomraader": "satsingsområder",
    "utlop": "utløp",
}  # fmt: skip


def label(name: str) -> str:
    """Return a field as people call it: skal_vedtas_av as «Skal vedtas av»."""
    return " ".join(_WORDS.get(word, word) for word in name.split("_")).capitalize()
