"""What was understood of a document."""

from planstrategi.intake.found import SIKKER, USIKKER, Doubt, FoundRow

ROW = FoundRow("side 1", 1, 1, None, "", "Havneplan", {2028: "X"}, (), "", "", "", "", (), True, "", (), ())


def test_a_row_is_sure_only_when_nothing_of_it_is_doubted():
    doubted = ROW._replace(tvil=(Doubt("aar", "X", "Er 2028 merket?"),))
    assert (ROW.sikkerhet, doubted.sikkerhet) == (SIKKER, USIKKER)
