"""@@new-version: correct a published text without losing the one before."""

from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow.publishing import correct
from imio.platform.i18n import _
from plone import api


class NewVersionPage(FormPage):
    """A file and what changes in it."""

    @property
    def is_published(self) -> bool:
        return api.content.get_state(self.context) == "published"

    def handle(self) -> str:
        if not self.is_published:
            raise DeliberationError(_("Ce texte n'est pas publié."))
        upload = self.request.form.get("file")
        has_file = bool(getattr(upload, "filename", ""))
        correct(
            self.context,
            upload.read() if has_file else b"",
            upload.filename if has_file else "",
            self.value("reason"),
        )
        return _("La nouvelle version est publiée ; l'ancienne reste lisible.")

    def next_url(self) -> str:
        return self.context.absolute_url()
