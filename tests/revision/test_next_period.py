"""The draft of the next period: valid for every register, made whole or not at all, and never over another folder."""

import shutil
from pathlib import Path

import pytest
from registers import OSTRE_TOTEN, ROOT, WITH_PLANS

import planstrategi as ps
from planstrategi.api import validate
from planstrategi.model.problem import errors, problems_as_text
from planstrategi.presentation.export import as_json
from planstrategi.presentation.kinds import FAKTA
from planstrategi.presentation.source_line import source_line
from planstrategi.presentation.tables import TABLES
from planstrategi.revision.next_period import draft_next
from planstrategi.starting.new_municipality import NotMade

REGISTERS = {"ostre-toten": OSTRE_TOTEN} | WITH_PLANS


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    """Return each register by name with the draft of its next period, all in a copy of the data."""
    project = tmp_path_factory.mktemp("prosjekt")
    for name, folder in REGISTERS.items():
        shutil.copytree(folder, project / "data" / "kommuner" / name / folder.name)
    for name in ("nasjonalt", "regionalt"):
        (project / "data" / name).symlink_to(ROOT / "data" / name)
    invented = ROOT / "tests" / "data" / "nasjonalt"
    (project / "data" / "kommuner" / "fjordvik" / "nasjonalt").symlink_to(invented)
    made = {}
    for name, folder in REGISTERS.items():
        old = ps.load(project / "data" / "kommuner" / name / folder.name)
        made[name] = old, draft_next(old, str(old.periode.til + 1))
    return made


@pytest.mark.parametrize("name", REGISTERS)
def test_the_draft_of_every_register_has_no_errors_and_lies_beside_it(drafted, name):
    old, draft = drafted[name]
    assert problems_as_text(errors(validate(draft.mappe).problems)) == []
    period = ps.load(draft.mappe).periode
    assert (period.fra, period.til, draft.mappe.name) == (old.periode.til + 1, old.periode.til + 4, f"{period.fra}-{period.til}")


@pytest.mark.parametrize("name", REGISTERS)
def test_every_table_is_made_of_the_draft(drafted, name):
    register = ps.load(drafted[name][1].mappe)
    assert [table for table in TABLES if not as_json(ps.table(table, register))] == []


@pytest.mark.parametrize("name", REGISTERS)
def test_a_plan_keeps_its_id_and_its_edition_and_what_was_decided_is_open(drafted, name):
    old, draft = drafted[name]
    before = old.plans_by_id()
    for plan in ps.load(draft.mappe).planer:
        then = before[plan.id]
        assert (plan.navn, plan.plantype, plan.ansvarlig, plan.roller) == (then.navn, then.plantype, then.ansvarlig, then.roller)
        assert (plan.vedtatt, plan.revidert, plan.gyldig_til) == (then.vedtatt, then.revidert, then.gyldig_til)
        assert (plan.planbehov, plan.status, plan.aar, plan.merknad, plan.innsats) == (None, None, (), None, ())
        assert all(tid.sist_aar > old.periode.til for _, tid in plan.times("oppstart", "ferdig", "skal_vedtas"))


def test_what_is_left_out_is_listed_in_the_draft_and_the_reason_stands_over_what_goes_on(drafted):
    _, draft = drafted["hol"]
    text = (draft.mappe / "register.yaml").read_text("utf-8")
    assert "id: kdp-for-geilo" not in text
    gone = "## kdp-for-geilo: KDP for Geilo 2010-2022. Utgår, ifølge planstrategien."
    assert f"{gone} (registeret for 2024–2027, register.yaml:97.)\n" in text
    above = text[: text.index("  - id: kommuneplanens-arealdel")].splitlines()[-3:]
    assert above[0].startswith("  ## Går videre: Revisjon i perioden. Status per 05.09.2024: under arbeid. Kommunestyret skal")
    assert above[1].endswith("ferdig og vedtatt, og når?") and above[2].startswith(
        "  ## Før: registeret for 2024–2027, register.yaml:"
    )


def test_scenarios_and_assumptions_start_anew(drafted):
    old, draft = drafted["ostre-toten"]
    new = ps.load(draft.mappe)
    assert old.scenarios() and new.scenarios() == () and new.own_effort() == new.capacities() == ()
    assert new.beslutninger == new.prosess == new.unntak == () and new.prosessplan.fra == 2028
    texts = {path.name: path.read_text("utf-8").replace("$schema", "") for path in draft.mappe.rglob("*.yaml")}
    assert [name for name, text in texts.items() if "$" in text] == []


def test_the_source_of_what_is_said_of_a_draft_is_called_a_draft(drafted):
    _, draft = drafted["ostre-toten"]
    said = source_line(ps.load(draft.mappe), FAKTA)
    assert said.startswith("Kilde: Utkast til kommunal planstrategi for Østre Toten 2028–2031.")


def test_the_draft_is_known_as_of_the_old_register_or_the_day_that_is_given(drafted, tmp_path):
    old, draft = drafted["lier"]
    assert ps.load(draft.mappe).per_dato == old.per_dato == "2024-06-12"
    later = ps.load(Path(old.fil).parent, "2027-11-01")
    assert ps.load(_beside(old, tmp_path, draft_next(later, "2028", tmp_path / "utkast").mappe)).per_dato == "2027-11-01"


@pytest.mark.parametrize("day", [None, "2027-11-01"])
def test_the_grounds_of_the_day_of_a_draft_say_no_more_than_is_true_of_either_day(drafted, tmp_path, day):
    folder = draft_next(ps.load(Path(drafted["lier"][0].fil).parent, day), "2028", tmp_path / "utkast").mappe
    grounds = "per_dato_grunnlag: Dagen utkastet ble regnet per, av registeret for 2024–2027."
    assert grounds in (folder / "register.yaml").read_text("utf-8")


def _beside(register, tmp_path, folder):
    # the catalogues are found by walking up from the folder
    for name in ("nasjonalt", "regionalt"):
        (tmp_path / name).symlink_to(ROOT / "data" / name)
    return folder


def test_what_a_text_holds_cannot_end_a_comment_or_become_yaml(build, tmp_path):
    name = '"X\\n  - id: y: [*a] #"'
    register = build([f"id: x, navn: {name}, plantype: temaplan, planbehov: utgaar", f"id: z, navn: {name}, plantype: temaplan"])
    draft_next(register, "2027")
    (plan,) = ps.load(Path(register.fil).parent.with_name("2027-2030")).planer
    assert (plan.id, plan.navn) == ("z", register.planer[1].navn)


OLD = OSTRE_TOTEN.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("step", ["write_text", "rename"])
def test_a_draft_that_cannot_be_finished_leaves_nothing(toten_alone, monkeypatch, step):
    def no_room(*_, **__):
        raise OSError(28, "No space left on device")

    register, before = ps.load(OLD), sorted(toten_alone.rglob("*"))
    monkeypatch.setattr(Path, step, no_room)
    with pytest.raises(NotMade, match="Disken er full"):
        draft_next(register, "2028", Path("nytt/utkast"))
    assert sorted(toten_alone.rglob("*")) == before


def test_the_same_register_gives_the_same_draft(drafted, tmp_path):
    old, draft = drafted["ostre-toten"]
    again = draft_next(old, "2028", tmp_path / "2028-2031").mappe
    files = [path.relative_to(again) for path in again.rglob("*.yaml")]
    assert files and [name for name in files if (again / name).read_bytes() != (draft.mappe / name).read_bytes()] == []
