"""Hostile input, outside the suite: `python -m tests.hostile`. The suite runs a small sample of each kind."""
