"""A report for programs: JSON, and JUnit's XML, which build servers show."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

from extract.golden.compare import Difference
from extract.golden.figures import Figure
from extract.golden.report import Compared, Report
from extract.golden.text import shown, summary

# What XML cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_json(report: Report) -> str:
    """The whole report as JSON."""
    found = {
        "same": report.same,
        "headline": round(report.headline, 6),
        "facts": {name: _figure(figure) for name, figure in report.tally.facts.items()},
        "fields": {f"{kind}.{name}": _figure(figure) for (kind, name), figure in report.tally.fields.items()},
        "files": [_file(one) for one in report.files if not one.same],
        "compared": len(report.files),
        "without_golden": list(report.ungolden),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _figure(figure: Figure) -> dict[str, float]:
    counts = {"right": figure.right, "given": figure.given, "wanted": figure.wanted}
    rates = {"precision": figure.precision, "recall": figure.recall, "f1": figure.f1}
    return counts | {name: round(rate, 6) for name, rate in rates.items()}


def _file(one: Compared) -> dict[str, Any]:
    found: dict[str, Any] = {"name": one.name, "differences": [_difference(each) for each in one.differences]}
    return found | ({"missing": True} if one.missing else {}) | ({"error": one.error} if one.error else {})


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "what": difference.what,
        "label": difference.label,
        "changes": [{"field": one.field, "golden": one.golden, "new": one.new} for one in difference.changes],
        "golden": difference.golden if difference.new is None else None,
        "new": difference.new if difference.golden is None else None,
    }


def as_junit(report: Report) -> str:
    """A test case a golden file, failed where it differs."""
    failed = sum(bool(one.differences or one.missing) for one in report.files)
    counts = {"tests": str(len(report.files)), "failures": str(failed), "errors": str(len(report.errors))}
    suite = ElementTree.Element("testsuite", {"name": "bodojaryo diff", **counts})
    for one in report.files:
        case = ElementTree.SubElement(suite, "testcase", {"classname": "golden", "name": _xml(one.name)})
        if one.error:
            ElementTree.SubElement(case, "error", {"message": _xml(one.error)})
        elif not one.same:
            told = "no record of it" if one.missing else f"{len(one.differences)} differences"
            ElementTree.SubElement(case, "failure", {"message": told}).text = _xml(
                "\n".join(map(_told, one.differences))
            )
    ElementTree.SubElement(suite, "system-out").text = summary(report)
    ElementTree.indent(suite)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(suite, encoding="unicode")}\n'


def _told(difference: Difference) -> str:
    changes = [f"    {one.field}: {shown(one.golden)} → {shown(one.new)}" for one in difference.changes]
    return "\n".join([f"{difference.what} {difference.kind}: {shown(difference.label)}", *changes])


def _xml(words: str) -> str:
    return _NOT_XML.sub("�", words)
