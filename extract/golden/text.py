"""A report for people at a terminal, and as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from extract.golden.compare import Change, Difference
from extract.golden.figures import Figure
from extract.golden.report import Compared, Report

LONGEST = 160  # letters of one value shown
STYLES = {"changed": "yellow", "removed": "red", "added": "green"}
SIGNS = {"changed": "~", "removed": "-", "added": "+"}


def shown(value: object) -> str:
    """A value on one line, cut where it is long."""
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    words = "".join(letter if letter.isprintable() else "�" for letter in words)
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def print_report(report: Report, console: Console) -> None:
    """Print what differs, then the figures."""
    for one in report.files:
        for line in _file(one):
            console.print(line, soft_wrap=True)
    for name, figure in report.tally.facts.items():
        console.print(Text(figure_line(name, figure)), soft_wrap=True)
    console.print(Text(summary(report)), style="green" if report.same else "red", soft_wrap=True)


def _file(one: Compared) -> Iterator[Text]:
    if one.same:
        return
    yield Text(one.name, "bold")
    if one.error:
        yield Text(f"  {one.error}", "red")
    if one.missing:
        yield Text("  no record of it", "red")
    for difference in one.differences:
        yield from difference_lines(difference)


def difference_lines(difference: Difference) -> Iterator[Text]:
    """A difference: the record, then a line a field."""
    yield Text(f"  {SIGNS[difference.what]} {difference.kind}: {shown(difference.label)}", STYLES[difference.what])
    for change in difference.changes:
        yield _change(change)


def _change(change: Change) -> Text:
    line = Text(f"      {change.field}: ")
    return line.append(shown(change.golden), "red").append(" → ").append(shown(change.new), "green")


def figure_line(name: str, figure: Figure) -> str:
    """Precision, recall and F1 in a line."""
    told = f"{name:9} F1 {figure.f1:.3f}   precision {figure.precision:.3f}   recall {figure.recall:.3f}"
    return f"{told}   ({figure.right} right of {figure.given} given, {figure.wanted} wanted)"


def summary(report: Report) -> str:
    """The outcome in a line."""
    differ = sum(not one.same for one in report.files)
    said = f"{len(report.files)} compared, {differ} differ" if differ else f"{len(report.files)} compared, all the same"
    return said + (f"; {len(report.ungolden)} without a golden file" if report.ungolden else "")


def markdown(report: Report) -> str:
    """The report as Markdown, for a comment on a change."""
    lines = [f"**{summary(report)}**", "", "| | F1 | precision | recall | right | given | wanted |", "| --- " * 7 + "|"]
    for name, figure in report.tally.facts.items():
        rates = f"{figure.f1:.3f} | {figure.precision:.3f} | {figure.recall:.3f}"
        lines.append(f"| {name} | {rates} | {figure.right} | {figure.given} | {figure.wanted} |")
    for one in report.files:
        if not one.same:
            lines += ["", f"### {_code(one.name)}", ""]
            lines += [f"* {_escaped(one.error)}"] if one.error else []
            lines += ["* no record of it"] if one.missing else []
            lines += [_item(difference) for difference in one.differences]
    return "\n".join(lines) + "\n"


def _item(difference: Difference) -> str:
    changes = [
        f"    * {change.field}: {_code(shown(change.golden))} → {_code(shown(change.new))}"
        for change in difference.changes
    ]
    return "\n".join([f"* {difference.what} {difference.kind}: {_code(shown(difference.label))}", *changes])


def _code(words: str) -> str:
    """As code, in which nothing is markup; ticks within it are told apart by longer ones around it."""
    ticks = "`"
    while ticks in words:
        ticks += "`"
    return f"{ticks} {words} {ticks}" if "`" in words else f"`{words}`"


def _escaped(words: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>()#+!|&" else letter for letter in words)
