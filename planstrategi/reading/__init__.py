"""Files → register: every value keeps its file, line and column."""
