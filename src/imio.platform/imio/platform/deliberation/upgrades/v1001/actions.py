"""The link to the elected member's space, in the account's menu: 1000 has none."""


def upgrade(setup) -> None:
    """Add the links of the profile."""
    setup.runImportStepFromProfile(
        "profile-imio.platform.deliberation:default", "actions", run_dependencies=False
    )
