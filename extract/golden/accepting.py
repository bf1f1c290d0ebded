"""`bodojaryo accept`, once its arguments are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from extract.golden.compare import Difference
from extract.golden.files import GoldenError
from extract.golden.kinds import Item
from extract.golden.proposals import Proposal, Proposals, propose
from extract.golden.store import save
from extract.golden.text import difference_lines, shown

DONE, LEFT, WRONG_USE = 0, 1, 2
AROUND = 120  # letters of the sentence on either side of the words cited


class Answer(Enum):
    """What a person says to one change."""

    YES = "y"
    NO = "n"
    SKIP = "s"
    QUIT = "q"


def accept_command(new: str, golden: str, interactive: bool, new_only: bool, yes: bool) -> int:
    """Bless what is accepted, tell what was done, and return the exit code, one of the constants above."""
    try:
        found = propose(Path(new), Path(golden), new_only)
    except GoldenError as error:
        print(f"error: {error}", file=sys.stderr)
        return WRONG_USE
    for said in found.errors:
        print(f"error: {said}", file=sys.stderr)
    for name in found.gone:
        print(f"{shown(name)}: no new record; its golden file stays", file=sys.stderr)
    console = Console(highlight=False, emoji=False, markup=False)
    code = _one_by_one(found, console) if interactive else _together(found, console, yes)
    return WRONG_USE if found.errors else code


def _together(found: Proposals, console: Console, yes: bool) -> int:
    for proposal in found.all:
        _print(_heading(proposal), console)
        for difference in proposal.differences:
            _print(difference_lines(difference), console)
    if not found.all:
        print("nothing to accept")
        return DONE
    if not yes:
        if not sys.stdin.isatty():
            print("error: say --yes to write these golden files, or --interactive to be asked", file=sys.stderr)
            return WRONG_USE
        if not click.confirm(f"Write {len(found.all)} golden files?"):
            return LEFT
    written = sum([_save(proposal, proposal.differences) for proposal in found.all])
    print(f"{written} golden files written")
    return DONE if written == len(found.all) else LEFT


def _one_by_one(found: Proposals, console: Console) -> int:
    written = accepted = asked = 0
    for proposal in found.all:
        answers, quits = _ask(proposal, console)
        asked += max(1, len(proposal.differences))
        if answers is not None and (answers or proposal.is_new) and _save(proposal, answers):
            written += 1
            accepted += max(1, len(answers))
        if quits:
            break
    print(f"{accepted} changes accepted, {written} golden files written")
    return DONE if accepted == asked and not (found.all and not asked) else LEFT


def _ask(proposal: Proposal, console: Console) -> tuple[list[Difference] | None, bool]:
    """The differences accepted (none at all: the file stays as it is), and whether to stop."""
    _print(_heading(proposal), console)
    if proposal.is_new:
        answer = _answer()
        return ([] if answer is Answer.YES else None), answer is Answer.QUIT
    accepted: list[Difference] = []
    for difference in proposal.differences:
        _print(difference_lines(difference), console)
        _print(_sentences(proposal, difference), console)
        answer = _answer()
        if answer in (Answer.SKIP, Answer.QUIT):
            return accepted, answer is Answer.QUIT
        accepted += [difference] if answer is Answer.YES else []
    return accepted, False


def _answer() -> Answer:
    try:
        said = click.prompt(
            "accept? y yes, n no, s skip the file, q quit", type=click.Choice([one.value for one in Answer])
        )
    except click.Abort:
        return Answer.QUIT
    return Answer(said)


def _save(proposal: Proposal, accepted: list[Difference] | tuple[Difference, ...]) -> bool:
    try:
        save(proposal.path, proposal.after(accepted), proposal.before)
    except GoldenError as error:
        print(f"error: {error}", file=sys.stderr)
        return False
    return True


def _heading(proposal: Proposal) -> Iterator[Text]:
    counts = ", ".join(
        f"{len(proposal.new.get(kind) or [])} {kind}" for kind in ("selections", "budgets", "schedules", "warnings")
    )
    yield Text(shown(proposal.name) + (f"  new golden file: {counts}" if proposal.is_new else ""), "bold")


def _sentences(proposal: Proposal, difference: Difference) -> Iterator[Text]:
    """The words that state a record, in the line of the reading text where they stand."""
    item = difference.new if difference.new and difference.new.get("evidence") else difference.golden
    try:
        text = proposal.reading.read_text("utf-8", "replace")
    except OSError:
        text = ""
    lines: dict[str, Text] = {}
    for quote in _quotes(item or {}):
        line = Text("      ").append(cited(text, quote))
        lines.setdefault(line.plain, line).spans.extend(line.spans)  # words of one line are marked in it together
    yield from lines.values()


def _quotes(item: Item) -> list[Item]:
    found = item.get("evidence")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def cited(text: str, quote: Item) -> Text:
    """The line around a quote, the quote itself marked; the quote alone where the text does not have it there."""
    start, end, words = quote.get("start"), quote.get("end"), str(quote.get("quote", ""))
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end and text[start:end] == words):
        return Text(f"“{shown(words)}”")
    left = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    right = min(text.find("\n", end) if "\n" in text[end:] else len(text), end + AROUND)
    return Text(shown(text[left:start])).append(shown(words), "bold underline").append(shown(text[end:right]))


def _print(lines: Iterator[Text], console: Console) -> None:
    for line in lines:
        console.print(line, soft_wrap=True)
