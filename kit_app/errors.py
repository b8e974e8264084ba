"""What can go wrong and be told to a person; everything else is a bug."""

from __future__ import annotations

from collections.abc import Sequence


class KitAppError(Exception):
    """A sentence for the facilitator, in English, translated where it is shown; `detail` is for the log."""

    def __init__(self, message: str, detail: str = "", **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values) if self.values else self.message


class CommandRefused(KitAppError):
    """The rules of the run do not allow what was asked; nothing changed."""


class StorageError(KitAppError):
    """Something could not be read from or written to the disk; nothing was shown that is not stored."""


class ExportError(KitAppError):
    """A file for others could not be written; what stood there before still stands."""


class ProblemsError(KitAppError):
    """Several findings reported in one go; each has its own `str()` for the facilitator."""

    def __init__(self, message: str, problems: Sequence[object], detail: str = "", **values: object) -> None:
        super().__init__(message, detail, **values)
        self.problems = tuple(problems)


class KitFileError(ProblemsError):
    """A kit on disk has mistakes; `problems` holds every one of them."""


class PrintError(ProblemsError):
    """Something cannot be printed as it should; `problems` says what and where."""
