"""Charts along a line of time."""
