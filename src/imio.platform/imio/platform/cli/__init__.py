"""The command ``imio-platform``: set up, serve and look after communes."""
