"""bench/results.md: one section a bench, each rewritten by its own bench alone."""

from __future__ import annotations

import platform
import re
from datetime import date
from pathlib import Path

PATH = Path(__file__).parent / "results.md"
_TITLE = "# Measured\n"


def put(section: str, about: str, table: str) -> None:
    """Replace a section by a new table, with what was measured, where and when."""
    text = PATH.read_text("utf-8") if PATH.exists() else _TITLE
    parts = {part.splitlines()[0]: part for part in re.split(r"(?m)^## ", text)[1:]}
    machine = f"{date.today()}, {_processor()}, {_cores()} cores, Python {platform.python_version()}. {about}"
    parts[section] = f"{section}\n\n{machine}\n\n{table.rstrip()}\n\n"
    body = "".join(f"## {parts[name].rstrip()}\n\n" for name in sorted(parts))
    PATH.write_text(f"{_TITLE}\n{body.rstrip()}\n", encoding="utf-8", newline="\n")


def _cores() -> int:
    from os import cpu_count

    return cpu_count() or 1


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else []
    return names[0] if names else platform.machine()
