"""Work that leaves the request: declared, enqueued at commit, run once.

An add-on declares a job and asks for it::

    from imio.platform.core.jobs import enqueue
    from imio.platform.core.jobs import job

    @job("imio.platform.ecounter.attestation")
    def make_attestation(site, request_uid):
        ...

    enqueue("imio.platform.ecounter.attestation", key=uid, request_uid=uid)

- Nothing is enqueued when the transaction aborts.
- Register the function in ZCML, as a utility providing
  ``imio.platform.core.jobs.interfaces.IJobFunction`` and named after the job, so that
  a server that starts with stored jobs knows it.
- ``key`` makes it idempotent: a job of that name and key that waits, runs or is
  done is not added again; one that failed or was cancelled is.
- Arguments are JSON: send UIDs, never objects.
- The job runs in the site, as the person who asked (or as the system with
  ``run_as=SYSTEM``), in a transaction of its own; conflicts are retried at once,
  errors later, and ``GiveUp("raison")`` ends it without retry.

What comes back each day or each hour is declared with ``@periodic``, see
``jobs.periodic``.

``IMIO_JOBS=embedded`` stores jobs in the file ``IMIO_JOBS_FILE`` and runs them in
threads of the server's process. Without it jobs run right after the commit, which
is what tests and scripts want (``jobs.testing`` runs those of a transaction that is
never committed). ``IMIO_JOBS=none`` forgets them: filling a site with start content
writes to nobody.
"""

from imio.platform.core.jobs.errors import GiveUp
from imio.platform.core.jobs.periodic import periodic
from imio.platform.core.jobs.queue import enqueue
from imio.platform.core.jobs.registry import job
from imio.platform.core.jobs.registry import SYSTEM

__all__ = ["GiveUp", "SYSTEM", "enqueue", "job", "periodic"]
