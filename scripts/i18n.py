"""Translations: the sources are in French; en, nl and de are catalogues.

``check`` fails where a visible text of a template cannot be translated, or a
catalogue misses a message or changes its placeholders. ``update`` brings the
catalogues in step with the sources.
"""

from collections.abc import Iterator
from lxml import etree
from pathlib import Path
import ast
import polib
import re
import sys

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/imio.platform/imio/platform"
LOCALES = PACKAGE / "locales"
DOMAIN = "imio.platform"
LANGUAGES = ("en", "nl", "de")

I18N = "{http://xml.zope.org/namespaces/i18n}"
TAL = "{http://xml.zope.org/namespaces/tal}"
METAL = "{http://xml.zope.org/namespaces/metal}"
NAMESPACES = (
    "xmlns:tal='http://xml.zope.org/namespaces/tal' "
    "xmlns:metal='http://xml.zope.org/namespaces/metal' "
    "xmlns:i18n='http://xml.zope.org/namespaces/i18n'"
)
#: Attributes that a person reads or hears.
READ_ATTRIBUTES = ("title", "alt", "placeholder", "aria-label")
#: A word; "à" alone is one, a lone letter is an id or a unit.
LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{2,}|\bà\b")
PLACEHOLDER = re.compile(r"\$\{[^}]+\}")
ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)\w+;")
SPACES = re.compile(r"\s+")


def sources(*patterns: str) -> Iterator[Path]:
    """Files of the package, without built assets and the communes' data."""
    for pattern in patterns:
        for path in sorted(PACKAGE.rglob(pattern)):
            parts = path.relative_to(PACKAGE).parts
            if "node_modules" not in parts and parts[0] not in ("communes", "locales"):
                yield path


def template_tree(path: Path):
    """The template as XML; named entities become spaces."""
    text = ENTITY.sub(" ", path.read_text(encoding="utf-8"))
    text = re.sub(r"<!DOCTYPE[^>]*>", "", text)
    parser = etree.XMLParser(recover=True, resolve_entities=False)
    return etree.fromstring(f"<root {NAMESPACES}>{text}</root>".encode(), parser)


def element_message(element) -> str:
    """The message of an ``i18n:translate`` element, as Zope composes it."""
    given = element.get(f"{I18N}translate")
    if given:
        return given
    parts = [element.text or ""]
    for child in element:
        name = child.get(f"{I18N}name") if isinstance(child.tag, str) else None
        parts.append(f"${{{name}}}" if name else "")
        parts.append(child.tail or "")
    return SPACES.sub(" ", "".join(parts)).strip()


def template_messages(path: Path) -> Iterator[str]:
    """Messages of the suite's domain in a template."""
    for element in template_tree(path).iter():
        if not isinstance(element.tag, str):
            continue
        if element.get(f"{I18N}translate") is not None and _domain(element) == DOMAIN:
            message = element_message(element)
            if LETTERS.search(PLACEHOLDER.sub("", message)):
                yield message
        for attribute in _translated_attributes(element):
            value = element.get(attribute[0])
            if value and _domain(element) == DOMAIN:
                yield attribute[1] or SPACES.sub(" ", value).strip()


def _domain(element) -> str:
    while element is not None:
        domain = element.get(f"{I18N}domain")
        if domain:
            return domain
        element = element.getparent()
    return ""


def _translated_attributes(element) -> list[tuple[str, str]]:
    given = element.get(f"{I18N}attributes") or ""
    pairs = (part.split() for part in given.split(";") if part.strip())
    return [(pair[0], pair[1] if len(pair) > 1 else "") for pair in pairs]


def untranslatable(path: Path) -> Iterator[str]:
    """Visible texts of a template that no catalogue can translate."""
    for element in template_tree(path).iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        if not _is_replaced(element) and not _within_translation(element):
            for text in (element.text, *(child.tail for child in element)):
                words = PLACEHOLDER.sub("", text or "")
                if LETTERS.search(words):
                    yield SPACES.sub(" ", words).strip()
        translated = {name for name, _message in _translated_attributes(element)}
        computed = element.get(f"{TAL}attributes") or ""
        for name in READ_ATTRIBUTES:
            value = PLACEHOLDER.sub("", element.get(name) or "")
            if (
                name not in translated
                and name not in computed
                and LETTERS.search(value)
            ):
                yield f'{name}="{value}"'


