"""A draft is laid whole or not at all, never over anything, and has warnings but no errors."""

import errno
from pathlib import Path

import pytest
from found_rows import TABLE, found, row
from registers import ROOT

import planstrategi as ps
from planstrategi.api import validate
from planstrategi.intake.draft.folder import make_draft
from planstrategi.intake.draft.heading import SaidOfDocument
from planstrategi.intake.found import Doubt, NotPlaced, Proposed
from planstrategi.intake.guard import IntakeRefused

OURS = ("innlesing.html", "innlesing.yaml", "register.yaml")
KNOWN = SaidOfDocument(nummer="9999", fylke="innlandet")


@pytest.fixture
def data(tmp_path):
    """Return the folder data/ of a project with the catalogues."""
    for name in ("nasjonalt", "regionalt"):
        (tmp_path / name).symlink_to(ROOT / "data" / name)
    return tmp_path


def made(data, *rows, said=KNOWN, name="fjelldal/2024-2027", **more):
    folder = data / "kommuner" / name
    make_draft(found(*rows, **more), said, data / "plan.docx", folder)
    return folder


def own(folder, alvor=""):
    """Return the codes of the problems of the draft itself."""
    problems = validate(folder).problems
    return sorted({one.kode for one in problems if "nasjonalt" not in one.fil and one.alvor in (alvor or one.alvor)})


def test_a_draft_is_a_register_that_can_be_computed_on_with_its_open_questions_as_warnings(data):
    asked = Doubt("aar", "ved behov", "Skal planen revideres i perioden?")
    folder = made(data, row(merker={2024: "X"}, tvil=(asked,)), row("Veiplan"), ikke_plassert=(NotPlaced("side 7", "* note"),))
    assert sorted(path.name for path in folder.iterdir()) == [*OURS]
    assert own(folder, "feil") == [] and own(folder, "advarsel") == ["INN201", "INN202"]
    frame = ps.table("innlesing", ps.load(folder))
    assert list(frame.columns[:5]) == ["sted", "rad", "plan_id", "sikkerhet", "tvil"]
    assert frame["tvil"].tolist() == [("Skal planen revideres i perioden?",), (), ("Skal dette føres?",)]
    assert frame["sikkerhet"].tolist() == ["usikker", "sikker", "ikke plassert"]


@pytest.mark.parametrize("answer", ["svar: nei", "svar: revideres i 2026"])
def test_a_question_that_is_answered_is_no_warning(data, answer):
    folder = made(data, row(tvil=(Doubt("aar", "", "Er 2025 merket?"),)))
    record = folder / "innlesing.yaml"
    record.write_text(record.read_text("utf-8") + f"    {answer}\n", "utf-8")
    assert "INN201" not in own(folder)
    assert ps.table("innlesing", ps.load(folder))["tvil"].tolist() == [()]


def test_a_row_that_somebody_has_looked_at_is_no_warning(data):
    folder = made(data, row(tvil=(Doubt("aar", "", "Er 2025 merket?"), Doubt("navn", "", "Er det en plan?"))))
    record = folder / "innlesing.yaml"
    record.write_text(record.read_text("utf-8") + "  avklart: ja\n", "utf-8")
    assert "INN201" not in own(folder)


def test_what_the_document_does_not_say_is_a_warning_each_and_without_years_nothing_is_computed(data):
    folder = made(data, row(), said=SaidOfDocument(), name="ukjent", kommune="", periode=None)
    problems = [one for one in validate(folder).problems if one.kode in ("REG291", "REG292")]
    assert [one.funnet for one in problems] == ["navn: ukjent", "nummer: ukjent", "fylke: ukjent", "periode: ukjent"]
    with pytest.raises(ps.RegisterError, match="Perioden er ikke fylt inn"):
        ps.load(folder)


def test_a_county_that_nobody_knows_is_not_said_to_have_no_catalogue(data):
    register = ps.load(made(data, row(), said=SaidOfDocument(nummer="9999")))
    said = ps.table("forventninger", register).attrs["kilde"]
    assert said.endswith("Fylket er ikke oppgitt, så regionale forventninger er ikke med.")
    assert "FIL007" not in [one.kode for one in register.problemer]


def test_two_drafts_of_which_nobody_knows_the_number_are_not_one_municipality(data):
    one = made(data, row(), said=SaidOfDocument())
    other = made(data, row(), said=SaidOfDocument(navn="Kystby"), name="kystby/2024-2027")
    from planstrategi.chosen import check_all

    assert [
        errors for found_ in check_all([one, other], None) if (errors := [p for p in found_.problems if p.alvor == "feil"])
    ] == []


def test_a_draft_that_lies_where_no_catalogues_are_has_warnings_and_no_errors(tmp_path):
    make_draft(found(row(merker={2024: "X"})), KNOWN, tmp_path / "plan.docx", tmp_path / "utkast")
    problems = validate(tmp_path / "utkast").problems
    assert [(one.kode, one.alvor, Path(one.fil).name) for one in problems if one.kode.startswith("FIL")] == [
        ("FIL001", "advarsel", "nasjonale_forventninger.yaml"), ("FIL001", "advarsel", "plantyper.yaml"),
    ]  # fmt: skip
    assert [one for one in problems if one.alvor == "feil"] == []
    assert len(ps.table("planaar", ps.load(tmp_path / "utkast"))) == 1


