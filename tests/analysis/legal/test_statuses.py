"""The statuses that code asks for stand in the one table of them, and so do the steps."""

from planstrategi.analysis.legal import statuses


def test_the_statuses_and_steps_that_code_names_stand_in_the_table():
    named = {word for name, word in vars(statuses).items() if name.isupper() and isinstance(word, str)}
    assert named - {step.steg for step in statuses.STEPS} <= {rank.status for rank in statuses.STATUS_RANKS}


def test_the_status_that_stands_first_wins_in_a_year():
    assert [rank.i_aaret for rank in statuses.STATUS_RANKS] == list(range(1, len(statuses.STATUS_RANKS) + 1))
