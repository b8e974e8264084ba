"""A region's results on a PostgreSQL server; the one module that opens a network connection.

It is loaded only where somebody set the address of a server. Certificate and host name are always checked.
"""

from __future__ import annotations

import logging
import re
import socket
import ssl
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from typing import Any

from pg8000.exceptions import DatabaseError, Error
from pg8000.native import Connection

from kit_app.domain.region import Reporter
from kit_app.domain.region_server import ServerAddress
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.region.results_store import SqlRow
from kit_app.storage.region.sql_results import HOLD, SqlResults

log = logging.getLogger(__name__)

SCHEMA = "sant_escape"
_MOST_VALUES, _MOST_DELETED = 20_000, 500
"""So many values stand in one statement (the protocol ends at 65,535), so many rows are named by one."""
_INSERT = re.compile(r"(INSERT INTO .+ VALUES )(\([?, ]+\))")
_DELETE = re.compile(r"(DELETE FROM \w+ WHERE )(\w+ = \?(?: AND \w+ = \?)*)")

_UNKNOWN = N_("No computer is called “{host}”. Look at the address of the server. Nothing was sent.")
_NOBODY = N_(
    "Nobody answers at “{host}”, port {port}: the server is not running, or the network does not let you"
    " through. Nothing was sent."
)
_PLAIN = N_("The server “{host}” does not encrypt its connections. Nothing was sent. Tell its IT service.")
_DISTRUSTED = N_(
    "The certificate of the server “{host}” is not one that this computer trusts. Nothing was sent. Ask the"
    " region’s IT service for the file of its certification authority."
)
_OTHER_NAME = N_(
    "The certificate of the server is not for the name “{host}”. Nothing was sent. Type the name that the"
    " region’s IT service gave you."
)
_NO_CA = N_("The file of certificates “{name}” cannot be read. Choose it again. Nothing was sent.")
_REFUSED = N_("The server does not know this user with this password. Nothing was sent.")
_NO_DATABASE = N_("The server has no database “{name}”. Nothing was sent.")
_CUT = N_("The connection to the server broke off. What it did not confirm is kept here and sent again.")
_NO_RIGHT = N_(
    "The server does not allow this: these rows belong to another login, or yours may not write."
    " Nothing was changed. Ask the region’s IT service."
)
_NO_TABLES = N_(
    "The tables for the results are not on the server. Its IT service makes them with the file"
    " “postgresql.sql” of the program. Nothing was changed."
)
_TOO_LONG = N_("The server took too long and gave up. Nothing was changed. Try again later.")
_TAKEN = N_("Another computer is sending the same results just now. Nothing was changed. Try again later.")
_BUSY = N_("The server is starting, stopping or has too much to do. Nothing was changed. Try again later.")
_FULL = N_("The disk of the server is full. Nothing was changed. Tell its IT service.")
_FAILED = N_("The server refused. Nothing was changed. The log in the data folder says what it answered.")

_SENTENCES = {
    **dict.fromkeys(("28P01", "28000"), _REFUSED),
    **dict.fromkeys(("3D000",), _NO_DATABASE),
    **dict.fromkeys(("42501",), _NO_RIGHT),
    **dict.fromkeys(("42P01", "3F000"), _NO_TABLES),
    **dict.fromkeys(("57014",), _TOO_LONG),
    **dict.fromkeys(("55P03", "40P01", "40001"), _TAKEN),
    **dict.fromkeys(("57P01", "57P02", "57P03", "53300"), _BUSY),
    **dict.fromkeys(("53100",), _FULL),
}
"""What is said of the codes with which a server refuses (SQLSTATE)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds until one gives up: for a connection, for a statement, for a lock that somebody else holds."""

    connect_s: float = 10
    statement_s: float = 60
    lock_s: float = 10

    @property
    def answer_s(self) -> float:
        """Until a server that says nothing at all counts as gone: it had the time to give up itself."""
        return self.statement_s + self.connect_s


PATIENCE = Patience()


def open_postgres_results(address: ServerAddress, password: str, patience: Patience = PATIENCE) -> SqlResults:
    """The results on a server. Raises StorageError; then nothing was sent but, at most, the login."""
    return SqlResults(PostgresTables(_connected(address, password, patience)))


def _connected(address: ServerAddress, password: str, patience: Patience) -> Connection:
    told = {"host": address.host, "port": address.port}
    trust = trust_of(address)
    try:
        link = socket.create_connection((address.host, address.port), patience.connect_s)
    except socket.gaierror as error:
        raise StorageError(_UNKNOWN, str(error), **told) from error
    except (OSError, UnicodeError) as error:
        raise StorageError(_NOBODY, str(error), **told) from error
    try:
        link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        connection = _greeted(link, trust, address, password, patience)
        connection._usock.settimeout(patience.answer_s)  # the encrypted socket, which took over from ours
        return connection
    except (Error, OSError) as error:
        problem = _not_connected(error, address)
    finally:
        link.close()  # where the encrypted socket took over, this one holds nothing any more
    raise problem  # by itself: what it came from would keep the sockets


def _greeted(
    link: socket.socket, trust: ssl.SSLContext, address: ServerAddress, password: str, patience: Patience
) -> Connection:
    """A session in which everything is encrypted and the server has proved its name."""
    return Connection(
        address.user,
        host=address.host,
        database=address.database,
        password=password,
        ssl_context=trust,
        sock=link,
        application_name="sant-escape-kit",
        startup_params=_session(patience),
    )


