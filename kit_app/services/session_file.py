"""A session from a file that was written by hand."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.services.kits import Kits
from kit_app.services.library import BUNDLED
from kit_app.services.sessions import Sessions
from kit_app.storage.session_toml import EXAMPLE, WrittenSession, read_session

__all__ = ["EXAMPLE", "draft_from", "seed_from"]


def draft_from(sessions: Sessions, kits: Kits, path: Path, seed: str | None = None) -> SessionPlan:
    """A draft with the choices of the file at `path`; `seed` stands above the file's. Raises KitAppError."""
    written = read_session(path)
    kit = kits.kit(written.kit or BUNDLED)
    plan = _with_choices(sessions.draft(kit=kit), written, seed, sessions)
    return plan if plan.teams else replace(plan, teams=(Sessions.usual_team(1, plan.language, kit),))


def seed_from(text: str) -> str:
    """A session's seed from any text: 32 hexadecimal digits stay, anything else is hashed."""
    plain = text.strip().lower()
    if len(plain) == 32 and all(letter in "0123456789abcdef" for letter in plain):
        return plain
    return sha256(text.strip().encode()).hexdigest()[:32]


def _with_choices(
    draft: SessionPlan, written: WrittenSession, seed: str | None, sessions: Sessions
) -> SessionPlan:
    language = written.language or draft.language
    variant = written.variant or draft.variant
    teams = tuple(
        TeamPlan(number=number, label=team.label, size=team.size)
        for number, team in enumerate(written.teams, start=1)
    )
    wanted = seed or written.seed
    return replace(
        draft,
        name=written.name,
        facility=written.facility,
        date=written.date,
        time=written.time,
        room=written.room,
        audience=written.audience,
        service=written.service,
        left_out=written.left_out,
        taken_in=written.taken_in,
        variant=variant,
        sector=written.sector,
        level=written.level or draft.level,
        language=language,
        second_language=written.second_language,
        duration_min=written.duration_min or sessions.usual_minutes(draft.kit_digest, variant),
        extra_time=written.extra_time,
        hint_policy=written.hint_policy,
        hint_cost_min=written.hint_cost_min,
        hint_stock=written.hint_stock,
        hint_shown_s=written.hint_shown_s,
        own_clocks=written.own_clocks,
        clock_style=written.clock_style,
        seed=seed_from(wanted) if wanted else draft.seed,
        teams=teams,
    )
