"""The calendar file, read by another hand than ours: its days are those of the tables, and a day keeps its id."""

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar as Icalendar
from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.analysis.revision.process import dated_steps
from planstrategi.cli import main
from planstrategi.model.process import Prosessdag, Prosessplanfil
from planstrategi.revision.calendar import as_calendar


def events(register) -> dict[str, dict]:
    found = Icalendar.from_ical(as_calendar(register)).walk("VEVENT")
    return {str(one["uid"]): one for one in found}


def test_the_steps_stand_on_the_day_that_is_set_else_on_the_last_the_law_allows(fjordvik):
    found = events(fjordvik)
    decision = found["prosess-2032-vedtak-9901@planstrategi"]
    assert decision.decoded("dtstart") == date(2032, 6, 15) and decision.decoded("dtend") == date(2032, 6, 16)
    assert str(decision["summary"]) == "Vedtak" and "Møtet kan bli flyttet." in decision["description"]
    assert str(found["prosess-2032-oppstart-9901@planstrategi"]["summary"]) == "Arbeidet starter (foreslått)"
    election = found["prosess-2032-valg-9901@planstrategi"]
    assert election.decoded("dtstart") == date(2031, 9, 30) and str(election["summary"]) == "Siste dag: Valget"
    assert "Ytre grense" in election["description"] and election["url"].startswith("https://lovdata.no/")


def test_each_due_date_of_what_belongs_in_a_planstrategi_is_there_once(ostre_toten):
    due = ps.table("frister", ostre_toten)
    near = due[due["relevans"].isin(["kjerne", "sektor"])].dropna(subset="frist")
    days = sorted(one.decoded("dtstart").isoformat() for name, one in events(ostre_toten).items() if name.startswith("frist-"))
    steps = {(one.steg.krav, one.frist.dato) for one in dated_steps(ostre_toten) if one.frist}
    dated = near.drop_duplicates(["krav_id", "frist"])[["krav_id", "frist"]].itertuples(index=False)
    assert days == sorted(day for krav, day in dated if (krav, day) not in steps)


def test_a_day_of_the_law_that_is_a_step_of_the_process_stands_there_once(ostre_toten):
    days = [(str(one["uid"]), one.decoded("dtstart").isoformat()) for one in events(ostre_toten).values()]
    steps = {(one.steg.krav, one.frist.dato) for one in dated_steps(ostre_toten) if one.frist}
    assert ("prosess-2028-vedtak-3442@planstrategi", "2028-10-31") in days and ("kommunal-planstrategi", "2028-10-31") in steps
    assert [uid for uid, day in days if any(uid.startswith(f"frist-{krav}-") and day == last for krav, last in steps)] == []


@pytest.mark.parametrize("also", [(), (Prosessdag(steg="boligsosial-oversikt", dato="2028-01-03", slag="bestemt"),)])
def test_what_is_to_be_there_when_the_work_begins_has_no_later_day_when_that_is_set(ostre_toten, also):
    """The last day of the law is the outer limit of an unknown start: 30 days before 31 October 2028."""
    begun = Prosessdag(steg="oppstart", dato="2028-01-10", slag="foreslaatt")
    dated = replace(ostre_toten, prosessplan=Prosessplanfil(per_dato="2028-01-01", fra=2028, dager=(begun, *also)))
    days = {uid: str(one.decoded("dtstart")) for uid, one in events(dated).items() if "boligsosial-oversikt" in uid}
    assert days["prosess-2028-boligsosial-oversikt-3442@planstrategi"] == (also[0].dato if also else "2028-01-10")
    # what the planstrategi itself does with it, is asked of the same day
    assert days["frist-ps-boligsosial-oversikt-2028-3442@planstrategi"] == "2028-01-10"
    assert "2028-10-01" not in days.values() and "2027-07-01" in days.values()


def test_the_same_register_gives_the_same_bytes_dated_as_the_register_is(ostre_toten):
    again = ps.load(OSTRE_TOTEN)
    assert as_calendar(ostre_toten) == as_calendar(again)
    assert {one.decoded("dtstamp").date() for one in events(again).values()} == {date(2024, 6, 30)}


def test_a_day_that_moves_keeps_its_id(ostre_toten):
    known = replace(ostre_toten, kommune=replace(ostre_toten.kommune, konstituert=("2023-10-12",)))
    before, after = events(ostre_toten), events(known)
    assert set(before) == set(after)
    decided = "frist-kommunal-planstrategi-2024-3442@planstrategi"
    moved = [found[decided].decoded("dtstart") for found in (before, after)]
    assert moved == [date(2024, 10, 31), date(2024, 10, 12)]


@pytest.fixture
def saved(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    return tmp_path / "frister.ics"


def test_the_command_saves_the_file_and_writes_over_none(saved, capsys):
    assert main(["lag", "kalender", str(OSTRE_TOTEN), "-o", str(saved)]) == 0
    assert len(Icalendar.from_ical(saved.read_bytes()).walk("VEVENT")) > 20
    assert main(["lag", "kalender", str(OSTRE_TOTEN), "-o", str(saved)]) == 2
    assert "finnes fra før" in capsys.readouterr().err
    assert main(["lag", "kalender", str(OSTRE_TOTEN), "-o", str(saved), "--overskriv"]) == 0


def test_another_ending_than_that_of_a_calendar_is_refused(saved, capsys):
    assert main(["lag", "kalender", str(OSTRE_TOTEN), "-o", str(saved.with_suffix(".xlsx"))]) == 2
    assert "Filen med kalender lagres som .ics, ikke «.xlsx»." in capsys.readouterr().err
