"""An instance: the folder that holds a database and the configuration to run it."""

from dataclasses import dataclass
from imio.platform.cli.errors import DatabaseLocked
from imio.platform.cli.errors import DatabaseUnreadable
from imio.platform.cli.errors import DiskFull
from imio.platform.cli.errors import NotWritable
from pathlib import Path
import errno
import logging
import os
import secrets
import shutil
import zc.lockfile

#: Room for a commune that is made, its files and the indexes.
WANTED_MB = 200
#: Room to serve, or to look at, what is there already.
WANTED_TO_RUN_MB = 20

#: Why a folder cannot be written, as people say it.
REASONS = {
    errno.EACCES: "vous n'en avez pas le droit",
    errno.EPERM: "vous n'en avez pas le droit",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOTDIR: "un fichier porte ce nom",
    errno.EEXIST: "un fichier porte ce nom",
}

#: What the instance writes in.
FOLDERS = ("etc", "filestorage", "blobstorage", "log", "mail")

SITE_ZCML = """\
<configure xmlns="http://namespaces.zope.org/zope"
           xmlns:meta="http://namespaces.zope.org/meta"
           xmlns:five="http://namespaces.zope.org/five">
  <include package="Products.Five" />
  <meta:redefinePermission from="zope2.Public" to="zope.Public" />
  <five:loadProducts file="meta.zcml"/>
  <five:loadProducts />
  <five:loadProductsOverrides />
  <include package="imio.platform" />
  <securityPolicy component="AccessControl.security.SecurityPolicy" />
</configure>
"""

ZOPE_CONF = """\
%define INSTANCE {directory}
instancehome $INSTANCE
debug-mode {debug}
# Numbers and claims rely on a lost race being run again.
max-conflict-retries 5
default-zpublisher-encoding utf-8
<zodb_db main>
  cache-size 30000
  <blobstorage>
    blob-dir $INSTANCE/blobstorage
    <filestorage>
      path $INSTANCE/filestorage/Data.fs
    </filestorage>
  </blobstorage>
  mount-point /
</zodb_db>
<dos_protection>
  form-memory-limit 20MB
  form-disk-limit 1GB
</dos_protection>
"""


@dataclass(frozen=True)
class Instance:
    """Paths of an instance below ``directory`` (absolute)."""

    directory: Path

    @property
    def database(self) -> Path:
        return self.directory / "filestorage" / "Data.fs"

    @property
    def configuration(self) -> Path:
        return self.directory / "etc" / "zope.conf"

    @property
    def log(self) -> Path:
        return self.directory / "log" / "event.log"

    @property
    def password_file(self) -> Path:
        return self.directory / "demonstration-password"

    def prepare(self, debug: bool = False, creating: bool = False) -> None:
        """Make the folders and the configuration.

        :param creating: whether a commune is about to be made.
        :raises NotWritable: where the folder cannot be written.
        :raises DiskFull: where too little room is left; nothing was written.
        """
        room = creating or not self.database.exists()
        self._check_room(WANTED_MB if room else WANTED_TO_RUN_MB)
        try:
            for name in FOLDERS:
                (self.directory / name).mkdir(parents=True, exist_ok=True)
            (self.directory / "etc" / "site.zcml").write_text(SITE_ZCML)
            self.configuration.write_text(
                ZOPE_CONF.format(
                    directory=self.directory, debug="on" if debug else "off"
                )
            )
        except OSError as error:
            raise self._not_writable(error) from error
        self._check_writable()

    def _check_writable(self) -> None:
        """What another account made, for example ``root`` once, stops here.

        :raises NotWritable: naming what cannot be written.
        """
        written = [self.directory / name for name in FOLDERS]
        files = [self.database, self.directory / "jobs.sqlite", self.log]
        written += [path for path in files if path.exists()]
        for path in (self.directory, *written):
            if not os.access(path, os.W_OK):
                raise NotWritable(str(path), REASONS[errno.EACCES])

    def _check_room(self, wanted_mb: int) -> None:
        existing = self.directory
        while not existing.is_dir() and existing != existing.parent:
            existing = existing.parent
        free_mb = shutil.disk_usage(existing).free // 2**20
        if free_mb < wanted_mb:
            raise DiskFull(str(self.directory), free_mb, wanted_mb)

    def _not_writable(self, error: OSError) -> NotWritable:
        reason = REASONS.get(error.errno or 0, error.strerror or "")
        return NotWritable(str(self.directory), reason)

    def check_unlocked(self) -> None:
        """:raises DatabaseLocked: where a running instance owns the database."""
        path = Path(f"{self.database}.lock")
        try:
            zc.lockfile.LockFile(str(path), content_template="{pid}").close()
        except zc.lockfile.LockError as error:
            pid = path.read_text().strip().split("\n")[0]
            raise DatabaseLocked(str(self.database), pid) from error
        except OSError as error:
            raise self._not_writable(error) from error

    def environment(self) -> dict[str, str]:
        """Where the suite's parts keep what they need beside the database."""
        return {
            "IMIO_JOBS": "embedded",
            "IMIO_JOBS_FILE": str(self.directory / "jobs.sqlite"),
            "IMIO_MAIL_FOLDER": str(self.directory / "mail"),
            "zope_i18n_compile_mo_files": "true",
        }

    def demonstration_password(self) -> str:
        """Password of the demonstration accounts, drawn once for this instance.

        ``IMIO_DEMO_PASSWORD`` sets it instead.
        """
        given = os.environ.get("IMIO_DEMO_PASSWORD")
        if given:
            return given
        if not self.password_file.exists():
            self.password_file.touch(mode=0o600)
            self.password_file.write_text(secrets.token_urlsafe(9) + "\n")
        return self.password_file.read_text().strip()


def log_to_file(instance: Instance) -> None:
    """Events go to ``log/event.log``; the terminal only shows what a person needs."""
    logging.basicConfig(
        filename=instance.log,
        level=logging.INFO,
        format="%(asctime)s %(levelname)s [%(name)s] %(message)s",
        force=True,
    )


def zope_app(instance: Instance):
    """Start Zope on the instance's database; returns (WSGI application, root)."""
    log_to_file(instance)
    os.environ.update(
        {k: v for k, v in instance.environment().items() if k not in os.environ}
    )
    from ZODB.FileStorage.FileStorage import FileStorageError
    from Zope2.Startup.run import make_wsgi_app

    try:
        wsgi_app = make_wsgi_app({}, str(instance.configuration))
    except FileStorageError as error:
        raise DatabaseUnreadable(str(instance.database)) from error
    from Testing.makerequest import makerequest
    import Zope2

    return wsgi_app, makerequest(Zope2.app())
