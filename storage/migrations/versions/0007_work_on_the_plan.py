"""work on the plan"""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_steps",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("consultation_id", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=20), nullable=False),
        sa.Column("label", sa.String(length=20), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultation_id"],
            ["consultations.id"],
            name=op.f("fk_plan_steps_consultation_id_consultations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_plan_steps")),
    )
    with op.batch_alter_table("plan_steps", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_plan_steps_consultation_id"), ["consultation_id"], unique=False
        )
    numbers = op.create_table(
        "plan_numbers",
        sa.Column("consultation_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("highest", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultation_id"],
            ["consultations.id"],
            name=op.f("fk_plan_numbers_consultation_id_consultations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("consultation_id", "kind", name=op.f("pk_plan_numbers")),
    )
    for table, columns in (("goals", ["came_from"]), ("initiatives", ["milestones", "came_from"])):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name in columns:
                batch_op.add_column(sa.Column(name, sa.JSON(), server_default="[]", nullable=False))
    op.bulk_insert(numbers, list(_given()))


def _given() -> Iterable[dict[str, Any]]:
    """The highest numbers that kept versions hold: a row may have been deleted since."""
    versions = sa.table(
        "plan_versions",
        sa.column("consultation_id", sa.String),
        sa.column("goals", sa.JSON),
        sa.column("initiatives", sa.JSON),
    )
    highest: dict[tuple[str, str], int] = {}
    for row in op.get_bind().execute(sa.select(versions)).mappings():
        for kind, held in (("goal", row["goals"]), ("initiative", row["initiatives"])):
            for one in held:
                key = (row["consultation_id"], kind)
                highest[key] = max(highest.get(key, 0), one["number"])
    for (consultation_id, kind), number in highest.items():
        yield {"consultation_id": consultation_id, "kind": kind, "highest": number}
