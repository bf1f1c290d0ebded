"""Releases with the digest of their files."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Change the tables; the digests come with the next load, which finds everything changed."""
    op.add_column("releases", sa.Column("digest", sa.Text()))
