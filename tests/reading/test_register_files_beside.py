"""Which register is that of the period before: found beside a register, when it is asked for, and only then."""

import pytest
from registers_of_two_periods import plan, write

import planstrategi as ps
from planstrategi import api


def before(folder):
    found = ps.load(folder).previous()
    return found.register.periode.fra if found.register else found.hvorfor


def test_the_period_that_ends_where_this_one_begins_is_the_one_before_whatever_its_folder_is_called(tmp_path):
    write(tmp_path, [plan("a")], 2020, folder="prove/gammel")
    write(tmp_path, [plan("a")], 2016)
    write(tmp_path, [plan("a")], 2028)
    assert before(write(tmp_path, [plan("a")], 2024)) == 2020


@pytest.mark.parametrize(
    "beside",
    [{"first": 2016}, {"first": 2022, "last": 2024}, {"first": 2020, "name": "Annen", "number": "9998"},
     {"first": 2020, "folder": "annen/2020-2023"}, {"first": 2020, "folder": "prove/.kladd"}],
)  # fmt: skip
def test_what_does_not_end_there_or_is_not_of_the_municipality_is_not(tmp_path, beside):
    write(tmp_path, [plan("a")], **beside)
    assert before(write(tmp_path, [plan("a")], 2024)) == "ingen mappe ved siden av har kommunens periode før denne"


def test_two_that_may_be_it_are_named_and_neither_is_taken(tmp_path):
    for folder in ("prove/2020-2023", "prove/2020-2023-kopi"):
        write(tmp_path, [plan("a")], 2020, folder=folder)
    said = before(write(tmp_path, [plan("a")], 2024))
    assert said.startswith("flere mapper har perioden før: ") and said.endswith("2020-2023-kopi")


def test_one_that_has_errors_is_named_and_this_one_is_none_the_worse(tmp_path):
    folder = write(tmp_path, [plan("a", "planbehov: tull")], 2020)
    register = ps.load(write(tmp_path, [plan("a")], 2024))
    assert register.previous().hvorfor == "registeret i mappen 2020-2023 har feil; planstrategi valider viser dem"
    assert len(ps.table("oppfyllelse", register)) == 0 and folder.exists()


def test_it_is_read_when_a_table_of_two_is_asked_for_and_once(tmp_path, monkeypatch):
    write(tmp_path, [plan("a")], 2020)
    folder = write(tmp_path, [plan("a")], 2024)
    read, real = [], api.read_register
    monkeypatch.setattr(api, "read_register", lambda path, *more: read.append(str(path)) or real(path, *more))
    register = ps.load(folder)
    ps.table("planer", register)
    assert len(read) == 1
    for name in ("endringer", "oppfyllelse"):
        ps.table(name, register), ps.finding(name, register)
    assert len(read) == 2 and "2020-2023" in read[1]


def test_it_is_found_from_another_working_folder_than_it_was_read_from(tmp_path, monkeypatch):
    write(tmp_path, [plan("a")], 2020)
    write(tmp_path, [plan("a")], 2024)
    monkeypatch.chdir(tmp_path)
    register = ps.load("kommuner/prove/2024-2027")
    (tmp_path / "annet").mkdir()
    monkeypatch.chdir(tmp_path / "annet")
    assert register.previous().register.periode.fra == 2020
