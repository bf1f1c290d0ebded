"""The one path from a document to its release."""

from __future__ import annotations

from datetime import date

from extract.header import read_header
from extract.reading import Reading
from extract.records.budgets import find_budgets
from extract.records.checks import check
from extract.records.schedules import find_schedules
from extract.records.selections import find_selections
from extract.release import Release, SourceInfo
from parsers.document import Document


def extract(document: Document, published: date | None = None) -> Release:
    """Read a document's records; `published` stands in where the document names no day of publication."""
    header = read_header(document, published)
    reading = Reading(document, header)
    selections = find_selections(reading)
    budgets = find_budgets(reading, selections)
    schedules = find_schedules(reading)
    return Release(
        source=_source(document),
        title=header.title,
        subtitles=list(header.subtitles),
        issuer=header.issuer,
        published=header.published,
        embargo=header.embargo,
        contacts=list(header.contacts),
        selections=selections,
        budgets=budgets,
        schedules=schedules,
        warnings=check(reading, selections, budgets, schedules),
    )


def _source(document: Document) -> SourceInfo:
    source = document.source
    return SourceInfo(uri=source.uri, format=document.format, sha256=source.sha256, pages=document.pages)
