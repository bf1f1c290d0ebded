"""Pictures of pages, drawn when they are asked for and kept until the server ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from extract.release import Evidence, Release
from extract.review.draw import Order, Sheet, picture_name
from extract.review.marks import Marks, with_evidence
from extract.review.pictures import Painter, sheets
from extract.review.site import has_pages
from extract.review.spots import cites, homeless

_NAME = re.compile(r"([0-9a-f]{16})-([0-9]{1,5})\.webp")
_KEPT = 20  # releases whose pages are remembered


@dataclass
class Gallery:
    """Draws into `folder`; only what a page of ours has named before can be asked for."""

    painter: Painter
    folder: Path
    _orders: dict[str, Order] = field(default_factory=dict)
    _known: dict[Order, list[Sheet] | None] = field(default_factory=dict)

    def should_have(self, release: Release) -> bool:
        """Whether a release has pages that could be drawn, were its original there."""
        return has_pages(release)

    def sheets(self, release: Release, text: str, original: Path | None) -> list[Sheet] | None:
        """The pages of a release, each named as a picture, none drawn yet."""
        if original is None or not has_pages(release):
            return None
        digest = release.source.sha256
        order = Order(original, digest, self.folder, frozenset(), cites(release, text))
        self._orders[digest[:16]] = order
        if order not in self._known:
            self._known = dict(list(self._known.items())[-_KEPT:]) | {order: sheets(self.painter.order(order))}
        found = self._known.get(order)
        return found and [replace(sheet, picture=picture_name(digest, sheet.number)) for sheet in found]

    def placed(self, release: Release, text: str, original: Path | None) -> Release:
        """The release with page and box where a person cited words of a PDF."""
        lost = homeless(release, text) if original and has_pages(release) else ()
        if not lost or original is None:
            return release
        marks = Marks.of(release)
        found = self.painter.locate(Order(original, release.source.sha256, self.folder, frozenset(), lost))

        def place(one: Evidence) -> Evidence:
            if one.page is not None or marks.number(one) not in found:
                return one
            page, box = found[marks.number(one)]
            return one.model_copy(update={"page": page, "bbox": tuple(box)})

        return with_evidence(release, place)

    def picture(self, name: str) -> bytes | None:
        """The bytes of a picture; None where no page has it."""
        match = _NAME.fullmatch(name)
        order = self._orders.get(match[1]) if match else None
        if match is None or order is None:
            return None
        path = self.folder / name
        if not path.exists():
            sheets(self.painter.order(replace(order, wanted=frozenset([int(match[2])]), cites=())))
        return path.read_bytes() if path.exists() else None
