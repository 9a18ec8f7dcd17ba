"""What `import planstrategi as ps` offers: each name is what it says, however often and after whatever else."""

import doctest
import os
import subprocess
import sys

import pytest
from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.presentation.unknown_name import UnknownName

ALL_IMPORTED_THEN_TWICE = """
import pkgutil
from importlib import import_module
import planstrategi as ps
for module in pkgutil.walk_packages(ps.__path__, "planstrategi."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
for name in ps.__all__:
    first, second = getattr(ps, name), getattr(ps, name)
    print(name, first is second and callable(first))
"""


def test_a_public_name_is_the_same_each_time_and_never_a_module_of_the_package():
    out = subprocess.run([sys.executable, "-c", ALL_IMPORTED_THEN_TWICE], capture_output=True, text=True, check=True)
    assert [line.split() for line in out.stdout.splitlines()] == [[name, "True"] for name in ps.__all__]


def examples(of: object, name: str) -> doctest.DocTest:
    return doctest.DocTestParser().get_doctest(of.__doc__, {"ps": ps}, name, None, None)


@pytest.mark.parametrize("name", ["planstrategi", *ps.__all__])
def test_the_examples_of_what_an_advisor_calls_work_in_the_notebooks_folder(name, tmp_path, monkeypatch, ostre_toten):
    (tmp_path / "data").symlink_to(ROOT / "data")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    of_its_own = examples(ps if name == "planstrategi" else getattr(ps, name), name)
    of_its_own.globs["r"] = ostre_toten
    said = []
    assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(of_its_own, out=said.append).failed == 0, said
    # where it has none of its own, the package shows it
    shown = "".join(example.source for example in [*of_its_own.examples, *examples(ps, "planstrategi").examples])
    assert name == "planstrategi" or f"ps.{name}" in shown


@pytest.mark.parametrize("call", [
    lambda path: ps.table("kapasitet", path), lambda path: ps.table(path, "kapasitet"), lambda path: ps.figure("kapasitet", path),
    lambda path: ps.figure(ps.load(path), "kapasitet"), lambda path: ps.finding(ps.load(path), "kapasitet"),
    lambda path: ps.finding("kapasitet", path), ps.heading, ps.problems, ps.explore, lambda path: ps.make("sak", path, "s.docx"),
])  # fmt: skip
def test_a_folder_in_the_place_of_a_register_is_met_with_how_to_read_it(call):
    with pytest.raises(
        TypeError, match=r"leses først, slik: r = ps\.load\(mappen\)\. Det som ble gitt der registeret skal stå, er str"
    ):
        call(os.fspath(OSTRE_TOTEN))


def test_what_cannot_be_shown_as_a_table_is_met_with_how_to_write_it(ostre_toten):
    with pytest.raises(UnknownName, match=r'ps\.show\(ps\.table\("planer", r\)\)'):
        ps.show("kapasitet")
    with pytest.raises(UnknownName, match=r'ps\.show\(tabell, "ansvarlig", aar="antall_planer"\)'):
        ps.show(ps.table("kapasitet", ostre_toten), aar="antall_planer")


@pytest.mark.parametrize("given", [None, 3, []])
def test_what_is_no_place_of_a_register_is_met_with_what_to_write(given):
    with pytest.raises(TypeError, match=rf'slik: ps\.load\("mappen"\)\. Det som ble gitt, er {type(given).__name__}\.'):
        ps.load(given)


@pytest.mark.parametrize(
    "call",
    [
        lambda r: ps.figure(["kapasitet"], r),
        lambda r: ps.finding(r, r),
        lambda r: ps.figure("frister", r, r),
        lambda r: ps.table(ps.table("planer", r), r),
    ],
)
def test_what_is_no_name_is_met_with_the_names_there_are(call, ostre_toten):
    with pytest.raises(ValueError, match=r"Det finnes ingen .* «(list|Register|DataFrame)»\..* Velg mellom: "):
        call(ostre_toten)


def test_a_register_last_in_a_cell_says_in_one_line_what_it_is_and_where_to_go_on(ostre_toten):
    said = repr(ostre_toten)
    assert said.startswith(
        "Planstrategi 2024–2027 for Østre Toten kommune. Antall planer: 44. Les mer med for eksempel ps.heading(r), "
    )
    assert len(said) < 200
