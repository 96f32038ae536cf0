"""The byline names people, never the id of an account without a name.

What the administrator of the server or a job creates has no author to name.
"""

from plone import api
from plone.app.layout.viewlets.content import DocumentBylineViewlet


class NamedBylineViewlet(DocumentBylineViewlet):
    """Names the creators where each has a full name."""

    def show_about(self) -> bool:
        creators = [api.user.get(userid=user) for user in self.context.listCreators()]
        return super().show_about() and all(
            user is not None and user.getProperty("fullname") for user in creators
        )
