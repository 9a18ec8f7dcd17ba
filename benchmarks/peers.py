"""Other validators on the same register, each in a process of its own: python peers.py NAME REGISTER.YAML.

What is printed is how many things are wrong. jsonschema holds the whole register against our schema; pandera holds the
plans, as a frame, against what that schema says of their plain fields; frictionless holds the table of the plans, as
CSV, against our data package. None of them follows a reference, or says on which line something stands.
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

SCHEMA = Path(__file__).parents[1] / "data" / "skjema" / "register.schema.json"
CLI = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA)]


class Loader(yaml.CSafeLoader):
    """Reads a day as text, which is what the schema asks for."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in known if not tag.endswith(":timestamp")]
    for sign, known in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Any:
    """Return what the C parser makes of a file."""
    return yaml.load(path.read_bytes(), Loader)


def by_jsonschema(path: Path) -> int:
    """Return how many things the schema finds wrong."""
    from jsonschema import Draft7Validator

    return len(list(Draft7Validator(json.loads(SCHEMA.read_bytes())).iter_errors(read(path))))


def by_pandera(path: Path) -> int:
    """Return how many things are wrong in the plain fields of the plans."""
    import pandas as pd
    import pandera.pandas as pa

    frame = pd.DataFrame(read(path)["planer"])
    fields = json.loads(SCHEMA.read_bytes())["definitions"]["Plan"]
    columns = {}
    for name, said in fields["properties"].items():
        checks = [pa.Check.isin(said["enum"])] if "enum" in said else []
        checks += [pa.Check.str_matches(said["pattern"])] if "pattern" in said else []
        if name in frame and checks:
            frame[name] = frame[name].map(str, na_action="ignore")
            columns[name] = pa.Column(str, checks, nullable=name not in fields["required"], unique=name == "id")
    try:
        pa.DataFrameSchema(columns).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as wrong:
        return len(wrong.failure_cases)
    return 0


def by_frictionless(path: Path) -> int:
    """Return how many things are wrong in the package that lies beside the register."""
    from frictionless import Package, validate

    return int(validate(Package(str(path.with_name("datapackage.json")))).stats["errors"])


PEERS = {"jsonschema": by_jsonschema, "pandera": by_pandera, "frictionless": by_frictionless}

if __name__ == "__main__":
    print(PEERS[sys.argv[1]](Path(sys.argv[2])))
