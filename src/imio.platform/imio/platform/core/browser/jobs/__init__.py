"""The jobs of the site, for those who keep it running."""
