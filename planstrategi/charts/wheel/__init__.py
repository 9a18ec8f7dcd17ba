"""The plan system as two wheels."""
