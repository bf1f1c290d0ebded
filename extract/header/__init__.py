"""Title, issuer, dates and contacts of a release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from extract.header.contacts import find_contacts
from extract.header.dates import find_embargo, find_published
from extract.header.issuer import find_issuer
from extract.header.title import find_subtitles, find_title
from extract.release import Contact
from parsers.document import Document

__all__ = ["Header", "read_header"]


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a release that stand above its records."""

    title: str | None = None
    subtitles: tuple[str, ...] = ()
    issuer: str | None = None
    published: date | None = None
    embargo: datetime | None = None
    contacts: tuple[Contact, ...] = ()


def read_header(document: Document, published: date | None = None) -> Header:
    """Read the header fields; `published` is taken where the document names no day of publication."""
    day = find_published(document) or published
    return Header(
        title=find_title(document),
        subtitles=find_subtitles(document),
        issuer=find_issuer(document, day),
        published=day,
        embargo=find_embargo(document, day),
        contacts=find_contacts(document),
    )
