"""What can be wrong with the place where consultations are kept."""


class StorageError(Exception):
    """Base of the errors below; `code` is stable and translated by whoever shows it."""

    code = "storage"


class Unknown(StorageError, KeyError):
    """No such row: `what` is the sort of thing asked for, `key` the id or name."""

    code = "unknown"

    def __init__(self, what: str, key: str) -> None:
        super().__init__(f"{what} {key!r} does not exist")
        self.what = what
        self.key = key

    def __str__(self) -> str:
        return str(self.args[0])


class DatabaseNewer(StorageError):
    """The database was written by a newer version of the program; it is left untouched."""

    code = "database_newer"

    def __init__(self, found: str, known: str) -> None:
        super().__init__(f"database is at {found}, this program knows {known}")
        self.found = found
        self.known = known


class MigrationNeeded(StorageError):
    """A server database is older than the program; somebody must ask for the migration."""

    code = "migration_needed"

    def __init__(self, found: str | None, known: str) -> None:
        super().__init__(f"database is at {found or 'nothing'}, this program needs {known}")
        self.found = found
        self.known = known


class HomeNotWritable(StorageError):
    """The folder where data live cannot be written."""

    code = "home_not_writable"

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} cannot be written")
        self.path = path


class WrongPassphrase(StorageError):
    """A backup does not open with this passphrase, or the file is damaged."""

    code = "wrong_passphrase"


class NotABackup(StorageError):
    """The file is not a backup made by this program."""

    code = "not_a_backup"
