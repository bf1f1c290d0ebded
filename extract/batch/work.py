"""What a worker does with one input: read, parse, extract, write; the same function here and on a cluster."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from extract.batch.job import Done, Failure, Job, Options, Outcome, OutputError, Stage
from extract.batch.store import open_store
from extract.pipeline import extract
from parsers import MAX_BYTES, ParseError, Source, expand, parse
from parsers.errors import TooLarge

T = TypeVar("T")


class _Stopped(Exception):
    """A stage failed; the release has no record."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


def process(job: Job) -> Done:
    """Read one input and write a record and a reading text for each release in it.

    Whatever is wrong with the input becomes an outcome; only `OutputError` is raised.
    """
    place, digest = job.item.place, None
    try:
        source = _stage("read", lambda: _source(job))
        digest = source.sha256
        members = _stage("parse", lambda: list(expand(source)))
    except _Stopped as stopped:
        return Done(job.item, digest, (Outcome(place, failure=stopped.failure),))
    if job.member is not None:
        members = members[job.member : job.member + 1]
    return Done(job.item, digest, tuple(_release(member, job.options) for member in members))


def member_places(job: Job) -> list[str]:
    """The places of the releases that an input holds, without reading them."""
    return [member.uri for member in expand(_source(job))]


def _source(job: Job) -> Source:
    """The input's bytes; never more than one past the bound, however large the file is."""
    uri = job.item.uri
    if "://" in uri:
        from extract.batch.remote import read

        data = read(uri, MAX_BYTES + 1)
    else:
        with Path(uri).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge(f"larger than {MAX_BYTES // 1_000_000} MB; split it, or leave it out")
    return Source(job.item.place, data)


def _release(source: Source, options: Options) -> Outcome:
    found: str | None = None
    try:
        document = _stage("parse", lambda: parse(source))
        found = document.format
        release = _stage("extract", lambda: extract(document, options.published))
        _stage("write", lambda: _write(source.uri, release.to_json(), document.text, options))
    except _Stopped as stopped:
        return Outcome(source.uri, found, failure=stopped.failure)
    return Outcome(source.uri, found, _key(document.text))


def _write(place: str, record: str, text: str, options: Options) -> None:
    store = open_store(options.output)
    store.write(f"{place}.txt", text)
    store.write(f"{place}.json", record)


def _stage(stage: Stage, step: Callable[[], T]) -> T:
    try:
        return step()
    except OutputError:
        raise
    except (ParseError, OSError) as error:
        message = getattr(error, "strerror", None) or str(error)
        raise _Stopped(Failure(stage, type(error).__name__, message)) from error
    except (MemoryError, RecursionError) as error:
        raise _Stopped(Failure(stage, type(error).__name__, "more memory or depth than allowed")) from error
    except Exception as error:  # a fault of ours, which must cost this one release only
        message = f"{error}; this is a fault of bodojaryo, please report it"
        raise _Stopped(Failure(stage, type(error).__name__, message)) from error


def _key(text: str) -> str:
    """Equal for releases with the same words, whatever their spaces and punctuation."""
    return hashlib.sha256(re.sub(r"[\W_]+", "", text).encode()).hexdigest()[:32]
