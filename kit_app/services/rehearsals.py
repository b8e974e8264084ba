"""Rehearsals: the real console on a folder that goes away, a clock at any pace, and a made-up team.

Nothing of a rehearsal is ever in the data folder, so that nothing can count it, copy it or carry it away.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kit_app.clock.virtual import PacedClock
from kit_app.domain.plan import SessionPlan
from kit_app.errors import CommandRefused, KitAppError, StorageError
from kit_app.game.rehearsal.behaviours import BEHAVIOURS, BehaviourName
from kit_app.game.rehearsal.review import review
from kit_app.game.rehearsal.team import Act, Team
from kit_app.game.rehearsal.world import Casting, advance, opened, planned
from kit_app.game.setup import RunSetup
from kit_app.i18n import N_, Catalogue
from kit_app.services.room import Room
from kit_app.services.services import Services
from kit_app.storage.facility_files import FOLDER as FACILITIES
from kit_app.views.rehearsal import FaultKind, Moment, Review
from kit_app.views.results import RunResult

PACES = (1, 2, 5, 10, 20)
AWAY_MS = 90_000
"""What a laptop takes to start again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How to rehearse: who plays, what goes wrong, how fast time passes. The same seed plays the same."""

    behaviour: BehaviourName = "average"
    faults: frozenset[FaultKind] = frozenset()
    pace: int = 1
    seed: str = ""


class Rehearsal:
    """One rehearsal, from `begin` to `end`. `services` are those of its own folder."""

    def __init__(
        self,
        folder: tempfile.TemporaryDirectory[str],
        services: Services,
        clock: PacedClock,
        home: Services,
    ) -> None:
        self._folder = folder
        self._home = home
        self._real = home.clock
        self._clock = clock
        self.services = services
        self.session_id = ""
        self.team = 1
        self.moments: list[Moment] = []
        self._paces: list[tuple[int, int]] = []
        self._now = 0
        self._reset_since: int | None = None
        self._reset_ms: int | None = None
        self._setup: RunSetup
        self._casting: Casting

    def cast(self, plan: SessionPlan, team: int, wish: Wish) -> None:
        """Have this team of a stored session play as wished. Raises KitAppError."""
        self.session_id, self.team = plan.id, team
        self._setup = self.services.runs.setup(plan.id, team)
        seed = wish.seed or f"{plan.seed}/{self._real.wall_ms()}"
        player = Team(behaviour=BEHAVIOURS[wish.behaviour], seed=seed)
        self._casting = Casting(player, planned(wish.faults, self._setup.duration_ms, seed))
        self._world = opened(self._casting)
        self.set_pace(wish.pace)

    @property
    def pace(self) -> int:
        """How many times as fast as in the room time passes."""
        return self._clock.pace

    def set_pace(self, pace: int) -> None:
        """Let time pass at this speed from now on."""
        self._clock.set_pace(pace)
        self._paces.append((self._now, pace))

    @property
    def is_projector_out(self) -> bool:
        """Whether the players’ picture is said to be gone."""
        return self._world.is_projector_out

    def title(self, puzzle: str) -> str:
        """The name of a puzzle, as players read it."""
        return self._setup.puzzle(puzzle).title

    def step(self, room: Room) -> tuple[Act, ...]:
        """Let the team play on to this moment of the room; what it did, all of it stored."""
        state, now = room.conductor(self.team).state, room.now(self.team)
        self._now = now
        if state.phase in ("idle", "ended"):
            return ()
        self._world, acts = advance(self._casting, self._world, state, now, self.pace)
        for act in acts:
            self.moments.append(Moment(at_ms=now, kind=act.kind, puzzle=act.puzzle, text=act.text))
            for command in act.commands:
                with suppress(CommandRefused, StorageError):  # it tries again, as a team does
                    room.handle(command, self.team)
        return acts

    def restart(self) -> None:
        """The laptop was off for a while; its console is to be closed before, and opened after."""
        self._clock.skip(AWAY_MS)

    def begin_reset(self) -> None:
        """From now on the room is being put in order, by a clock that is never sped up."""
        if self._reset_since is None:
            self._reset_since = self._real.steady_ms()

    def end_reset(self) -> None:
        """The room is ready again."""
        if self._reset_since is not None:
            self._reset_ms = self._real.steady_ms() - self._reset_since

    def review(self) -> Review:
        """How the game was led so far."""
        journal = self.services.runs.journal(self.session_id, self.team)
        events = [(one.at_ms, one.event) for one in journal]
        return review(self._setup, events, self.moments, paces=self._paces, reset_ms=self._reset_ms)

    def result(self) -> RunResult | None:
        """The result of the run; None while it is not closed."""
        try:
            return self.services.results.of_run(self.session_id, self.team)
        except StorageError:
            return None

    def end(self) -> None:
        """Let go of the folder, and of all that was in it but what is the facilitator's own."""
        with suppress(StorageError):  # a rehearsal does not fail for it
            self._bring_home()
        self.services.close()
        self._folder.cleanup()

    def _bring_home(self) -> None:
        """That a game was led to its end counts as learnt; the guide stays as it was chosen here."""
        result = self.result()
        if result is not None and result.outcome != "stopped":
            self._home.training.note_rehearsal()
        kept, guide = self._home.preferences, self.services.preferences.settings.guide
        if guide != kept.settings.guide:
            kept.save(replace(kept.settings, guide=guide))


