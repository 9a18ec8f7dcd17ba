"""The municipality's logo: a PNG beside its profile, read whole or said to be unusable."""

import struct
from contextlib import suppress
from pathlib import Path
from zlib import crc32, decompressobj, error

from planstrategi.model.problem import ADVARSEL
from planstrategi.model.profile import Profil
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.text_file import Unreadable, read_bytes

PNG_HEAD, SHAPE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", struct.Struct(">IIBB")
# how many numbers a point has, by its kind of colour
NUMBERS_OF_A_POINT = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
MOST_BYTES, MOST_DOTS, LONGEST_LOGO = 500_000, 4000, 5
ALLOWED = f"en hel PNG-fil i mappen, høyst {MOST_BYTES} byte og {MOST_DOTS} punkter, og {LONGEST_LOGO} ganger så bred som høy"


def read_logo(profile: Profil, notes: ReadNotes, folder: Path) -> None:
    """Give a profile what stands in the file of its logo, or note that it cannot be used (FIL020). Never raises."""
    path = folder / profile.logo if profile.logo else folder
    with suppress(Unreadable):
        # a link may lead anywhere
        data = b"" if not profile.logo or path.is_symlink() else read_bytes(path)
        profile.bilde = data if _is_usable(data) else b""
    if profile.logo and not profile.bilde:
        notes.whole_file("FIL020", profile.logo, sted=profile.sted["logo"], tillatt=ALLOWED, alvor=ADVARSEL)


def _is_usable(data: bytes) -> bool:
    """Return whether this is a PNG of a size there is room for, with each part as its checksum says, to the last."""
    at, name, packed = 8, b"" if data.startswith(PNG_HEAD) and len(data) <= MOST_BYTES else b"IEND", b""
    while name != b"IEND":
        end = at + 8 + int.from_bytes(data[at : at + 4])
        name = data[at + 4 : at + 8]
        if end + 4 > len(data) or crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4]):
            return False
        packed += data[at + 8 : end] if name == b"IDAT" else b""
        at = end + 4
    wide, high, depth, colour = SHAPE.unpack_from(data, len(PNG_HEAD)) if at > 8 else (0, 0, 0, 0)
    fits = 0 < wide <= MOST_DOTS and 0 < high <= MOST_DOTS and wide <= LONGEST_LOGO * high
    # a picture that is laid in layers has some more
    length = high * (1 + -(-wide * depth * NUMBERS_OF_A_POINT.get(colour, 0) // 8))
    with suppress(error):
        return fits and len(decompressobj().decompress(packed, length)) == length
    return False
