"""A code for a role, where a municipality wants the choice of role to be a lock.

Off until an administrator sets the first code, and that is always the administrator's own: a lock
that anybody can take off is none. Kept as a slow salted hash; whoever forgets the code starts the
program with TALEROER_OPEN_ROLES set (docs/deployment.md).
"""

import hashlib
import hmac
import secrets
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Protocol

from interviews.model import Role

SHORTEST = 8  # characters
TRIES, WINDOW = 5, 60.0  # wrong codes for a role in this many seconds, by all sessions together
_wrong: defaultdict[Role, list[float]] = defaultdict(list)


class CodeTooShort(ValueError):
    """A role's code needs at least SHORTEST characters."""

    code = "code_too_short"


class AdministratorFirst(ValueError):
    """The administrator's code is set before any other, and removed after all others."""

    code = "administrator_first"


class TooManyTries(PermissionError):
    """Somebody is guessing: no code for this role is looked at for a minute."""

    code = "too_many_tries"


class RoleCodeStore(Protocol):
    """What role codes need of the store: salt and hash by role."""

    def role_codes(self) -> dict[Role, tuple[bytes, bytes]]: ...
    def save_role_code(self, role: Role, salt: bytes, code_hash: bytes) -> None: ...
    def delete_role_code(self, role: Role) -> None: ...


def set_role_code(store: RoleCodeStore, role: Role, code: str) -> None:
    """From now on choosing `role` takes `code`; "" opens it again.

    Raises CodeTooShort, AdministratorFirst.
    """
    others = set(store.role_codes()) - {role}
    if code and len(code) < SHORTEST:
        raise CodeTooShort
    if (role is Role.ADMINISTRATOR and not code and others) or (
        role is not Role.ADMINISTRATOR and code and Role.ADMINISTRATOR not in others
    ):
        raise AdministratorFirst
    if code:
        salt = secrets.token_bytes(16)
        store.save_role_code(role, salt, _hash(code, salt))
    else:
        store.delete_role_code(role)


def is_right_code(
    store: RoleCodeStore, role: Role, code: str, clock: Callable[[], float] = time.monotonic
) -> bool:
    """Whether `code` opens `role`; True where the role has none. Raises TooManyTries."""
    kept = store.role_codes().get(role)
    if kept is None:
        return True
    now = clock()
    recent = _wrong[role] = [at for at in _wrong[role] if now - at < WINDOW]
    if len(recent) >= TRIES:
        raise TooManyTries
    salt, code_hash = kept
    if hmac.compare_digest(_hash(code, salt), code_hash):
        return True
    recent.append(now)
    return False


def _hash(code: str, salt: bytes) -> bytes:
    """Scrypt (RFC 7914) with N=2^16, r=8, p=1, as withdrawal codes."""
    return hashlib.scrypt(code.encode(), salt=salt, n=2**16, r=8, p=1, maxmem=2**27, dklen=32)
