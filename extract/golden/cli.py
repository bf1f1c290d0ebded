"""`bodojaryo diff` and `bodojaryo accept`: arguments in, exit code out."""

from __future__ import annotations

import click


@click.command("diff")
@click.argument("new", type=click.Path(exists=True))
@click.argument("golden", type=click.Path(exists=True))
@click.option(
    "--format", "to", default="text", show_default=True, help="How to tell it.",
    type=click.Choice(["text", "json", "junit", "html", "markdown"]),
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="File to write instead of standard output.")
@click.option("--only", multiple=True, metavar="KIND", help="Only this kind of records, such as budgets.")
@click.option("--ignore", multiple=True, metavar="NAME", help="Not this kind or field, such as warnings or evidence.")
@click.option("--fail-under", type=click.FloatRange(0, 1), help="Fail below this mean F1 only, not at any difference.")
@click.pass_context
def diff_(
    context: click.Context,
    new: str,
    golden: str,
    to: str,
    output: str | None,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_under: float | None,
) -> None:
    """Compare records (NEW, a run's output or one file) with GOLDEN files.

    A golden file is NAME.json or NAME.gold.json, whole or with the fields that matter. Exit code: 0 the same,
    1 different, 2 wrong use or a file that cannot be read.

    Example: bodojaryo diff output golden --ignore evidence
    """
    from extract.golden.command import diff_command
    from extract.golden.compare import Scope

    context.exit(diff_command(new, golden, Scope(only, ignore), to, output, fail_under))


@click.command("accept")
@click.argument("new", type=click.Path(exists=True))
@click.argument("golden", type=click.Path())
@click.option("--interactive", is_flag=True, help="Ask about each change, showing the words that state it.")
@click.option("--new-only", is_flag=True, help="Only add golden files that are missing; change none.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.pass_context
def accept_(context: click.Context, new: str, golden: str, interactive: bool, new_only: bool, yes: bool) -> None:
    """Make GOLDEN files say what NEW records (a run's output, or one file) say.

    Lists what it will change and asks before it writes. A golden file with only the fields that matter keeps to
    these; one that somebody else has changed meanwhile is left as it is. Exit code: 0 all accepted, 1 some left,
    2 wrong use or a file that cannot be read.

    Example: bodojaryo accept output golden --interactive
    """
    if interactive and yes:
        raise click.UsageError("--interactive asks, --yes does not: give one of them")
    from extract.golden.accepting import accept_command

    context.exit(accept_command(new, golden, interactive, new_only, yes))
