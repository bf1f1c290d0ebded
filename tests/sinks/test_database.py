"""Records in a database: SQLite, and a real PostgreSQL where Debian's is installed."""

import json
import os
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import create_engine, select, text, update
from sqlalchemy.exc import DBAPIError

from extract.cli import main
from extract.release import Release
from extract.sinks.database import DatabaseError, load, metadata, open_database, tables
from extract.sinks.folder import record_names
from parsers import Source, parse

BIN = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
SAMPLES = Path(__file__).parents[2] / "samples"
HOSTILE = "'; DROP TABLE releases; -- \" =cmd|' /C calc'!A0 \0 </script>"


@pytest.fixture(scope="session")
def server():
    """The URL of a PostgreSQL server of our own, on a socket."""
    if BIN is None or shutil.which("setpriv") is None:
        pytest.skip("needs Debian's postgresql")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    as_owner = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    data = folder / "data"

    def call(*command):
        subprocess.run([*as_owner, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")

    call(BIN / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--no-locale", "-N")
    options = f"-c fsync=off -c listen_addresses='' -k {folder}"
    call(BIN / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    yield f"postgresql://postgres@/postgres?host={folder}"
    call(BIN / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'a.db'}"
    address = request.getfixturevalue("server")
    engine = create_engine(address.replace("postgresql", "postgresql+psycopg", 1))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return address


@pytest.fixture
def engine(url):
    found = open_database(url)
    yield found
    found.dispose()


@pytest.fixture(scope="session")
def sample():
    from extract import extract

    path = SAMPLES / "신문기사-저장.txt"
    return extract(parse(Source(path.name, path.read_bytes())))


def put(folder, name, release):
    (folder / f"{name}.txt").write_text("", "utf-8")
    (folder / f"{name}.json").write_text(release.to_json(), "utf-8")


def contents(engine):
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table)).all())) for table in metadata.sorted_tables
        }


def counts(engine):
    return {name: len(found) for name, found in contents(engine).items()}


def test_loading_again_changes_nothing(tmp_path, engine, sample):
    folder = tmp_path / "out"
    folder.mkdir()
    for name in "가나다":
        put(folder, name, sample)
    load(folder, engine)
    once = contents(engine)
    load(folder, engine)
    assert contents(engine) == once
    assert len(once["releases"]) == 3
    assert len(once["selectees"]) == 3 * sum(len(one.selectees) for one in sample.selections)
    assert len(once["budgets"]) == 3 * len(sample.budgets)


def test_a_correction_removes_what_it_no_longer_states(tmp_path, engine, sample):
    folder = tmp_path / "out"
    folder.mkdir()
    put(folder, "a", sample)
    put(folder, "b", sample)
    load(folder, engine)
    put(folder, "a", sample.model_copy(update={"budgets": [], "selections": []}))
    (folder / "b.json").unlink()
    done = load(folder, engine)
    assert (done.loaded, done.removed) == (1, 1)
    assert counts(engine) | {"releases": 1, "selections": 0, "selectees": 0, "budgets": 0} == counts(engine)
    assert counts(engine)["schedules"] == len(sample.schedules)


def test_a_crash_between_batches_leaves_whole_releases(tmp_path, engine, sample, monkeypatch):
    folder = tmp_path / "out"
    folder.mkdir()
    for number in range(5):
        put(folder, f"{number}", sample)
    monkeypatch.setattr(room_module(), "BATCH", 2)
    monkeypatch.setattr(room_module(), "read_record", crashing(room_module().read_record, at="3.json"))
    with pytest.raises(KeyboardInterrupt):
        load(folder, engine)
    assert counts(engine)["releases"] == 2
    assert counts(engine)["budgets"] == 2 * len(sample.budgets)
    monkeypatch.undo()
    load(folder, engine)
    assert counts(engine)["releases"] == 5


def room_module():
    import importlib

    return importlib.import_module("extract.sinks.database.load")


def crashing(read, at):
    def read_or_crash(folder, name):
        if name == at:
            raise KeyboardInterrupt
        return read(folder, name)

    return read_or_crash


