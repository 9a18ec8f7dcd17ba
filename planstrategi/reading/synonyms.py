"""What people write for the fixed words of the data and the types of plan; the words stand in synonymer.yaml."""

from importlib.resources import files

import yaml

_WRITTEN = yaml.load((files(__package__) / "synonymer.yaml").read_text("utf-8"), yaml.CSafeLoader)
# what is written -> the word that is meant
SYNONYMER: dict[str, str] = {word: meant for meant, words in _WRITTEN.items() for word in words.split()}
