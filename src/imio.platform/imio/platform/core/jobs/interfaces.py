"""What the job room looks up."""

from zope.interface import Interface


class IJobFunction(Interface):
    """A function declared with ``@job``.

    Registering it as a utility, named after the job, makes sure that its module is
    imported when the process starts: stored jobs may run before anything else does.
    """
