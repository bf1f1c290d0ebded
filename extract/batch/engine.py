"""Runs jobs in worker processes with a time and a memory limit each; a worker that dies costs one input.

Jobs travel in chunks, since a chunk costs as much to send as a job. A chunk that fails, for whatever reason, is sent
again job by job, and an archive that fails is sent again member by member; so exactly what cannot be done is reported.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as TimedOut
from dataclasses import replace
from itertools import chain, islice

from pebble import ProcessExpired, ProcessPool

from extract.batch.job import Done, Failure, Job, Outcome, OutputError
from extract.batch.work import member_places

CHUNK = 8
_QUEUED_PER_WORKER = 3
_TASKS_PER_WORKER = 500  # a worker is replaced after so many chunks, so that no leak lasts
_PRELOAD = ["extract.batch.work", "parsers.text", "parsers.html"]
_PARENT_DEATH = 1  # PR_SET_PDEATHSIG

Work = Callable[[Job], Done]


def run_local(jobs: Iterable[Job], stop: Callable[[], bool], work: Work, workers: int) -> Iterator[Done]:
    """Do jobs on this machine, yielding them as they finish; after `stop()` only what is under way ends."""
    rest = iter(jobs)
    first = next(rest, None)
    if first is None:
        return
    pool = _pool(workers, first.options.memory_mb)
    try:
        yield from _Dispatch(pool, work, workers, stop).run(chain([first], rest))
    finally:
        pool.stop()
        pool.join()


class _Dispatch:
    """Chunks waiting, under way and to be sent again."""

    def __init__(self, pool: ProcessPool, work: Work, workers: int, stop: Callable[[], bool]) -> None:
        self._pool, self._work, self._stop = pool, work, stop
        self._room = workers * _QUEUED_PER_WORKER
        self._live: dict[Future[list[Done]], list[Job]] = {}
        self._again: list[list[Job]] = []

    def run(self, jobs: Iterable[Job]) -> Iterator[Done]:
        chunks = _chunks(jobs)
        while True:
            self._submit(chunks)
            if not self._live:
                return
            for future in wait(self._live, return_when=FIRST_COMPLETED).done:
                yield from self._finish(future, self._live.pop(future))

    def _submit(self, chunks: Iterator[list[Job]]) -> None:
        while len(self._live) < self._room and not self._stop():
            chunk = self._again.pop() if self._again else next(chunks, None)
            if chunk is None:
                return
            limit = chunk[0].options.timeout
            self._live[self._pool.schedule(_do_all, args=[self._work, chunk], timeout=limit)] = chunk

    def _finish(self, future: Future[list[Done]], chunk: list[Job]) -> Iterator[Done]:
        try:
            yield from future.result()
        except OutputError:
            raise
        except Exception as error:
            if len(chunk) > 1:
                self._again += [[job] for job in chunk]
            else:
                yield from self._failed(chunk[0], error)

    def _failed(self, job: Job, error: BaseException) -> Iterator[Done]:
        """The job's failure; for an archive, what becomes of its members when each is sent alone."""
        try:
            places = self._pool.schedule(member_places, [job], timeout=job.options.timeout).result()
        except Exception:  # it cannot even be opened
            places = []
        if len(places) > 1:
            parts = [self._member(job, index, place) for index, place in enumerate(places)]
            yield Done(job.item, parts[0].sha256, tuple(outcome for part in parts for outcome in part.outcomes))
        else:
            yield _dead(job, job.item.place, error)

    def _member(self, job: Job, index: int, place: str) -> Done:
        try:
            return self._pool.schedule(self._work, [replace(job, member=index)], timeout=job.options.timeout).result()
        except OutputError:
            raise
        except Exception as error:
            return _dead(job, place, error)


def _dead(job: Job, place: str, error: BaseException) -> Done:
    return Done(job.item, None, (Outcome(place, failure=_failure(error, job.options.timeout)),))


def _chunks(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    rest = iter(jobs)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _do_all(work: Work, chunk: list[Job]) -> list[Done]:
    return [work(job) for job in chunk]


def _failure(error: BaseException, timeout: float) -> Failure:
    if isinstance(error, TimedOut):
        return Failure("worker", "Timeout", f"not done within {timeout:g} s")
    if isinstance(error, ProcessExpired):
        return Failure("worker", "Crash", f"the worker process died ({_exit(error.exitcode)})")
    if isinstance(error, MemoryError):
        return Failure("worker", "MemoryError", "more memory than allowed")
    return Failure("worker", type(error).__name__, f"{error}; this is a fault of bodojaryo, please report it")


def _exit(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"


def _pool(workers: int, memory_mb: int) -> ProcessPool:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    return ProcessPool(
        max_workers=workers,
        max_tasks=_TASKS_PER_WORKER,
        initializer=limit_worker,
        initargs=[memory_mb, os.getpid()],
        context=context,
    )


def limit_worker(memory_mb: int, parent: int) -> None:
    """In a worker process: bound memory, leave no core files, let the parent handle Ctrl-C, die with the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory_mb:
        resource.setrlimit(resource.RLIMIT_AS, (memory_mb << 20, memory_mb << 20))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH, signal.SIGKILL)
