"""following up, and texts of people's own"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _key(name: str = "id") -> "sa.Column[str]":
    return sa.Column(name, sa.String(length=32), nullable=False)


def _word(name: str, length: int) -> "sa.Column[str]":
    return sa.Column(name, sa.String(length=length), nullable=False)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=False)


def _count(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=False)


def _make(
    table: str, parents: dict[str, str], unique: tuple[str, ...], *columns: sa.Column
) -> None:
    keys = [
        sa.ForeignKeyConstraint(
            [column],
            [f"{parent}.id"],
            name=op.f(f"fk_{table}_{column}_{parent}"),
            ondelete="CASCADE",
        )
        for column, parent in parents.items()
    ]
    op.create_table(
        table,
        _key(),
        *(_key(column) for column in parents),
        *columns,
        *keys,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(*unique, name=op.f(f"uq_{table}_{'_'.join(unique)}")),
    )
    with op.batch_alter_table(table, schema=None) as batch_op:
        for column in parents:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


def upgrade() -> None:
    whole, of_round = {"consultation_id": "consultations"}, {"follow_up_id": "follow_ups"}
    _make(
        *("follow_ups", whole, ("consultation_id", "number")),
        *(_count("number"), _word("day", 10), _word("role", 20), _text("note")),
    )
    _make(
        *("marks", of_round, ("follow_up_id", "target_id")),
        *(_word("target_kind", 20), _key("target_id"), _word("label", 20), _text("text")),
        *(_word("progress", 20), _text("reason"), _word("role", 20), _word("day", 10)),
    )
    _make(
        *("figures", whole | {"goal_id": "goals"}, ("goal_id", "name", "year")),
        *(_text("name"), _count("year"), sa.Column("value", sa.Float(), nullable=False)),
    )
    _make(
        *("recommendations", of_round, ("follow_up_id", "number")),
        *(_count("number"), _text("text"), _text("start"), _text("responsible")),
    )
    _make(
        *("own_texts", whole, ("consultation_id", "form", "section")),
        *(_word("form", 20), _word("section", 60), _text("text")),
        *(_word("role", 20), _word("day", 10)),
    )
