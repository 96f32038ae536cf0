"""Serve the communes of an instance over HTTP."""

from collections.abc import Callable
from imio.platform.cli.errors import BadAddress
from imio.platform.cli.errors import PortTaken
from ZPublisher.httpexceptions import HTTPExceptionHandler
import errno
import signal
import socket
import waitress

THREADS = 4


def check_port(host: str, port: int) -> None:
    """:raises PortTaken: where another program already listens.
    :raises BadAddress: where nobody can listen there.
    """
    if not 0 <= port <= 65535:
        raise BadAddress(host, port, "un port est un nombre de 1 à 65535")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortTaken(host, port) from error
            raise BadAddress(host, port, _reason(error)) from error


def _reason(error: OSError) -> str:
    if error.errno == errno.EACCES:
        return "les ports en dessous de 1024 sont réservés à l'administrateur"
    return "cette machine n'a pas cette adresse"


def to_commune(application, site_id: str):
    """Send the bare address to the only commune's site."""

    def wrapped(environ, start_response):
        if environ.get("PATH_INFO", "") in ("", "/"):
            start_response("302 Found", [("Location", f"/{site_id}")])
            return [b""]
        return application(environ, start_response)

    return wrapped


def serve(
    application, host: str, port: int, site_ids: list[str], ready: Callable[[], None]
) -> None:
    """Answer requests until the process is told to stop (Ctrl-C or SIGTERM)."""
    application = HTTPExceptionHandler(application)
    if len(site_ids) == 1:
        application = to_commune(application, site_ids[0])
    server = waitress.create_server(
        application,
        host=host,
        port=port,
        threads=THREADS,
        clear_untrusted_proxy_headers=True,
    )

    def stop(_signal, _frame):
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    ready()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