HOPELESS = (
    ("vedtatt", "2031"), ("plantype", "finnes-ikke"), ("planbehov", "noe"), ("gyldig_fra", "2026"), ("gyldig_til", "2025"),
    ("venter_paa", "[{hva: [}]"), ("statutter", "{"), ("temaer", "[a"), ("status", '"'), ("aarlig", "[planen, planen]"),
    ("hast", "- [x: #"), ("ukjent_felt", "ja"), ("ferdig", "2024"), ("oppstart", "2026"), ("inngaar_i", "[havneplan]"),
    ("drivere", "[{navn: a, rolle: uavklart}"), ("eier", "'kommune"), ("foer_utlop", "ja: nei"), ("vedtatt_av", "&a"),
)  # fmt: skip


@pytest.mark.parametrize(
    "wrong", [*((one,) for one in HOPELESS), HOPELESS[:3], HOPELESS], ids=lambda wrong: "-".join(w[0] for w in wrong)
)
def test_what_would_be_an_error_is_asked_about_instead_and_the_rest_stands(data, wrong):
    folder = made(
        data, row(merker={2024: "X"}, forslag=[Proposed(*one, "ord") for one in wrong]), row("Veiplan", kommentar="Haster")
    )
    assert own(folder, "feil") == []
    register = ps.load(folder)
    assert [plan.navn for plan in register.planer] == ["Havneplan", "Veiplan"]
    assert register.planer[0].aar == (2024,) and register.planer[1].merknad == "Haster."


def test_hostile_names_marks_and_tables_are_no_errors(data):
    name = "<script>alert('x')</script>: #1 " + "x" * 400
    tables = (TABLE._replace(navn=": #", merket_betyr={"'": "arbeid", "{": "vedtak"}), TABLE._replace(navn="", merket_betyr={}))
    rows = row(name, merker={2024: "'", 2025: "[", 2026: "3", 2031: "X"}), row("", tabell=2, merker={2024: "- x"}), row(name)
    folder = made(data, *rows, tables=tables, tittel="\x00\u202e: a")
    assert own(folder, "feil") == []


def test_a_folder_with_a_register_is_never_written_over(data):
    folder = made(data, row())
    before = (folder / "register.yaml").read_bytes()
    with pytest.raises(IntakeRefused, match="skrives aldri over"):
        made(data, row("Annen plan"))
    assert (folder / "register.yaml").read_bytes() == before


@pytest.mark.parametrize("name", OURS)
def test_nothing_that_has_the_name_of_a_file_of_ours_is_written_over(data, name):
    folder = data / "kommuner" / "fjelldal" / "2024-2027"
    folder.mkdir(parents=True)
    (folder / name).write_text("mitt")
    with pytest.raises(IntakeRefused, match=f"{name} finnes fra før"):
        made(data, row())
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_folder_that_holds_something_else_gets_the_draft_beside_it(data):
    folder = data / "kommuner" / "fjelldal" / "2024-2027"
    folder.mkdir(parents=True)
    (folder / "notater.txt").write_text("mitt")
    made(data, row())
    assert sorted(path.name for path in folder.iterdir()) == [*OURS[:2], "notater.txt", OURS[2]]


def test_a_period_that_a_folder_beside_has_is_refused(data):
    made(data, row())
    with pytest.raises(IntakeRefused, match="er registeret for Fjelldal i samme periode"):
        made(data, row(), name="fjelldal/utkast")
    assert not (data / "kommuner" / "fjelldal" / "utkast").exists()
    made(data, row(), name="fjelldal/2028-2031", said=KNOWN._replace(periode=(2028, 2031)))


def test_nothing_is_left_when_the_disk_is_full(data, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.rename", full)
    with pytest.raises(IntakeRefused, match="Disken er full"):
        made(data, row())
    folder = data / "kommuner" / "fjelldal" / "2024-2027"
    assert not folder.exists() and [path.name for path in data.rglob(".planstrategi-*")] == []


def test_nothing_is_left_beside_what_was_there_when_the_last_file_cannot_be_laid(data, monkeypatch):
    folder = data / "kommuner" / "fjelldal" / "2024-2027"
    folder.mkdir(parents=True)
    (folder / "notater.txt").write_text("mitt")
    rename = Path.rename

    def refuse_the_register(path, target):
        if path.name == "register.yaml":
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_the_register)
    with pytest.raises(IntakeRefused, match="Disken er full"):
        made(data, row())
    assert [path.name for path in folder.iterdir()] == ["notater.txt"]


def test_a_file_is_no_folder(data):
    (data / "fil").write_text("")
    with pytest.raises(IntakeRefused, match="er en fil"):
        make_draft(found(row()), KNOWN, data / "plan.docx", data / "fil")


def test_ten_thousand_rows_are_written_and_checked(data):
    rows = [row(f"Plan {number}", rad=number, merker={2024: "X"}) for number in range(1, 10_001)]
    folder = made(data, *rows)
    assert len(validate(folder).register.planer) == len(rows)