def _not_connected(error: BaseException, address: ServerAddress) -> StorageError:
    """Why there is no session, as a sentence."""
    told = {"host": address.host, "port": address.port}
    refused = error if isinstance(error, DatabaseError) else error.__context__
    if isinstance(refused, DatabaseError):  # saying goodbye may fail as well, and hides the answer
        return _refusal(refused, address.database)
    if isinstance(error, ssl.SSLCertVerificationError):
        is_other = error.verify_message.startswith(("Hostname mismatch", "IP address mismatch"))
        return StorageError(_OTHER_NAME if is_other else _DISTRUSTED, str(error), **told)
    return StorageError(_PLAIN if "refuses SSL" in str(error) else _NOBODY, repr(error), **told)


def trust_of(address: ServerAddress) -> ssl.SSLContext:
    """Whom one believes: the authorities of this computer, or of the file and no other."""
    try:
        return ssl.create_default_context(cafile=address.ca_file or None)
    except OSError as error:
        raise StorageError(_NO_CA, str(error), name=address.ca_file) from error


def _session(patience: Patience) -> dict[str, str]:
    """What holds for all that is asked in one connection; times are milliseconds."""
    return {
        "search_path": SCHEMA,
        "statement_timeout": str(int(1000 * patience.statement_s)),
        "lock_timeout": str(int(1000 * patience.lock_s)),
        "idle_in_transaction_session_timeout": str(int(1000 * patience.answer_s)),
    }


def _refusal(error: DatabaseError, database: str = "") -> StorageError:
    """What the server answered as a sentence; what else it said may hold rows, and is dropped."""
    answer = error.args[0] if error.args and isinstance(error.args[0], dict) else {}
    code = str(answer.get("C", ""))
    log.warning("the server refused: %s %s", code, answer.get("M", error))
    return StorageError(_SENTENCES.get(code, _FAILED), f"{code} {answer.get('M', error)}", name=database)


class PostgresTables:
    """The tables of a region on a server, by one connection, which one thread uses at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection: Any = connection
        self._is_lost = False
        self._is_held = False
        self._cursors = count(1)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[SqlRow]:
        """All rows of a query."""
        return [tuple(row) for row in self._run(sql, values)]

    def batches(self, sql: str, values: Sequence[object], size: int) -> Iterator[list[SqlRow]]:
        """The rows of a long query, `size` at a time; the server holds them meanwhile."""
        name = f"batch_{next(self._cursors)}"
        self._run(f"DECLARE {name} NO SCROLL CURSOR WITH HOLD FOR {sql}", values)
        try:
            while batch := self.rows(f"FETCH {int(size)} FROM {name}"):
                yield batch
        finally:
            if not self._is_lost:
                self._run(f"CLOSE {name}")

    def change(self, steps: Iterable[tuple[str, Sequence[Sequence[object]]]]) -> None:
        """Statements, each with the values of every time that it is run; within one transaction."""
        with self._writing():
            for sql, values in steps:
                for joined, together in _joined(sql, values):
                    self._run(joined, together)

    @contextmanager
    def hold(self, reporter: Reporter) -> Iterator[None]:
        """One transaction in which nobody else changes the rows of a facility, which it adds or renames."""
        with self._writing():
            self._run(HOLD, (reporter.id, reporter.name, reporter.told_ms))  # locks its row in any case
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: kept when the block is left, or nothing of it; one inside belongs to the outer."""
        if self._is_held:
            yield
            return
        self._run("BEGIN")
        self._is_held = True
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            if not self._is_lost:
                self._run("ROLLBACK")
            raise
        finally:
            self._is_held = False

    def _run(self, sql: str, values: Sequence[object] = ()) -> list[Sequence[object]]:
        if self._is_lost:
            raise StorageError(_CUT, "lost before")
        try:
            if values:
                context = self._connection.execute_unnamed(_numbered(sql), values)
            else:
                context = self._connection.execute_simple(sql)
            return context.rows or []
        except DatabaseError as error:
            problem = _refusal(error)
        except (Error, OSError, ValueError) as error:
            self._lose()
            problem = StorageError(_CUT, repr(error))
        except BaseException:
            self._lose()  # in the middle of an answer: nobody knows any more what comes next
            raise
        raise problem  # by itself: what it came from would keep the socket

    def _lose(self) -> None:
        self._is_lost = True
        with suppress(Error, OSError, ValueError):
            self._connection.close()

    def close(self) -> None:
        """Let go of the server."""
        if not self._is_lost:
            self._lose()


def _numbered(sql: str) -> str:
    """The same statement with `$1`, `$2` … for each `?`; none of ours has one in a text."""
    first, *others = sql.split("?")
    return first + "".join(f"${number}{part}" for number, part in enumerate(others, start=1))


def _joined(sql: str, values: Sequence[Sequence[object]]) -> Iterator[tuple[str, list[object]]]:
    """Few statements that do the same as `sql` with each of `values`: each costs a way there and back."""
    if not values:
        return
    inserted, deleted = _INSERT.fullmatch(sql), _DELETE.fullmatch(sql)
    most = _MOST_VALUES // len(values[0]) if inserted else _MOST_DELETED if deleted else 1
    for start in range(0, len(values), most):
        part = values[start : start + most]
        yield _for_all(sql, inserted, deleted, len(part)), [value for row in part for value in row]


def _for_all(sql: str, inserted: re.Match[str] | None, deleted: re.Match[str] | None, times: int) -> str:
    if inserted:
        return inserted[1] + ", ".join([inserted[2]] * times)
    if deleted:
        columns = re.findall(r"(\w+) = \?", deleted[2])
        marks = f"({', '.join('?' * len(columns))})"
        return f"{deleted[1]}({', '.join(columns)}) IN ({', '.join([marks] * times)})"
    return sql
