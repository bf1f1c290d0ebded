"""Draws pages in worker processes with a time and a memory limit each."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Future
from typing import Literal

from pebble import ProcessPool

from extract.batch.engine import limit_worker
from extract.review.draw import Order, Sheet, draw, locate
from parsers.document import Box

Pictures = Literal["none", "evidence", "all"]
_TIMEOUT, _MEMORY_MB = 120.0, 2048


class Painter:
    """Draws originals, `workers` at a time; used as a context."""

    def __init__(self, workers: int) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["extract.review.draw"])
        self._pool = ProcessPool(
            max_workers=workers, initializer=limit_worker, initargs=[_MEMORY_MB, os.getpid()], context=context
        )

    def __enter__(self) -> Painter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the workers."""
        self._pool.stop()
        self._pool.join()

    def order(self, order: Order) -> Future[list[Sheet] | None]:
        """Have an original drawn."""
        future: Future[list[Sheet] | None] = self._pool.schedule(draw, args=[order], timeout=_TIMEOUT)
        return future

    def locate(self, order: Order) -> dict[int, tuple[int, Box]]:
        """Where the order's cited places stand; none where the original cannot be read."""
        try:
            found: dict[int, tuple[int, Box]] = self._pool.schedule(locate, args=[order], timeout=_TIMEOUT).result()
        except Exception:  # as in `sheets`
            return {}
        return found


def sheets(future: Future[list[Sheet] | None] | None) -> list[Sheet] | None:
    """What was drawn; None where nothing could be: the file is broken, or a worker took too long or died of it."""
    try:
        return None if future is None else future.result()
    except Exception:  # whatever a hostile file does to PDFium costs its own pictures only
        return None
