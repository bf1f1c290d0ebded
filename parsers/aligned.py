"""Steps over their days, set side by side with spaces: `공고  →  접수  →  선발` over `8. 4.  8. 18.~9. 5.  10. 15.`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.assembly import Draft, DraftCell, Words
from parsers.cell_kinds import cell_kind

_GAP = re.compile(r"[ \t]{2,}|[ \t]*[→⇒➔▶▷►][ \t]*")
_LEAST = 3  # cells of a row
_MOST = 4  # lines that hang together: number, name, day, note


def aligned_tables(lines: Sequence[str | Draft]) -> Iterator[str | Draft]:
    """The lines and tables as they are, with a table in place of rows of words that stand over a row of days."""
    at = 0
    while at < len(lines):
        rows = _rows(lines, at)
        if any(all(cell_kind(cell) == "date" for cell in row) for row in rows[1:]):
            yield _table(rows)
            at += len(rows)
        else:
            yield lines[at]
            at += 1


def _rows(lines: Sequence[str | Draft], at: int) -> list[list[str]]:
    """The lines from here that fall into equally many cells; none where the first does not."""
    rows: list[list[str]] = []
    for line in lines[at : at + _MOST]:
        cells = [cell for cell in _GAP.split(line.strip()) if cell] if isinstance(line, str) else []
        if len(cells) < _LEAST or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    return rows


def _table(rows: Sequence[Sequence[str]]) -> Draft:
    places = ((r, c, words) for r, row in enumerate(rows) for c, words in enumerate(row))
    return Draft("table", cells=tuple(DraftCell(r, c, (Words(words),)) for r, c, words in places))
