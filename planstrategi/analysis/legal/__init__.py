"""What the law asks, what answers it, and when it falls due."""
