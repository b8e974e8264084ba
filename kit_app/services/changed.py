"""What a writing service changed, so that pages know what to load again."""

from __future__ import annotations

from dataclasses import dataclass

from kit_app.domain.plan import SessionPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What is no longer as it was shown."""

    sessions: bool = False
    runs: bool = False
    results: bool = False
    settings: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A plan as it was stored, and what changed."""

    plan: SessionPlan
    changed: Changed
