"""Read the files of a profile; what cannot be read is said in French, with the place."""

from lxml import etree
from pathlib import Path
from typing import Any
import json


class Unreadable(Exception):
    """The file cannot be read; the message is French."""


def read_xml(path: Path) -> etree._Element:
    """Root of an XML file; entities are not followed.

    :raises Unreadable: where the file is absent or no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(_bytes(path), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise Unreadable(
            f"ce n'est pas du XML correct, ligne {line}, colonne {column} "
            f"({error.msg.rpartition(', line')[0] or error.msg})"
        ) from error


def read_object(path: Path) -> dict[str, Any]:
    """The object that a JSON file holds.

    :raises Unreadable: where the file is absent, no JSON, or something else.
    """
    try:
        data = json.loads(_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable("ce fichier n'est pas enregistré en UTF-8") from error
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"ce n'est pas du JSON correct, ligne {error.lineno}, colonne "
            f"{error.colno} ({error.msg})"
        ) from error
    if not isinstance(data, dict):
        raise Unreadable("un objet JSON est attendu : { … }")
    return data


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable("ce fichier manque") from error
    except OSError as error:
        raise Unreadable(f"ce fichier ne peut pas être lu ({error.errno})") from error
