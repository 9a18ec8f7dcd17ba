"""Law archives, which come from outside and are never trusted, the law texts that are stored, and what has changed."""
