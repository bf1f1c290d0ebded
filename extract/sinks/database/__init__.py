"""Records as the tables of a database that stay right when releases are corrected and loaded again."""

from extract.sinks.database.engine import DatabaseError, open_database
from extract.sinks.database.load import Loaded, load
from extract.sinks.database.tables import VERSION, metadata

__all__ = ["VERSION", "DatabaseError", "Loaded", "load", "metadata", "open_database"]
