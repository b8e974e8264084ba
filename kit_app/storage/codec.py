"""Events, plans and results as the JSON that is stored for ever; the way back is short, for long journals."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints
from zlib import crc32

from kit_app.domain.plan import SessionPlan
from kit_app.errors import StorageError
from kit_app.game.events import Event
from kit_app.i18n import N_
from kit_app.storage.shape import NewerShapeError, ShapeError, plain, reader
from kit_app.views.results import RunResult

Value = TypeVar("Value")

Row = tuple[int, int, int, str, str, int]
"""seq, at_ms, wall_ms, kind, data, checksum."""

_DAMAGED = N_("A journal is damaged and cannot be replayed. It was left as it is; begin the run anew.")

EVENT_KINDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Event)}


class StoredEvent(NamedTuple):
    """An event on disk: its place in the run (from 1), the run time and the wall time when it happened.

    A named tuple, for long journals: it is made twice as fast as a frozen dataclass.
    """

    seq: int
    at_ms: int
    wall_ms: int
    event: Event


def encoded(value: object) -> str:
    """`value` as one line of JSON."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def decoded(kind: type[Value], text: str) -> Value:
    """The `kind` that `text` holds. Raises StorageError."""
    try:
        read: Value = reader(cast(Hashable, kind))(json.loads(text))
    except NewerShapeError as error:
        raise newer(str(error)) from error
    except (ShapeError, ValueError) as error:
        raise unreadable(str(error)) from error
    return read


def plan_from(text: str) -> SessionPlan:
    """The plan that `encoded` wrote."""
    return decoded(SessionPlan, text)


def result_from(text: str) -> RunResult:
    """The result that `encoded` wrote."""
    return decoded(RunResult, text)


def event_kind(event: Event) -> str:
    """The name under which the event is stored."""
    return type(event).__name__


def event_from(kind: str, values: object) -> Event:
    """One event, every value checked: for files that came from elsewhere. Raises StorageError."""
    found = EVENT_KINDS.get(kind)
    if found is None:
        raise newer(f"event {kind}")
    try:
        event: Event = reader(found)(values)
    except NewerShapeError as error:
        raise newer(str(error)) from error
    except ShapeError as error:
        raise unreadable(str(error)) from error
    return event


def check_number(kind: str, data: str) -> int:
    """The part of a row's checksum that equal events share."""
    return crc32(f"{kind} {data}".encode())


def row_check(seq: int, at_ms: int, wall_ms: int, number: int) -> int:
    """The checksum of a row; `number` is its event's `check_number`."""
    return crc32(b"%d %d %d" % (seq, at_ms, wall_ms), number)


def events_from(rows: Sequence[Row]) -> list[StoredEvent]:
    """The events of the rows of a whole journal. Raises StorageError, also when a row is damaged or missing.

    Equal events are read once and shared, the JSON of all by one call, and the named tuples are made without
    their own constructor: a long journal is resumed faster so.
    """
    new = tuple.__new__
    known = _events_by_row(list({(row[3], row[4]): None for row in rows}))
    events = []
    for place, (seq, at_ms, wall_ms, kind, data, check) in enumerate(rows, start=1):
        event, number = known[kind, data]
        if seq != place or crc32(b"%d %d %d" % (seq, at_ms, wall_ms), number) != check:
            raise StorageError(_DAMAGED, f"event {place}")
        events.append(new(StoredEvent, (seq, at_ms, wall_ms, event)))
    return events


def _events_by_row(different: list[tuple[str, str]]) -> dict[tuple[str, str], tuple[Event, int]]:
    try:
        values = json.loads("[" + ",".join([data for _, data in different]) + "]")
        return {
            (kind, data): (_event(kind, found), check_number(kind, data))
            for (kind, data), found in zip(different, values, strict=True)
        }
    except (ValueError, TypeError) as error:
        raise unreadable(str(error)) from error


def _event(kind: str, values: dict[str, Any]) -> Event:
    shape = _SHAPES.get(kind)
    if shape is None:
        raise newer(f"event {kind}")
    if not shape.names.issuperset(values):
        raise newer(f"a field of {kind}: {sorted(values)}")
    for name in shape.tuples:
        if name in values:
            values[name] = tuple(values[name])
    event: Event = shape.kind(**values)
    return event


@dataclass(frozen=True, slots=True)
class _Shape:
    kind: type
    names: frozenset[str]
    tuples: tuple[str, ...]


def _shape(kind: type) -> _Shape:
    hints = get_type_hints(kind)
    return _Shape(
        kind,
        frozenset(field.name for field in fields(kind)),
        tuple(name for name, hint in hints.items() if get_origin(hint) is tuple),
    )


_SHAPES = {name: _shape(kind) for name, kind in EVENT_KINDS.items()}


def newer(detail: str) -> StorageError:
    """What is told about something that only a newer release can read."""
    return StorageError(
        N_("This was written by a newer release of the program. Install that release to open it."), detail
    )


def unreadable(detail: str) -> StorageError:
    """What is told about something stored that makes no sense any more."""
    return StorageError(
        N_("What is stored here cannot be read any more. It was left as it is; nothing was deleted."), detail
    )
