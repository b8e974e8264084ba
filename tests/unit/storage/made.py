"""Stores with something in them."""

from pathlib import Path

from kit_app.domain.plan import DealtPuzzle, SessionPlan, TeamDeal, TeamPlan
from kit_app.game.events import NoteAdded
from kit_app.storage.codec import StoredEvent
from kit_app.storage.journal import RunRecord
from kit_app.storage.kits import KitSnapshot
from kit_app.storage.store import Store, open_store


def plan(session_id: str = "session", **changes) -> SessionPlan:
    values = {
        "id": session_id,
        "name": "Unités B et C",
        "facility": "Hôpital de Brévalon",
        "date": "2026-11-24",
        "time": "18:30",
        "room": "",
        "kit_id": "kit",
        "kit_digest": "digest",
        "variant": "45-full",
        "level": "standard",
        "language": "fr",
        "duration_min": 45,
        "extra_time": False,
        "teams": (TeamPlan(number=1, label="Les Indiscrets", size=5),),
        "hint_policy": "suggested",
        "hint_cost_min": 0,
        "clock_style": "clock",
        "seed": "0" * 32,
        "deals": (
            TeamDeal(
                number=1,
                seed="a" * 64,
                set_id="TXR9",
                puzzles=(DealtPuzzle(id="P1", attempt=0, answer="417", values={"room": "417"}),),
                codes={"P01-C1": "BCDFGH"},
            ),
        ),
    }
    return SessionPlan(**{**values, **changes})


def note(seq: int) -> StoredEvent:
    return StoredEvent(seq, seq * 1000, seq * 1000, NoteAdded(text=f"note {seq} · é"))


def notes(count: int) -> list[StoredEvent]:
    return [note(seq) for seq in range(1, count + 1)]


def filled_store(folder: Path, events: list[StoredEvent]) -> Store:
    """A store with one session and one run with these events."""
    store = open_store(folder, 0)
    store.kits.add(KitSnapshot(digest="digest", kit_id="kit", version="1", files=b"files"))
    store.sessions.save(plan(), 5)
    store.journal.add_run(RunRecord(id="run", session_id="session", team=1, created_ms=5))
    store.journal.append("run", events)
    return store
