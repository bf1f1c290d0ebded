"""Which inputs a run has: files, folders, URLs and lists of them, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

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
    path = Path(name)
    if path.is_dir():
        own = Path(output).resolve() if output and "://" not in output else None
        for file in sorted(path.rglob("*")):
            if file.is_file() and not (own and file.resolve().is_relative_to(own)):
                yield _item(file, file.relative_to(path).as_posix(), path)
    elif path.exists():
        yield _item(path, path.name, path)
    else:
        raise WrongInput(f"{name}: no such file or folder")


def _item(path: Path, place: str, root: Path) -> Item:
    return Item(str(path), place, str(root.resolve()), stamp(path))


def stamp(path: Path) -> str:
    """Size and time of a local file; empty where it has gone."""
    try:
        info = path.stat()
    except OSError:
        return ""
    return f"{info.st_size}:{info.st_mtime_ns}"


def _wanted(place: str, include: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    parts = PurePosixPath(place).parts
    if place.endswith(".gold.json") or any(part.startswith(".") for part in parts):
        return False
    names = (place, parts[-1])
    if include and not any(fnmatch(name, pattern) for name in names for pattern in include):
        return False
    return not any(fnmatch(name, pattern) for name in names for pattern in exclude)