def begin(services: Services, session_id: str, team: int, wish: Wish, t: Catalogue) -> Rehearsal:
    """Rehearse with a session as it is stored, or with a usual one (empty). Raises KitAppError.

    `team` is the one whose set is played with; its answers and card codes are those that were printed.
    """
    clock = PacedClock(services.clock)
    try:
        folder = tempfile.TemporaryDirectory(prefix="sant-escape-rehearsal-", ignore_cleanup_errors=True)
    except OSError as error:
        raise StorageError(
            N_("A rehearsal needs a little room on the disk, and there is none. Make some, then try again."),
            str(error),
        ) from error
    try:
        there = Path(folder.name) / "data"
        _lend_profiles(services.folder, there)
        own = services.beside(there, clock)
    except (KitAppError, OSError) as error:
        folder.cleanup()
        if isinstance(error, KitAppError):
            raise
        raise StorageError(N_("The rehearsal could not begin: the disk refused."), str(error)) from error
    rehearsal = Rehearsal(folder, own, clock, services)
    try:
        own.preferences.save(services.preferences.settings)
        plan = _lent(services, own, session_id, team) if session_id else _usual(own, t)
        rehearsal.cast(plan, plan.teams[0].number, wish)
    except KitAppError:
        rehearsal.end()
        raise
    return rehearsal


def teams_of(services: Services, session_id: str) -> Iterator[tuple[int, str]]:
    """The teams that can be rehearsed with: number and label. Raises StorageError."""
    for team in services.sessions.get(session_id).teams:
        yield team.number, team.label


def _lend_profiles(here: Path, there: Path) -> None:
    if (here / FACILITIES).is_dir():
        shutil.copytree(here / FACILITIES, there / FACILITIES)


def _lent(services: Services, own: Services, session_id: str, team: int) -> SessionPlan:
    """A stored session with this team alone, dealt as it was printed."""
    plan = services.sessions.get(session_id)
    kit = services.library.kit_of(plan)
    own.library.add(services.library.snapshot(kit).files)
    number = team or plan.teams[0].number
    alone = replace(
        plan,
        teams=tuple(one for one in plan.teams if one.number == number),
        deals=tuple(one for one in plan.deals if one.number == number),
    )
    own.sessions.take_in(alone)
    return own.sessions.get(plan.id)


def _usual(own: Services, t: Catalogue) -> SessionPlan:
    draft = own.sessions.draft(language=t.language)
    return own.sessions.save(replace(draft, name=t(N_("Rehearsal")))).plan
