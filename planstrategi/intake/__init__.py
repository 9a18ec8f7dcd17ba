"""A strategy document → a draft register, with all that was guessed on the way."""
