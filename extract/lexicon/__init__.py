"""Words and names that a civil servant could correct, as data beside this file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def ministries() -> dict[str, str]:
    """Every name of an authority, full or short, to its full official name."""
    data = tomllib.loads((files(__name__) / "ministries.toml").read_text(encoding="utf-8"))
    names = {full: full for full in data}
    return names | {short: full for full, shorts in data.items() for short in shorts if short not in names}
