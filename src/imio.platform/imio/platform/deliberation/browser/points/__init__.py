"""The points of a body as a listing, with the lists of each one's role."""
