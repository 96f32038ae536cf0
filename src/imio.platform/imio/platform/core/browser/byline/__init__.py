"""Who wrote a page, under its title."""
