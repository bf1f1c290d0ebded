"""Says when files arrive or change in folders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import watch

_SETTLED = 500  # milliseconds without a further change


def changes(folders: list[Path], output: Path, stop: Callable[[], bool]) -> Iterator[None]:
    """Yield once at the start, then after every settled change below the folders that is not our own output."""
    own = output.resolve()
    settled = watch(
        *folders,
        watch_filter=lambda _, path: not Path(path).is_relative_to(own),
        rust_timeout=_SETTLED,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    next(settled)  # the watch begins here, before the first run reads the folders
    yield None
    for changed in settled:
        if stop():
            return
        if changed:
            yield None
