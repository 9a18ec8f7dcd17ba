"""What sentences are made of: a part of a whole, and a name that is too long for one."""

import pytest

from planstrategi.analysis.shared.sentences import of_all, short


@pytest.mark.parametrize(
    ("name", "most", "said"),
    [("Plan for idrett", 15, "Plan for idrett"), ("Plan for idrett", 14, "Plan for …"), ("Plan for idrett", 9, "Plan …"),
     ("Sentrumsutviklingsplan", 10, "Sentrumsu…")],
)  # fmt: skip
def test_a_name_is_cut_between_two_words_and_within_one_only_where_it_is_the_first(name, most, said):
    assert short(name, most) == said
    assert len(said) <= most


@pytest.mark.parametrize(
    ("count", "total", "said"),
    [(0, 1, "Ingen planer"), (0, 3, "Ingen av de 3 planene"), (1, 1, "1 av 1 plan"), (2, 3, "2 av 3 planer")],
)
def test_none_of_a_whole_is_said_in_words(count, total, said):
    assert of_all(count, total) == said
