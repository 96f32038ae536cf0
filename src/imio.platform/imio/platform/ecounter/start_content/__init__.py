"""Start content of a commune's counter."""
