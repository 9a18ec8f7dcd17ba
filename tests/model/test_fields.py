"""What the declared records have in common."""

from planstrategi.model.assumptions import Holder
from planstrategi.model.scenarios import NyKapasitet


def test_record_shows_its_fields_and_those_of_what_it_is_a_kind_of() -> None:
    assert repr(NyKapasitet(omraade="plan", aar=2025)) == "NyKapasitet(omraade='plan', rolle=None, aar=2025, maanedsverk=None)"


def test_records_are_alike_that_hold_the_same_wherever_it_is_written() -> None:
    one = NyKapasitet(sted={"omraade": 1}, omraade="plan", aar=2025)
    assert one == NyKapasitet(sted={"omraade": 2}, omraade="plan", aar=2025)
    assert one != NyKapasitet(omraade="plan", aar=2026)
    assert NyKapasitet(omraade="plan") != Holder(omraade="plan")
