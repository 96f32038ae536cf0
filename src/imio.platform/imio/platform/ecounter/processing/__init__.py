"""Treating a request: the agent's side."""
