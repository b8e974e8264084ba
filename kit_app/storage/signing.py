"""The key of this data folder, with which a house vouches for what it hands on; Ed25519."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.looking import refuse_to_change

KEY_NAME = "signing.key"
_SEED_BYTES, _KEY_BYTES, _SIGNATURE_BYTES = 32, 32, 64
_FINGERPRINT = 20

_UNREADABLE = N_(
    "The key with which this computer signs cannot be read. Move the file “signing.key” out of the data"
    " folder: a new key is made, and others see that it is another one."
)
_REFUSED = N_("The key with which this computer signs could not be kept: the disk refused.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A public key and what was signed with its private half, both in hex."""

    key: str
    signature: str


def sign(folder: Path, message: bytes) -> Signed:
    """Sign with the key of this data folder, which is made when it is first wanted. Raises StorageError."""
    from nacl.signing import SigningKey  # loads a library: only when something is signed

    key = SigningKey(_seed(folder / KEY_NAME))
    return Signed(key=bytes(key.verify_key).hex(), signature=key.sign(message).signature.hex())


def public_key(folder: Path) -> str:
    """The public half of this folder's key, in hex; a key is made when there is none. Raises StorageError."""
    from nacl.signing import SigningKey  # loads a library: only when something is signed

    return bytes(SigningKey(_seed(folder / KEY_NAME)).verify_key).hex()


def is_true(signed: Signed, message: bytes) -> bool:
    """Whether the owner of the key signed this very message."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    key, signature = _bytes(signed.key, _KEY_BYTES), _bytes(signed.signature, _SIGNATURE_BYTES)
    if not key or not signature:
        return False
    try:
        VerifyKey(key).verify(message, signature)
    except BadSignatureError:
        return False
    return True


def fingerprint(key: str) -> str:
    """What people compare: `3f2a 91bc 77d0 e41c 0b5d`."""
    total = sha256(bytes.fromhex(key)).hexdigest()[:_FINGERPRINT]
    return " ".join(total[place : place + 4] for place in range(0, _FINGERPRINT, 4))


def _bytes(text: str, count: int) -> bytes:
    try:
        found = bytes.fromhex(text)
    except ValueError:
        return b""
    return found if len(found) == count else b""


def _seed(path: Path) -> bytes:
    try:
        if not path.exists():
            _make(path)
        seed = _bytes(path.read_text(encoding="ascii").strip(), _SEED_BYTES)
    except (OSError, ValueError) as error:
        raise StorageError(_UNREADABLE, str(error)) from error
    if not seed:
        raise StorageError(_UNREADABLE, "not a key of ours")
    return seed


def _make(path: Path) -> None:
    """Write a new key that only this user may read, whole or not at all."""
    refuse_to_change(path)
    new = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(os.urandom(_SEED_BYTES).hex().encode())
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise StorageError(_REFUSED, str(error)) from error
