"""Which inputs a run has: files, folders, URLs and lists of them, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch

from extract.batch.job import Item


class WrongInput(Exception):
    """An input that the user named cannot be a run's input; the message says what to do."""


def find_inputs(
    names: Iterable[str], include: tuple[str, ...] = (), exclude: tuple[str, ...] = (), output: str = ""
) -> list[Item]:
    """All inputs, each with its own place below the output folder; golden and hidden files are passed over."""
    items: dict[str, Item] = {}
    for item in (item for name in names for item in _find(name, output)):
        if not _wanted(item.place, include, exclude):
            continue
        other = items.setdefault(item.place, item)
        if other.uri != item.uri:
            raise WrongInput(f"{other.uri} and {item.uri} would both be written as {item.place}; give their folder")
    return [items[place] for place in sorted(items)]


def listed(lines: Iterable[str]) -> Iterator[str]:
    """Names from a list, one a line; blank lines and `#` comments are passed over."""
    return (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _find(name: str, output: str) -> Iterator[Item]:
    if "://" in name:
        from extract.batch import remote

        yield from remote.find(name)
        return
    if os.path.isdir(name):
        yield from _below(name, output)
    elif os.path.exists(name):
        yield Item(os.path.dirname(os.path.abspath(name)), os.path.basename(name), os.path.realpath(name), stamp(name))
    else:
        raise WrongInput(f"{name}: no such file or folder")


def _below(folder: str, output: str) -> Iterator[Item]:
    """The files below a folder, our own output apart. Plain strings: a run may have hundreds of thousands."""
    root = os.path.realpath(folder)
    own = os.path.realpath(output) if output and "://" not in output else None
    if own == root:
        raise WrongInput(f"{folder}: inputs and outputs need folders of their own; give another with -o")
    for top, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if os.path.realpath(os.path.join(top, name)) != own]
        below = os.path.relpath(top, folder).replace(os.sep, "/")
        for name in files:
            place = name if below == "." else f"{below}/{name}"
            yield Item(root, place, root, stamp(os.path.join(top, name)))


def stamp(path: str) -> str:
    """Size and time of a local file; empty where it has gone."""
    try:
        info = os.stat(path)
    except OSError:
        return ""
    return f"{info.st_size}:{info.st_mtime_ns}"


def _wanted(place: str, include: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    parts = place.split("/")
    if place.endswith(".gold.json") or any(part.startswith(".") for part in parts):
        return False
    names = (place, parts[-1])
    if include and not any(fnmatch(name, pattern) for name in names for pattern in include):
        return False
    return not any(fnmatch(name, pattern) for name in names for pattern in exclude)
