"""The tables as they were first, with their version in a table of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table("bodojaryo", sa.Column("version", sa.Integer(), primary_key=True))
    _releases()
    _budgets()
    _contacts()
    _evidence()
    _schedules()
    _selections()
    _warnings()
    _selectees()


def _releases() -> None:
    op.create_table(
        "releases",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("schema", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("pages", sa.BigInteger(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("subtitles", sa.JSON(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("embargo", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "\"format\" IN ('html', 'pdf', 'slides', 'text', 'hwpx', 'hwp', 'docx', 'pptx')", name="release_format"
        ),
        sa.CheckConstraint("\"schema\" IN ('press-release/1')", name="release_schema"),
        sa.PrimaryKeyConstraint("record"),
    )
    op.create_index("releases_by_day", "releases", ["published"], unique=False)
    op.create_index("releases_by_issuer", "releases", ["issuer"], unique=False, postgresql_using="hash")


def _budgets() -> None:
    op.create_table(
        "budgets",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("program", sa.Text(), nullable=True),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("recipient_region_sido", sa.Text(), nullable=True),
        sa.Column("recipient_region_sigungu", sa.Text(), nullable=True),
        sa.Column("recipient_region_code", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("amount_min", sa.BigInteger(), nullable=True),
        sa.Column("amount_max", sa.BigInteger(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("per", sa.Text(), nullable=True),
        sa.Column("period_years", sa.Float(), nullable=True),
        sa.Column("share", sa.Float(), nullable=True),
        sa.Column("derived", sa.Boolean(), nullable=False),
        sa.CheckConstraint("\"per\" IN ('recipient', 'program', 'year')", name="budget_per"),
        sa.CheckConstraint("\"source\" IN ('national', 'local', 'private', 'total', 'other')", name="budget_source"),
        sa.CheckConstraint("amount_min <= amount_max", name="budget_amounts"),
        sa.ForeignKeyConstraint(["record"], ["releases.record"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "id"),
    )
    op.create_index("budgets_by_source", "budgets", ["source", "year"], unique=False)


def _contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["record"], ["releases.record"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "number"),
    )


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("end", sa.BigInteger(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("page", sa.BigInteger(), nullable=True),
        sa.Column("bbox", sa.JSON(), nullable=True),
        sa.CheckConstraint('"start" <= "end"', name="evidence_span"),
        sa.ForeignKeyConstraint(["record"], ["releases.record"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "owner", "owner_id", "number"),
    )


def _schedules() -> None:
    op.create_table(
        "schedules",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("program", sa.Text(), nullable=True),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('briefing', 'call', 'application', 'planning', 'evaluation', 'selection', 'agreement', "
            "'designation', 'start', 'completion', 'publication', 'meeting', 'period', 'other')",
            name="schedule_kind",
        ),
        sa.CheckConstraint(
            "\"precision\" IN ('day', 'ten_days', 'month', 'quarter', 'half', 'year')", name="schedule_precision"
        ),
        sa.ForeignKeyConstraint(["record"], ["releases.record"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "id"),
    )
    op.create_index("schedules_by_end", "schedules", ["end"], unique=False)


def _selections() -> None:
    op.create_table(
        "selections",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=True),
        sa.Column("applicants", sa.BigInteger(), nullable=True),
        sa.Column("competition_ratio", sa.Float(), nullable=True),
        sa.CheckConstraint("\"status\" IN ('selected', 'shortlisted', 'planned')", name="selection_status"),
        sa.ForeignKeyConstraint(["record"], ["releases.record"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "id"),
    )
    op.create_index("selections_by_program", "selections", ["program"], unique=False, postgresql_using="hash")


def _warnings() -> None:
    op.create_table(
        "warnings",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "\"code\" IN ('weekday_mismatch', 'count_mismatch', 'sum_mismatch', 'ratio_mismatch', 'date_order', "
            "'unknown_region', 'no_text_layer', 'truncated', 'unreadable_part')",
            name="warning_code",
        ),
        sa.ForeignKeyConstraint(["record"], ["releases.record"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "number"),
    )


def _selectees() -> None:
    op.create_table(
        "selectees",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("selection", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("region_sido", sa.Text(), nullable=True),
        sa.Column("region_sigungu", sa.Text(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("project", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "\"kind\" IN ('local_government', 'company', 'university', 'institution', "
            "'site', 'project', 'person', 'other')",
            name="selectee_kind",
        ),
        sa.ForeignKeyConstraint(["record", "selection"], ["selections.record", "selections.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "selection", "number"),
    )
    op.create_index("selectees_by_region", "selectees", ["region_sido", "region_sigungu"], unique=False)
