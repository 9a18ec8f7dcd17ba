"""Slides for a council: findings as titles, and charts that can be edited."""
