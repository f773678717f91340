"""The tables of following up, and of what people write into the files that are made for them."""

from sqlalchemy import Column, Float, Integer, String, Table, Text, UniqueConstraint

from storage.plan_tables import parent
from storage.tables import metadata

follow_ups = Table(
    "follow_ups",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("consultation_id", "consultations"),
    Column("number", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("role", String(20), nullable=False),
    Column("note", Text, nullable=False),
    UniqueConstraint("consultation_id", "number"),
)
marks = Table(
    "marks",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("follow_up_id", "follow_ups"),
    Column("target_kind", String(20), nullable=False),
    Column("target_id", String(32), nullable=False),
    Column("label", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("progress", String(20), nullable=False),
    Column("reason", Text, nullable=False),
    Column("role", String(20), nullable=False),
    Column("day", String(10), nullable=False),
    UniqueConstraint("follow_up_id", "target_id"),
)
figures = Table(
    "figures",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("consultation_id", "consultations"),
    parent("goal_id", "goals"),
    Column("name", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("value", Float, nullable=False),
    UniqueConstraint("goal_id", "name", "year"),
)
recommendations = Table(
    "recommendations",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("follow_up_id", "follow_ups"),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Text, nullable=False),
    Column("responsible", Text, nullable=False),
    UniqueConstraint("follow_up_id", "number"),
)
own_texts = Table(
    "own_texts",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("consultation_id", "consultations"),
    Column("form", String(20), nullable=False),
    Column("section", String(60), nullable=False),
    Column("text", Text, nullable=False),
    Column("role", String(20), nullable=False),
    Column("day", String(10), nullable=False),
    UniqueConstraint("consultation_id", "form", "section"),
)
