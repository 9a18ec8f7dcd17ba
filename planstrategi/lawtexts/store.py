"""`python -m planstrategi.lawtexts.store ARKIV [MAPPE]`: stores the law texts that the catalogue in MAPPE cites.

What is stored is what the judgements rest on. It is done again when the catalogue cites a new place, and when a law
that has changed has been judged anew.
"""

import shutil
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from planstrategi.lawtexts.archive import ArchiveError, LawArchive
from planstrategi.lawtexts.law import HEADING, ITEM, NOTE, NUMBER_LEVEL, Block, Law, fingerprint, shown
from planstrategi.lawtexts.law_markdown import read_markdown
from planstrategi.lawtexts.stored import INDEX, INDEX_KIND, STORED, Place, Unusable, citations, file_name, read_catalogue
from planstrategi.model.data_files import KATALOGMAPPE
from planstrategi.model.os_errors import reason
from planstrategi.outputs.whole_file import replace_folder, room_in

NATIONAL_FOLDER = Path("data") / KATALOGMAPPE
INDEX_HEAD = f"""\
{INDEX_KIND.schema_line}# Laget av «python -m planstrategi.lawtexts.store»; endres ikke for hånd.
per_dato: {{}}
tekster:
"""
USAGE = "Bruk: python -m planstrategi.lawtexts.store ARKIV [MAPPE]. Uten MAPPE gjelder det data/nasjonalt."


def stored_files(archive: LawArchive, folder: Path) -> tuple[dict[str, str], list[Place]]:
    """Return the files to store, each name with its text, and the places that are cited but not in the archive."""
    catalogue = read_catalogue(folder)
    cited = citations(catalogue)
    found = {law.code: law for law in archive.laws({place.lov for place in cited})}
    here = [place for place in cited if place.lov in found and found[place.lov].find(place.sted)]
    files, lines = {}, []
    for code in sorted({place.lov for place in here}):
        places = [place.sted for place in here if place.lov == code]
        files[file_name(code)] = excerpt(found[code], places, catalogue.per_dato)
        lines += _index_lines(found[code], read_markdown(files[file_name(code)]), places)
    files[INDEX] = INDEX_HEAD.format(catalogue.per_dato) + "".join(lines)
    return files, [place for place in cited if place not in here]


def excerpt(law: Law, places: Collection[str], per_dato: str) -> str:
    """Return some sections of a law as Markdown, with the headings they stand under and without amendment notes."""
    kept: set[int] = set()
    for section in filter(None, map(law.find, places)):
        kept.update(section.above, range(*section.blocks))
    refid = file_name(law.code).removesuffix(".md").replace("-", "/", 1)
    fields = {"tittel": law.title, "refid": refid, "lovdata_dato": per_dato, "kilde": "Lovdata", "lisens": "NLOD 2.0"}
    head = "".join(f'{name}: "{value}"\n' for name, value in fields.items())
    return f"---\n{head}---\n\n{_typeset(law.blocks[number] for number in sorted(kept))}\n"


def _typeset(blocks: Iterable[Block]) -> str:
    text, number, kind = "", "", ""
    for block in blocks:
        if block.kind == HEADING and block.level == NUMBER_LEVEL:
            number = f"{block.text} "
        elif block.kind != NOTE:
            apart = "\n" if kind == block.kind == ITEM else "\n\n"
            mark = "#" * block.level + " " if block.kind == HEADING else ""
            text += (apart if text else "") + mark + number + shown(block)
            number, kind = "", block.kind
    return text


def _index_lines(law: Law, stored: Law, places: Sequence[str]) -> list[str]:
    """One line per place, in the order of the text, from the text as it is stored."""
    lines = []
    for place in places:
        wanted, section = law.find(place), stored.find(place)
        if wanted is None or section is None or fingerprint(section.text) != fingerprint(wanted.text):
            raise Unusable(f"{law.code} {place} kan ikke lagres uten at teksten blir en annen.")
        rest = f"ledd: {section.ledd}, avtrykk: {fingerprint(section.text)}"
        lines.append((section.blocks, f"  - {{lov: {law.code}, lovsted: {place}, {rest}}}\n"))
    return [line for _, line in sorted(lines)]


def store_texts(words: Sequence[str]) -> int:
    """Store the texts: 0 when every place was found, 1 when some were not, 2 when nothing was written."""
    if not 1 <= len(words) <= 2:
        print(USAGE, file=sys.stderr)
        return 2
    archive, folder = LawArchive(Path(words[0])), Path(words[1]) if len(words) == 2 else NATIONAL_FOLDER
    try:
        files, missing = stored_files(archive, folder)
        is_whole = archive.codes >= {place.lov for place in missing}
        if is_whole:
            _write(folder / STORED, files)
    except (ArchiveError, Unusable) as refused:
        print(refused, file=sys.stderr)
        return 2
    for place in missing:
        print(f"{place.lov} {place.sted} er ikke i arkivet.", file=sys.stderr)
    if not is_whole:
        print("Hele lover mangler, og ingenting er lagret. Oppgi en mappe med begge Lovdatas arkiver.", file=sys.stderr)
    return int(bool(missing)) if is_whole else 2


def _write(folder: Path, files: dict[str, str]) -> None:
    """Let a folder hold these texts and no others, all at once; what else is in it stays."""
    try:
        with room_in(folder.parent) as room:
            draft = room / STORED
            if folder.is_dir():
                shutil.copytree(folder, draft, ignore=shutil.ignore_patterns("lov-*.md", "forskrift-*.md"))
            draft.mkdir(exist_ok=True)
            for name, text in files.items():
                (draft / name).write_text(text, "utf-8", newline="\n")
            replace_folder(folder, draft)
    except OSError as error:
        raise Unusable(f"Kan ikke lagre lovtekstene i {folder}. {reason(error)}") from None


if __name__ == "__main__":
    sys.exit(store_texts(sys.argv[1:]))
