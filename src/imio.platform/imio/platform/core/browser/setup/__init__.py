"""The first page of the configuration, for the administrator and the commune."""
