"""Documents: POD templates in the commune's letterhead, rendered as ODT or PDF.

An add-on writes the body of each document as text, so that changes can be read::

    <addon>/documents/convocation/content.xml

The file holds OpenDocument elements below one ``<body>`` (the namespaces ``text``,
``table``, ``draw`` ... are declared for it), with three short forms for appy.pod:

- ``<pod:value>item.title</pod:value>``: the expression's value, in the sentence;
- ``<pod:do>text for item in view.items()</pod:do>``: first in a paragraph, title,
  row, cell or section: repeats it or makes it conditional (``text if ...``,
  ``row for ...``, ``section for ...``); ``from`` clauses as in appy's manual:
  ``<pod:do>text from xhtml(view.decision_html)</pod:do>``;
- styles of the letterhead: ``Title``, ``Subtitle``, ``Heading 1..3``, ``Text``,
  ``Recipient``, ``Reference``, ``Signature``, ``Small``; in tables the paragraphs
  ``Cell``, ``Cell head``, ``Cell number``, the table ``Grid``, its cells ``Grid cell``
  and ``Grid head``, and columns by width in centimetres, ``Column 2`` (16.5 in all);
  spans ``Strong``, ``Emphasis``, ``Muted``, ``Accent``. A space in a name is written
  ``_20_``: ``text:style-name="Heading_20_1"``. More styles go in ``<styles>``, first
  in the body.

Expressions see ``context`` (the object), ``view`` (the helper view named by the
spec, or documentgenerator's own), ``portal`` and ``letterhead`` (name, address_lines,
phone, email, website, place, today).

Declare and install it, in the post_handler of the add-on's profile::

    CONVOCATION = TemplateSpec(
        id="deliberation-convocation",
        title=_("Convocation"),
        portal_types=("Meeting",),
        content_path=Path(__file__).parent / "convocation" / "content.xml",
        helper_view="convocation-document",
    )
    install_templates(site, [CONVOCATION])

and use it: ``generate(meeting, "deliberation-convocation", "pdf").data``, or the
page ``@@document?template=deliberation-convocation&format=pdf`` of the object.
"""

from imio.platform.core.documents.generation import available_templates
from imio.platform.core.documents.generation import generate
from imio.platform.core.documents.generation import GeneratedDocument
from imio.platform.core.documents.templates import install_templates
from imio.platform.core.documents.templates import remove_templates
from imio.platform.core.documents.templates import TemplateSpec

__all__ = [
    "GeneratedDocument",
    "TemplateSpec",
    "available_templates",
    "generate",
    "install_templates",
    "remove_templates",
]
