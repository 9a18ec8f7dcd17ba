"""What can be wrong with a file from outside, by its code; the words stand in koder.yaml."""

from importlib.resources import files

import yaml

_WORDS = yaml.load((files(__package__) / "koder.yaml").read_text("utf-8"), yaml.CSafeLoader)
# code -> what is wrong, what to do; also what data/README.md prints
CODES: dict[str, tuple[str, str]] = _WORDS["koder"]
# what data/README.md says of the codes of what stands in a file
CONTENT_CODES: dict[str, str] = _WORDS["innhold"]
# what libyaml says -> what is wrong, what to do; the first that is contained in its message wins
MESSAGES: list[tuple[str, str, str]] = _WORDS["yaml"]
