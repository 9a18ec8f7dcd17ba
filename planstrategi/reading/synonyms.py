"""What people write for the fixed words of the data and the types of plan; the words stand in synonymer.yaml."""

from planstrategi.model.vocabulary import words_beside

_WRITTEN = words_beside(__file__, "synonymer.yaml")
# what is written -> the word that is meant
SYNONYMER: dict[str, str] = {word: meant for meant, words in _WRITTEN.items() for word in words.split()}
