"""The second schema: an index of the words of documents, the sources that judgements cite, and what judgements lack."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Lay what is new; the statements of each engine stand in a file beside this one."""
    engine = op.get_bind().dialect.name
    statements = Path(__file__).with_name(f"0002_{engine}.sql").read_text(encoding="utf-8")
    for statement in statements.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
