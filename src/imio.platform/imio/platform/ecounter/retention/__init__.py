"""Erasing what the law does not let a commune keep."""
