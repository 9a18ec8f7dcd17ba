"""A report that was made before, against the one the same command makes now."""

import tempfile
from pathlib import Path

from planstrategi.model.register import Register
from planstrategi.outputs.report import ReportRefused, Say
from planstrategi.outputs.report.folder import REPORT_MARK, inputs_of, write_report


def verify(register: Register, made: Path, say: Say, dato: str | None = None) -> list[str]:
    """Return what differs between a report and the one that is made now, nothing when they are the same byte for byte.

    What has changed in the files it is made from comes first. Raises ReportRefused for a folder that is no report.
    """
    if not (made / REPORT_MARK).is_file():
        raise ReportRefused(f"{made} er ikke en rapport herfra. Oppgi mappen som «planstrategi rapport» laget.")
    with tempfile.TemporaryDirectory(prefix="planstrategi-") as folder:
        fresh = Path(folder) / "rapport"
        write_report(register, fresh, say, dato)
        return [*_inputs(made, fresh), *_files(made, fresh)]


def _inputs(made: Path, fresh: Path) -> list[str]:
    before, now = map(inputs_of, (made, fresh))
    words = {True: "er endret siden rapporten ble laget", False: "er med i bare én av dem"}
    return [f"{name} {words[name in before and name in now]}." for name in before | now if before.get(name) != now.get(name)]


def _files(made: Path, fresh: Path) -> list[str]:
    before, now = ({one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
                   for folder in (made, fresh))  # fmt: skip
    differing = [name for name in sorted((before | now).keys() - {REPORT_MARK}) if before.get(name) != now.get(name)]
    gone, new = f"finnes bare i {made}", f"mangler i {made}"
    return [f"{name} {gone if name not in now else new if name not in before else 'er annerledes'}." for name in differing]
