"""The first schema, as version 0.1 laid it, whatever the tables have become since."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Lay the tables; the statements of each engine stand in a file beside this one."""
    engine = op.get_bind().dialect.name
    statements = Path(__file__).with_name(f"0001_{engine}.sql").read_text(encoding="utf-8")
    for statement in statements.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
