"""Whom to ask: the table or lines of people in charge at the end (or top) of a release."""

from __future__ import annotations

from extract.release import Contact
from parsers.document import Document


def find_contacts(document: Document) -> tuple[Contact, ...]:
    """The people in charge, in reading order."""
    return ()
