"""Register → problems: the rules, and what may be checked of what was read."""
