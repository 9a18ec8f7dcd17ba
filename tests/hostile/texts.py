"""A data file as people and programs damage it: one to three faults, the same for the same seed."""

import re
from collections.abc import Callable
from random import Random

FIELD = re.compile(r"([a-z_]+): +([^\s#{\[][^\n#,}\]]*)")
# what a value is replaced by: each has stopped some reader of YAML
ODD = (
    "", "null", "~", "NO", "Ja", "true", ".nan", "-.inf", "1e999", "9" * 400, "0x1F", "0o17", "1_000", "-1", "0", "1.5",
    "0000-00-00", "0001-01-01", "9999-12-31", "2024-02-30", "2024-13-01", "12:30:45", "2024-06-30T10:00:00Z", "31.12.2024",
    "[]", "{}", "[[]]", "{a: {b: c}}", "- a", "? a", ": a", "|", ">-", "'", '"', "%", "@a", "`a`", "&a b", "*a", "<<", "=",
    '"\\0"', '"\\ud800"', '"\\x07"', '"\\u202e"', '"a\\u0301\\u0301"', '"\\u2028"', '"\\U0010FFFF"', '"\\ufeff"', '"\\u00a0"',
    "æøå" * 700, "\u202eabc", "a\u0301", "👩‍👩‍👧", "<script>", "$\\frac{a}$", "=1+1", "CON", "../../x", "C:\\a\\b",
    "a/b", "a|b", "Ⅷ", "٣", "²",
)  # fmt: skip
TAGS = (
    "!!python/object/apply:os.system [ls]", "!!python/name:os.system", "!!binary", "!!set", "!!omap", "!!pairs", "!!timestamp",
    "!!int", "!!float", "!!null", "!!bool", "!!str", "!!map", "!!seq", "!!merge", "!!value", "!!yaml", "!egen", "!<tag:a>", "!",
)  # fmt: skip
# a line of YAML's own, or of half a thing
ALONE = ("---", "...", "%YAML 9.9", "%TAG ! a", "\t", "- ", "{", "]", "a", "#", "''")
KEY = re.compile("([a-z_]+):")
DATES, WHOLE = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"(?<![\w-])\d{1,4}(?![\w-])")


