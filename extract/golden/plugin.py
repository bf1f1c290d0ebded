"""pytest compares documents with the golden files beside them, in the folders that `bodojaryo_golden` names.

It is loaded in every run of pytest where bodojaryo is installed, and does nothing where the setting is absent; what
reads documents is imported when a test runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest._code.code import ExceptionInfo, TerminalRepr
    from _pytest.terminal import TerminalReporter

GOLD = ".gold.json"
ACCEPTED = "bodojaryo_golden_accepted"


class Differs(Exception):
    """A document's record is not the golden one; the message shows how."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """One option, two settings."""
    group = parser.getgroup("bodojaryo")
    group.addoption("--accept-golden", action="store_true", help="write golden files anew instead of comparing")
    parser.addini("bodojaryo_golden", "folders of press releases with golden files (NAME.gold.json)", "paths", [])
    parser.addini("bodojaryo_golden_ignore", "kinds of records or fields not compared", "args", [])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A test a document; a golden file whose document has gone is one too."""
    folders: list[Path] = parent.config.getini("bodojaryo_golden")
    folder = next((one for one in folders if file_path.is_relative_to(one)), None)
    if folder is None or file_path.name.startswith(".") or file_path.suffix in (".py", ".pyc"):
        return None
    document = file_path.with_name(file_path.name.removesuffix(GOLD))
    if document != file_path and document.exists():
        return None
    found: GoldenFile = GoldenFile.from_parent(parent, path=file_path)
    found.document, found.folder = document, folder
    return found


class GoldenFile(pytest.File):
    """A document, or a golden file without one."""

    document: Path
    folder: Path

    def collect(self) -> Iterator[pytest.Item]:
        """The one test of it."""
        yield GoldenTest.from_parent(self, name="golden")


class GoldenTest(pytest.Item):
    """That a document gives the record in its golden file."""

    parent: GoldenFile

    def runtest(self) -> None:
        """Compare, or accept."""
        from extract.golden.documents import accept_document, compare_document

        document, folder = self.parent.document, self.parent.folder
        golden = document.with_name(document.name + GOLD)
        accepts = self.config.getoption("--accept-golden")
        if not document.exists():
            raise Differs(f"{golden.name}: its document {document.name} is not there")
        if not golden.exists() and not accepts:
            pytest.skip("no golden file; --accept-golden makes one")
        if accepts:
            if accept_document(document, folder, self._ignored()):
                self.user_properties.append((ACCEPTED, golden.name))
            return
        told = compare_document(document, folder, self._ignored())
        if told:
            raise Differs(told)

    def _ignored(self) -> list[str]:
        found: list[str] = self.config.getini("bodojaryo_golden_ignore")
        return found

    def repr_failure(self, excinfo: ExceptionInfo[BaseException], style: None = None) -> str | TerminalRepr:  # type: ignore[override]
        """The differences alone; anything else with its traceback."""
        from extract.golden.files import GoldenError
        from parsers.errors import ParseError

        if isinstance(excinfo.value, Differs | GoldenError | ParseError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where a failure is reported."""
        return self.path, None, self.parent.document.name


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    """Name the golden files that were written."""
    if not config.getoption("--accept-golden"):
        return
    for report in terminalreporter.getreports("passed"):
        for name, value in getattr(report, "user_properties", ()):
            if name == ACCEPTED and report.when == "call":
                terminalreporter.write_line(f"golden file written: {value}")
