"""The identity that a profile's ``registry/`` gives, checked as the commune's own page does.

GenericSetup would stop in the middle of the work with a sentence for programmers, or
keep an INS code that is none: what a person may not type, a profile may not say.
"""

from collections.abc import Iterator
from imio.platform.core.commune.answers import check
from imio.platform.core.commune.interfaces import ICommune
from imio.platform.core.commune.interfaces import PREFIX
from lxml import etree
from typing import Any
from zope.i18n import interpolate
from zope.schema import getFieldNames
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import ValidationError

INTERFACE = f"{ICommune.__module__}.{ICommune.__name__}"


def identity_problem(tree: etree._Element) -> str:
    """What is wrong with the commune's identity in this registry file, or nothing.

    :returns: a French sentence that begins with the name of the key.
    """
    answers: dict[str, Any] = {}
    for key, node in _values(tree):
        if key not in getFieldNames(ICommune):
            return f"la clé « {key} » n'existe pas. Clés connues : {_keys()}"
        answers[key] = _answer(ICommune[key], node)
        try:
            ICommune[key].bind(None).validate(answers[key])
        except ValidationError:
            return f"« {key} » n'accepte pas cette valeur : {_told(answers[key])}"
    errors = check(answers).errors
    if not errors:
        return ""
    message = errors[0].message
    sentence = interpolate(str(message), getattr(message, "mapping", None))
    return f"« {errors[0].field} » : {sentence}"


def _values(tree: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Pairs (key, node) of the identity, however the file names its records."""
    for node in tree.iter("records"):
        if node.get("interface") == INTERFACE or node.get("prefix") == PREFIX:
            for value in node.iterfind("value"):
                yield value.get("key", ""), value
    for node in tree.iter("record"):
        prefix, _dot, key = node.get("name", "").rpartition(".")
        value = node.find("value")
        if prefix == PREFIX and value is not None:
            yield key, value


def _answer(field, node: etree._Element) -> Any:
    if ICollection.providedBy(field):
        return [(item.text or "").strip() for item in node.iterfind("element")]
    text = (node.text or "").strip()
    if field._type is bytes:
        return text.encode() or None
    return text or None


def _told(answer: Any) -> str:
    text = ", ".join(answer) if isinstance(answer, list) else str(answer or "(vide)")
    return text if len(text) <= 80 else f"{text[:80]}…"


def _keys() -> str:
    return ", ".join(getFieldNames(ICommune))
