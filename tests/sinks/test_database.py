"""Records in a database: SQLite, and a real PostgreSQL where Debian's is installed."""

import json
import os
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from click.testing import CliRunner
from sqlalchemy import create_engine, event, inspect, select, text, update
from sqlalchemy.exc import DBAPIError

from extract.cli import main
from extract.release import Release
from extract.sinks.database import DatabaseError, load, metadata, open_database, tables
from extract.sinks.database.migrations.versions import v0001_first
from extract.sinks.database.rows import rows, sentence
from extract.sinks.database.views import drop_views
from extract.sinks.folder import Record, record_names
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
    return emptied(request.getfixturevalue("server"))


def emptied(address):
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
    again = load(folder, engine)
    assert (again.loaded, again.unchanged) == (0, 3)
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


def test_a_changed_text_is_a_change(tmp_path, engine, sample):
    put(tmp_path, "a", sample)
    put(tmp_path, "b", sample)
    load(tmp_path, engine)
    (tmp_path / "a.txt").write_text("가", "utf-8")
    done = load(tmp_path, engine)
    assert (done.loaded, done.unchanged) == (1, 1)


def test_a_crash_between_batches_leaves_whole_releases(tmp_path, engine, sample, monkeypatch):
    folder = tmp_path / "out"
    folder.mkdir()
    for number in range(5):
        put(folder, f"{number}", sample)
    monkeypatch.setattr(room_module(), "BATCH", 2)
    monkeypatch.setattr(room_module(), "read_files", crashing(room_module().read_files, at="3.json"))
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
        both = list(pool.map(lambda other: load(folder, other), others))
    assert [done.loaded + done.unchanged for done in both] == [30, 30]
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
    assert "1 loaded, 0 unchanged, 0 removed, 1 unreadable" in result.output


def test_checks_refuse_what_cannot_be(tmp_path, engine, sample):
    put(tmp_path, "a", sample)
    load(tmp_path, engine)
    wrong = update(tables.budgets).values(amount_min=2, amount_max=1)
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(wrong)


def test_tables_of_a_newer_version_are_refused(url, engine):
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {tables.VERSIONS} SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="version 9999, newer"):
        open_database(url)


def test_tables_of_others_are_left_alone(url):
    other = create_engine(url.replace("postgresql", "postgresql+psycopg", 1))
    with other.begin() as connection:
        connection.execute(text("CREATE TABLE budgets (mine TEXT)"))
    with pytest.raises(DatabaseError, match="budgets that bodojaryo did not make"):
        open_database(url)
    other.dispose()


def shape(engine):
    """Columns, checks, keys, indexes, views and comments, as the database tells them."""
    seen = inspect(engine)
    found = {"views": sorted(seen.get_view_names()), "tables": sorted(seen.get_table_names())}
    for table in metadata.sorted_tables:
        name = table.name
        columns = {c["name"]: (str(c["type"]), c["nullable"], c.get("comment")) for c in seen.get_columns(name)}
        checks = sorted((c["name"], c["sqltext"]) for c in seen.get_check_constraints(name))
        indexes = sorted((i["name"], i["column_names"]) for i in seen.get_indexes(name))
        keys = [(k["constrained_columns"], k["referred_table"], k["options"]) for k in seen.get_foreign_keys(name)]
        found[name] = (columns, checks, indexes, keys, seen.get_pk_constraint(name)["constrained_columns"])
    return found


def test_the_first_version_is_brought_up_to_date_with_what_it_holds(tmp_path, url, sample):
    first = create_engine(url.replace("postgresql", "postgresql+psycopg", 1))
    with first.begin() as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.context(operations.migration_context):
            v0001_first.upgrade()
        connection.execute(text("INSERT INTO bodojaryo VALUES (1)"))
        connection.execute(text("CREATE VIEW chosen AS SELECT name FROM selectees"))
        found = list(rows(Record("old.json", sample, "")))
        for table in metadata.sorted_tables:
            for of, row in found:
                if of == table.name:
                    for later in ("sentence", "digest"):
                        row.pop(later, None)
                    connection.execute(table.insert().values(row))
    first.dispose()
    engine = open_database(url)
    migrated = shape(engine)
    held = counts(engine)
    assert held["releases"] == 1
    assert held["budgets"] == len(sample.budgets)
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(update(tables.schedules).values(kind="nonsense"))
    (tmp_path / "out").mkdir()
    put(tmp_path / "out", "new", sample)
    load(tmp_path / "out", engine, keep=True)
    assert counts(engine)["releases"] == 2
    engine.dispose()
    again = open_database(url)  # nothing is left to do
    again.dispose()
    with first.begin() as connection:
        drop_views(connection)
        metadata.drop_all(connection)
        connection.execute(text(f"DROP TABLE {tables.VERSIONS}"))
    first.dispose()
    engine = open_database(url)
    assert shape(engine) == migrated
    engine.dispose()


