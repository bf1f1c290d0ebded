"""The same jobs on many machines: a Dask scheduler ships chunks, each machine isolates documents as one alone does."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from itertools import islice
from typing import Any

from extract.batch.engine import Work, run_local
from extract.batch.job import Done, Failure, Job, Outcome, OutputError

BATCH = 50
_IN_FLIGHT = 64  # batches at the scheduler; more only cost it memory
_RETRIES = 3  # how often a batch moves to another machine when its own dies


def run_on_cluster(jobs: Iterable[Job], stop: Callable[[], bool], work: Work, address: str) -> Iterator[Done]:
    """Do jobs on the workers of the scheduler at `address`; `local` starts one here."""
    with _client(address) as client:
        executor = client.get_executor(pure=False, retries=_RETRIES)
        yield from run_on(executor, jobs, stop, work)


def run_on(executor: Executor, jobs: Iterable[Job], stop: Callable[[], bool], work: Work) -> Iterator[Done]:
    """Do jobs through any `concurrent.futures` executor, a batch a task."""
    rest, live = iter(jobs), dict[Future[list[Done]], list[Job]]()
    while True:
        while len(live) < _IN_FLIGHT and not stop() and (batch := list(islice(rest, BATCH))):
            live[executor.submit(do_batch, work, batch)] = batch
        if not live:
            return
        for future in wait(live, return_when=FIRST_COMPLETED).done:
            yield from _result(future, live.pop(future))


def do_batch(work: Work, batch: list[Job]) -> list[Done]:
    """On a machine of the cluster: do a batch in worker processes of its own."""
    return list(run_local(batch, lambda: False, work, workers=1))


def _result(future: Future[list[Done]], batch: list[Job]) -> list[Done]:
    try:
        return list(future.result())
    except OutputError:
        raise
    except Exception as error:  # the machines that had it are gone: every document is named
        failure = Failure("worker", type(error).__name__, f"the cluster lost it: {error}")
        return [Done(job.item, None, (Outcome(job.item.place, failure=failure),)) for job in batch]


@contextmanager
def _client(address: str) -> Iterator[Any]:
    import dask
    from distributed import Client, LocalCluster

    dask.config.set({"distributed.worker.daemon": False})  # its processes must be able to start ours
    if address != "local":
        with Client(address) as client:
            yield client
        return
    workers = {"n_workers": os.cpu_count(), "threads_per_worker": 1, "dashboard_address": None}
    with LocalCluster(**workers) as cluster, Client(cluster) as client:
        yield client
