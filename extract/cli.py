"""Arguments in, exit code out. Heavy imports wait inside the commands."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click


class Day(click.ParamType[date]):
    """A date written 2024-06-24."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Parse the date, or fail as wrong use."""
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is not a date like 2024-06-24", param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bodojaryo")
def main() -> None:
    """Korean press releases to validated records of selections, budgets and schedules."""


@main.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", default="output", show_default=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--published", type=Day(), help="Day of publication of releases that do not name it.")
@click.pass_context
def run(context: click.Context, inputs: tuple[Path, ...], output: Path, published: date | None) -> None:
    """Read files and folders of releases; write a record and a reading text for each.

    Example: bodojaryo run samples -o output
    """
    from extract import batch

    outcomes = [batch.run_one(path, place, output, published) for path, place in batch.inputs(inputs)]
    failed = [outcome for outcome in outcomes if outcome.error is not None]
    batch.write_errors(failed, output)
    for outcome in failed:
        click.echo(f"{outcome.path}: {outcome.error}", err=True)
    click.echo(f"{len(outcomes) - len(failed)} of {len(outcomes)} read, {len(failed)} failed", err=True)
    context.exit(1 if failed else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from extract.release import Release

    click.echo(json.dumps(Release.model_json_schema(), ensure_ascii=False, indent=2))
