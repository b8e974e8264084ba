"""Why the disk did not take something, in words that say what to do."""

import errno

from kit_app.errors import StorageError
from kit_app.i18n import N_

FULL = N_(
    "The disk is full: this was not kept. Free 50 MB and try again, or choose another folder for the data."
)
READ_ONLY = N_("The data folder cannot be written to: this was not kept. Choose another folder for the data.")


def refusal(message: str, error: OSError) -> StorageError:
    """`message` for an `error` that has no sentence of its own."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StorageError(FULL, str(error))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StorageError(READ_ONLY, str(error))
    return StorageError(message, str(error))
