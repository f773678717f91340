"""The tables of the catalogue of precedents. As with the others, only storage imports them."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from storage.plan_tables import parent
from storage.tables import metadata

precedents = Table(
    "precedents",
    metadata,
    Column("id", String(32), primary_key=True),
    parent("consultation_id", "consultations"),
    Column("kind", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("year", Integer),
    Column("theme_key", String(60)),
    Column("page", Integer),
    Column("section", Text, nullable=False),
)
precedent_vectors = Table(
    "precedent_vectors",
    metadata,
    Column(
        "precedent_id",
        String(32),
        ForeignKey("precedents.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("model", String(120), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)
