"""How many plans are worked on, what they are assumed to take, and what the municipality has."""
