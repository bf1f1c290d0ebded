"""Title, issuer, dates and contacts of a release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from extract.release import Contact
from parsers.document import Document


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
    return Header(title=document.meta.title, published=published)
