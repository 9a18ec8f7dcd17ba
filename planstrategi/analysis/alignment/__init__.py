"""What is expected of the plans, and which plan is judged to answer it."""
