"""Planned sessions: drafted, checked, dealt, stored with the kit they were planned with, and found again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from secrets import token_hex
from unicodedata import combining, normalize
from uuid import uuid4

from kit_app.clock.calendar import local_date
from kit_app.clock.clock import Clock
from kit_app.domain.deal import TeamTable, to_team_deal
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.errors import ProblemsError, StorageError
from kit_app.game.setup import OtherSet
from kit_app.i18n import N_
from kit_app.services import session_check
from kit_app.services.changed import Changed, Saved
from kit_app.services.library import Library
from kit_app.services.problem import Problem
from kit_app.services.stored_deals import (
    basis_of,
    deal_of,
    dealt_beside,
    dealt_tables,
    printed_of,
    refuse_other_deals,
    refuse_other_sizes,
    words_of,
)
from kit_app.storage.store import Store

DEFAULT_SIZE = 5
_NEAR = 100
"""So many sessions of a list are near in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session in a list. `sizes` are the teams' sizes; `lacks` says what is not ready yet."""

    id: str
    name: str
    facility: str
    date: str
    time: str
    room: str
    variant: str
    language: str
    duration_min: int
    sizes: tuple[int, ...]
    set_ids: tuple[str, ...]
    is_archived: bool
    played_teams: tuple[int, ...]
    lacks: tuple[Problem, ...]


