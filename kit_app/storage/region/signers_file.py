"""Whose keys a coordinator trusts: the public key of each data folder that told results, by facility."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json

FILE_NAME = "region-signers.json"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A key (hex) that may tell the results of a facility (its profile's id)."""

    facility: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """All of them; a facility has several where it plays on several computers."""

    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSigners:
    """What was kept, and what there is to tell about the file."""

    signers: Signers
    notices: tuple[StorageError, ...] = ()


def read_signers(folder: Path, wall_ms: int) -> ReadSigners:
    """The signers kept in `folder`; none when there is no file, or one that cannot be read. Never raises."""
    try:
        signers = read_json(folder / FILE_NAME, Signers, (), wall_ms)
    except UnreadableError as error:
        message = N_("Whose results you trusted could not be read; each is asked about again.")
        return ReadSigners(Signers(), (StorageError(message, str(error)),))
    return ReadSigners(signers or Signers())


def write_signers(folder: Path, signers: Signers) -> None:
    """Replace the file of `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, signers, VERSION)
    except OSError as error:
        message = N_("Whose results you trust could not be kept: the disk refused.")
        raise StorageError(message, str(error)) from error
