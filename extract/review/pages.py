"""The pages as HTML. Everything that a release says is escaped; nothing in it can become markup, script or link."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from extract.release import Release
from extract.review.cards import Card, cards, header_facts
from extract.review.draw import Sheet
from extract.review.marked import lay_out
from extract.review.marks import KINDS, Mark, Marks
from extract.review.wording import calendar
from extract.review.words import Both, same, word
from parsers.document import Box

# What a page may load: its own files. `file:` stands for them where the page was opened from a folder.
POLICY = (
    "default-src 'none'; script-src {own}; style-src {own}; img-src {own}; connect-src {connect}; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
STATIC_POLICY = POLICY.format(own="'self' file:", connect="'none'")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where pages stand: with a token they can be edited, and are told the policy by a header instead."""

    token: str | None = None

    @property
    def policy(self) -> str | None:
        """The policy that the page itself must name."""
        return None if self.token else STATIC_POLICY


@dataclass(frozen=True, slots=True)
class View:
    """A release, and what its page needs besides: the reading text, the pages, the releases before and after it."""

    name: str
    release: Release
    text: str
    sheets: list[Sheet] | None
    note: str | None
    before: str | None = None
    after: str | None = None
    states: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Area:
    """A box on a page: the numbers and kinds of the cited places that share it, and their words."""

    box: Box
    numbers: list[int]
    kinds: list[str]
    words: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the original with the cited places on it, the large before the small, which lie on top of them."""

    sheet: Sheet
    areas: list[Area]


def page_path(name: str) -> str:
    """Where the page of a release lies below the folder of the site."""
    return f"releases/{name}.html"


def list_page(desk: Desk, scripts: list[str]) -> str:
    """The list of releases; `scripts` bring its rows."""
    return _environment().get_template("list.html").render(desk=desk, root="", scripts=scripts, kinds=KINDS)


def release_page(desk: Desk, view: View) -> str:
    """The page of one release."""
    release = view.release
    marks = Marks.of(release)
    title = release.title
    return (
        _environment()
        .get_template("release.html")
        .render(
            desk=desk,
            root="../" * page_path(view.name).count("/"),
            view=view,
            release=release,
            title=same(title) if title else word("list.untitled"),
            published=release.published and calendar(release.published),
            facts=header_facts(release),
            groups=_groups(cards(release, marks)),
            leaves=_leaves(view.sheets, marks),
            parts=lay_out(view.text, marks.all()),
            link=_link(release.source.uri),
        )
    )


def _groups(found: list[Card]) -> list[tuple[str, list[Card]]]:
    order = ("warnings", "selections", "budgets", "schedules")
    groups = [(kind, [card for card in found if card.kind == kind]) for kind in order]
    return [(kind, some) for kind, some in groups if some]


def _leaves(sheets: list[Sheet] | None, marks: Marks) -> list[Leaf]:
    by_number = {mark.number: mark for mark in marks.all()}
    return [Leaf(sheet, _areas(sheet, by_number)) for sheet in sheets or ()]


def _areas(sheet: Sheet, by_number: dict[int, Mark]) -> list[Area]:
    by_box: dict[Box, list[Mark]] = defaultdict(list)
    for spot in sheet.spots:
        by_box[spot.box].append(by_number[spot.number])
    boxes = sorted(by_box, key=lambda box: (box.x0 - box.x1) * (box.bottom - box.top))
    return [_area(box, by_box[box]) for box in boxes]


def _area(box: Box, marks: list[Mark]) -> Area:
    kinds = dict.fromkeys(kind for mark in marks for kind in mark.kinds)
    words = dict.fromkeys(mark.evidence.quote for mark in marks)
    return Area(box, [mark.number for mark in marks], list(kinds), ", ".join(words))


def _link(uri: str) -> str | None:
    """The address of the release where it is one of the web; no other scheme ever becomes a link."""
    return uri if uri.lower().startswith(("https://", "http://")) else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("extract.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(word=word, both=_both, attribute=_attribute)
    environment.filters["path"] = quote
    return environment


def _both(text: Both) -> Markup:
    """A text that follows the language of the page."""
    if text.ko == text.en:
        return escape(text.ko)
    return Markup(f'<span data-en="{escape(text.en)}">{escape(text.ko)}</span>')


def _attribute(name: str, text: Both) -> Markup:
    """An attribute that follows the language of the page."""
    return Markup(f'{name}="{escape(text.ko)}" data-en-{name}="{escape(text.en)}"')
