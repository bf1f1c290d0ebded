"""`bodojaryo diff`, once its arguments are read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from rich.console import Console

from extract.golden.compare import Scope
from extract.golden.files import GoldenError
from extract.golden.names import check_scope
from extract.golden.report import Report, diff

SAME, DIFFERENT, WRONG_USE = 0, 1, 2


def diff_command(new: str, golden: str, scope: Scope, to: str, output: str | None, fail_under: float | None) -> int:
    """Compare, tell what differs, and return the exit code, one of the constants above."""
    try:
        check_scope(scope)
        report = diff(Path(new), Path(golden), scope)
    except GoldenError as error:
        print(f"error: {error}", file=sys.stderr)
        return WRONG_USE
    try:
        if output:
            with Path(output).open("w", encoding="utf-8", newline="\n") as file:
                _write(report, to, file)
        else:
            _write(report, to, sys.stdout)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has seen enough
    except OSError as error:
        print(f"error: {output}: {error.strerror or error}", file=sys.stderr)
        return WRONG_USE
    for said in report.errors:
        print(f"error: {said}", file=sys.stderr)
    if report.errors:
        return WRONG_USE
    if fail_under is not None:
        return SAME if report.headline >= fail_under else DIFFERENT
    return SAME if report.same else DIFFERENT


def _write(report: Report, to: str, file: TextIO) -> None:
    if to == "text":
        from extract.golden.text import print_report

        print_report(report, Console(file=file, highlight=False, emoji=False, markup=False))
    else:
        file.write(_format(to)(report))


def _format(to: str) -> Callable[[Report], str]:
    if to == "markdown":
        from extract.golden.text import markdown

        return markdown
    if to == "html":
        from extract.golden.web import as_html

        return as_html
    from extract.golden.machine import as_json, as_junit

    return as_json if to == "json" else as_junit
