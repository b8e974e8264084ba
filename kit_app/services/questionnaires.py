"""Questionnaires of a session: sheets kept one by one, paired, counted; then the sheets are deleted."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from kit_app.clock.clock import Clock
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.domain.questionnaire import HIGHEST_NUMBER, Moment, Question, QuestionWords, Sheet
from kit_app.errors import CommandRefused, KitAppError, StorageError
from kit_app.game.learning import Counts, counts_of, together
from kit_app.i18n import N_, curled
from kit_app.services.backups import Backups
from kit_app.services.changed import Changed
from kit_app.services.library import Library
from kit_app.services.sessions import Sessions
from kit_app.storage.answers import AnswerStore, forget_in_copy

log = logging.getLogger(__name__)

DAYS = 90
"""So long after the first sheet was typed in, the sheets of a session are deleted at the next start."""

_DAY_MS = 86_400_000
_CLOSED = N_("The sheets of this session were counted and deleted. No more can be added.")
_OLD = N_(
    "The questionnaires of {sessions} were counted and their sheets deleted: they were {days} days old."
)
_TWICE = N_("Sheet {number} was typed in already. Change the number, or mend that sheet.")
_RANGE = N_("Numbers lie between 1 and {highest}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An item as players read it."""

    question: Question
    words: QuestionWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """The questionnaire of a session and what was typed in of it.

    `opinions` are sentences by id, `themes` the names that the kit itself gives to its themes.
    `days_left`: until the sheets are deleted; None without any sheet. After the closing there are no
    `sheets`, and `counts` stays.
    """

    session_id: str
    asked: tuple[Asked, ...]
    opinions: Mapping[str, str]
    sheets: tuple[Sheet, ...]
    counts: Counts
    is_closed: bool
    days_left: int | None = None
    themes: Mapping[str, str] = field(default_factory=dict)

    def of(self, moment: Moment) -> tuple[Sheet, ...]:
        """The sheets of a moment, by their numbers."""
        return tuple(one for one in self.sheets if one.moment == moment)


