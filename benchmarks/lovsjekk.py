"""Measure `planstrategi lovsjekk` on an archive of 4 000 laws: seconds and peak memory, printed once.

The laws are the stored texts, typeset as Lovdata does: first once each under their own codes, then again and again
under other codes, until the archive has as many documents, and as long ones, as Lovdata's own.
"""

import bz2
import io
import random
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

from planstrategi.lawtexts.law import HEADING, ITEM, NUMBER_LEVEL, Law
from planstrategi.lawtexts.law_markdown import read_markdown

ROOT = Path(__file__).parents[1]
STORED = ROOT / "data" / "nasjonalt" / "lovtekst"
DOCUMENTS, SHORTEST, LONGEST = 4000, 30_000, 600_000


def typeset(law: Law) -> str:
    """Return the body of a law in Lovdata's format."""
    parts, number = [], ""
    for block in law.blocks:
        text, number = escape(number + block.text), ""
        if block.kind == HEADING and block.level == NUMBER_LEVEL:
            number = f"{block.text} "
        elif block.kind == HEADING:
            parts.append(f"<h{block.level}>{text}</h{block.level}>")
        elif block.kind == ITEM:
            parts.append(f'<ol><li data-name="a."><article class="listArticle">{text}</article></li></ol>')
        else:
            parts.append(f'<article class="legalP">{text}</article>')
    return "".join(parts)


def documents() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each document. Lengths are skewed: most laws are short."""
    lengths = random.Random(1)
    laws = [read_markdown(path.read_text("utf-8")) for path in sorted(STORED.glob("*-*-*.md"))]
    bodies = [typeset(law) for law in laws]
    for number in range(DOCUMENTS):
        kind, date = laws[number % len(laws)].code.split("-", 1)
        if number >= len(laws):
            date = f"1900-01-01-{number}"
        length = int(min(LONGEST, SHORTEST / (1 - lengths.random()) ** 0.7))
        body = "".join(bodies[(number + step) % len(bodies)] for step in range(1 + length // len(bodies[0])))
        # the law itself stands first; what fills it up comes after, and says nothing of its sections
        own = bodies[number % len(laws)] if number < len(laws) else ""
        fill = f'<h1>Vedlegg</h1><article class="legalP">{escape(body)[:length]}</article>'
        refid = f"{'lov' if kind == 'LOV' else 'forskrift'}/{date}"
        head = f'<header class="documentHeader"><dl><dd class="refid">{refid}</dd></dl></header>'
        yield f"nl/{number}.xml", f"<!DOCTYPE html><html><body>{head}<main>{own}{fill}</main></body></html>"


def write_archive(path: Path) -> int:
    """Write the archive; return how many bytes it unpacks to."""
    total = 0
    with bz2.open(path, "wb") as stream, tarfile.open(fileobj=stream, mode="w|") as tar:
        for name, text in documents():
            info, data = tarfile.TarInfo(name), text.encode()
            info.size = len(data)
            total += len(data)
            tar.addfile(info, io.BytesIO(data))
    return total


def main() -> None:
    """Make the archive, run the command, and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gjeldende.tar.bz2"
        total = write_archive(path)
        start = time.perf_counter()
        command = [sys.executable, "-m", "planstrategi", "lovsjekk", str(path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        size = path.stat().st_size
    print(f"{DOCUMENTS} dokumenter, {size / 1e6:.0f} MB som pakkes ut til {total / 1e6:.0f} MB.")
    print(f"planstrategi lovsjekk: {seconds:.1f} s, {memory:.0f} MiB, status {done.returncode}.")
    print(done.stderr, end="")


if __name__ == "__main__":
    main()
