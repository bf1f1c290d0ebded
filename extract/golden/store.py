"""Golden files are written whole or not at all, and never over what somebody else has just written."""

from __future__ import annotations

import os
from pathlib import Path

from extract.golden.files import GoldenError


class ChangedMeanwhile(GoldenError):
    """A golden file is no longer what the change was made from."""


def save(path: Path, data: bytes, before: bytes | None) -> None:
    """Write a golden file that still holds `before` (none: that is not there yet). Raises GoldenError."""
    target = path.resolve()  # a link goes on pointing where it points
    temporary = target.parent / f".bodojaryo-{os.getpid()}.part"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(temporary, data)
            if before is None:
                _create(temporary, target)
            else:
                _replace(temporary, target, before)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise GoldenError(f"{path}: {error.strerror or error}") from None


def _write(temporary: Path, data: bytes) -> None:
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _create(temporary: Path, target: Path) -> None:
    try:
        target.hardlink_to(temporary)  # fails, as a rename would not, where there is a file by now
    except FileExistsError:
        raise ChangedMeanwhile(f"{target}: is there by now; left as it is") from None
    except OSError:  # a file system without hard links
        if target.exists():
            raise ChangedMeanwhile(f"{target}: is there by now; left as it is") from None
        temporary.replace(target)


def _replace(temporary: Path, target: Path, before: bytes) -> None:
    temporary.chmod(target.stat().st_mode & 0o777)
    if target.read_bytes() != before:
        raise ChangedMeanwhile(f"{target}: changed meanwhile; left as it is")
    temporary.replace(target)
