"""The table of workshop notes. As with the others, only storage imports it."""

from sqlalchemy import Column, Integer, String, Table, Text

from storage.plan_tables import parent
from storage.tables import metadata

contributions = Table(
    "contributions",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("consultation_id", "consultations"),
    Column("heading", Text, nullable=False),
    Column("level", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("dots", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("became", String(32), nullable=False),
)
