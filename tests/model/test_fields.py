"""What the declared records have in common."""

from planstrategi.model.scenarios import NyKapasitet


def test_record_shows_its_fields_and_those_of_what_it_is_a_kind_of() -> None:
    assert repr(NyKapasitet(omraade="plan", aar=2025)) == "NyKapasitet(omraade='plan', rolle=None, aar=2025, maanedsverk=None)"
