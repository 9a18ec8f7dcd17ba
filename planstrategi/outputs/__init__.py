"""What is handed to people, each kind in a room of its own, and a file written whole: gathered from the rest, nothing decided."""
