"""Work that goes wrong where a test wants it to: what an input's text says decides."""

import os
import signal
import time
from ctypes import CDLL
from pathlib import Path

from extract.batch.job import Done, Job
from extract.batch.work import process
from parsers import Source, expand


def work(job: Job) -> Done:
    """Process a job, or fail as the text of one of its releases asks."""
    members = list(expand(Source(job.item.place, Path(job.item.uri).read_bytes())))
    for member in members if job.member is None else members[job.member : job.member + 1]:
        _obey(member.data[:40].decode("utf-8", "replace").strip())
    return process(job)


def _obey(word: str) -> None:
    match word:
        case "poison: segfault":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "poison: kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "poison: hang":
            time.sleep(600)
        case "poison: hang in C":
            CDLL(None).pause()
        case "poison: memory":
            bytearray(8 << 30)
        case "poison: exception":
            raise ValueError("poisoned")


KINDS = {
    "segfault": "Crash",
    "kill": "Crash",
    "hang": "Timeout",
    "hang in C": "Timeout",
    "memory": "MemoryError",
    "exception": "ValueError",
}
