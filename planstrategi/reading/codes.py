"""What can be wrong with a file from outside, by its code; the words stand in koder.yaml."""

from planstrategi.model.vocabulary import words_beside

_WORDS = words_beside(__file__, "koder.yaml")
# code -> what is wrong, what to do; also what data/README.md prints
CODES: dict[str, tuple[str, str]] = _WORDS["koder"]
# what data/README.md says of the codes of what stands in a file
CONTENT_CODES: dict[str, str] = _WORDS["innhold"]
# what libyaml says -> what is wrong, what to do; the first that is contained in its message wins
MESSAGES: list[tuple[str, str, str]] = _WORDS["yaml"]
