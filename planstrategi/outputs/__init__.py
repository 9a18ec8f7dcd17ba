"""What is handed to people, each kind in a room of its own: gathered from the rest, and nothing decided."""
