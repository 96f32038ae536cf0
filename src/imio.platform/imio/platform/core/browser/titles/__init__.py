"""The title that a window and a screen reader give a page that is no content."""
