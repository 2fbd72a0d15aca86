"""A Dask cluster's workers as an executor: the same function, the same chunks, the same results as here.

Each worker needs this grader installed; one that has another version refuses (see `grader.batch.worker`). Source:
`dask.distributed`, "Client.get_executor": an executor of `concurrent.futures`.
"""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Executor

from grader.batch.pool import Means

CHUNK = 20
SECONDS_TO_CONNECT = 10


class ClusterError(Exception):
    """The cluster cannot be used: why, and what to do."""


def cluster(address: str) -> Means:
    """The workers of the scheduler at `address` (`tcp://scheduler:8786`).

    A lost worker's chunks are graded by others, by the scheduler itself; a chunk that ends several workers is graded
    file by file. Raises ClusterError when there is no such scheduler, or it has no worker.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise ClusterError("--cluster needs more packages: pip install 'try-this-grader[cluster]'") from None
    try:
        client = Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address}: no scheduler answers there ({type(error).__name__}: {error})") from None
    workers = sum(client.nthreads().values())
    if not workers:
        client.close()
        raise ClusterError(f"{address}: this scheduler has no workers; start some with: dask worker {address}")

    def executor() -> Executor:
        # Not pure: the same chunk is graded again when it is sent again.
        found: Executor = client.get_executor(pure=False)
        return found

    return Means(
        make_executor=executor,
        abandon=lambda abandoned: abandoned.shutdown(wait=False),
        workers=workers,
        chunk=CHUNK,
        broken=(BrokenExecutor, KilledWorker),
    )
