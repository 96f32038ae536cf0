"""Mails that a deadline comes near, or is over: found once a day."""
