"""Downloading the documents of an object."""
