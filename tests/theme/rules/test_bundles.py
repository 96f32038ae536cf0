from imio.platform.theme.rules.bundles import dependents


def test_what_needs_a_bundle_directly_or_not_is_found():
    needs = {"grid": "plone", "extra": "grid, own", "own": None, "plone": ""}
    assert dependents(needs, {"plone"}) == {"plone", "grid", "extra"}
