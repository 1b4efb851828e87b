"""How an identity number is locked: AES-256-GCM under the ledger's own key, which her password opens (scrypt).

A number stands as `socd1.<name of the key>.<nonce and ciphertext>`, bound to the uid of its member: moved to another
one it does not open. The ledger's lock is `socd1.<name of the key>.<salt>.<nonce and locked key>`; that it opens proves
the password. So another password changes the lock alone, and no number. Bytes are written in base64 for URLs.

Imported only when a number is locked or opened: the library takes its time, and most ledgers keep no numbers.
"""

from __future__ import annotations

import secrets
import unicodedata
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from models.values import LOCKED

_NONCE, _SALT, _KEY = 12, 16, 32  # bytes
_WORK = 2**17  # with blocks of 8: 128 MB and about half a second for each guess (OWASP, Password Storage)
_WIDTH = 12  # an old number of 9 digits looks as long as a new one


@dataclass(frozen=True, slots=True)
class Key:
    """The ledger's own key; `name` tells it from those of other ledgers."""

    name: str
    secret: bytes = field(repr=False)


def new_key() -> Key:
    """A key that no other ledger has."""
    return Key(secrets.token_hex(4), AESGCM.generate_key(8 * _KEY))


def lock_of(key: Key, password: str) -> str:
    """The lock that this password opens."""
    salt = secrets.token_bytes(_SALT)
    return ".".join([LOCKED, key.name, _text(salt), _text(_closed(_stretched(password, salt), key.secret, key.name))])


def key_from(lock: str, password: str) -> Key | None:
    """The key behind a lock; None if the password does not open it."""
    _version, name, salt, closed = lock.split(".")
    secret = _opened(_stretched(password, _bytes(salt)), closed, name)
    return Key(name, secret) if secret is not None and len(secret) == _KEY else None


def locked(key: Key, uid: str, number: str) -> str:
    """A number of the member with this uid, locked; each time it looks otherwise."""
    return f"{LOCKED}.{key.name}.{_text(_closed(key.secret, number.ljust(_WIDTH).encode(), uid))}"


def number_of(key: Key, uid: str, text: str) -> str | None:
    """The number; None if it was locked with another key, for another member, or is damaged."""
    _version, name, closed = text.split(".")
    number = _opened(key.secret, closed, uid) if name == key.name else None
    return number.decode().strip() if number is not None else None


def _stretched(password: str, salt: bytes) -> bytes:
    """However the keyboard composes its accents, a password stays the same."""
    return Scrypt(salt=salt, length=_KEY, n=_WORK, r=8, p=1).derive(unicodedata.normalize("NFC", password).encode())


def _closed(secret: bytes, plain: bytes, bound_to: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(secret).encrypt(nonce, plain, bound_to.encode())


def _opened(secret: bytes, text: str, bound_to: str) -> bytes | None:
    closed = _bytes(text)
    try:
        return AESGCM(secret).decrypt(closed[:_NONCE], closed[_NONCE:], bound_to.encode())
    except (InvalidTag, ValueError):  # ValueError: too short to be anything
        return None


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    """What a text stands for; of a text that was spoiled, nothing."""
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return b""
