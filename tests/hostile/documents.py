"""A document as programs and transport damage it: bytes, the members of a zip, and the XML in them."""

import io
import re
import warnings
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .texts import BYTES, put

SUFFIXES = (".docx", ".xlsx", ".pdf", ".txt", ".md", ".tsv", ".csv", ".doc", ".DOCX", "", ".pptx")
# what stands in the place of a number in XML: each has made some reader lay out more than there is
NUMBERS = (b"0", b"-1", b"1e9", b"99999999999", b"2147483648", b"", b"NaN", b"\xc3\xb8")
LAYERS = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 9) for n in range(1, 9))
BOMB = b'<!DOCTYPE x [<!ENTITY a0 "ha">' + LAYERS + b"]>"
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a8 SYSTEM "file:///etc/passwd">]>'


def damaged(data: bytes, suffix: str, rng: Random) -> tuple[bytes, str]:
    """Return a document with one to three faults, and the ending its file has."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        data = rng.choice((_bytes, _members, _xml, _xml, _xml) if data.startswith(b"PK") else (_bytes, _words))(data, rng)
    return data, rng.choice(SUFFIXES) if rng.random() < 0.06 else suffix


def _bytes(data: bytes, rng: Random) -> bytes:
    at, far = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
    return rng.choice((
        lambda: rng.choice(BYTES)(data, rng),
        lambda: rng.choice(BYTES[:1])(data, rng),
        lambda: data[:at] + data[far:],
        lambda: data[:at] + b"\0" * (far - at) + data[far:],
        lambda: data + data[at:],
        lambda: b"PK\x03\x04" + data,
        lambda: data[:at] + rng.randbytes(40) + data[at:],
    ))()  # fmt: skip


def _words(data: bytes, rng: Random) -> bytes:
    """Another word in a text, or in the page description of a PDF."""
    words = [*re.finditer(rb"[^\s()<>/]+", data)]
    if not words:
        return data
    one, other = rng.choice(words), rng.choice(words)[0]
    new = rng.choice((other, *NUMBERS, b"\xe2\x80\xae", b"\t" * 30, b"\x0c", b"x" * 9000, b"1 0 R", b"<<" * 900, b"[" * 9000))
    return data[: one.start()] + new + data[one.end() :]


def _members(data: bytes, rng: Random) -> bytes:
    parts = _unpacked(data)
    at = rng.randrange(len(parts) or 1)
    if not parts:
        return data
    name, held = parts[at]
    one, strange = slice(at, at + 1), ("../../ut.xml", "C:\\ut.xml", name.upper(), "a" * 9000, name.replace("/", "\\"), "")
    return _packed(rng.choice((
        lambda: put(parts, one, []),
        lambda: [*parts, (name, held)],
        lambda: put(parts, one, [(rng.choice(strange), held)]),
        lambda: put(parts, one, [(name, parts[rng.randrange(len(parts))][1])]),
        lambda: put(parts, one, [(name, b"")]),
        lambda: put(parts, one, [(name, b"<a>" + b" " * 120_000_000)]),
        lambda: [*parts, *((f"{number}.xml", b"<a/>") for number in range(6_000))],
    ))())  # fmt: skip


def _xml(data: bytes, rng: Random) -> bytes:
    parts = _unpacked(data)
    written = [n for n, (name, held) in enumerate(parts) if name.endswith((".xml", ".rels")) and held]
    if not written:
        return data
    # most of the meaning is in the largest
    at = max(written, key=lambda n: len(parts[n][1])) if rng.random() < 0.5 else rng.choice(written)
    name, held = parts[at]
    parts[at] = name, _other_xml(held, rng)
    return _packed(parts)


def _other_xml(held: bytes, rng: Random) -> bytes:
    tags, values = [*re.finditer(rb"<[^!?][^>]*>", held)], [*re.finditer(rb'="([^"]*)"|>([^<]+)<', held)]
    if not tags or not values:
        return held
    tag, far, value = rng.choice(tags), rng.choice(tags), rng.choice(values)
    inside = slice(*value.span(1 if value[1] is not None else 2))
    other = rng.choice(values)
    root = tags[0].start()
    return rng.choice((
        lambda: held[: tag.start()] + held[tag.end() :],
        lambda: held[: tag.end()] + tag[0] + held[tag.end() :],
        lambda: held[: tag.start()] + far[0] + held[tag.end() :],
        lambda: held[: min(tag.start(), far.start())] + held[max(tag.start(), far.start()) :],
        lambda: held[: inside.start] + rng.choice(NUMBERS) + held[inside.stop :],
        lambda: held[: inside.start] + (other[1] or other[2] or b"") + held[inside.stop :],
        lambda: held[: tag.end()] + b"<a>" * 3_000 + b"</a>" * 3_000 + held[tag.end() :],
        lambda: held[:root] + BOMB + held[root : tags[0].end()] + b"&a8;" + held[tags[0].end() :],
        lambda: held[:root] + OUTSIDE + held[root : tags[0].end()] + b"&a8;" + held[tags[0].end() :],
        lambda: held[: tag.start()],
        lambda: held.decode("utf-8", "replace").encode("utf-16"),
        lambda: rng.choice(BYTES[:1])(held, rng),
    ))()  # fmt: skip


def _unpacked(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            return [(one.filename, parts.read(one)) for one in parts.infolist()]
    except Exception:
        # it is broken already
        return []


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), ZipFile(made, "w", ZIP_DEFLATED) as whole:
        for name, held in parts:
            whole.writestr(ZipInfo(name or "a"), held, ZIP_DEFLATED, 1)
    return made.getvalue()
