"""What was public before 1001 had no memory of it, and settings changed late left it open."""

from imio.platform.deliberation.workflow.exposing import roots
from imio.platform.deliberation.workflow.publicity import apply_to_body


def upgrade(setup) -> None:
    """Open to the public what is public today, close the rest, and remember it.

    Last of the steps: another that sets permissions again would close it all.
    """
    for root in roots():
        for body in root.objectValues():
            if body.portal_type == "DeliberativeBody":
                apply_to_body(body)
