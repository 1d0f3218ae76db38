"""Run by Alembic for each upgrade: on the connection, and in the transaction, that the store gives it."""

from alembic import context

from annotate.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table_pk=True,
    transactional_ddl=True,
)
context.run_migrations()
