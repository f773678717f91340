"""Codes that lock roles; no consultation owns them, so none takes them along."""

from sqlalchemy import Connection, delete, insert, select

from interviews.model import Role
from storage.role_tables import role_codes


class RoleCodes:
    """The part of the store that keeps the codes' salts and hashes."""

    conn: Connection

    def role_codes(self) -> dict[Role, tuple[bytes, bytes]]:
        """Salt and hash of each role that has a code."""
        t = role_codes
        found = self.conn.execute(select(t.c.role, t.c.salt, t.c.hash))
        return {Role(role): (salt, code) for role, salt, code in found}

    def save_role_code(self, role: Role, salt: bytes, code_hash: bytes) -> None:
        """Keep a code, in the place of an older one."""
        self.delete_role_code(role)
        row = {"role": role.value, "salt": salt, "hash": code_hash}
        self.conn.execute(insert(role_codes).values(row))

    def delete_role_code(self, role: Role) -> None:
        self.conn.execute(delete(role_codes).where(role_codes.c.role == role.value))
