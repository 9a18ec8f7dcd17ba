"""A register → a zip with a CSV of every table, and a datapackage.json that says what each column is. Values as they are."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd
from pandas.api.types import is_float_dtype, is_integer_dtype

from planstrategi.analysis.shared.sentences import in_order
from planstrategi.model.register import Register
from planstrategi.presentation.columns import Column
from planstrategi.presentation.export import as_csv
from planstrategi.presentation.findings import said_of
from planstrategi.presentation.kinds import KIND_LABELS
from planstrategi.presentation.source_line import as_of
from planstrategi.presentation.tables import TABLES, declared_columns, table

README = Path(__file__).with_name("readme.txt")
NO_LICENCE = "Registeret oppgir ingen lisens. Spør kommunen før dataene brukes videre."
KINDS_APART = "Fakta, vurderinger og antakelser er holdt fra hverandre; se typeData."
FOR_READING = 0o644 << 16


def data_package(register: Register) -> bytes:
    """Return every table as a Data Package in a zip file, the same bytes for the same register."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        frames = {name: table(name, register) for name in TABLES}
        described = json.dumps(_descriptor(register, frames), ensure_ascii=False, indent=1)
        parts = {"README.txt": _readme(register), "datapackage.json": f"{described}\n"}
        parts |= {_path(name): as_csv(frame, "\r\n") for name, frame in frames.items()}
        for name, text in parts.items():
            # without a day of its own, it has the first there is
            part = ZipInfo(name)
            part.external_attr = FOR_READING
            package.writestr(part, text.encode(), ZIP_DEFLATED)
    return file.getvalue()


def _title(register: Register) -> str:
    return f"Tabellene fra {register.dokument.tittel}"


def _path(name: str) -> str:
    return f"data/{name}.csv"


def _descriptor(register: Register, frames: dict[str, pd.DataFrame]) -> dict[str, Any]:
    dokument, periode = register.dokument, register.periode
    place = {"path": dokument.lenke} if (dokument.lenke or "").startswith(("https://", "http://")) else {}
    # what is not stated is not licensed
    licence = {"licenses": [{"name": dokument.lisens}]} if dokument.lisens else {}
    return {
        "profile": "tabular-data-package", "name": f"planstrategi-{register.kommune.nummer}-{periode.fra}-{periode.til}",
        "title": _title(register), "description": f"{as_of(register)}. {KINDS_APART}",
        "created": f"{register.per_dato}T00:00:00Z", "language": "nb", "sources": [{"title": dokument.tittel} | place],
    } | licence | {"resources": [_resource(register, name, frame) for name, frame in frames.items()]}  # fmt: skip


def _resource(register: Register, name: str, frame: pd.DataFrame) -> dict[str, Any]:
    spec, said = TABLES[name], said_of(TABLES[name].finding, register)
    empty = f"Tabellen er tom, fordi {frame.attrs['tomt']}." if frame.empty else ""
    fields = [_field(key, frame[key], column) for key, column in declared_columns(name, frame).items()]
    return {
        "profile": "tabular-data-resource", "name": name, "path": _path(name), "title": spec.tittel,
        "description": in_order(f"Enhet: {spec.enhet}.", said, said.under, empty), "typeData": KIND_LABELS[spec.slag],
        "perDato": register.per_dato, "sources": [{"title": frame.attrs["kilde"]}], "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }  # fmt: skip


def _field(name: str, values: pd.Series, column: Column) -> dict[str, Any]:
    unit = f" Enhet: {column.unit}." if column.unit else ""
    said = {"name": name, "title": column.heading, "description": f"{column.meaning}{unit}".strip()}
    if column.unit == "ja/nei":
        return said | {"type": "boolean", "trueValues": ["ja"], "falseValues": ["nei"]}
    kind = "integer" if is_integer_dtype(values) else "number" if is_float_dtype(values) else "string"
    return said | {"type": "date" if column.unit == "dato" else kind}


def _readme(register: Register) -> str:
    source = in_order(f"{register.dokument.tittel}.", register.dokument.lenke or "")
    return README.read_text("utf-8").format(
        title=_title(register), underline="=" * len(_title(register)), as_of=as_of(register), source=source,
        licence=f"{register.dokument.lisens}, slik registeret oppgir den." if register.dokument.lisens else NO_LICENCE,
    )  # fmt: skip