def _is_replaced(element) -> bool:
    """Whether what stands in the element is only an example."""
    # On an element of TAL's own, its attributes may go without the prefix.
    prefixes = (TAL, "") if element.tag.startswith(TAL) else (TAL,)
    return any(
        element.get(f"{prefix}{name}")
        for prefix in prefixes
        for name in ("content", "replace")
    )


def _within_translation(element) -> bool:
    while element is not None:
        if element.get(f"{I18N}translate") is not None:
            return True
        if _is_replaced(element):
            return True
        element = element.getparent()
    return False


def python_messages(path: Path) -> Iterator[str]:
    """Arguments of ``_()`` in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "_"
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
        ):
            yield node.args[0].value


def xml_messages(path: Path) -> Iterator[str]:
    """``i18n:attributes`` and ``i18n:translate`` of GenericSetup files."""
    if "profiles" not in path.parts:
        return
    tree = etree.parse(str(path))
    for element in tree.iter():
        if not isinstance(element.tag, str) or _domain(element) != DOMAIN:
            continue
        if element.get(f"{I18N}translate") is not None and element.text:
            yield SPACES.sub(" ", element.text).strip()
        for name, message in _translated_attributes(element):
            if element.get(name):
                yield message or element.get(name)


def zcml_messages(path: Path) -> Iterator[str]:
    """Titles and descriptions of a ZCML file of our domain."""
    tree = etree.parse(str(path))
    if tree.getroot().get("i18n_domain") != DOMAIN:
        return
    for element in tree.iter():
        if isinstance(element.tag, str) and not element.tag.endswith("}permission"):
            for name in ("title", "description"):
                value = element.get(name)
                if value and LETTERS.search(value):
                    yield value


def messages() -> dict[str, list[str]]:
    """Every message with the files that use it."""
    found: dict[str, list[str]] = {}
    readers = {
        "*.pt": template_messages,
        "*.py": python_messages,
        "*.xml": xml_messages,
        "*.zcml": zcml_messages,
    }
    for pattern, reader in readers.items():
        for path in sources(pattern):
            for message in reader(path):
                places = found.setdefault(message, [])
                place = str(path.relative_to(PACKAGE))
                if place not in places:
                    places.append(place)
    return found


def catalogue_path(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def update() -> int:
    """Add new messages to each catalogue, drop those no longer used."""
    wanted = messages()
    for language in LANGUAGES:
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        old = polib.pofile(str(path)) if path.exists() else polib.POFile()
        translations = {entry.msgid: entry.msgstr for entry in old}
        catalogue = polib.POFile(wrapwidth=88)
        catalogue.metadata = {
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Language": language,
            "Domain": DOMAIN,
        }
        for message in sorted(wanted):
            catalogue.append(
                polib.POEntry(
                    msgid=message,
                    msgstr=translations.get(message, ""),
                    occurrences=[(place, "") for place in wanted[message]],
                )
            )
        catalogue.save(str(path))
        missing = len(catalogue.untranslated_entries())
        print(f"{language} : {len(catalogue)} messages, {missing} à traduire")
    return 0


def problems() -> list[str]:
    """What keeps a person from reading a page in their language."""
    found = [
        f"{path.relative_to(ROOT)} : texte non traduisible : {text[:70]}"
        for path in sources("*.pt")
        for text in untranslatable(path)
    ]
    wanted = messages()
    if not catalogue_path("fr").exists():
        # Without one, even empty, Zope shows the English text on a French page.
        found.append("le catalogue fr, vide, manque")
    for language in LANGUAGES:
        path = catalogue_path(language)
        if not path.exists():
            found.append(f"le catalogue {language} manque (make i18n)")
            continue
        entries = {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}
        found += _catalogue_problems(language, entries, wanted)
    return found


def _catalogue_problems(language, entries, wanted) -> Iterator[str]:
    for message in wanted:
        translation = entries.get(message, "")
        if not translation:
            yield f"{language} : à traduire : {message[:70]}"
        elif set(PLACEHOLDER.findall(message)) != set(PLACEHOLDER.findall(translation)):
            yield f"{language} : variables différentes : {message[:70]}"
    for message in entries:
        if message not in wanted:
            yield f"{language} : n'est plus employé : {message[:70]} (make i18n)"


def check() -> int:
    """Print the problems; returns the exit status."""
    found = problems()
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit({"check": check, "update": update}[sys.argv[1]]())
