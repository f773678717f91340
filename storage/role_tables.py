"""The table of codes that lock roles. Only storage imports it."""

from sqlalchemy import Column, LargeBinary, String, Table

from storage.tables import metadata

role_codes = Table(
    "role_codes",
    metadata,
    Column("role", String(20), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
