"""The import of calendars, which was offered in English to every editor."""


def upgrade(setup) -> None:
    """Hide it, as the profile does."""
    setup.runImportStepFromProfile(
        "profile-imio.platform.website:default", "actions", run_dependencies=False
    )
