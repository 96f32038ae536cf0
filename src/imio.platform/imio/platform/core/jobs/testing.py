"""For tests whose transaction is never committed."""

from imio.platform.core.jobs.commit import pending_requests
from imio.platform.core.jobs.execution import as_user
from imio.platform.core.jobs.registry import spec
from plone import api


def run_pending() -> int:
    """Run, here and now, the jobs asked for in the present transaction.

    Errors are raised. A key asked for twice runs once.

    :returns: the number of jobs run.
    """
    done = set()
    requests = pending_requests()
    site = api.portal.get()
    while requests:
        request = requests.pop(0)
        identity = (request.name, request.key)
        if identity in done:
            continue
        done.add(identity)
        declared = spec(request.name)
        with as_user(site, declared, request):
            declared.function(site, **request.args)
    return len(done)
