"""Registry records of annexes."""

CATEGORIES_RECORD = "imio.platform.annexes.categories"

#: Largest file accepted, in megabytes.
SIZE_RECORD = "imio.platform.annexes.max_megabytes"

DEFAULT_MAX_MEGABYTES = 25
