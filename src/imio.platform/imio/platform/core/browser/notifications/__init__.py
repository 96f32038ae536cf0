"""A person's choice of notifications."""
