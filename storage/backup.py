"""The whole base in one sealed file and back, the same for SQLite and PostgreSQL.

The file is a line that names the format, the salt of the passphrase, and one encrypted
block: gzip of JSON {"revision", "tables": {name: [row, …]}}. Drafts are left out (raw text is
not to outlive its conversation) and so are vectors (they are computed again).
"""

import base64
import datetime
import gzip
import json
import secrets
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from sqlalchemy import Connection, Engine, LargeBinary, MetaData, insert, select

from storage import scrubbing, tables
from storage.errors import DatabaseNewer, NotABackup, WrongPassphrase
from storage.home import database_url, home
from storage.migrate import current_revision, known_revisions, upgrade
from storage.rows import chunks
from storage.store import Store, connect, raw_engine
from storage.tables import metadata
from storage.taken_back import taken_back

MAGIC = b"TALEROER-BACKUP-1\n"
LEFT_OUT = {"drafts", "vectors", "precedent_vectors"}
SALT = 16


def back_up(target: Path, passphrase: str, url: str | None = None) -> int:
    """Write the base to `target`; how many rows. Never leaves half a file.

    Raises OSError when the file cannot be written.
    """
    engine = connect(url or database_url())
    with engine.connect() as conn:
        kept = {
            t.name: [_out(dict(row)) for row in conn.execute(select(t)).mappings()]
            for t in metadata.sorted_tables
            if t.name not in LEFT_OUT
        }
    content = {"revision": current_revision(engine), "tables": kept}
    salt = secrets.token_bytes(SALT)
    sealed = _box(passphrase, salt).encrypt(gzip.compress(json.dumps(content).encode()))
    part = target.with_name(target.name + ".part")
    part.write_bytes(MAGIC + salt + sealed)
    part.replace(target)
    return sum(len(rows) for rows in kept.values())


def restore(source: Path, passphrase: str, url: str | None = None) -> int:
    """Replace the base by what `source` holds; how many rows. All or nothing.

    What citizens took back since the backup was made is deleted again in the same transaction.
    Raises NotABackup, WrongPassphrase, DatabaseNewer, OSError.
    """
    content = _open(source.read_bytes(), passphrase)
    engine = connect(url or database_url())
    held = _at_head(content)
    with engine.begin() as conn:
        for table in reversed(metadata.sorted_tables):
            conn.execute(table.delete())
        for table in metadata.sorted_tables:
            _fill(conn, table, held.get(table.name, []))
        _set_sequences(conn)
        _take_back_again(Store(conn))
    scrubbing.scrub_engine(engine)
    return sum(len(part) for part in held.values())


def _take_back_again(store: Store) -> None:
    """Delete what was taken back after the backup was made."""
    i, s = tables.interviews, tables.statements
    for part in chunks(taken_back()):
        for key in store.conn.execute(select(i.c.id).where(i.c.id.in_(part))).scalars().all():
            store.delete_interview(key)
        for key in store.conn.execute(select(s.c.id).where(s.c.id.in_(part))).scalars().all():
            if store.statements_by_id([key]):  # else it went with another of its versions
                store.delete_statement(key)


def home_passphrase() -> str:
    """A passphrase kept in a file at home, for backups nobody is there to type one for."""
    path = home() / "backup.key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32), encoding="ascii")
    return path.read_text(encoding="ascii")


def _box(passphrase: str, salt: bytes) -> Fernet:
    """Scrypt with the interactive parameters of RFC 7914, then Fernet."""
    key = Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())
    return Fernet(base64.urlsafe_b64encode(key))


def _open(data: bytes, passphrase: str) -> dict[str, Any]:
    if not data.startswith(MAGIC):
        raise NotABackup
    salt, sealed = data[len(MAGIC) :][:SALT], data[len(MAGIC) + SALT :]
    try:
        content: dict[str, Any] = json.loads(
            gzip.decompress(_box(passphrase, salt).decrypt(sealed))
        )
    except InvalidToken as error:
        raise WrongPassphrase from error
    known = known_revisions()
    if content["revision"] not in known:
        raise DatabaseNewer(content["revision"], known[-1])
    return content


def _at_head(content: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The rows in today's form: an older backup takes the way through the migrations."""
    rows: dict[str, list[dict[str, Any]]] = content["tables"]
    if content["revision"] == known_revisions()[-1]:
        return rows
    scratch = raw_engine("sqlite://")
    upgrade(scratch, content["revision"])
    _copy_in(scratch, rows)
    upgrade(scratch)
    with scratch.connect() as conn:
        return {
            t.name: [_out(dict(row)) for row in conn.execute(select(t)).mappings()]
            for t in metadata.sorted_tables
        }


def _copy_in(engine: Engine, rows: dict[str, list[dict[str, Any]]]) -> None:
    old = MetaData()
    old.reflect(engine)
    with engine.begin() as conn:
        for table in old.sorted_tables:
            _fill(conn, table, rows.get(table.name, []))


def _fill(conn: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    binary = {c.name for c in table.c if isinstance(c.type, LargeBinary)}
    ready = [
        {k: base64.b64decode(v) if k in binary and v is not None else v for k, v in row.items()}
        for row in rows
    ]
    for start in range(0, len(ready), 1000):
        conn.execute(insert(table), ready[start : start + 1000])


def _out(row: dict[str, Any]) -> dict[str, Any]:
    return {
        k: base64.b64encode(v).decode()
        if isinstance(v, bytes)
        else v.isoformat()
        if isinstance(v, datetime.date)
        else v
        for k, v in row.items()
    }


def _set_sequences(conn: Connection) -> None:
    """PostgreSQL counts on from what it gave out itself; rows that came with their number
    would be met again."""
    if conn.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        for column in table.primary_key:
            if column.name == "row":
                top = select(column).order_by(column.desc()).limit(1)
                highest = conn.execute(top).scalar() or 0
                name = f"{table.name}_{column.name}_seq"
                conn.exec_driver_sql(f"select setval('{name}', {highest + 1}, false)")
