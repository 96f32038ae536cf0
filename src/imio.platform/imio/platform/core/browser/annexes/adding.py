"""The form that adds one annex."""

from imio.platform.core.annexes.categories import categories
from imio.platform.core.annexes.file_kinds import BadFile
from imio.platform.core.annexes.upload import kind_of
from imio.platform.i18n import _
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile

#: Longest title kept: as long as a line of a list.
MAX_TITLE = 200


class AnnexForm:
    """Values given, and what is wrong with them by field."""

    def __init__(self, container, values):
        self.container = container
        self.title = str(values.get("title", "")).strip()
        self.category = str(values.get("category", ""))
        self.confidential = bool(values.get("confidential"))
        self._upload = values.get("file")
        self.errors: dict[str, str] = {}

    def save(self):
        """Create the annex; None where ``errors`` says why not."""
        file = self._file()
        chosen = {one.key: one for one in categories()}.get(self.category)
        if chosen is None:
            self.errors["category"] = _("Choisissez une catégorie.")
        if len(self.title) > MAX_TITLE:
            self.errors["title"] = _(
                "Le titre est trop long : ${max} caractères au plus.",
                mapping={"max": MAX_TITLE},
            )
        if self.errors:
            return None
        return createContentInContainer(
            self.container,
            "Annex",
            checkConstraints=False,
            title=" ".join(self.title.split()) or file.filename,
            file=file,
            category=chosen.key,
            confidential=self.confidential or chosen.confidential,
        )

    def _file(self) -> NamedBlobFile | None:
        filename = getattr(self._upload, "filename", "") or ""
        if not filename:
            self.errors["file"] = _("Choisissez un fichier.")
            return None
        # Some browsers send the whole path.
        filename = filename.replace("\\", "/").rpartition("/")[2]
        file = NamedBlobFile(data=self._upload, filename=filename)
        try:
            kind_of(file)
        except BadFile as error:
            self.errors["file"] = str(error)
            return None
        return file
