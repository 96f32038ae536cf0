"""Jobs join the transaction: all of them with it, or none.

The ledger writes the jobs when the transaction votes, so a full disk refuses the
whole transaction, and releases them once every other resource has committed.
"""

from imio.platform.core.jobs.ledger import JobRequest
from transaction.interfaces import IDataManagerSavepoint
from transaction.interfaces import ISavepointDataManager
from zope.interface import implementer
import logging
import transaction

logger = logging.getLogger(__name__)

_MARK = object()


def pending_requests(txn=None) -> list[JobRequest]:
    """Jobs asked for in the present transaction, not yet committed."""
    try:
        return (txn or transaction.get()).data(_MARK).requests
    except KeyError:
        return []


def add_request(request: JobRequest, backend) -> None:
    """Let ``request`` be enqueued by ``backend`` when the transaction commits."""
    txn = transaction.get()
    try:
        manager = txn.data(_MARK)
    except KeyError:
        manager = JobDataManager(backend, txn)
        txn.set_data(_MARK, manager)
        txn.join(manager)
    manager.requests.append(request)


@implementer(ISavepointDataManager)
class JobDataManager:
    """The transaction's list of jobs."""

    def __init__(self, backend, txn):
        self.backend = backend
        self.transaction = txn
        self.transaction_manager = transaction.manager
        self.requests: list[JobRequest] = []
        self._prepared: list[int] = []

    def sortKey(self) -> str:
        # After the database: its vote is then known when ours is asked.
        return "~imio.platform.jobs"

    def savepoint(self):
        return JobSavepoint(self)

    def abort(self, txn):
        self.requests.clear()

    def tpc_begin(self, txn):
        self._prepared = []

    def commit(self, txn):
        """Nothing: the vote writes."""

    def tpc_vote(self, txn):
        if self.requests:
            self._prepared = self.backend.ledger.prepare(self.requests)

    def tpc_finish(self, txn):
        ids, self._prepared = self._prepared, []
        try:
            self.backend.ledger.release(ids)
            self.backend.dispatch_committed(txn, ids)
        except Exception:
            # The database has committed: failing here would damage it, while
            # jobs left behind are found in the ledger.
            logger.exception("Jobs %s were stored but not queued", ids)

    def tpc_abort(self, txn):
        ids, self._prepared = self._prepared, []
        self.requests.clear()
        if ids:
            self.backend.ledger.discard(ids)


@implementer(IDataManagerSavepoint)
class JobSavepoint:
    """Rolling back forgets the jobs asked for since."""

    def __init__(self, manager: JobDataManager):
        self.manager = manager
        self.length = len(manager.requests)

    def rollback(self):
        del self.manager.requests[self.length :]