def damaged(text: str, others: dict[str, list[str]], rng: Random) -> bytes:
    """Return a text with one to three faults; `others` are the values that stand in the fields of its name elsewhere."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        text = rng.choice((_line, _line, _value, _value, _honest, _honest, _honest, _whole))(text, others, rng)
    data = text.encode("utf-8", "surrogatepass")
    return rng.choice(BYTES)(data, rng) if rng.random() < 0.12 else data


def values_of(texts: list[str]) -> dict[str, list[str]]:
    """Return the values that stand in fields, by the name of the field."""
    met: dict[str, list[str]] = {}
    for text in texts:
        for name, value in FIELD.findall(text):
            met.setdefault(name, []).append(value.strip())
    return met


def _line(text: str, _: dict[str, list[str]], rng: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at, far = rng.randrange(len(lines)), rng.randrange(len(lines))
    some = slice(at, at + rng.choice((1, 1, 2, 6, 40)))
    one, held = slice(at, at + 1), lines[some]
    return "".join(rng.choice((
        lambda: put(lines, some, []),
        lambda: put(lines, slice(far, far), held),
        lambda: [lines[{at: far, far: at}.get(number, number)] for number in range(len(lines))],
        lambda: put(lines, some, ["  " + line for line in held]),
        lambda: put(lines, some, [line.removeprefix("  ") for line in held]),
        lambda: put(lines, one, [lines[at].replace(":", rng.choice((" :", ":", "", ": :", ":\t")), 1)]),
        lambda: put(lines, one, [KEY.sub(lambda m: rng.choice((m[1][::-1], m[1].upper(), "id", "<<", "ø")) + ":", lines[at])]),
        lambda: put(lines, slice(at, at), [rng.choice(ALONE) + "\n"]),
    ))())  # fmt: skip


def put(lines: list, place: slice, new: list) -> list:
    """Return a list with something new in a place of it."""
    return [*lines[: place.start], *new, *lines[place.stop :]]


def _value(text: str, _: dict[str, list[str]], rng: Random) -> str:
    """Another value, of any kind, in a field."""
    odd = rng.choice((*ODD, *(f"{tag} {{}}" for tag in TAGS), *(f"{tag} 1" for tag in TAGS)))
    return _put(text, lambda name, value: odd, rng)


def _honest(text: str, others: dict[str, list[str]], rng: Random) -> str:
    """Another value that may well stand there: one of the same field elsewhere, another day, another number."""
    what, sign = rng.randrange(4), rng.choice((-1, 1))
    if what == 0 and (dates := [*DATES.finditer(text)]):
        one = rng.choice(dates)
        year = min(9999, max(1, int(one[0][:4]) + sign * rng.choice((1, 4, 30, 900, 9999))))
        return text[: one.start()] + f"{year:04}{one[0][4:]}" + text[one.end() :]
    if what == 1 and (numbers := [*WHOLE.finditer(text)]):
        one = rng.choice(numbers)
        return text[: one.start()] + str(max(0, int(one[0]) + sign * rng.choice((1, 2, 10, 1000)))) + text[one.end() :]
    return _put(text, lambda name, value: rng.choice(others.get(name, [value])), rng)


def _put(text: str, make: Callable[[str, str], str], rng: Random) -> str:
    fields = [*FIELD.finditer(text)]
    if not fields:
        return text
    one = rng.choice(fields)
    return text[: one.start(2)] + make(one[1], one[2]) + text[one.end(2) :]


def _whole(text: str, _: dict[str, list[str]], rng: Random) -> str:
    at, deep = rng.randrange(len(text) + 1), rng.choice((20, 31, 33, 5_000, 60_000))
    sign = rng.choice("\0\x07\x1b\r\t\x85\xa0\u200b\u2028\u202e\ufeff\ufffe\ud800\U0001f600:#-?*&!|>'\"%@`{}[],")
    bomb = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    return rng.choice((
        lambda: text[:at],
        lambda: text[:at] + sign + text[at:],
        lambda: text[:at] + "[" * deep,
        lambda: text[:at] + "{a: " * deep,
        lambda: text + "x:\n" + "".join(" " * n + "- \n" for n in range(min(deep, 900))),
        lambda: "a0: &a0 x\n" + bomb + text,
        lambda: text.replace("\n", "\r\n"),
        lambda: text.replace("\n", "\r"),
        lambda: text.replace("\n", "\r\n", text.count("\n") // 2),
        lambda: text.replace("  ", "\t"),
        lambda: text + "\n---\n" + text,
        lambda: text + text,
        lambda: "".join(sorted(text.splitlines(keepends=True))),
        lambda: "- " + text.replace("\n", "\n  "),
        lambda: re.sub("(?m)^( *)- ", r"\1", text),
        lambda: text.replace(": ", ":"),
    ))()  # fmt: skip


def _flip(data: bytes, rng: Random) -> bytes:
    made = bytearray(data or b"\0")
    for _ in range(rng.choice((1, 3, 30))):
        made[rng.randrange(len(made))] = rng.randrange(256)
    return bytes(made)


BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flip,
    lambda data, rng: b"\xef\xbb\xbf" + data,
    lambda data, rng: data.decode("utf-8", "replace").encode("utf-16"),
    lambda data, rng: data.decode("utf-8", "replace").encode("utf-16-be"),
    lambda data, rng: data.decode("utf-8", "replace").encode("utf-32"),
    lambda data, rng: data.decode("utf-8", "replace").encode("latin-1", "replace"),
    lambda data, rng: data.decode("utf-8", "replace").encode("cp865", "replace"),
    lambda data, rng: data[: rng.randrange(len(data) + 1)],
    lambda data, rng: data + b"\xed\xa0\x80",
    lambda data, rng: b"\0" * len(data),
    lambda data, rng: b"",
)
