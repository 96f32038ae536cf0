"""Each function held in a service is one group of Plone's user folder."""

#: Separates the service from the function in a group's id.
SEPARATOR = "."


def group_id(service_uid: str, function: str) -> str:
    """Id of the group of those who hold ``function`` in a service.

    Built on the service's UID, so renaming or moving the service keeps the
    members and every role given to them.

    :param service_uid: UID of the ``Service``.
    :param function: key of the function, for example ``"agent"``.
    """
    return f"{service_uid}{SEPARATOR}{function}"
