"""What the server answers: pages, data, pictures, drafts. Knows nothing of sockets."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from extract.review import fields, words
from extract.review.drafts import Drafts, Stale, Wrong, parsed
from extract.review.originals import originals
from extract.review.pages import Desk, View, release_page
from extract.review.pictures import Painter
from extract.review.server.gallery import Gallery
from extract.review.server.shelf import Shelf
from extract.review.site import assets, site_files

_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "webp": "image/webp"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a content type and a body."""

    status: int
    type: str
    body: bytes


@dataclass
class App:
    """The pages of one output folder; `token` is what its pages send along."""

    folder: Path
    token: str
    painter: Painter
    pictures: Path
    _site: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.folder)
        self.drafts = Drafts(self.folder)
        self.gallery = Gallery(self.painter, self.pictures)
        shared = {**dict(assets()), **dict(assets(__package__))}
        self._assets = {**shared, "assets/words.js": words.script(), "assets/fields.js": fields.script()}

    def get(self, path: str) -> Answer:
        """Answer a GET of a path, percent-encoded as it came."""
        path = unquote(path, errors="replace").lstrip("/")
        if path.startswith("api/draft/"):
            return self._draft(path.removeprefix("api/draft/"))
        if path.startswith("releases/") and path.endswith(".html"):
            return self._release(path.removeprefix("releases/").removesuffix(".html"))
        if path.startswith("pages/"):
            picture = self.gallery.picture(path.removeprefix("pages/"))
            return _missing() if picture is None else Answer(200, _TYPES["webp"], picture)
        if path in ("", "index.html"):
            self._site = dict(site_files(self.shelf.rows(self.drafts), Desk(self.token)))
        text = self._assets.get(path) or self._site.get(path or "index.html")
        return _missing() if text is None else _text(path or "index.html", text)

    def put(self, path: str, body: bytes) -> Answer:
        """Save a draft: 200 and the new one, 409 where another was saved meanwhile, 422 where it is not valid."""
        name = unquote(path, errors="replace").removeprefix("/api/draft/")
        record = self.shelf.record(name)
        if record is None or not path.startswith("/api/draft/"):
            return _missing()
        try:
            change = parsed(body)
            placed = self.gallery.placed(change.release, record.text, originals(self.folder).get(name))
            change = change.model_copy(update={"release": placed})
            return Answer(200, "application/json", self.drafts.save(record, change).to_json().encode())
        except Stale:
            return problem(409, "saved by someone else meanwhile")
        except Wrong as error:
            return problem(422, str(error))

    def _draft(self, name: str) -> Answer:
        record = self.shelf.record(name)
        if record is None:
            return _missing()
        try:
            return Answer(200, "application/json", self.drafts.get(record).to_json().encode())
        except Wrong as error:
            return problem(422, str(error))

    def _release(self, name: str) -> Answer:
        record = self.shelf.record(name)
        if record is None:
            return _missing()
        desk, note = Desk(self.token), None
        try:
            draft = self.drafts.get(record)
            shown, states = draft.shown(), draft.states()
        except Wrong:  # a golden file of another kind stays as it is; the run's records can be looked at
            desk, note, shown, states = Desk(), "edit.unreadable", record.release, {}
        sheets = self.gallery.sheets(shown, record.text, originals(self.folder).get(name))
        if sheets is None and self.gallery.should_have(shown):
            note = note or "release.gone"
        view = View(name, shown, record.text, sheets, note, *self.shelf.neighbours(name), states)
        return _text("index.html", release_page(desk, view))


def problem(status: int, message: str) -> Answer:
    """What is wrong with a request, as JSON."""
    return Answer(status, "application/json", json.dumps({"error": message}, ensure_ascii=False).encode())


def _missing() -> Answer:
    return problem(404, "there is no such page")


def _text(path: str, text: str) -> Answer:
    kind = _TYPES[path.rsplit(".", 1)[-1]]
    return Answer(200, f"{kind}; charset=utf-8", text.encode())
