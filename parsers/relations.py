"""Which parts of an OOXML package belong together: its relationship files."""

from __future__ import annotations

import posixpath

from parsers.errors import Damaged
from parsers.markup import named
from parsers.packages import Package


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """For each relationship of a part by its id: the last word of its type, and the member that it points to."""
    folder, _, name = part.rpartition("/")
    where = package.find(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    if where is None:
        return {}
    try:
        root = package.xml(where)
    except Damaged:
        return {}
    found = {}
    for relation in named(root, "Relationship"):
        target = relation.get("Target", "").replace("\\", "/")
        member = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if relation.get("TargetMode") != "External" and package.find(member) is not None:
            found[relation.get("Id", "")] = relation.get("Type", "").rpartition("/")[2], member
    return found


def related(package: Package, part: str, kind: str) -> list[str]:
    """The members of one type that a part points to, in the order of its list."""
    return [member for type_, member in relations(package, part).values() if type_ == kind]
