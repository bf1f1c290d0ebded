"""Containers of releases: what is in them, each member a source of its own.

ZIP archives (also within one another), JSON lists and lines, mails with releases attached. Hostile input is bounded in
members, bytes, ratio and depth; a member that cannot be had becomes `Unread`, so that the others are not lost.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from parsers.collected import is_json, records
from parsers.document import Source
from parsers.errors import Damaged, Encrypted, ParseError, TooLarge, Unsupported
from parsers.mail import attachments, is_mail
from parsers.packages import MAX_MEMBERS, MAX_RATIO, RATIO_FROM, package_kind

MAX_MEMBER = 100_000_000
MAX_TOTAL = 400_000_000
MAX_DEPTH = 3

_CENTRAL = b"PK\x01\x02"
_PASSED_OVER = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.)|\.gold\.json$|thumbs\.db$|desktop\.ini$|\.(?:jpe?g|png|gif|bmp|tiff?|webp|mp[34]|avi|wmv|exe)$",
    re.I,
)
_RELEASE_FILE = re.compile(r"\.(?:html?|pdf|txt|md|hwpx?|docx|pptx|zip|json|jsonl|eml|mht|mhtml)$", re.I)


@dataclass(frozen=True, slots=True)
class Unread(Source):
    """A member whose bytes could not be had; parsing it raises `problem`."""

    problem: ParseError = field(default_factory=Damaged)


@dataclass
class _Budget:
    """What may still be unpacked from one input, nested archives included."""

    members: int = MAX_MEMBERS
    total: int = MAX_TOTAL


def expand(source: Source) -> Iterator[Source]:
    """The releases in a source: its members (`archive.zip!/member`), or itself where it is no container.

    Raises a `ParseError` where the container itself cannot be read.
    """
    yield from _expand(source, _Budget(), 0)


def _expand(source: Source, budget: _Budget, depth: int) -> Iterator[Source]:
    data = source.data
    if isinstance(source, Unread):
        yield source
    elif data.startswith(b"PK\x03\x04") and package_kind(data) == "archive":
        if depth >= MAX_DEPTH:
            yield Unread(source.uri, b"", TooLarge(f"archives nested more than {MAX_DEPTH} deep"))
            return
        for member in _members(source, budget):
            yield from _guarded(member, budget, depth + 1)
    elif is_json(data):
        yield from _records(source)
    elif is_mail(data):
        yield from _mail(source, budget, depth)
    else:
        yield source


def _guarded(member: Source, budget: _Budget, depth: int) -> Iterator[Source]:
    """What a member holds; a container that cannot be read costs itself only."""
    try:
        yield from _expand(member, budget, depth)
    except ParseError as problem:
        yield Unread(member.uri, b"", problem)


def _members(source: Source, budget: _Budget) -> Iterator[Source]:
    if source.data.count(_CENTRAL) > budget.members:
        raise TooLarge(f"the archive lists more than {MAX_MEMBERS:,} members")
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Damaged(f"not a readable ZIP archive: {error}") from error
    seen: set[str] = set()
    for info in archive.infolist():
        name = _name(info)
        if info.filename.endswith("/") or _PASSED_OVER.search(name):
            continue
        budget.members -= 1
        uri = f"{source.uri}!/{_free(name, seen)}"
        try:
            if ".." in info.filename.replace("\\", "/").split("/"):
                raise Damaged(f"{info.filename}: the name climbs out of the archive")
            yield Source(uri, _unpack(archive, info, budget))
        except ParseError as problem:
            yield Unread(uri, b"", problem)


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name as its writer meant it: CP949 where no flag says UTF-8, and never above the archive."""
    name = info.filename
    if not info.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("cp949")
    name = re.sub(r"[\x00-\x1f:]", "_", name.replace("\\", "/"))
    return posixpath.normpath("/" + name).lstrip("/")


def _free(name: str, seen: set[str]) -> str:
    """A name that no member before has."""
    stem, dot, end = name.rpartition(".")
    number, free = 2, name
    while free in seen:
        free = f"{stem} ({number}).{end}" if dot else f"{name} ({number})"
        number += 1
    seen.add(free)
    return free


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> bytes:
    limit = min(MAX_MEMBER, budget.total)
    if info.file_size > RATIO_FROM:
        limit = min(limit, max(info.compress_size, 1) * MAX_RATIO)
    if info.file_size > limit:
        raise TooLarge(f"{info.filename} unpacks to {info.file_size:,} bytes; at most {limit:,} are read")
    if info.flag_bits & 1:
        raise Encrypted(f"{info.filename} is encrypted: unpack the archive with its password first")
    try:
        with archive.open(info) as member:
            data = member.read(limit + 1)
    except NotImplementedError as error:
        raise Unsupported(f"{info.filename}: {error}") from error
    except Exception as error:  # zlib, struct, bz2 and lzma each have errors of their own for broken members
        raise Damaged(f"{info.filename} cannot be unpacked: {error}") from error
    budget.total -= len(data)
    if len(data) > limit:
        raise TooLarge(f"{info.filename} unpacks to more than {limit:,} bytes")
    return data


def _records(source: Source) -> Iterator[Source]:
    """Each release of a JSON list; a single one, and a file without any, stays itself."""
    found = records(source.data)
    if len(found) < 2:
        yield source
        return
    width = len(str(len(found)))
    for number, record in enumerate(found, 1):
        data = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
        yield Source(f"{source.uri}!/{number:0{width}d}", data)


def _mail(source: Source, budget: _Budget, depth: int) -> Iterator[Source]:
    """The releases attached to a mail, or the mail itself where none is."""
    seen: set[str] = set()
    found = False
    for name, data in attachments(source.data):
        if not _RELEASE_FILE.search(name) or depth >= MAX_DEPTH:
            continue
        found = True
        budget.members -= 1
        safe = posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/")
        yield from _guarded(Source(f"{source.uri}!/{_free(safe, seen)}", data), budget, depth + 1)
    if not found:
        yield source
