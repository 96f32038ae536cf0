"""The annexes of a container."""
