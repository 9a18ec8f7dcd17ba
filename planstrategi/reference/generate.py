"""`python -m planstrategi.reference.generate` (or `make data`): writes what is made from the code, under data/."""

import json
from pathlib import Path

from planstrategi.model.data_files import files_by_schema
from planstrategi.reference.guide import reference
from planstrategi.reference.schema import schema


def expected_files(root: Path) -> dict[Path, str]:
    """Return the generated files below a project's root, each with its text."""
    data = root / "data"
    schemas = {
        data / "skjema" / f"{name}.schema.json": json.dumps(schema(kinds[0].post), ensure_ascii=False, indent=2) + "\n"
        for name, kinds in files_by_schema().items()
    }
    return {data / "README.md": reference(), **schemas}


def write_generated() -> None:
    """Write the generated files of this project."""
    for path, text in expected_files(Path(__file__).parents[2]).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    write_generated()
