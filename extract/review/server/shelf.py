"""The records of the folder that is served, as they are now; nothing outside it, whatever a name or a link says."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from extract.review.drafts import Drafts
from extract.review.rows import Row, row
from extract.sinks.folder import Record, read_record, record_names

Stamp = tuple[int, int, bool]


@dataclass
class Shelf:
    """Records by the name of their release."""

    folder: Path
    _rows: dict[str, tuple[Stamp, Row]] = field(default_factory=dict)

    def names(self) -> list[str]:
        """The releases, in the order of their names."""
        return [path.removesuffix(".json") for path in record_names(self.folder)]

    def record(self, name: str) -> Record | None:
        """The record of a release; None where there is none in this folder, or none that can be read."""
        if name not in self.names() or not all(self._is_inside(f"{name}.{end}") for end in ("json", "txt")):
            return None
        found = read_record(self.folder, f"{name}.json")
        return found if isinstance(found, Record) else None

    def neighbours(self, name: str) -> tuple[str | None, str | None]:
        """The releases before and after one."""
        names = self.names()
        at = names.index(name)
        return (names[at - 1] if at else None, names[at + 1] if at + 1 < len(names) else None)

    def rows(self, drafts: Drafts) -> list[Row]:
        """The rows of the list; only what has changed is read again."""
        return [found for name in self.names() if (found := self._row(name, drafts))]

    def _row(self, name: str, drafts: Drafts) -> Row | None:
        reviewed = drafts.is_reviewed(name)
        path = self.folder / f"{name}.json"
        if not self._is_inside(f"{name}.json"):
            return None
        info = path.stat()
        stamp = (info.st_mtime_ns, info.st_size, reviewed)
        known = self._rows.get(name)
        if known and known[0] == stamp:
            return known[1]
        found = read_record(self.folder, f"{name}.json")
        if not isinstance(found, Record):
            return None
        self._rows[name] = (stamp, row(name, found.release, reviewed))
        return self._rows[name][1]

    def _is_inside(self, path: str) -> bool:
        return (self.folder / path).resolve().is_relative_to(self.folder.resolve())
