"""How many plans are marked, what they are assumed to take, and what the municipality has."""
