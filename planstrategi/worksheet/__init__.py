"""Judgements out to a worksheet, and in again."""
