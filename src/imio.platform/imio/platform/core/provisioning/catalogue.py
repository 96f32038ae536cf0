"""The communes whose profiles lie in the folders of profiles.

A commune is a folder of data: ``metadata.xml`` (its name and the add-ons it
wants), GenericSetup files (``registry/``...), and start content in ``content/``.
Folders whose name starts with an underscore are models, not communes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from imio.platform.core.provisioning.errors import BrokenProfile
from imio.platform.core.provisioning.errors import UnknownCommune
from lxml import etree
from pathlib import Path
import json
import os

#: Names one more folder of profiles, for communes kept outside the suite.
EXTRA_FOLDER_VARIABLE = "IMIO_PROFILES"

#: The profiles shipped with the suite (a link to the top-level ``profiles/``).
SHIPPED_FOLDER = Path(__file__).parents[2] / "communes"

PROFILE_PREFIX = "profile-"


@dataclass(frozen=True)
class CommuneProfile:
    """A commune as its folder describes it.

    :ivar id: the folder's name; also the id of its GenericSetup profile.
    :ivar title: the commune's name, for lists.
    :ivar add_ons: profile ids wanted, in order, without the ``profile-`` prefix.
    """

    id: str
    title: str
    folder: Path
    add_ons: tuple[str, ...] = field(default=())

    @property
    def profile_id(self) -> str:
        return f"imio.platform:{self.id}"

    def start_content(self) -> Iterator[tuple[str, dict]]:
        """Pairs (add-on, data) of ``content/*.json``.

        :raises BrokenProfile: where a file is not JSON.
        """
        for path in sorted((self.folder / "content").glob("*.json")):
            try:
                yield path.stem, json.loads(path.read_text(encoding="utf-8"))
            except (ValueError, OSError) as error:
                raise BrokenProfile(self.id, path.name, str(error)) from error

    def check(self) -> None:
        """Read every file of the profile before anything is made.

        :raises BrokenProfile: naming the first file that cannot be read.
        """
        for path in sorted(self.folder.rglob("*.xml")):
            _parse(path, self.id)
        for _name, _data in self.start_content():
            pass


def _parse(path: Path, commune_id: str):
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.parse(str(path), parser).getroot()
    except (etree.XMLSyntaxError, OSError) as error:
        raise BrokenProfile(commune_id, path.name, str(error)) from error


def read(folder: Path) -> CommuneProfile:
    """The commune described by ``folder``.

    :raises BrokenProfile: without a readable ``metadata.xml``.
    """
    metadata = _parse(folder / "metadata.xml", folder.name)
    title = (metadata.findtext("description") or folder.name).strip()
    add_ons = tuple(
        (node.text or "").strip().removeprefix(PROFILE_PREFIX)
        for node in metadata.iterfind("dependencies/dependency")
    )
    return CommuneProfile(folder.name, title, folder, add_ons)


def folders() -> list[Path]:
    """Folders of profiles: the shipped one, and the one the environment names."""
    extra = os.environ.get(EXTRA_FOLDER_VARIABLE)
    return [SHIPPED_FOLDER, *([Path(extra)] if extra else [])]


def candidates() -> Iterator[Path]:
    """Every folder that means to be a commune's profile."""
    for parent in folders():
        if not parent.is_dir():
            continue
        for folder in sorted(parent.iterdir()):
            if folder.is_dir() and not folder.name.startswith(("_", ".")):
                yield folder


def discover() -> tuple[list[CommuneProfile], list[BrokenProfile]]:
    """The communes found, and what is wrong with those that cannot be read."""
    found: list[CommuneProfile] = []
    broken: list[BrokenProfile] = []
    for folder in candidates():
        try:
            found.append(read(folder))
        except BrokenProfile as error:
            broken.append(error)
    return found, broken


def get(commune_id: str) -> CommuneProfile:
    """The commune of this id.

    :raises UnknownCommune: where no profile has it.
    :raises BrokenProfile: where its profile cannot be read.
    """
    for folder in candidates():
        if folder.name == commune_id:
            return read(folder)
    raise UnknownCommune(commune_id, [profile.id for profile in discover()[0]])
