"""Files that the applicant joins to an answer, once the request is sent."""

from imio.platform.ecounter.filing.files import ANSWER
from imio.platform.ecounter.filing.files import attach
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import Message
from uuid import NAMESPACE_URL
from uuid import uuid5

NAME = "complement"

#: The most files that all the answers to a request may bring.
MOST_FILES = 10

FIELD = Field(str(uuid5(NAMESPACE_URL, NAME)), "file", NAME)


def supplements(request) -> list:
    """The files that came after the request was sent, in order."""
    return [each for each in request.files(ANSWER) if each.field == NAME]


def join(request, uploads: list[tuple[str, bytes]]) -> tuple[list[str], list[Message]]:
    """Keep the files of an answer.

    :param uploads: name and bytes of each.
    :returns: the names that were kept, and what is wrong with the others.
    """
    kept: list[str] = []
    problems: list[Message] = []
    for filename, data in uploads:
        try:
            if len(supplements(request)) >= MOST_FILES:
                raise Invalid(
                    _(
                        "Cette demande a déjà reçu ${max} fichiers : apportez les autres au service.",
                        max=MOST_FILES,
                    )
                )
            kept.append(attach(request, FIELD, filename, data)["filename"])
        except Invalid as problem:
            problems.append(problem.message)
    return kept, problems
