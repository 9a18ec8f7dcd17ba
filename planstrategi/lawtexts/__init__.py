"""What comes into the project from outside: law archives, read as data and never trusted."""
