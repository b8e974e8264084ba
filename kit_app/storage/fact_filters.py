"""The condition of SQL that a selection of runs is."""

from __future__ import annotations

from kit_app.views.facts import Selection

_CHOSEN = ("year", "facility", "audience", "service", "variant", "language")
_NOT_DELETED = "session_id NOT IN (SELECT id FROM sessions WHERE deleted_ms IS NOT NULL)"


def where(selection: Selection) -> tuple[str, tuple[object, ...]]:
    """The condition on `run_facts`, and its values."""
    chosen, values = where_total(selection)
    return f"{_NOT_DELETED}{'' if selection.with_trials else ' AND is_trial = 0'} AND {chosen}", values


def where_total(selection: Selection) -> tuple[str, tuple[object, ...]]:
    """The same for `totals`, which hold no trials."""
    chosen = {name: getattr(selection, name) for name in _CHOSEN if getattr(selection, name) is not None}
    return " AND ".join(f"{name} = ?" for name in chosen) or "true", tuple(chosen.values())
