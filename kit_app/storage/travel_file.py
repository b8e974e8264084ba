"""A session as one file that travels: its plan, its kit and its journals, each checked when it arrives."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, cast

from kit_app.domain.plan import SessionPlan
from kit_app.errors import StorageError
from kit_app.game.learning import Counts
from kit_app.i18n import N_
from kit_app.storage.codec import StoredEvent, encoded, event_from, event_kind
from kit_app.storage.counts_shape import check_counts
from kit_app.storage.journal import RunRecord
from kit_app.storage.sealed import UNREADABLE, check_sums, part_of
from kit_app.storage.shape import NewerShapeError, ShapeError, plain, reader

FORMAT = 2
"""Format 2 may hold the counts of questionnaires; a file without them is still written as format 1."""
SUFFIX = ".sante"
LARGEST_FILE = 60 * 1024 * 1024
MOST_ROWS = 200_000

_MANIFEST, _PLAN, _KIT, _RUNS = "manifest.json", "plan.json", "kit.zip", "runs.json"
_COUNTS = "counts.json"
_PARTS = (_PLAN, _KIT, _RUNS)
_EPOCH = (1980, 1, 1, 0, 0, 0)

_DAMAGED = N_(
    "This file is damaged or was changed on the way. Export the session again. Nothing was imported."
)
_FOREIGN = N_("This is not a session of this program. Choose a file that ends in .sante.")
_NEWER = N_("This file was written by a newer release of the program. Install that release to import it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelRun:
    """A run with its whole journal."""

    record: RunRecord
    events: tuple[StoredEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelFile:
    """A session with what belongs to it; `kit` is the snapshot of its kit.

    `counts` is what its questionnaires came to; the sheets themselves never travel.
    """

    plan: SessionPlan
    kit: bytes
    runs: tuple[TravelRun, ...]
    counts: Counts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    seq: int
    at_ms: int
    wall_ms: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manifest:
    format: int
    program: str
    sha256: dict[str, str]


def packed(content: TravelFile) -> bytes:
    """The bytes of the file; the same content always gives the same bytes."""
    runs = [
        {"record": plain(run.record), "events": [_plain_event(event) for event in run.events]}
        for run in content.runs
    ]
    parts = {
        _PLAN: encoded(content.plan).encode(),
        _KIT: content.kit,
        _RUNS: json.dumps(runs, ensure_ascii=False).encode(),
    }
    if content.counts is not None:
        parts[_COUNTS] = encoded(content.counts).encode()
    manifest = _Manifest(
        format=FORMAT if _COUNTS in parts else 1,
        program="sant-escape-kit",
        sha256={name: sha256(part).hexdigest() for name, part in parts.items()},
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in ((_MANIFEST, encoded(manifest).encode()), *parts.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, part)
    return target.getvalue()


def unpacked(content: bytes) -> TravelFile:
    """What the file holds, every value checked. Raises StorageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(archive)
        plan: SessionPlan = reader(SessionPlan)(json.loads(parts[_PLAN]))
        counts = _counts(parts[_COUNTS]) if _COUNTS in parts else None
        return TravelFile(plan=plan, kit=parts[_KIT], runs=_runs(json.loads(parts[_RUNS])), counts=counts)
    except NewerShapeError as error:
        raise StorageError(_NEWER, str(error)) from error
    except UNREADABLE as error:
        raise StorageError(_DAMAGED, f"{type(error).__name__}: {error}") from error


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    names = archive.namelist()
    if _MANIFEST not in names:
        raise StorageError(_FOREIGN, f"{names[:5]}")
    manifest_data = json.loads(part_of(archive, _MANIFEST, LARGEST_FILE))
    if isinstance(manifest_data, dict) and _is_newer(manifest_data.get("format")):
        raise StorageError(_NEWER, f"format {manifest_data['format']}")
    manifest: _Manifest = reader(_Manifest)(manifest_data)
    wanted = (*_PARTS, _COUNTS) if manifest.format > 1 else _PARTS
    if sorted(names) != sorted((_MANIFEST, *wanted)) or set(manifest.sha256) != set(wanted):
        raise ShapeError(f"other parts than the usual: {names[:10]}")
    parts = {name: part_of(archive, name, LARGEST_FILE) for name in wanted}
    check_sums(parts, manifest.sha256)
    return parts


def _is_newer(number: object) -> bool:
    return isinstance(number, int) and number > FORMAT


def _counts(part: bytes) -> Counts:
    """The counts in a part of the file, each number checked. Raises ValueError."""
    counts: Counts = reader(Counts)(json.loads(part))
    check_counts(counts)
    return counts


def _runs(data: object) -> tuple[TravelRun, ...]:
    if not isinstance(data, list):
        raise ShapeError("a list of runs wanted")
    return tuple(_run(item) for item in data)


def _run(data: object) -> TravelRun:
    if (
        not isinstance(data, dict)
        or set(data) != {"record", "events"}
        or not isinstance(data["events"], list)
    ):
        raise ShapeError("a run has a record and events")
    if len(data["events"]) > MOST_ROWS:
        raise ShapeError("too many events")
    record: RunRecord = reader(RunRecord)(data["record"])
    events = tuple(_event(item) for item in data["events"])
    last = 0
    for place, event in enumerate(events, start=1):
        if event.seq != place or event.at_ms < last:
            raise ShapeError(f"event {place} is out of order")
        last = event.at_ms
    return TravelRun(record=record, events=events)


def _plain_event(stored: StoredEvent) -> dict[str, Any]:
    return {
        **{"seq": stored.seq, "at_ms": stored.at_ms, "wall_ms": stored.wall_ms},
        **{"kind": event_kind(stored.event), "data": plain(stored.event)},
    }


def _event(data: object) -> StoredEvent:
    if not isinstance(data, dict) or "data" not in data:
        raise ShapeError("an event has data")
    rest = {key: value for key, value in data.items() if key != "data"}
    row = cast(_Row, reader(_Row)(rest))
    return StoredEvent(row.seq, row.at_ms, row.wall_ms, event_from(row.kind, data["data"]))
