"""Arguments in, exit code out. Heavy imports wait inside the commands."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from extract.golden.cli import accept_, diff_

if TYPE_CHECKING:
    from extract.batch.report import Style
    from extract.review.pictures import Pictures


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
@click.argument("inputs", nargs=-1, required=True)
@click.option("-o", "--output", default="output", show_default=True, help="Folder or URL to write into.")
@click.option("-j", "--jobs", default=os.cpu_count() or 1, show_default=True, type=click.IntRange(1), help="Workers.")
@click.option("--timeout", default=60.0, show_default=True, help="Seconds that one document may take.")
@click.option("--memory", default=2048, show_default=True, help="Megabytes that one worker may take.")
@click.option("--published", type=Day(), help="Day of publication of releases that do not name it.")
@click.option("--include", multiple=True, metavar="PATTERN", help="Only inputs like '*.pdf'.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="No inputs like 'draft/*'.")
@click.option("--retry-errors", is_flag=True, help="Try again what failed before.")
@click.option("--prune", is_flag=True, help="Remove the records of inputs that have gone.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--cluster", metavar="ADDRESS", help="Work on a Dask cluster: tcp://scheduler:8786, or local.")
@click.option("--db", metavar="URL", help="Then load the output into this database, as `load` does.")
@click.option("--quiet", "style", flag_value="quiet", help="Name failures only.")
@click.option("--json-log", "style", flag_value="json", help="Tell the run's progress as JSON lines.")
@click.pass_context
def run(
    context: click.Context,
    inputs: tuple[str, ...],
    output: str,
    jobs: int,
    timeout: float,
    memory: int,
    published: date | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    retry_errors: bool,
    prune: bool,
    dry_run: bool,
    cluster: str | None,
    db: str | None,
    style: Style | None,
) -> None:
    """Read releases; write a record (NAME.json) and a reading text (NAME.txt) for each.

    INPUTS are files, folders, archives and URLs; - reads a list of them from standard input. What has not changed
    since the last run is not done again. Exit code: 0 all read, 1 some failed (see errors.jsonl), 2 wrong use,
    3 the output cannot be written, 130 interrupted.

    Example: bodojaryo run samples -o output
    """
    from extract.batch import Options, Settings
    from extract.batch.command import choose_engine, run_command
    from extract.batch.inputs import find_inputs, listed
    from extract.batch.report import reporter

    names = [name for given in inputs for name in (listed(sys.stdin) if given == "-" else [given])]
    code = run_command(
        lambda: find_inputs(names, include, exclude, output),
        Options(output, published, timeout, memory),
        choose_engine(jobs, cluster),
        Settings(retry_errors, prune, dry_run),
        reporter(style or ("bar" if sys.stderr.isatty() else "lines")),
    )
    if db and code <= 1 and not dry_run:
        from extract.sinks.database.command import load_command

        code = max(code, load_command(output, db, keep=False))
    context.exit(code)


@main.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False))
@click.option("-o", "--output", default="output", show_default=True, help="Folder to write into.")
@click.option("-j", "--jobs", default=os.cpu_count() or 1, show_default=True, type=click.IntRange(1), help="Workers.")
@click.pass_context
def watch(context: click.Context, folders: tuple[str, ...], output: str, jobs: int) -> None:
    """Read new and changed releases in FOLDERS as they arrive, until Ctrl-C.

    Example: bodojaryo watch inbox -o output
    """
    from extract.batch import Options
    from extract.batch.command import choose_engine, watch_command
    from extract.batch.inputs import find_inputs
    from extract.batch.report import reporter

    code = watch_command(
        list(folders),
        lambda: find_inputs(folders, output=output),
        Options(output),
        choose_engine(jobs, None),
        reporter("lines"),
    )
    context.exit(code)


@main.command("load")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@click.option(
    "--db", metavar="URL", help="sqlite:///FILE (FOLDER/bodojaryo.db if not given) or postgresql://USER@HOST/NAME."
)
@click.option("--keep", is_flag=True, help="Leave releases in the database that FOLDER does not hold.")
@click.pass_context
def load_(context: click.Context, folder: str, db: str | None, keep: bool) -> None:
    """Load the records of a run's output FOLDER into a database, which then holds exactly them.

    Exit code: 0 all loaded, 1 some records are unreadable, 2 wrong use, 3 the database cannot be used.

    Example: bodojaryo load output --db postgresql://me@localhost/releases
    """
    from extract.sinks.database.command import load_command

    context.exit(load_command(folder, db, keep))


@main.command("export")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@click.option("--to", required=True, type=click.Choice(["jsonl", "csv", "xlsx", "parquet", "duckdb"]), help="Format.")
@click.option("-o", "--output", required=True, help="New file (xlsx, duckdb) or folder (a file a table) to write.")
@click.pass_context
def export_(context: click.Context, folder: str, to: str, output: str) -> None:
    """Write the records of a run's output FOLDER as tables for other programs.

    Exit code: 0 all exported, 1 some records are unreadable, 2 wrong use, 3 the output cannot be written.

    Example: bodojaryo export output --to xlsx -o releases.xlsx
    """
    from extract.sinks.export.command import export_command

    context.exit(export_command(folder, to, output))


@main.command("review")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--output", default="review", show_default=True, type=click.Path(path_type=Path), help="Folder.")
@click.option(
    "--pictures", default="all", show_default=True, type=click.Choice(["all", "evidence", "none"]),
    help="Which pages of PDFs become pictures: all, those that records cite, or none.",
)  # fmt: skip
@click.option(
    "--originals", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the inputs, where it has moved since the run.",
)  # fmt: skip
@click.option("-j", "--jobs", default=os.cpu_count() or 1, show_default=True, type=click.IntRange(1), help="Workers.")
@click.pass_context
def review_(
    context: click.Context, folder: Path, output: Path, pictures: Pictures, originals: Path | None, jobs: int
) -> None:
    """Write pages on which people check the records of a run's output FOLDER; they open without server or network.

    Exit code: 0 all written, 1 some records are unreadable, 2 wrong use, 3 the output cannot be written.

    Example: bodojaryo review output -o review
    """
    from extract.review.command import review_command
    from extract.review.site import Options

    context.exit(review_command(folder, output, Options(pictures, originals, jobs)))


main.add_command(diff_)
main.add_command(accept_)


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Another address than this machine's own.")
@click.option("-j", "--jobs", default=2, show_default=True, type=click.IntRange(1), help="Workers that draw pages.")
@click.pass_context
def serve(context: click.Context, folder: Path, port: int, host: str, jobs: int) -> None:
    """Check and correct the records of a run's output FOLDER in a browser; corrections go into FOLDER/golden.

    Only this machine is answered unless --host says otherwise. Exit code: 0 ended, 3 the address cannot be had.

    Example: bodojaryo serve output
    """
    from extract.review.server.command import serve_command

    context.exit(serve_command(folder, host, port, jobs))


@main.command()
@click.argument("file", default="-", type=click.File(encoding="utf-8"))
@click.option("--published", type=Day(), help="Day from which dates without a year, and words like 내년, are read.")
@click.option("--explain", is_flag=True, help="Also print each reading that a rule considered, taken or not.")
def mentions(file: TextIO, published: date | None, explain: bool) -> None:
    """Print the amounts, dates, counts, numbers, ratios and parties of each line as JSON lines.

    Example: echo "9.30.까지 최대 3억원" | bodojaryo mentions --published 2024-06-24
    """
    from extract.mentions import describe

    for row in describe(file, published, explain):
        click.echo(row)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from extract.release import Release

    click.echo(json.dumps(Release.model_json_schema(), ensure_ascii=False, indent=2))
