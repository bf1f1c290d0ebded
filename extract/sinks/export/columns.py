"""Parquet in folders by year of publication (Hive's way), and a DuckDB file; both by way of Arrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, DateTime, Float, Integer

from extract.sinks.database.tables import metadata
from extract.sinks.export import Rows, Writer, plain

NO_YEAR = "__HIVE_DEFAULT_PARTITION__"


def open_writer(to: str, target: Path) -> Writer:
    """A writer into the folder (parquet) or file (duckdb) `target`."""
    return _Duck(target) if to == "duckdb" else _Parquet(target)


class _Parquet:
    def __init__(self, target: Path) -> None:
        self._target = target
        self._writers: dict[tuple[str, int | None], pq.ParquetWriter] = {}
        target.mkdir(parents=True)

    def write(self, table: str, found: Rows, year: int | None) -> None:
        batch = arrow(table, found)
        if (table, year) not in self._writers:
            folder = self._target / table / f"published_year={NO_YEAR if year is None else year}"
            folder.mkdir(parents=True)
            self._writers[table, year] = pq.ParquetWriter(folder / "part-0.parquet", batch.schema)
        self._writers[table, year].write_table(batch)

    def close(self) -> None:
        for writer in self._writers.values():
            writer.close()


class _Duck:
    def __init__(self, target: Path) -> None:
        import duckdb

        self._db = duckdb.connect(str(target))
        for table in metadata.sorted_tables:
            if "record" in table.c:
                self._take(f'CREATE TABLE "{table.name}" AS SELECT * FROM batch', arrow(table.name, []))

    def write(self, table: str, found: Rows, year: int | None) -> None:
        self._take(f'INSERT INTO "{table}" SELECT * FROM batch', arrow(table, found))

    def _take(self, statement: str, batch: pa.Table) -> None:
        self._db.register("batch", batch)
        self._db.execute(statement)
        self._db.unregister("batch")

    def close(self) -> None:
        self._db.close()


def arrow(table: str, found: Rows) -> pa.Table:
    """Rows of a table with its types; lists become JSON."""
    columns = metadata.tables[table].c
    values = {column.name: [plain(row.get(column.name)) for row in found] for column in columns}
    return pa.table(values, schema=pa.schema([(column.name, _type(column)) for column in columns]))


def _type(column: Column[Any]) -> pa.DataType:
    for kinds, found in _TYPES:
        if isinstance(column.type, kinds):
            return found
    return pa.string()


_TYPES: list[tuple[tuple[type, ...], pa.DataType]] = [
    ((JSON,), pa.string()),
    ((BigInteger, Integer), pa.int64()),
    ((Float,), pa.float64()),
    ((Boolean,), pa.bool_()),
    ((DateTime,), pa.timestamp("us", tz="Asia/Seoul")),
    ((Date,), pa.date32()),
]
