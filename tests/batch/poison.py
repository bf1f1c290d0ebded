"""Work that goes wrong where a test wants it to: what an input's text says decides."""

import os
import signal
import time
from ctypes import CDLL
from pathlib import Path

from extract.batch.job import Done, Job
from extract.batch.work import process


def work(job: Job) -> Done:
    """Process a job, or fail as its text asks."""
    word = Path(job.item.uri).read_bytes()[:40].decode("utf-8", "replace").strip()
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
    return process(job)


KINDS = {
    "segfault": "Crash",
    "kill": "Crash",
    "hang": "Timeout",
    "hang in C": "Timeout",
    "memory": "MemoryError",
    "exception": "ValueError",
}
