"""Which plans there are, what is decided for them, and which statutes the source names."""