def test_two_loaders_at_once(tmp_path, url, engine, sample):
    folder = tmp_path / "out"
    folder.mkdir()
    for number in range(30):
        put(folder, f"{number:02}", sample)
    others = [open_database(url) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        assert [done.loaded for done in pool.map(lambda other: load(folder, other), others)] == [30, 30]
    for other in others:
        other.dispose()
    assert counts(engine)["releases"] == 30
    assert counts(engine)["schedules"] == 30 * len(sample.schedules)


def test_hostile_strings_stay_strings(tmp_path, engine, sample):
    folder = tmp_path / "out"
    folder.mkdir()
    put(folder, "a", sample.model_copy(update={"title": HOSTILE, "issuer": "가" * 350_000}))
    load(folder, engine)
    with engine.connect() as connection:
        row = connection.execute(select(tables.releases)).one()
    assert row.title == HOSTILE.replace("\0", "\ufffd")
    assert len(row.issuer) == 350_000


def test_a_broken_record_is_named_and_the_rest_goes_on(tmp_path, sample):
    put(tmp_path, "good", sample)
    (tmp_path / "bad.txt").write_text("", "utf-8")
    (tmp_path / "bad.json").write_text('{"schema": "press-release/1", "title": 3}', "utf-8")
    result = CliRunner().invoke(main, ["load", str(tmp_path)])
    assert result.exit_code == 1
    assert "bad.json" in result.output
    assert "1 loaded, 0 removed, 1 unreadable" in result.output


def test_checks_refuse_what_cannot_be(tmp_path, engine, sample):
    put(tmp_path, "a", sample)
    load(tmp_path, engine)
    wrong = update(tables.budgets).values(amount_min=2, amount_max=1)
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(wrong)


def test_tables_of_another_version_are_refused(url, engine):
    with engine.begin() as connection:
        connection.execute(update(tables.versions).values(version=99))
    with pytest.raises(DatabaseError, match="version 99, newer"):
        open_database(url)


@pytest.mark.parametrize("address", ["postgresql://me:s3cret@127.0.0.1:9/x", "nonsense", "nonsense://me:s3cret@x/y"])
def test_errors_do_not_tell_the_password(tmp_path, address):
    result = CliRunner().invoke(main, ["load", str(tmp_path), "--db", address])
    assert result.exit_code == 3
    assert result.output.startswith("error: ")
    assert "s3cret" not in result.output


def test_views_answer(tmp_path, engine, sample):
    put(tmp_path, "a", sample)
    load(tmp_path, engine)
    with engine.connect() as connection:
        chosen = connection.execute(text("SELECT name, national_krw FROM chosen ORDER BY name")).all()
        quotes = connection.execute(text("SELECT quote FROM money")).all()
        connection.execute(text("SELECT * FROM closing")).all()
        ratios = connection.execute(text("SELECT competition_ratio FROM competition")).all()
    assert {row[0] for row in chosen} == {"고흥군", "남해군"}
    assert all(row[1] == 3_000_000_000 for row in chosen)
    assert quotes
    assert ratios == [(4.5,)]


def test_every_field_of_the_contract_has_a_column():
    def leaves(schema, definitions):
        for name, field in schema.get("properties", {}).items():
            yield name
            yield from (leaf for one in referred(field) for leaf in leaves(definitions[one], definitions))

    def referred(field):
        words = json.dumps(field)
        return [part.split('"')[0] for part in words.split("#/$defs/")[1:]]

    schema = Release.model_json_schema()
    named = set(leaves(schema, schema["$defs"]))
    columns = {column.name for table in metadata.sorted_tables for column in table.c}
    children = {"source", "region", "recipient_region"} | set(metadata.tables)
    missing = {name for name in named - children if name not in columns and f"region_{name}" not in columns}
    assert missing == set()


def test_regions_may_be_unknown(tmp_path, engine, sample):
    unknown = [one.model_copy(update={"recipient": None, "recipient_region": None}) for one in sample.budgets[:1]]
    put(tmp_path, "a", sample.model_copy(update={"budgets": unknown}))
    assert load(tmp_path, engine).loaded == 1


def test_only_records_are_read(tmp_path):
    for name in ("a.html.json", "a.html.txt", "a.gold.json", "notes.json", "errors.jsonl"):
        (tmp_path / name).write_text("{}", "utf-8")
    assert list(record_names(tmp_path)) == ["a.html.json"]
