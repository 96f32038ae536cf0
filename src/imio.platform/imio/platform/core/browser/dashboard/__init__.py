"""Listings on the catalog: facets, columns, saved searches, CSV."""
