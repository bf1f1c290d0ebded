"""What Alembic runs: the migrations, over the connection that it is handed."""

from alembic import context

from extract.sinks.database.tables import VERSIONS, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSIONS,
    transactional_ddl=True,
)
context.run_migrations()
