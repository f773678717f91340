"""The tables of plan versions, hearings and steps of work on a plan. Only storage imports them."""

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables import metadata


def parent(name: str, target: str) -> "Column[str]":
    """A reference that is deleted with what it refers to."""
    parent = ForeignKey(f"{target}.id", ondelete="CASCADE")
    return Column(name, String(32), parent, nullable=False, index=True)


plan_versions = Table(
    "plan_versions",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("consultation_id", "consultations"),
    Column("number", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("role", String(20), nullable=False),
    Column("note", Text, nullable=False),
    Column("goals", JSON, nullable=False),
    Column("initiatives", JSON, nullable=False),
    Column("links", JSON, nullable=False),
    UniqueConstraint("consultation_id", "number"),
)
hearings = Table(
    "hearings",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("consultation_id", "consultations"),
    Column("version_number", Integer, nullable=False),
    Column("opens", String(10), nullable=False),
    Column("closes", String(10), nullable=False),
    Column("parties", JSON, nullable=False),
)
hearing_points = Table(
    "hearing_points",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("hearing_id", "hearings"),
    Column("number", Integer, nullable=False),
    Column("party", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("remark", Text, nullable=False),
    Column("decision", String(20), nullable=False),
    Column("change", Text, nullable=False),
    Column("decided_by", String(20)),
    Column("decided_on", String(10), nullable=False),
    UniqueConstraint("hearing_id", "number"),
)
plan_steps = Table(
    "plan_steps",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String(32), nullable=False),
    parent("consultation_id", "consultations"),
    Column("action", String(20), nullable=False),
    Column("label", String(20), nullable=False),
    Column("role", String(20), nullable=False),
    Column("day", String(10), nullable=False),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
)
plan_numbers = Table(
    "plan_numbers",
    metadata,
    Column(
        "consultation_id",
        String(32),
        ForeignKey("consultations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("kind", String(20), primary_key=True),
    Column("highest", Integer, nullable=False),
)
carriers = Table(
    "carriers",
    metadata,
    Column(
        "consultation_id",
        String(32),
        ForeignKey("consultations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("name", String(200), nullable=False),
    Column("content", LargeBinary, nullable=False),
)
