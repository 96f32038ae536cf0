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
from imio.platform.core.provisioning.identity import identity_problem
from imio.platform.core.provisioning.reading import read_object
from imio.platform.core.provisioning.reading import read_xml
from imio.platform.core.provisioning.reading import Unreadable
from pathlib import Path
import os

#: Names one more folder of profiles, for communes kept outside the suite.
EXTRA_FOLDER_VARIABLE = "IMIO_PROFILES"

#: The profiles shipped with the suite (a link to the top-level ``profiles/``).
SHIPPED_FOLDER = Path(__file__).parents[2] / "communes"

PROFILE_PREFIX = "profile-"
METADATA = "metadata.xml"
CORE = "imio.platform.core:default"


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

        :raises BrokenProfile: where a file is no JSON object.
        """
        for path in sorted((self.folder / "content").glob("*.json")):
            try:
                yield path.stem, read_object(path)
            except Unreadable as error:
                raise self.broken(path, str(error)) from error

    def broken(self, path: Path, detail: str) -> BrokenProfile:
        """The refusal of one file of this profile."""
        return BrokenProfile(self.id, str(path.relative_to(self.folder)), detail)

    def check(self) -> None:
        """Read every file of the profile before anything is made.

        :raises BrokenProfile: naming the first file that cannot be used.
        """
        if CORE not in self.add_ons:
            raise self.broken(
                self.folder / METADATA, f"l'extension « {CORE} » doit être demandée"
            )
        for path in sorted(self.folder.rglob("*.xml")):
            self._check_xml(path)
        for name, _data in self.start_content():
            add_on = f"imio.platform.{name}:default"
            if add_on not in self.add_ons:
                raise self.broken(
                    self.folder / "content" / f"{name}.json",
                    f"ce contenu est celui de l'extension « {add_on} », que "
                    f"{METADATA} ne demande pas",
                )

    def _check_xml(self, path: Path) -> None:
        try:
            tree = read_xml(path)
        except Unreadable as error:
            raise self.broken(path, str(error)) from error
        problem = identity_problem(tree) if path.parent.name == "registry" else ""
        if problem:
            raise self.broken(path, problem)


def read(folder: Path) -> CommuneProfile:
    """The commune described by ``folder``.

    :raises BrokenProfile: without a readable ``metadata.xml``.
    """
    try:
        metadata = read_xml(folder / METADATA)
    except Unreadable as error:
        raise BrokenProfile(folder.name, METADATA, str(error)) from error
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
