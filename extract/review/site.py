"""Writes the review pages of a run's output folder: files that work from a folder, without a server or a network."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path

from extract.batch.store import LocalStore
from extract.release import Release
from extract.review.draw import Order, Sheet
from extract.review.marks import cited
from extract.review.originals import originals
from extract.review.pages import Desk, View, list_page, page_path, release_page
from extract.review.pictures import Painter, Pictures, sheets
from extract.review.rows import Row, chunks, row
from extract.review.spots import cites
from extract.review.words import script
from extract.sinks.folder import Record, Unreadable, read_record, record_names

MARKER = ".bodojaryo-review"
PAGES = "pages"
_AHEAD = 32  # releases being drawn while earlier ones are written


class NotOurs(Exception):
    """The output folder holds files that this command did not write; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """Which pages get pictures, where originals lie that the manifest does not find, how many workers draw."""

    pictures: Pictures = "all"
    originals: Path | None = None
    workers: int = 1


@dataclass
class Built:
    """What came of it."""

    releases: int = 0
    undrawn: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)


def build(folder: Path, output: Path, options: Options, step: Callable[[], None] = lambda: None) -> Built:
    """Write the site of `folder` into `output`, calling `step` after each release; the same input gives the same bytes.

    Pages of releases that have gone are removed; pictures that are there already are kept. Raises `NotOurs`,
    `OutputError`.
    """
    store, built, names = _open(output), Built(), set[str]()
    rows: list[Row] = []

    def write(name: str, text: str) -> None:
        names.add(name)
        store.write(name, text)

    with Painter(options.workers) if options.pictures != "none" else nullcontext() as painter:
        for view in _with_neighbours(_views(folder, output / PAGES, options, painter, built)):
            write(page_path(view.name), release_page(Desk(), view))
            names.update(f"{PAGES}/{sheet.picture}" for sheet in view.sheets or () if sheet.picture)
            rows.append(row(view.name, view.release))
            built.releases += 1
            step()
    for name, text in site_files(rows):
        write(name, text)
    _sweep(store, names)
    return built


def site_files(rows: list[Row], desk: Desk | None = None) -> Iterator[tuple[str, str]]:
    """The list of releases and all that the pages share."""
    scripts: list[str] = []
    for number, text in enumerate(chunks(rows), 1):
        scripts.append(f"data/releases-{number}.js")
        yield scripts[-1], text
    yield "index.html", list_page(desk or Desk(), scripts)
    yield from assets()
    yield "assets/words.js", script()


def assets(package: str = "extract.review") -> Iterator[tuple[str, str]]:
    """The styles and scripts of a package, as they lie beside its modules."""
    for entry in sorted((files(package) / "assets").iterdir(), key=lambda entry: entry.name):
        yield f"assets/{entry.name}", entry.read_text(encoding="utf-8")


def readable(folder: Path, built: Built) -> Iterator[Record]:
    """The records of a run's output folder, in the order of their names; those that cannot be read are noted."""
    for path in record_names(folder):
        found = read_record(folder, path)
        if isinstance(found, Unreadable):
            built.unreadable.append(found)
        else:
            yield found


def release_name(record: Record) -> str:
    """The place of a release: its record's, without the ending."""
    return record.name.removesuffix(".json")


def has_pages(release: Release) -> bool:
    """Whether a release comes from a PDF, whose pages can be drawn; slides may also come as text, without boxes."""
    form = release.source.format
    return form == "pdf" or (form == "slides" and any(one.bbox for one in cited(release)))


def order(record: Record, where: dict[str, Path], pages: Path, options: Options) -> Order | None:
    """What to draw of a release; None where it has no pages or the original is not known."""
    release, name = record.release, release_name(record)
    if not has_pages(release) or options.pictures == "none":
        return None
    original = options.originals / name.split("!/")[0] if options.originals else where.get(name)
    if original is None:
        return None
    wanted = frozenset(one.page for one in cited(release) if one.page) if options.pictures == "evidence" else None
    return Order(original, release.source.sha256, pages, wanted, cites(release, record.text))


def _views(folder: Path, pages: Path, options: Options, painter: Painter | None, built: Built) -> Iterator[View]:
    """Every release, its pages drawn; a few are being drawn ahead."""
    where = originals(folder)
    waiting: deque[tuple[Record, Future[list[Sheet] | None] | None]] = deque()
    for record in readable(folder, built):
        wanted = order(record, where, pages, options)
        waiting.append((record, painter.order(wanted) if painter and wanted else None))
        if len(waiting) > _AHEAD:
            yield _view(*waiting.popleft(), options, built)
    while waiting:
        yield _view(*waiting.popleft(), options, built)


def _view(record: Record, future: Future[list[Sheet] | None] | None, options: Options, built: Built) -> View:
    drawn = sheets(future)
    missing = has_pages(record.release) and drawn is None and options.pictures != "none"
    built.undrawn += missing
    return View(release_name(record), record.release, record.text, drawn, "release.gone" if missing else None)


def _with_neighbours(views: Iterator[View]) -> Iterator[View]:
    before: View | None = None
    for view in views:
        if before:
            yield replace(before, after=view.name)
            view = replace(view, before=before.name)
        before = view
    if before:
        yield before


def _open(output: Path) -> LocalStore:
    if output.exists() and not (output / MARKER).exists() and any(output.iterdir()):
        raise NotOurs(f"{output}: not empty, and not written by `bodojaryo review`; give another folder with -o")
    store = LocalStore(output)
    store.write(MARKER, "")
    return store


def _sweep(store: LocalStore, names: set[str]) -> None:
    for name in sorted(store.names() - names - {MARKER}):
        store.remove(name)
    store.sweep()
