"""A report as one page of HTML that loads nothing and runs nothing."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from extract.golden.report import Report
from extract.golden.text import shown, summary


def as_html(report: Report) -> str:
    """The page; every word from records is escaped."""
    environment = Environment(
        loader=PackageLoader("extract.golden", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    differing = [one for one in report.files if not one.same]
    page = environment.get_template("report.html.j2")
    return page.render(
        summary=summary(report), same=report.same, facts=report.tally.facts, fields=report.tally.fields, files=differing
    )
