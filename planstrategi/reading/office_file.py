"""A file of Office from outside: what is unpacked when it is opened, held against what its kind can be."""

from zipfile import ZipFile


def is_too_large(parts: ZipFile, most_unpacked: int, most_parts: int) -> bool:
    """Return whether a file would unpack to more than so many bytes, or holds more than so many parts; nothing is unpacked."""
    sizes = [part.file_size for part in parts.infolist()]
    return sum(sizes) > most_unpacked or len(sizes) > most_parts
