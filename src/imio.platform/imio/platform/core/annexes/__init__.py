"""Annexes: files with a category, an order and, where it matters, confidentiality.

A type takes annexes when it is a container with the behaviour
``imio.platform.core.annexable``; its page ``@@annexes`` lists, adds, orders and
removes them. Categories are the registry record ``imio.platform.annexes.categories``.

Who may change the container may change its annexes. A confidential annex is seen by
those who see its container and have ``imio.platform.core: View confidential annexes``
on it, and nobody else: in its page, files, search and the API alike. A workflow gives
that permission to roles, state by state.
"""
