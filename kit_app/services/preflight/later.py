"""What may go wrong after the start: the same sentences as before it, and three that only time brings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue, duration
from kit_app.services.preflight import computer as lines
from kit_app.services.preflight.asking import Computer
from kit_app.services.preflight.finding import Finding
from kit_app.system.idle import IdlePolicy

CLOCK_JUMP_MS = 60_000
"""A wall clock that is off by less was only set a little better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one look at the computer found: by id, what is amiss now."""

    amiss: dict[str, Finding]
    is_mirroring: bool


def look(computer: Computer, folder: Path, t: Catalogue) -> Reading:
    """Look at the computer. May take seconds: not for the interface thread."""
    amiss: dict[str, Finding] = {}
    mains = lines.mains(computer, t)
    if mains.is_amiss:
        amiss["battery"] = mains
    full = lines.room_left(computer, folder, t)
    if full is not None:
        amiss["disk-full"] = full
    return Reading(amiss=amiss, is_mirroring=computer.is_mirroring())


def stricter_lock(
    computer: Computer, plan: SessionPlan, known: IdlePolicy, t: Catalogue
) -> tuple[Finding | None, IdlePolicy]:
    """The line about a lock that came, or comes sooner, since `known`; with the rules as they are now."""
    now = computer.idle()
    is_stricter = bool(now.lock_s) and (not known.lock_s or (now.lock_s or 0) < known.lock_s)
    return (lines.lock_of(now, computer, plan, t) if is_stricter else None), now


def awake_lost(t: Catalogue) -> Finding:
    """The system no longer holds sleep off."""
    return Finding(
        ident="sleep",
        topic=t("The computer is no longer kept awake"),
        level="warn",
        text=t("Press a key now and then, or it may fall asleep. It is asked again each second."),
    )


def clock_jumped(by_ms: int, t: Catalogue) -> Finding:
    """Somebody or something set the computer's clock."""
    return Finding(
        ident="clock",
        topic=t("The computer’s clock was set by {by}", by=duration(round(by_ms / 1000))),
        level="warn",
        text=t("The game’s own clock does not care; only the times of day in the journal change."),
    )
