"""Which notebooks become chapters: each once, though programs that copy and synchronise put others beside them."""

import re
from pathlib import Path

from planstrategi.outputs.report import Say

# «(1)», «-Copy1», «- kopi», «-DESKTOP-AB12», «.sync-conflict-…»
COPY_MARK = re.compile(
    r"(?:[ _-]*\(.*\)|-Copy\d*|[ _-]+(?:kopi|copy)\b.*|-(?=[A-Z0-9-]*[A-Z])[A-ZÆØÅ0-9]{2,}(?:-[A-Z0-9]+)*|\.sync-conflict.*|~)+\Z"
)


def chapters(folder: Path, say: Say) -> list[Path]:
    """Return the notebooks of a folder that are numbered, without copies; say which are left out."""
    groups: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("[0-9]*.ipynb")):
        groups.setdefault(COPY_MARK.sub("", path.stem), []).append(path)
    for name, paths in groups.items():
        paths.sort(key=lambda path: (path.stem != name, path.name))
        for copy in paths[1:]:
            say(f"{copy.name} er en kopi av {paths[0].name} og er ikke med i rapporten.")
    return [paths[0] for paths in groups.values()]
