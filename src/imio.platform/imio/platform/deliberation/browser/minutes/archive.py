"""@@deliberations.zip of a meeting: its acts and its minutes as they were fixed."""

from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.fixed_minutes import fixed_file
from imio.platform.deliberation.records.register import act_bytes
from imio.platform.deliberation.workflow.registering import acts_of_meeting
from imio.platform.deliberation.workflow.registering import is_whole
from io import BytesIO
from Products.Five.browser import BrowserView
from urllib.parse import quote
from zExceptions import NotFound
from zipfile import ZIP_STORED
from zipfile import ZipFile


class ActsArchive(BrowserView):
    """Only once every file is fixed: half a meeting would pass for a whole one."""

    def __call__(self) -> bytes:
        if not is_whole(self.context):
            raise NotFound()
        data = archive(self.context)
        response = self.request.response
        response.setHeader("Content-Type", "application/zip")
        response.setHeader("Content-Length", str(len(data)))
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, no-store")
        name = quote(f"Délibérations - {self.context.Title()}.zip")
        response.setHeader(
            "Content-Disposition", f"attachment; filename*=UTF-8''{name}"
        )
        return data


def archive(meeting) -> bytes:
    """The files of a meeting, the minutes first."""
    body = body_of(meeting)
    minutes = fixed_file(meeting)
    made = BytesIO()
    # PDF is packed already.
    with ZipFile(made, "w", ZIP_STORED) as target:
        target.writestr(minutes.filename, minutes.data)
        for act in acts_of_meeting(meeting):
            target.writestr(act.filename, act_bytes(body, act))
    return made.getvalue()
