"""Options laid over the register, and what they change."""
