"""Seconds to create a commune's site, printed for the benchmark."""

from imio.platform.cli.creation import create
from imio.platform.cli.instance import Instance
from imio.platform.cli.instance import zope_app
from pathlib import Path
import contextlib
import io
import os
import sys
import time


def main(directory: str, commune: str, with_content: str) -> None:
    os.environ["IMIO_JOBS"] = "none"
    instance = Instance(Path(directory))
    instance.prepare()
    _wsgi_app, app = zope_app(instance)
    started = time.monotonic()
    with contextlib.redirect_stdout(io.StringIO()):
        create(app, commune, with_content=with_content == "content")
    print(f"{time.monotonic() - started:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
