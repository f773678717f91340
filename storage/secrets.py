"""Sealing of raw text. The key lives in a file at home, never in the database."""

import os
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from storage.errors import WrongPassphrase
from storage.home import home

KEY_FILE = "draft.key"


def draft_key(folder: Path | None = None) -> bytes:
    """The key drafts are sealed with; made on first use, readable by its owner only.

    Losing the file loses the drafts that are open, nothing else.
    """
    path = (folder or home()) / KEY_FILE
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        key = Fernet.generate_key()
        file.write(key)
        return key


def seal(text: str) -> bytes:
    """`text` encrypted and authenticated (Fernet: AES-128-CBC with HMAC-SHA256)."""
    return Fernet(draft_key()).encrypt(text.encode())


def unseal(sealed: bytes) -> str:
    """The text that was sealed. Raises WrongPassphrase when the key is another one."""
    try:
        return Fernet(draft_key()).decrypt(sealed).decode()
    except InvalidToken as error:
        raise WrongPassphrase from error
