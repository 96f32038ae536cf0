"""What waits for the present person, from every add-on."""
