"""Charts of bars, standing or lying."""
