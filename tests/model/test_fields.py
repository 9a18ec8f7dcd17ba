"""What the declared records have in common."""

import pytest

from planstrategi.model.assumptions import Holder
from planstrategi.model.fields import Text, record, yaml_field
from planstrategi.model.scenarios import NyKapasitet


def test_record_shows_its_fields_and_those_of_what_it_is_a_kind_of() -> None:
    assert repr(NyKapasitet(omraade="plan", aar=2025)) == "NyKapasitet(omraade='plan', rolle=None, aar=2025, maanedsverk=None)"


def test_records_are_alike_that_hold_the_same_wherever_it_is_written() -> None:
    one = NyKapasitet(sted={"omraade": 1}, omraade="plan", aar=2025)
    assert one == NyKapasitet(sted={"omraade": 2}, omraade="plan", aar=2025)
    assert one != NyKapasitet(omraade="plan", aar=2026)
    assert NyKapasitet(omraade="plan") != Holder(omraade="plan")


def test_record_has_fields_of_its_own_though_what_it_is_a_kind_of_was_made_before() -> None:
    @record("Del", "Noe av noe.")
    class Part(Holder):
        aar: int | None = yaml_field(Text(), "Året.")

    @record("Liten del", "Noe av en del.")
    class SmallPart(Part):
        uke: int | None = yaml_field(Text(), "Uken.")

    assert [Part(omraade="plan", aar=2025).aar, SmallPart({}, "plan", None, 2026, 7).uke] == [2025, 7]
    with pytest.raises(TypeError, match="uke"):
        Part(uke=7)  # type: ignore[call-arg]