class Sessions:
    """The sessions of one data folder."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        self._store = store
        self._library = library
        self._clock = clock

    def draft(
        self, *, facility: str = "", facility_id: str = "", language: str = "", kit: Kit | None = None
    ) -> SessionPlan:
        """A new session with the usual choices, not stored yet, of `kit` or the program’s own.

        Raises KitFileError.
        """
        kit = kit or self._library.bundled_kit()
        variant = kit.variants[0]
        return SessionPlan(
            id=str(uuid4()),
            name="",
            facility=facility,
            date="",
            time="",
            room="",
            kit_id=kit.id,
            kit_digest=kit.digest,
            variant=variant.id,
            level=self.usual_level(kit),
            language=language if language in kit.languages else kit.languages[0],
            duration_min=variant.minutes,
            extra_time=False,
            teams=(self.usual_team(1, language or kit.languages[0], kit),),
            hint_policy="suggested",
            hint_cost_min=0,
            clock_style="clock",
            seed=token_hex(16),
            sector=kit.sectors[0].id if kit.sectors else "",
            facility_id=facility_id,
        )

    def with_kit(self, plan: SessionPlan, kit: Kit) -> SessionPlan:
        """`plan` with another kit, or another version of its own; what that one has not becomes usual."""
        usual = self.draft(language=plan.language, kit=kit)
        variants = {one.id for one in kit.variants}
        sectors = {one.id for one in kit.sectors}
        is_same = kit.id == plan.kit_id and plan.variant in variants
        puzzles = {one.id for one in kit.puzzles} if is_same else set()
        second = plan.second_language
        return replace(
            plan,
            kit_id=kit.id,
            kit_digest=kit.digest,
            variant=plan.variant if is_same else usual.variant,
            duration_min=plan.duration_min if is_same else usual.duration_min,
            level=plan.level if plan.level in {one.id for one in kit.levels} else usual.level,
            sector=plan.sector if plan.sector in sectors else usual.sector,
            language=usual.language,
            second_language=second if second in kit.languages and second != usual.language else "",
            left_out=tuple(one for one in plan.left_out if one in puzzles),
            taken_in=tuple(one for one in plan.taken_in if one in puzzles),
            deals=(),
            printed_teams=(),
        )

    def has_begun(self, session_id: str) -> bool:
        """Whether anything was played of a session; its kit then stays what it is."""
        return self._is_played(session_id)

    def usual_minutes(self, kit_digest: str, variant_id: str) -> int:
        """How long the clock of a variant runs; of the first one when the kit has no such variant."""
        variants = self._library.kit(kit_digest).variants
        return next((one.minutes for one in variants if one.id == variant_id), variants[0].minutes)

    @staticmethod
    def usual_level(kit: Kit) -> str:
        """The level in the middle of the kit's."""
        return kit.levels[len(kit.levels) // 2].id

    @staticmethod
    def usual_team(number: int, language: str, kit: Kit) -> TeamPlan:
        """A team as it is proposed; its label is shown in the language of the materials."""
        least, most = kit.team_sizes
        word = "Team" if language == "en" else "Équipe"
        return TeamPlan(number=number, label=f"{word} {number}", size=max(least, min(most, DEFAULT_SIZE)))

    def problems(self, plan: SessionPlan) -> dict[str, Problem]:
        """What keeps `plan` from being saved, by field."""
        return session_check.problems(plan, self._library.kit(plan.kit_digest))

    def save(self, plan: SessionPlan) -> Saved:
        """Check, deal and store. Raises ProblemsError with the problems of the fields, or StorageError."""
        found = self.problems(plan)
        if found:
            raise ProblemsError(
                N_("Some choices have to be mended before the session can be kept."), tuple(found.values())
            )
        kit = self._library.kit_of(plan)
        old = self._store.sessions.get(plan.id)
        dealt = self._dealt(kit, plan, old)
        is_changed = old is not None and (dealt.deals, words_of(dealt)) != (old.deals, words_of(old))
        if old is not None and is_changed and self._is_played(plan.id):
            refuse_other_deals(old, dealt)
        if old is not None:
            refuse_other_sizes(old, plan, self.played_teams(plan.id))
        self._library.keep(kit)
        self._store.sessions.save(dealt, self._clock.wall_ms())
        return Saved(plan=dealt, changed=Changed(sessions=True))

    def take_in(self, plan: SessionPlan) -> Changed:
        """Store a plan of another folder as it is, its deals too; its kit is kept here already."""
        self._store.sessions.save(plan, self._clock.wall_ms())
        return Changed(sessions=True)

    def _dealt(self, kit: Kit, plan: SessionPlan, old: SessionPlan | None) -> SessionPlan:
        """`plan` with a deal for each team. A deal that holds stays, whatever today's release would deal."""
        known = old.deals if old is not None and basis_of(old) == basis_of(plan) else ()
        wanted = {team.number for team in plan.teams}
        kept = tuple(deal for deal in known if deal.number in wanted)
        if len(kept) == len(wanted):
            return replace(plan, deals=kept)
        tables = dealt_beside(kit, plan, kept)
        deals = tuple(to_team_deal(table) for table in tables)
        before = old.deals if old is not None else ()
        same_words = old is not None and printed_of(old) == printed_of(plan)
        printed = tuple(
            number
            for number in plan.printed_teams
            if same_words and deal_of(deals, number) == deal_of(before, number)
        )
        return replace(plan, deals=deals, printed_teams=printed)

    def tables(self, plan: SessionPlan, kit: Kit | None = None) -> tuple[TeamTable, ...]:
        """Everything that the teams of a session play with, in full. Raises KitAppError."""
        return dealt_tables(kit or self._library.kit_of(plan), plan)

    def _is_played(self, session_id: str) -> bool:
        return any(self._store.journal.kinds(run.id) for run in self._store.journal.runs(session_id))

    def played_teams(self, session_id: str) -> tuple[int, ...]:
        """The numbers of the teams whose last run was closed."""
        return self._store.stages.closed_teams((session_id,)).get(session_id, ())

    def list(self, *, archived: bool = False, first: int = 0, count: int = -1) -> tuple[SessionRow, ...]:
        """The sessions, the next one first; those without a date come after those to come.

        Of very many, `count` from the `first` one on.
        """
        return self._rows(
            self._store.sessions.listed(self._today(), archived=archived, first=first, count=count)
        )

    def search(self, text: str, *, archived: bool = False) -> tuple[str, ...]:
        """The ids of such a list whose name, facility, room or set ids hold every word of `text`.

        Capitals and accents do not matter.
        """
        wanted = _plain(text).split()
        words = self._store.sessions.words(archived=archived)
        found = {ident for ident, held in words.items() if all(word in _plain(held) for word in wanted)}
        return tuple(
            one for one in self._store.sessions.listed(self._today(), archived=archived) if one in found
        )

    def rows_of(self, session_ids: Sequence[str]) -> tuple[SessionRow, ...]:
        """Lines of the list, in the order of the ids; without those that are gone."""
        return self._rows(session_ids)

    def count(self, *, archived: bool = False) -> int:
        """How many sessions such a list has."""
        return self._store.sessions.count(archived=archived)

    def near(self, also: Collection[str] = ()) -> tuple[SessionRow, ...]:
        """What a start page needs of it: all that are to come, the last past one, and those in `also`."""
        open_ones = self._store.sessions.count(archived=False, from_day=self._today())
        ids = self._store.sessions.listed(self._today(), archived=False, count=open_ones + 1)
        rows = self._rows((*ids, *(one for one in sorted(also) if one not in ids)))
        return tuple(row for row in rows if not row.is_archived)

    def to_come(self) -> tuple[SessionPlan, ...]:
        """The plans that are not archived, without a date or of today and later."""
        open_ones = self._store.sessions.count(archived=False, from_day=self._today())
        ids = self._store.sessions.listed(self._today(), archived=False, count=open_ones)
        return self._store.sessions.plans_of(ids)

    def row(self, session_id: str) -> SessionRow | None:
        """One line of the list; None when there is no such session."""
        return next(iter(self._rows((session_id,))), None)

    def rooms(self) -> tuple[str, ...]:
        """The rooms of the sessions nearest in time, by name."""
        found = (" ".join(row.room.split()) for row in self.list(count=_NEAR))
        return tuple(sorted({room for room in found if room}))

    def _today(self) -> str:
        return local_date(self._clock.wall_ms()).isoformat()

    def _rows(self, ids: Sequence[str]) -> tuple[SessionRow, ...]:
        played = self._store.stages.closed_teams(ids)
        return tuple(_row(plan, played.get(plan.id, ())) for plan in self._store.sessions.plans_of(ids))

    def get(self, session_id: str) -> SessionPlan:
        """The session with this id. Raises StorageError when there is none."""
        plan = self._store.sessions.get(session_id)
        if plan is None:
            raise StorageError(N_("There is no session “{id}”."), id=session_id)
        return plan

    def find(self, beginning: str) -> SessionPlan:
        """The one session whose id begins so. Raises StorageError when there is none, or several."""
        ids = self._store.sessions.ids(beginning) if beginning else ()
        if len(ids) > 1 and beginning not in ids:
            raise StorageError(N_("Several sessions begin with “{id}”. Give more of it."), id=beginning)
        if not ids:
            raise StorageError(N_("There is no session “{id}”."), id=beginning)
        return self.get(beginning if beginning in ids else ids[0])

    def duplicate(self, session_id: str) -> Saved:
        """The same choices for another day: new seed, so other answers and other cards; no date."""
        return self.save(anew(self.get(session_id)))

    def archive(self, session_id: str, *, on: bool = True) -> Changed:
        """Take a session off the lists, or bring it back."""
        return self._edit(session_id, lambda plan: replace(plan, is_archived=on))

    def mark_printed(self, session_id: str, team: int) -> Changed:
        """Note that the deck of a team was printed."""
        return self._edit(
            session_id,
            lambda plan: replace(plan, printed_teams=tuple(sorted({*plan.printed_teams, team}))),
        )

    def _edit(self, session_id: str, edited: Callable[[SessionPlan], SessionPlan]) -> Changed:
        self._store.sessions.save(edited(self.get(session_id)), self._clock.wall_ms())
        return Changed(sessions=True)

    def delete(self, session_id: str) -> Changed:
        """Hide a session with its runs; `undelete` brings it back until the program starts again."""
        self.get(session_id)
        self._store.sessions.hide(session_id, self._clock.wall_ms())
        return Changed(sessions=True, runs=True, results=True)

    def undelete(self, session_id: str) -> Changed:
        """Bring a deleted session back."""
        self._store.sessions.hide(session_id, None)
        return Changed(sessions=True, runs=True, results=True)

    def purge(self) -> None:
        """Really delete what was deleted before, and kits that nobody uses any more."""
        self._store.sessions.purge()
        self._store.kits.forget_unused()

    def foreign_codes(self, session_id: str) -> dict[str, OtherSet]:
        """Every card code that may turn up in the room of this session, with its set.

        They are those of its own teams and of the sessions nearest in time; a card of a set long gone is told
        as one that is not known.
        """
        near = {one: None for archived in (False, True) for one in self._near(archived)}
        found = {}
        for one in self._store.sessions.sets(list(near | {session_id: None})):
            other = OtherSet(
                set_id=one.set_id,
                session_id=one.session_id,
                session_name=one.session_name,
                team_number=one.team,
                team_label=one.label,
            )
            found.update(dict.fromkeys(one.codes, other))
        return found

    def _near(self, archived: bool) -> tuple[str, ...]:
        return self._store.sessions.listed(self._today(), archived=archived, count=_NEAR)


def _plain(text: str) -> str:
    """Without capitals and accents."""
    parts = normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not combining(one))


def _row(plan: SessionPlan, played_teams: tuple[int, ...]) -> SessionRow:
    return SessionRow(
        id=plan.id,
        name=plan.name,
        facility=plan.facility,
        date=plan.date,
        time=plan.time,
        room=plan.room,
        variant=plan.variant,
        language=plan.language,
        duration_min=plan.duration_min,
        sizes=tuple(team.size for team in plan.teams),
        set_ids=tuple(deal.set_id for deal in plan.deals),
        is_archived=plan.is_archived,
        played_teams=played_teams,
        lacks=session_check.missing(plan),
    )


def anew(plan: SessionPlan) -> SessionPlan:
    """The same choices as another session, not stored yet: a new seed, no deals, no date."""
    return replace(
        plan,
        id=str(uuid4()),
        seed=token_hex(16),
        date="",
        time="",
        deals=(),
        printed_teams=(),
        is_archived=False,
    )
