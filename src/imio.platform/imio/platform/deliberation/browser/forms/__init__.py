"""A page with a plain form: shown on GET, done on POST, its errors beside its fields."""

from imio.platform.core.errors import PlatformError
from plone import api
from Products.Five.browser import BrowserView
from zope.i18n import translate
import transaction


class FormPage(BrowserView):
    """Base of the secretariat's pages.

    ``handle`` does what the form asks and returns the sentence to show; a
    ``PlatformError`` that it raises is shown in the page, nothing being done.
    """

    #: Sentences by field name; the empty name stands for the whole form.
    errors: dict[str, str] = {}

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method != "POST":
            return self.index()
        before = transaction.savepoint(optimistic=True)
        try:
            message = self.handle()
        except PlatformError as error:
            # What was done before the refusal would be kept otherwise.
            before.rollback()
            self.errors = {error.field: self.said(error.args[0])}
            self.request.response.setStatus(400)
            return self.index()
        if message:
            api.portal.show_message(message, self.request)
        return self.request.response.redirect(self.next_url(), status=303)

    def handle(self) -> str:
        raise NotImplementedError

    def next_url(self) -> str:
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    def said(self, sentence) -> str:
        """The sentence in the reader's language."""
        return translate(sentence, context=self.request)

    def value(self, name: str) -> str:
        """What the form holds under ``name``, as text."""
        found = self.request.form.get(name, "")
        return found.strip() if isinstance(found, str) else ""

    def values(self, name: str) -> list[str]:
        """What the form holds under a name that may come several times."""
        found = self.request.form.get(name, [])
        return [found] if isinstance(found, str) else [str(one) for one in found]
