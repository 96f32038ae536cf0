"""A template rendered on an object, through collective.documentgenerator."""

from appy.pod.renderer import Renderer
from collective.documentgenerator.browser.generation_view import DocumentGenerationView
from imio.platform.core.documents.errors import BrokenTemplate
from imio.platform.core.documents.finishing import finish
from imio.platform.core.documents.letterhead import letterhead
from pathlib import Path
from plone import api
from Products.CMFPlone.utils import safe_text
from zope.component import queryMultiAdapter
from zope.globalrequest import getRequest
import io
import logging
import os
import tempfile

logger = logging.getLogger(__name__)

#: Letterhead styles of the paragraphs of a rich text (appy.pod's notation).
RICH_TEXT_STYLES = {
    "para[class=None, parent != cell]": "Text",
    "para[class=None, parent = cell]": "Cell",
}


def render(context, template) -> bytes:
    """The template rendered on ``context``, as ODT.

    :raises BrokenTemplate: an expression of the template fails.
    """
    view = LetterheadGeneration(context, getRequest())
    view.pod_template, view.output_format = template, "odt"
    view._check_cyclic_merges(template)
    # What it is made from goes with it: a file may be of personal data.
    with tempfile.TemporaryDirectory(prefix="imio-document-") as folder:
        view.folder = folder
        try:
            path, _generation_context = view._recursive_generate_doc(template, "odt")
        except Exception as error:
            logger.exception(
                "Template %s fails on %s",
                template.getId(),
                "/".join(context.getPhysicalPath()),
            )
            raise BrokenTemplate() from error
        return finish(Path(path).read_bytes(), letterhead().primary_colour)


class LetterheadGeneration(DocumentGenerationView):
    """documentgenerator's view with our letterhead, and without a second LibreOffice.

    documentgenerator would call LibreOffice by itself even for an ODT.
    """

    #: Where documents are made; whoever gives it removes it.
    folder = ""

    def get_generation_context_helper(self):
        name = getattr(self.pod_template, "imio_helper_view", "")
        helper = name and queryMultiAdapter((self.context, self.request), name=name)
        if not helper:
            return super().get_generation_context_helper()
        helper.pod_template = self.pod_template
        helper.output_format = self.output_format
        return helper

    def get_base_generation_context(self, helper_view, pod_template):
        return {"letterhead": letterhead()}

    def _get_generation_context(self, helper_view, pod_template):
        values = super()._get_generation_context(helper_view, pod_template)
        if values.get("context") is None:
            values["context"] = self.context
        return values

    def _render_document(
        self, pod_template, output_format, sub_documents, raiseOnError=True, **kwargs
    ):
        helper = self.get_generation_context_helper()
        values = self._get_generation_context(helper, pod_template=pod_template)
        values.update(sub_documents)
        folder = tempfile.mkdtemp(dir=self.folder)
        path = os.path.join(folder, f"document.{safe_text(output_format)}")
        renderer = Renderer(
            io.BytesIO(pod_template.get_file().data),
            values,
            path,
            raiseOnError=True,
            findImage=api.portal.get(),
            html=True,
            stylesMapping=RICH_TEXT_STYLES,
        )
        for view in self.get_views_for_appy_renderer(values, helper):
            attach = getattr(view, "_set_appy_renderer", None)
            if attach is not None:
                attach(renderer)
        renderer.run()
        return path, values
