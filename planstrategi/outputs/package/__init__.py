"""A data package with every table, for programs."""
