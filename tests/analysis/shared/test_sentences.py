"""What sentences are made of: a name that is too long for one."""

import pytest

from planstrategi.analysis.shared.sentences import short


@pytest.mark.parametrize(
    ("name", "most", "said"),
    [("Plan for idrett", 15, "Plan for idrett"), ("Plan for idrett", 14, "Plan for …"), ("Plan for idrett", 9, "Plan …"),
     ("Sentrumsutviklingsplan", 10, "Sentrumsu…")],
)  # fmt: skip
def test_a_name_is_cut_between_two_words_and_within_one_only_where_it_is_the_first(name, most, said):
    assert short(name, most) == said
    assert len(said) <= most
