"""Where the results of many facilities are kept: by SQLite on a coordinator's computer, or by a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from kit_app.domain.region import Added, Reporter, ResultRow, Stamp
from kit_app.views.region import RegionSelection

SqlRow = tuple[object, ...]


class Tables(Protocol):
    """The tables of one store, asked in the SQL that both databases speak; values stand for `?`.

    Each failure is a StorageError, and what failed left nothing behind.
    """

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[SqlRow]:
        """All rows of a query."""
        ...

    def batches(self, sql: str, values: Sequence[object], size: int) -> Iterator[list[SqlRow]]:
        """The rows of a long query, `size` at a time."""
        ...

    def change(self, steps: Iterable[tuple[str, Sequence[Sequence[object]]]]) -> None:
        """Statements, each with the values of every time that it is run; within one transaction."""
        ...

    def hold(self, reporter: Reporter) -> AbstractContextManager[None]:
        """One transaction in which nobody else changes the rows of a facility, which it adds or renames."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


class ResultsStore(Protocol):
    """The rows of many facilities, each once. Every method raises StorageError."""

    def add(self, reporter: Reporter, rows: Iterable[ResultRow]) -> Added:
        """Take in what a facility tells, all or nothing; of two rows with one id the later one counts."""
        ...

    def stamps(self, facility: str) -> dict[str, Stamp]:
        """What is known of a facility: the stamp of each of its rows, by id."""
        ...

    def list(self, selection: RegionSelection) -> Iterator[ResultRow]:
        """The rows that are meant and count something, by facility and id."""
        ...

    def forget(self, facility: str) -> None:
        """Drop a facility with all its rows."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...
