"""A scenario → lines of scenarier.yaml, and the file with them last; what stands there stays byte for byte."""

import re
from pathlib import Path
from textwrap import indent

from planstrategi.api import validate
from planstrategi.model.data_files import files_by_schema
from planstrategi.model.os_errors import reason
from planstrategi.model.register import Register
from planstrategi.model.scenarios import Scenario
from planstrategi.outputs.as_yaml import as_yaml, plain
from planstrategi.outputs.whole_file import write_file
from planstrategi.reading.text_file import Unreadable, decode

(SCENARIOS,) = files_by_schema()["scenarier"]
NONE_YET = re.compile(rb"^(scenarier:) *\[ *\] *(?=\r?$)", re.MULTILINE)


def as_lines(scenario: Scenario) -> str:
    """Return a scenario as it is written in scenarier.yaml."""
    return indent(as_yaml([plain(scenario)]), "  ")


def save(register: Register, scenario: Scenario) -> str:
    """Write a scenario last in the register's scenarier.yaml; return in words that it is done, or why nothing is written."""
    path = Path(register.fil).with_name(SCENARIOS.navn)
    try:
        stood = path.read_bytes() if path.exists() else b""
        data = _with_last(stood or f"{SCENARIOS.schema_line}per_dato: {register.per_dato}\n\nscenarier:\n".encode(), scenario)
        why = _refused(register, scenario, decode(data))
        if not why:
            write_file(path, data, stood)
    except OSError as error:
        why = reason(error)
    except Unreadable:
        why = "Filen kan ikke leses."
    done = f"Lagret i {path.as_posix()} som «{scenario.navn}». Kjør notatboken på nytt for å se det blant scenariene."
    return f"Ikke lagret i {path.as_posix()}. {why}" if why else done


def _with_last(stood: bytes, scenario: Scenario) -> bytes:
    end = b"\r\n" if b"\r\n" in stood else b"\n"
    stood = NONE_YET.sub(rb"\1", stood)
    return stood + (b"" if stood.endswith(b"\n") else end) + as_lines(scenario).encode().replace(b"\n", end)


def _refused(register: Register, scenario: Scenario, text: str) -> str:
    """Return why the file may not get this text: it would not hold what it held and the scenario, or has a new problem."""
    folder = Path(register.fil).parent
    before, after = (validate(folder, register.per_dato, proposed) for proposed in ({}, {SCENARIOS.navn: text}))
    new = next((one for one in after.problems if one not in before.problems), None)
    if new and not new.kode.startswith("FIL"):
        return f"{new.melding} Fant: {new.funnet}."
    whole = before.register and after.register and after.register.scenarios() == (*before.register.scenarios(), scenario)
    return "" if whole and not new else "Filen er skrevet slik at linjene ikke kan legges sist. Lim dem inn selv."
