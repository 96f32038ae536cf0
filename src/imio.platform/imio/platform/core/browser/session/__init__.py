"""A form sent after the session ended: what was written is kept on the page."""
