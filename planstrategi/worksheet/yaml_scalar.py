"""A text → YAML on one line, in the quotation marks it had or needs; what drafts are written with too, so without openpyxl."""

import json
import re

# text that needs no quotation marks, and what it may not hold between brackets
_PLAIN = re.compile(r"""(?!(?i:null|~|true|false|yes|no|on|off)\Z)[^\s\-?:,\[\]{}#&*!|>'"%@`<=.](?:(?!: | #|:\Z)[^\n])*""")
_BRACKETS = re.compile(r"[,\[\]{}:]")


def quoted(text: str, flow: bool, sign: str = "") -> str:
    """Return a text as YAML: between the quotation marks it had, else between some where it needs them."""
    if sign == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    plain = sign != '"' and _PLAIN.fullmatch(text) and not (flow and _BRACKETS.search(text))
    # a JSON string is a YAML string
    return text if plain else json.dumps(text, ensure_ascii=False)
