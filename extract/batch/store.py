"""Where outputs go: a local folder or an fsspec URL, written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Protocol

from extract.batch.job import OutputError

_FATAL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}
_TEMPORARY = ".tmp"


class Store(Protocol):
    """A folder to write into; names are relative, with forward slashes."""

    def write(self, name: str, text: str) -> None:
        """Write a file whole; readers see the old one or the new one."""

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""

    def names(self) -> set[str]:
        """Every file in the store."""


def open_store(output: str) -> Store:
    """The store that an output folder or URL names."""
    if "://" in output:
        from extract.batch.remote import RemoteStore

        return RemoteStore(output)
    return LocalStore(Path(output))


class LocalStore:
    """A folder on this machine: temporary name in the same file system, then rename."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str) -> None:
        """Write a file whole; raises OutputError where nothing can be written any more."""
        temporary = self.folder / _TEMPORARY / f"{os.getpid()}.part"
        target = self.folder / name
        try:
            temporary.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(text, encoding="utf-8", newline="\n")
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(target)
        except OSError as error:
            if error.errno in _FATAL:
                raise OutputError(f"{target}: {error.strerror}") from error
            raise

    def remove(self, name: str) -> None:
        """Remove a file, and the folders that it leaves empty."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == self.folder or any(parent.iterdir()):
                break
            parent.rmdir()

    def names(self) -> set[str]:
        """Every file in the folder, temporary ones apart."""
        found: set[str] = set()
        for top, folders, files in os.walk(self.folder):
            below = os.path.relpath(top, self.folder).replace(os.sep, "/")
            if below == ".":
                folders[:] = [name for name in folders if name != _TEMPORARY]
            found.update(name if below == "." else f"{below}/{name}" for name in files)
        return found

    def sweep(self) -> None:
        """Remove what an interrupted run left half written."""
        shutil.rmtree(self.folder / _TEMPORARY, ignore_errors=True)
