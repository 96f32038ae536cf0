"""What a person may do with an object, and why not."""
