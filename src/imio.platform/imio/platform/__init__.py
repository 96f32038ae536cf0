"""imio.platform: a suite of Plone add-ons for local authorities."""
