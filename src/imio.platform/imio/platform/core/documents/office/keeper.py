"""Runs LibreOffice and converts for the process that started it.

Executed as a script by the Python that has ``uno``, hence nothing of ours is
imported. It reads one JSON request a line and answers one JSON line each; when its
input closes (the parent stopped or died) it kills LibreOffice and leaves nothing.
"""

from pathlib import Path
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid

#: Seconds without a conversion after which LibreOffice gives its memory back.
IDLE_SECONDS = 900

#: LibreOffice opens what add-ons rendered from texts of the public: no macro, and
#: no image fetched from an address that a text names.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""

#: PDF/A-2b (fonts inside, meant for archives), tagged for screen readers.
PDF_OPTIONS = {"SelectPdfVersion": 2, "UseTaggedPDF": True, "ExportBookmarks": True}

#: Filters to PDF by kind of document.
EXPORTS = {
    "com.sun.star.text.TextDocument": "writer_pdf_Export",
    "com.sun.star.sheet.SpreadsheetDocument": "calc_pdf_Export",
    "com.sun.star.presentation.PresentationDocument": "impress_pdf_Export",
    "com.sun.star.drawing.DrawingDocument": "draw_pdf_Export",
}

#: Hidden: Debian's LibreOffice without user interface crashes on a window. No macro
#: is run and no link is followed.
LOADING = {
    "Hidden": True,
    "ReadOnly": True,
    "MacroExecutionMode": 0,
    "UpdateDocMode": 0,
}


class Keeper:
    """One LibreOffice and its profile."""

    def __init__(self, soffice: str):
        self.profile = tempfile.mkdtemp(prefix="imio-office-")
        settings = Path(self.profile) / "user" / "registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(SETTINGS, encoding="utf-8")
        self.pipe = f"imio-{uuid.uuid4().hex}"
        self.process = subprocess.Popen(
            [
                soffice,
                "--headless",
                "--invisible",
                "--nologo",
                "--nodefault",
                "--norestore",
                "--nolockcheck",
                "--nofirststartwizard",
                f"-env:UserInstallation={Path(self.profile).as_uri()}",
                f"--accept=pipe,name={self.pipe};urp;",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def connect(self):
        """LibreOffice's desktop, once it answers; the parent bounds the time."""
        import uno

        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        address = f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext"
        while True:
            try:
                remote = resolver.resolve(address)
                return remote.ServiceManager.createInstanceWithContext(
                    "com.sun.star.frame.Desktop", remote
                )
            except Exception:
                if self.process.poll() is not None:
                    raise
                time.sleep(0.1)

    def leave(self) -> None:
        """Kill LibreOffice with its children, remove its profile, exit."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(2)
        except (OSError, subprocess.TimeoutExpired):
            pass
        shutil.rmtree(self.profile, ignore_errors=True)
        os._exit(0)


def say(**answer) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def listen(keeper: Keeper, requests: queue.Queue) -> None:
    """Pass the parent's lines on; its end is ours, even during a conversion."""
    for line in sys.stdin:
        requests.put(json.loads(line))
    keeper.leave()


def properties(values: dict) -> tuple:
    from com.sun.star.beans import PropertyValue

    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def export_filter(document) -> str:
    """What makes a PDF of a document of this kind."""
    for service, name in EXPORTS.items():
        if document.supportsService(service):
            return name
    raise ValueError("no PDF can be made of such a document")


def convert(desktop, source: str, target: str, title: str) -> None:
    """Write the PDF of the document ``source`` at ``target``, named ``title``."""
    import uno

    document = desktop.loadComponentFromURL(
        Path(source).as_uri(), "_blank", 0, properties(LOADING)
    )
    if document is None:
        raise ValueError("the document cannot be opened")
    try:
        if title:
            document.DocumentProperties.Title = title
        options = uno.Any("[]com.sun.star.beans.PropertyValue", properties(PDF_OPTIONS))
        if document.supportsService("com.sun.star.text.TextDocument"):
            for index in range(document.getDocumentIndexes().getCount()):
                document.getDocumentIndexes().getByIndex(index).update()
        document.storeToURL(
            Path(target).as_uri(),
            properties({"FilterName": export_filter(document), "FilterData": options}),
        )
    finally:
        document.close(True)


def main(soffice: str) -> None:
    keeper = Keeper(soffice)
    requests: queue.Queue = queue.Queue()
    say(pid=keeper.process.pid, profile=keeper.profile)
    threading.Thread(target=listen, args=(keeper, requests), daemon=True).start()
    try:
        desktop = keeper.connect()
        say(ready=True)
        while True:
            request = requests.get(timeout=IDLE_SECONDS)
            try:
                convert(desktop, **request)
            except Exception as error:
                if keeper.process.poll() is not None:
                    raise
                say(error=f"{type(error).__name__}: {error}")
            else:
                say(done=True)
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        keeper.leave()


if __name__ == "__main__":
    main(sys.argv[1])