class Questionnaires:
    """The questionnaires of one data folder."""

    def __init__(
        self, answers: AnswerStore, library: Library, sessions: Sessions, backups: Backups, clock: Clock
    ) -> None:
        self._answers = answers
        self._library = library
        self._sessions = sessions
        self._backups = backups
        self._clock = clock

    def of_session(self, session_id: str, language: str = "") -> Questionnaire:
        """What is asked, in `language` or (where the kit lacks it) the session's, and what was answered."""
        plan = self._sessions.get(session_id)
        kit = self._kit(plan)
        spoken = language if language in kit.languages else plan.language
        words = kit.reference_words.get(spoken, {})
        pairing = self._answers.pairing(session_id)
        sheets = self._answers.sheets(session_id)
        is_closed = pairing is not None and pairing.closed_ms is not None
        days_left = None
        if pairing is not None and not is_closed:
            days_left = max(0, DAYS - (self._clock.wall_ms() - pairing.opened_ms) // _DAY_MS)
        return Questionnaire(
            session_id=session_id,
            asked=tuple(
                Asked(question=one, words=_on_screen(words.get("questionnaire", {})[one.id]))
                for one in kit.questionnaire
            ),
            opinions={one.id: curled(words.get("opinions", {})[one.id]) for one in kit.opinions},
            sheets=sheets,
            counts=self._answers.counts([session_id]) if is_closed else _counted(kit, sheets),
            is_closed=is_closed,
            days_left=days_left,
            themes={one: curled(name) for one, name in kit.words[spoken].themes.items()},
        )

    def keep(self, session_id: str, sheet: Sheet, *, instead_of: int | None = None) -> Sheet:
        """Store a sheet, perhaps in the place of one of the same moment; with number 0 it never pairs.

        Returns it as stored. Raises CommandRefused when the number has another sheet, or after the closing.
        """
        self._require_open(session_id)
        taken = {one.number for one in self._answers.sheets(session_id) if one.moment == sheet.moment}
        taken.discard(instead_of if instead_of is not None else 0)
        if sheet.number > HIGHEST_NUMBER:
            raise CommandRefused(_RANGE, highest=HIGHEST_NUMBER)
        if sheet.number in taken:
            raise CommandRefused(_TWICE, number=sheet.number)
        kept = sheet
        if sheet.number <= 0 and sheet.number != instead_of:
            kept = replace(sheet, number=min((0, *taken)) - 1)
        self._answers.put(session_id, kept, self._clock.wall_ms(), instead_of=instead_of)
        return kept

    def remove(self, session_id: str, moment: Moment, number: int) -> None:
        """Forget a sheet that was typed in by mistake."""
        self._require_open(session_id)
        self._answers.remove(session_id, moment, number)

    def close(self, session_id: str) -> Changed:
        """Count the sheets of a session and delete them, here and in every copy."""
        self._require_open(session_id)
        self._close((session_id,))
        return Changed(results=True)

    def close_old(self) -> tuple[KitAppError, ...]:
        """Close every session whose first sheet was typed in so many days ago; a sentence that tells it."""
        old = self._answers.open_sessions(self._clock.wall_ms() - DAYS * _DAY_MS)
        if not old:
            return ()
        try:
            self._close(old)
        except StorageError as error:  # the program starts all the same, and tries again the next time
            return (error,)
        return (KitAppError(_OLD, sessions=", ".join(map(self._name_of, old)), days=DAYS),)

    def counts(self, session_ids: Collection[str]) -> Counts:
        """The counts of several sessions as one, open ones too, for statistics, which mask what they show."""
        wanted = set(session_ids)
        running = [one for one in self._answers.open_sessions() if one in wanted]
        found = [self._answers.counts(wanted - set(running))]
        return together((*found, *(self._counts_now(one) for one in running)))

    def kept_counts(self, session_id: str) -> Counts | None:
        """What a file that travels takes along: counts, never sheets; None when there is nothing."""
        pairing = self._answers.pairing(session_id)
        if pairing is None:
            return None
        if pairing.closed_ms is None:
            return self._counts_now(session_id)
        return self._answers.counts([session_id])

    def take_in(self, session_id: str, counts: Counts) -> bool:
        """Keep counts that came in a file, unless as many sheets are counted here. Tells whether it did."""
        here = self.kept_counts(session_id)
        if here is not None and _size(here) >= _size(counts):
            return False
        if session_id in self._answers.open_sessions():
            return False
        self._answers.put_counts(session_id, counts, self._clock.wall_ms())
        return True

    def _close(self, session_ids: Collection[str]) -> None:
        """Copies first: should that be interrupted, the sheets here are still known to be there."""
        kept = set(self._answers.open_sessions()) - set(session_ids)
        opened = [pairing.opened_ms for one in session_ids if (pairing := self._answers.pairing(one))]
        self._backups.change_all(lambda copy: forget_in_copy(copy, kept), min(opened, default=0) - _DAY_MS)
        for aside in self._answers.path.parent.glob("*.sqlite3"):
            if aside != self._answers.path:
                forget_in_copy(aside, kept)
        for session_id in session_ids:
            self._answers.close(session_id, self._counts_now(session_id), self._clock.wall_ms())

    def _counts_now(self, session_id: str) -> Counts:
        """The counts of the sheets that are here; nothing when their kit cannot be read any more."""
        try:
            kit = self._kit(self._sessions.get(session_id))
        except KitAppError as error:
            log.warning("sheets that cannot be counted: %s", error.detail)
            return Counts()
        return _counted(kit, self._answers.sheets(session_id))

    def _name_of(self, session_id: str) -> str:
        try:
            return self._sessions.get(session_id).name
        except KitAppError:  # its plan is damaged, which is told elsewhere
            return session_id

    def _kit(self, plan: SessionPlan) -> Kit:
        return self._library.kit_of(plan).in_choice(plan.variant, plan.sector)

    def _require_open(self, session_id: str) -> None:
        pairing = self._answers.pairing(session_id)
        if pairing is not None and pairing.closed_ms is not None:
            raise CommandRefused(_CLOSED)


def _counted(kit: Kit, sheets: tuple[Sheet, ...]) -> Counts:
    return counts_of(sheets, kit.questionnaire, kit.opinions)


def _size(counts: Counts) -> int:
    return sum(counts.sheets(moment) for moment in ("before", "after", "month"))


def _on_screen(words: QuestionWords) -> QuestionWords:
    return QuestionWords(ask=curled(words.ask), a=curled(words.a), b=curled(words.b), c=curled(words.c))
