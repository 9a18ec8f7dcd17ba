"""Two planstrategier of one municipality held against each other: what has changed, and what became of what was promised."""
