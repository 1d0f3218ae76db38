"""The third schema: what redactions may overwrite, gaps in others' logs, documents that were withdrawn."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Change what is new; the statements of each engine stand in a file beside this one."""
    engine = op.get_bind().dialect.name
    statements = Path(__file__).with_name(f"0003_{engine}.sql").read_text(encoding="utf-8")
    for statement in statements.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
