"""Inputs and outputs by fsspec URL: `s3://`, `gs://`, `https://` and whatever fsspec has a file system for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import fsspec

from extract.batch.job import Item, OutputError
from extract.batch.manifest import NAME as MANIFEST
from extract.batch.manifest import Manifest


class RemoteStore:
    """A folder behind a URL; object stores show an object only when it is whole."""

    def __init__(self, url: str) -> None:
        self._fs, self._root = fsspec.core.url_to_fs(url)

    def write(self, name: str, text: str) -> None:
        """Write an object whole; raises OutputError where it cannot be written."""
        try:
            self._fs.pipe_file(f"{self._root}/{name}", text.encode("utf-8"))
        except OSError as error:
            raise OutputError(f"{self._root}/{name}: {error}") from error

    def remove(self, name: str) -> None:
        """Remove an object if it is there."""
        if self._fs.exists(f"{self._root}/{name}"):
            self._fs.rm_file(f"{self._root}/{name}")

    def names(self) -> set[str]:
        """Every object below the root."""
        self._fs.invalidate_cache()
        return {path.removeprefix(self._root).lstrip("/") for path in self._fs.find(self._root)}


@contextmanager
def remote_manifest(url: str) -> Iterator[Manifest]:
    """The manifest of a remote output: fetched at the start, put back at the end."""
    fs, root = fsspec.core.url_to_fs(url)
    target = f"{root}/{MANIFEST}"
    with TemporaryDirectory() as folder:
        path = Path(folder) / MANIFEST
        if fs.exists(target):
            fs.get_file(target, str(path))
        manifest = Manifest(path)
        try:
            yield manifest
        finally:
            manifest.close()
            fs.put_file(str(path), target)


def find(url: str) -> Iterator[Item]:
    """The inputs behind a URL: one object, or all below a folder, in a fixed order."""
    fs, root = fsspec.core.url_to_fs(url)
    if url.startswith(("http://", "https://")) or fs.isfile(root):
        yield Item(url[: -len(_name(url)) - 1], _name(url), url, _stamp(fs.info(root)))
        return
    for path, info in sorted(fs.find(root, detail=True).items()):
        yield Item(url.rstrip("/"), path.removeprefix(root).lstrip("/"), url, _stamp(info))


def read(url: str, limit: int) -> bytes:
    """At most `limit` bytes of an object."""
    with fsspec.open(url, "rb") as file:
        return bytes(file.read(limit))


def _name(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]


def _stamp(info: dict[str, Any]) -> str:
    """What changes when the object changes: its ETag, else its size and time."""
    stamp = info.get("ETag") or info.get("etag") or info.get("LastModified") or info.get("mtime") or ""
    return f"{info.get('size')}:{stamp}"
