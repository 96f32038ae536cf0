"""Filing a request: from the first page to the tracking code."""
