"""Evidence with its sentence, and the version where Alembic keeps it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Change the tables; the sentences come with the next load."""
    op.add_column("evidence", sa.Column("sentence", sa.Text()))
    with op.batch_alter_table("warnings") as warnings:
        warnings.alter_column("code", existing_type=sa.Text(), nullable=False)
    op.create_index("selectees_by_name", "selectees", ["name"], postgresql_using="hash")
    op.drop_table("bodojaryo")
