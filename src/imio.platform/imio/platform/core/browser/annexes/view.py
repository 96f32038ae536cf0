"""@@annexes: list, add, order and remove the annexes of an object."""

from imio.platform.core.annexes.annex import VIEW_CONFIDENTIAL
from imio.platform.core.annexes.categories import categories
from imio.platform.core.annexes.categories import category
from imio.platform.core.annexes.listing import annexes
from imio.platform.core.annexes.listing import move
from imio.platform.core.annexes.upload import max_megabytes
from imio.platform.core.browser.annexes.adding import AnnexForm
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from Products.CMFCore.permissions import ModifyPortalContent
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.interface import implementer

#: What a button of the page may be called, and what it does.
ACTIONS = ("add", "up", "down", "remove")


@implementer(ITitledPage)
class AnnexesPage(BrowserView):
    """The list for everybody, the forms for those who manage annexes."""

    title = _("Annexes")
    index = ViewPageTemplateFile("annexes.pt")

    def __call__(self):
        self.form = AnnexForm(self.context, {})
        action = self.request.form.get("action", "")
        if self.request.method == "POST" and action in ACTIONS:
            if not self.may_manage:
                raise Unauthorized()
            CheckAuthenticator(self.request)
            if getattr(self, f"do_{action}")():
                return self.request.response.redirect(self.url)
        return self.index()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@annexes"

    @property
    def may_manage(self) -> bool:
        return api.user.has_permission(ModifyPortalContent, obj=self.context)

    @property
    def sees_confidential(self) -> bool:
        return api.user.has_permission(VIEW_CONFIDENTIAL, obj=self.context)

    @property
    def categories(self):
        return categories()

    @property
    def max_megabytes(self) -> int:
        return max_megabytes()

    def rows(self) -> list[dict]:
        """What the page shows of each annex the reader may see."""
        found = annexes(self.context)
        return [
            {
                "id": annex.getId(),
                "title": annex.title,
                "category": category(annex.category).title,
                "confidential": annex.confidential,
                "size": human_size(annex.file.getSize()),
                "extension": extension(annex.file.filename),
                "download_url": f"{annex.absolute_url()}/@@download/file",
                "edit_url": f"{annex.absolute_url()}/edit",
                "may_edit": api.user.has_permission("Modify portal content", obj=annex),
                "is_first": index == 0,
                "is_last": index == len(found) - 1,
            }
            for index, annex in enumerate(found)
        ]

    def do_add(self) -> bool:
        self.form = AnnexForm(self.context, self.request.form)
        annex = self.form.save()
        if annex is None:
            self.request.response.setStatus(422)
            return False
        self._say(
            _("L'annexe « ${title} » est ajoutée.", mapping={"title": annex.title})
        )
        return True

    def do_up(self) -> bool:
        move(self.context, self._annex().getId(), -1)
        return True

    def do_down(self) -> bool:
        move(self.context, self._annex().getId(), 1)
        return True

    def do_remove(self) -> bool:
        annex = self._annex()
        title = annex.title
        api.content.delete(annex, check_linkintegrity=False)
        self._say(_("L'annexe « ${title} » est supprimée.", mapping={"title": title}))
        return True

    def _annex(self):
        """The annex that the form names, if its sender may see it."""
        wanted = self.request.form.get("annex", "")
        for annex in annexes(self.context):
            if annex.getId() == wanted:
                return annex
        raise NotFound(wanted)

    def _say(self, message) -> None:
        api.portal.show_message(message, self.request)


class AnnexView(BrowserView):
    """One annex: what it is and its file."""

    index = ViewPageTemplateFile("annex.pt")

    def __call__(self):
        return self.index()

    @property
    def category_title(self) -> str:
        return category(self.context.category).title

    @property
    def size(self) -> str:
        return human_size(self.context.file.getSize())

    @property
    def extension(self) -> str:
        return extension(self.context.file.filename)


def extension(filename: str | None) -> str:
    """``"PDF"`` for ``"plan.pdf"``."""
    return (filename or "").rpartition(".")[2].upper()


def human_size(size: int) -> str:
    """A number of bytes as people say it: ``"1,2 Mo"``."""
    if size < 1024:
        return f"{size} octets"
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} Ko"
    return f"{size / 1024 / 1024:.1f} Mo".replace(".", ",")