def end_connection(server, connection):
    """Have the server end a connection, as a restart would."""
    other = create_engine(server.replace("postgresql", "postgresql+psycopg", 1))
    with other.begin() as killer:
        pid = connection.connection.dbapi_connection.info.backend_pid
        killer.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    other.dispose()


@pytest.fixture
def cut(tmp_path, server, sample, monkeypatch):
    """Six releases, a database, and the inserts of budgets at which its connection is ended: `cut(at)` loads them."""
    folder = tmp_path / "out"
    folder.mkdir()
    for number in range(6):
        put(folder, f"{number}", sample)
    monkeypatch.setattr(room_module(), "BATCH", 2)
    monkeypatch.setattr(room_module(), "PAUSES", (0.0,))
    found, begun = open_database(emptied(server)), []

    def load_cut(at):
        @event.listens_for(found, "before_cursor_execute")
        def lose(connection, cursor, statement, *_):
            if statement.startswith("INSERT INTO budgets"):
                begun.append(statement)
                if len(begun) in at:
                    end_connection(server, connection)

        return load(folder, found)

    load_cut.engine = found
    yield load_cut
    found.dispose()


def test_a_lost_connection_is_made_anew(cut, sample):
    assert cut(at={1}).loaded == 6
    assert counts(cut.engine)["budgets"] == 6 * len(sample.budgets)


def test_a_connection_that_stays_lost_leaves_whole_releases(cut, sample):
    with pytest.raises(DatabaseError, match="what is committed is whole: load again"):
        cut(at={2, 3})
    assert counts(cut.engine)["releases"] == 2
    assert counts(cut.engine)["budgets"] == 2 * len(sample.budgets)


def test_columns_say_what_they_hold(server):
    engine = open_database(emptied(server))
    seen = inspect(engine)
    bare = [
        f"{table.name}.{column['name']}"
        for table in metadata.sorted_tables
        for column in seen.get_columns(table.name)
        if not column["comment"]
    ]
    assert bare == ["releases.schema"]
    engine.dispose()


@pytest.mark.parametrize(
    ("line", "quote", "expected"),
    [
        ("앞 문장이다. 국비 160억원을 지원한다. 뒤 문장이다.", "160억원", "국비 160억원을 지원한다."),
        ("□ 국비 1.5억 원", "1.5억 원", "□ 국비 1.5억 원"),
        ("고흥군\t20억원", "20억원", "고흥군\t20억원"),
        ("가" * 5000 + " 20억원 " + "나" * 5000, "20억원", None),
    ],
)
def test_a_sentence_is_what_a_reader_needs(line, quote, expected):
    text_of = f"머리\n{line}\n꼬리"
    start = text_of.index(quote)
    found = sentence(text_of, start, start + len(quote))
    assert found == expected or (expected is None and quote in found and len(found) < 1300)


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


def test_a_record_that_a_table_would_refuse_is_named(tmp_path, sample):
    inverted = sample.budgets[0].model_copy(update={"amount_min": 2, "amount_max": 1})
    put(tmp_path, "a", sample.model_copy(update={"budgets": [inverted]}))
    put(tmp_path, "b", sample)
    result = CliRunner().invoke(main, ["load", str(tmp_path)])
    assert "a.json: budget" in result.output
    assert "1 loaded, 0 unchanged, 0 removed, 1 unreadable" in result.output


def test_only_records_are_read(tmp_path):
    for name in ("a.html.json", "a.html.txt", "a.gold.json", "notes.json", "errors.jsonl"):
        (tmp_path / name).write_text("{}", "utf-8")
    assert list(record_names(tmp_path)) == ["a.html.json"]
