"""Communes: their profiles found in a folder, and a site made from one."""
