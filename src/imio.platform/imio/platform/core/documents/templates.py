"""The add-ons' document templates as objects of the site, which a commune may change."""

from collections.abc import Iterable
from collective.documentgenerator.content.pod_template import IPODTemplate
from collective.documentgenerator.utils import compute_md5
from contextlib import redirect_stdout
from dataclasses import dataclass
from imio.platform.core.documents import odt
from io import StringIO
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from Products.CMFCore.permissions import AddPortalContent
from Products.CMFCore.permissions import DeleteObjects
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFCore.permissions import View
from zope.i18n import translate

#: Id of the folder of templates at the root of the site.
FOLDER_ID = "modeles"

#: Only these may touch templates: a template's expressions are Python.
TRUSTED = ("Manager",)


@dataclass(frozen=True)
class TemplateSpec:
    """A document that an add-on brings.

    :ivar id: stable id, unique in the suite: ``"deliberation-convocation"``.
    :ivar portal_types: types of objects it is made of.
    :ivar content_path: the text of its body.
    :ivar helper_view: name of the view of the object that expressions see as
        ``view``; empty for documentgenerator's own.
    :ivar permission: title of the permission on the object to make it.
    :ivar condition: TAL expression that says whether it is offered, or empty.
    """

    id: str
    title: str
    portal_types: tuple[str, ...]
    content_path: Path
    helper_view: str = ""
    permission: str = View
    condition: str = ""
    formats: tuple[str, ...] = ("odt", "pdf")


def install_templates(site, specs: Iterable[TemplateSpec]) -> None:
    """Create or refresh the templates; one whose file the commune changed keeps it."""
    folder = templates_folder(site)
    for spec in specs:
        data = odt.build(Path(spec.content_path), _text(spec.title))
        template = folder.get(spec.id)
        # documentgenerator prints what it thinks of each file's comments.
        with redirect_stdout(StringIO()):
            if template is None:
                template = _create(folder, spec, data)
            elif not is_changed_by_commune(template):
                _set_file(template, spec, data)
        template.imio_helper_view = spec.helper_view
        template.imio_permission = spec.permission


def remove_templates(site, specs: Iterable[TemplateSpec]) -> None:
    """Remove an add-on's templates; the folder too when nothing is left in it."""
    folder = site.get(FOLDER_ID)
    if folder is None:
        return
    for spec in specs:
        if spec.id in folder:
            folder._delObject(spec.id, suppress_events=False)
    if not folder.objectIds():
        site._delObject(FOLDER_ID)


def is_changed_by_commune(template) -> bool:
    """Whether the template's file is no longer the one we installed."""
    return template.current_md5 != getattr(template, "imio_shipped_md5", None)


def find_template(template_id: str) -> IPODTemplate | None:
    """The site's template of that id, whoever asks."""
    folder = api.portal.get().get(FOLDER_ID)
    return None if folder is None else folder.get(template_id)


def all_templates() -> list[IPODTemplate]:
    """The site's templates, in the folder's order, whoever asks."""
    folder = api.portal.get().get(FOLDER_ID)
    if folder is None:
        return []
    return [one for one in folder.objectValues() if IPODTemplate.providedBy(one)]


def templates_folder(site):
    """The folder of templates, created where it is missing."""
    if FOLDER_ID not in site:
        folder = createContentInContainer(
            site,
            "Folder",
            checkConstraints=False,
            id=FOLDER_ID,
            title="Modèles de documents",
            description="Modèles des documents produits par le site.",
            exclude_from_nav=True,
        )
        for permission in (View, ModifyPortalContent, AddPortalContent, DeleteObjects):
            folder.manage_permission(permission, TRUSTED, acquire=0)
        folder.manage_permission("Access contents information", TRUSTED, acquire=0)
        folder.reindexObject()
    return site[FOLDER_ID]


def _create(folder, spec: TemplateSpec, data: bytes):
    template = createContentInContainer(
        folder,
        "ConfigurablePODTemplate",
        checkConstraints=False,
        id=spec.id,
        title=_text(spec.title),
        odt_file=_file(spec, data),
        pod_formats=list(spec.formats),
        pod_portal_types=list(spec.portal_types),
        tal_condition=spec.condition,
    )
    _remember(template)
    return template


def _set_file(template, spec: TemplateSpec, data: bytes) -> None:
    if compute_md5(data) == template.current_md5:
        return
    template.odt_file = _file(spec, data)
    _remember(template)


def _remember(template) -> None:
    template.initial_md5 = template.current_md5
    template.style_modification_md5 = template.current_md5
    template.imio_shipped_md5 = template.current_md5


def _file(spec: TemplateSpec, data: bytes) -> NamedBlobFile:
    return NamedBlobFile(data=data, contentType=odt.MIMETYPE, filename=f"{spec.id}.odt")


def _text(message) -> str:
    return translate(message, target_language="fr")
