"""What a worker does with the number of a job: claim, run, note the outcome."""

from imio.platform.core.jobs.errors import GiveUp
from imio.platform.core.jobs.errors import UnknownJob
from imio.platform.core.jobs.execution import execute
from imio.platform.core.jobs.ledger import Ledger
from imio.platform.core.jobs.registry import spec
import logging

logger = logging.getLogger(__name__)

#: Arguments of a finished job that are not kept: heavy or confidential.
NOT_KEPT = ("attachments",)


def work(ledger: Ledger, db, job_id: int) -> int | None:
    """Run the job once if it still waits.

    :returns: seconds before it should be tried again, or None.
    """
    record = ledger.claim(job_id)
    if record is None:
        return None
    try:
        execute(db, record)
    except (GiveUp, UnknownJob) as error:
        logger.warning("Job %s (%s) given up: %s", record.id, record.name, error)
        ledger.fail(record.id, str(error), None)
        return None
    except Exception as error:
        delay = spec(record.name).delay_after(record.attempts)
        logger.exception("Job %s (%s) failed", record.id, record.name)
        ledger.fail(record.id, f"{type(error).__name__} : {error}", delay)
        return delay
    light = {name: value for name, value in record.args.items() if name not in NOT_KEPT}
    ledger.finish(record.id, light if light != record.args else None)
    return None
