"""Where consultations are kept: `with open_store() as store:` is one transaction."""

from storage.errors import (
    DatabaseNewer,
    HomeNotWritable,
    MigrationNeeded,
    StorageError,
    Unknown,
)
from storage.home import database_url, home
from storage.store import Store, open_store

__all__ = [
    "DatabaseNewer",
    "HomeNotWritable",
    "MigrationNeeded",
    "StorageError",
    "Store",
    "Unknown",
    "database_url",
    "home",
    "open_store",
]
