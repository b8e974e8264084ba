"""The first page: a game that stopped or the next session, the one played last, the sessions to come."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue, clock_time, joined, long_date
from kit_app.services.runs import RunRow
from kit_app.services.services import Services
from kit_app.services.sessions import SessionRow
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.when import (
    capitalised,
    local_moment,
    time_since,
    time_until,
    when_in_list,
    when_in_title,
)
from kit_app.ui.home.facility_offer import BANNER, FacilityOffer
from kit_app.ui.home.learning_row import LearningRow
from kit_app.ui.home.order import NIGHT_UNTIL, is_late, is_played, next_of
from kit_app.ui.home.played import Played
from kit_app.ui.home.tonight import NextSession, ReadyLine, Tonight

ALL = 0
_MOST_ROWS = 8
_HOUR_MS = 3_600_000
_STOPPED_FOR_MS = 12 * _HOUR_MS
"""A game that stopped longer ago no longer takes the place of the next session; its banner stays."""
_PLAYED_FOR_MS = 7 * 24 * _HOUR_MS
"""So long the session that was played last is offered for its debrief."""


class _Upcoming(ListTable):
    """A list in which Enter opens the row, also where Enter is the key of a button."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.chosen()
        ):
            event.accept()
            return True
        return super().event(event)


class HomePage(Page):
    """Asks for a session's console or one of its steps, for a new one, or for the list of all.

    `console_asked(session, team)`: into a game that stopped; `ALL` in place of a team for all of them.
    """

    console_asked = Signal(str, int)
    opened = Signal(str)
    printing_asked = Signal(str)
    playing_asked = Signal(str)
    debrief_asked = Signal(str)
    results_asked = Signal(str)
    new_asked = Signal()
    list_asked = Signal()
    again_asked = Signal()
    day_asked = Signal()
    training_asked = Signal()
    changed = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Hello"), "", parent)
        self._services = services
        self._t = t
        self._next: SessionRow | None = None
        self._played: SessionRow | None = None
        self._stopped: tuple[RunRow, ...] = ()
        self._seen: dict[str, int] = {}
        self._build_actions()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._build_full())
        words, act = t("No session yet. The first takes three minutes."), t("New session")
        self.empty = EmptyState("empty-sessions", words, act, self, key="Ctrl+N")
        self.empty.button.setObjectName("home-first")
        self.empty.asked.connect(self.new_asked)
        self._stack.addWidget(self.empty)
        self.add(self._stack, 1)
        self.learning = LearningRow(t, self)
        self.learning.asked.connect(self.training_asked)
        self.add(self.learning)
        for button in self.findChildren(KeyButton):  # else Enter would start the next session from there
            button.press_with_enter()
        self._offer = FacilityOffer(services.profile, t, self.banners)
        self.banners.chosen.connect(self._follow_banner)

    def _build_actions(self) -> None:
        t = self._t
        self.again = KeyButton(t("Like last time…"), self, icon="duplicate")
        self.again.setObjectName("home-again")
        self.again.clicked.connect(self.again_asked)
        self.day = KeyButton(t("Plan a day…"), self, icon="calendar")
        self.day.setObjectName("home-day")
        self.day.clicked.connect(self.day_asked)
        self.new = KeyButton(t("New session"), self, icon="plus", key="Ctrl+N")
        self.new.setObjectName("home-new")
        self.new.clicked.connect(self.new_asked)
        for button in (self.again, self.day, self.new):
            self.add_action(button)

    def _build_full(self) -> QWidget:
        t = self._t
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.tonight = Tonight(t, full)
        self.tonight.start_asked.connect(self._start)
        self.tonight.printing_asked.connect(lambda: self._ask(self.printing_asked))
        self.tonight.preparing_asked.connect(lambda: self._ask(self.opened))
        column.addWidget(self.tonight)
        self.played = Played(t, full)
        self.played.debrief_asked.connect(lambda: self._ask_of_played(self.debrief_asked))
        self.played.results_asked.connect(lambda: self._ask_of_played(self.results_asked))
        column.addWidget(self.played)
        panel = Panel(t("Sessions to come"), full, padding=1)
        panel.head.setContentsMargins(16, 12, 12, 0)
        panel.body.setContentsMargins(0, 0, 0, 8)
        every = KeyButton(t("All sessions"), panel, kind="quiet", size="small")
        every.setObjectName("home-all")
        every.set_trailing_icon("right")
        every.clicked.connect(self.list_asked)
        panel.add_to_head(every)
        self.table = _Upcoming([t("When"), t("Session"), t("Room"), t("Progress"), ""], panel, stretch=1)
        self.table.setAccessibleName(t("Sessions to come"))
        self.table.setObjectName("home-table")
        self.table.setMinimumHeight(180)
        self.table.set_giving_way([2, 4])
        self.table.opened.connect(self.opened)
        self.table.clicked.connect(lambda _index: self.opened.emit(self.table.chosen()))
        panel.add(self.table, 1)
        self.none = EmptyState("empty-sessions", t("No session is planned."), "", panel)
        panel.add(self.none, 1)
        column.addWidget(panel, 1)
        return full

    def reload(self) -> None:
        """Show everything as it is now."""
        now_ms = self._services.clock.wall_ms()
        now = local_moment(now_ms)
        today = now.date()
        self.set_title(self._t("Hello"), capitalised(long_date(today, self._t.language)))
        self._stopped = self._services.runs.interrupted()
        self._seen = self._seen_lately(now_ms)
        others = {*self._seen, *(run.session_id for run in self._stopped), *self._of_last_evening(now)}
        rows = self._services.sessions.near(others)
        self._next = self._interrupted_row(rows, now_ms) or next_of(rows, now)
        self._played = self._last_played(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        for button in (self.again, self.day, self.new):
            button.setVisible(bool(rows))
        self._show_next()
        self._show_played()
        self._show_coming(rows, now)
        self._show_stopped()
        self._offer.show(rows)

    def first_focus(self) -> None:
        """Where the keyboard starts: the primary action."""
        if self._stack.currentIndex() == 1:
            self.empty.button.setFocus()
        elif self._next is not None:
            self.tonight.start.setFocus()
        elif self._played is not None:
            self.played.debrief.setFocus()
        else:
            self.new.setFocus()

    def _show_next(self) -> None:
        row = self._next
        self.tonight.setVisible(row is not None)
        if row is not None:
            taken_up = self._to_take_up(row)
            self.tonight.show_session(
                self._stopped_in_words(row, taken_up) if taken_up else self._in_words(row)
            )

    def _show_played(self) -> None:
        row = self._played
        self.played.setVisible(row is not None)
        if row is not None:
            name = f"{row.name} · {row.facility}" if row.facility else row.name
            facts = (self._teams(row), self._t("It was played; now it can be talked over."))
            self.played.show_session(name, " · ".join(facts), is_first=self._next is None)

    def _show_coming(self, rows: Sequence[SessionRow], now: datetime) -> None:
        """The sessions that are still to be played, with any whose game stopped; without a date last."""
        stopped = {run.session_id for run in self._stopped}
        coming = [
            row for row in rows if row.id in stopped or (not is_played(row) and self._is_to_come(row, now))
        ]
        coming.sort(key=lambda row: (not row.date, not is_late(row, now)))
        self.table.set_rows([self._row(row, now.date()) for row in coming[:_MOST_ROWS]])
        self.table.setVisible(bool(coming))
        self.none.setVisible(not coming)

    def _of_last_evening(self, now: datetime) -> set[str]:
        """The sessions of yesterday while the night is not over: which of them are late, the rows say."""
        if now.hour >= NIGHT_UNTIL:
            return set()
        try:
            yesterday = self._services.days.on((now.date() - timedelta(days=1)).isoformat())
        except KitAppError:  # a kit that cannot be read is told where the session is opened
            return set()
        return {plan.id for plan in yesterday.plans}

    @staticmethod
    def _is_to_come(row: SessionRow, now: datetime) -> bool:
        return not row.date or row.date >= now.date().isoformat() or is_late(row, now)

    def _interrupted_row(self, rows: Sequence[SessionRow], now_ms: int) -> SessionRow | None:
        """The session whose game stopped last, while it can be meant: a game left open long ago is not."""
        if not self._stopped or now_ms - (self._stopped[0].last_seen_ms or 0) > _STOPPED_FOR_MS:
            return None
        return next((row for row in rows if row.id == self._stopped[0].session_id), None)

    def _seen_lately(self, now_ms: int) -> dict[str, int]:
        """When the sessions that were opened in the last days were seen, by their ids."""
        seen = self._services.runs.seen_ms()
        return {ident: at_ms for ident, at_ms in seen.items() if now_ms - at_ms < _PLAYED_FOR_MS}

    def _last_played(self, rows: Sequence[SessionRow]) -> SessionRow | None:
        """The session that was played last, for some days."""
        fresh = [row for row in rows if is_played(row) and row.id in self._seen]
        return max(fresh, key=lambda row: self._seen[row.id], default=None)

    def _to_take_up(self, row: SessionRow) -> list[RunRow]:
        return sorted((run for run in self._stopped if run.session_id == row.id), key=lambda run: run.team)

    def _teams(self, row: SessionRow) -> str:
        return self._t.plural(
            "{n} team ({sizes} players)",
            "{n} teams ({sizes} players)",
            len(row.sizes),
            sizes=" + ".join(map(str, row.sizes)),
        )

    def _stopped_in_words(self, row: SessionRow, runs: Sequence[RunRow]) -> NextSession:
        t = self._t
        labels = {team.number: team.label for team in self._services.sessions.get(row.id).teams}
        seen_ms = max(run.last_seen_ms or 0 for run in runs)
        facts = [row.facility, row.room, joined([labels[run.team] for run in runs], t.language)]
        return NextSession(
            when=capitalised(self._stopped_at(runs)),
            until=time_since(t, seen_ms, self._services.clock.wall_ms()),
            title=row.name,
            facts=" · ".join(fact for fact in facts if fact),
            ready=(),
            take_up=t.plural("Take it up again", "Take them up again", len(runs)),
        )

    def _stopped_at(self, runs: Sequence[RunRow]) -> str:
        seen = local_moment(max(run.last_seen_ms or 0 for run in runs))
        return self._t("stopped at {time}", time=clock_time(seen.time(), self._t.language))

    def _in_words(self, row: SessionRow) -> NextSession:
        t = self._t
        now = local_moment(self._services.clock.wall_ms())
        facts = [
            row.facility,
            row.room,
            self._teams(row),
            t.plural("{n} minute", "{n} minutes", row.duration_min),
            t.plural("set {sets}", "sets {sets}", len(row.set_ids), sets=joined(row.set_ids, t.language)),
        ]
        ready = self._ready(row)
        fields = {problem.field.partition(".")[0] for problem in row.lacks}
        return NextSession(
            when=when_in_title(t, row.date, row.time, now.date()),
            until=time_until(t, row.date, row.time, now),
            title=row.name,
            facts=" · ".join(fact for fact in facts if fact),
            ready=ready,
            lacks_print="teams" in fields,
            lacks_choices=bool(fields - {"teams"}),
        )

    def _ready(self, row: SessionRow) -> tuple[ReadyLine, ...]:
        t = self._t
        lacks = {problem.field: t(problem.message, **problem.values) for problem in row.lacks}
        lines = [ReadyLine(text=t("Session prepared"), is_ready=True)]
        for field, words in (("date", t("Date chosen")), ("room", t("Room chosen"))):
            lines.append(ReadyLine(text=lacks.get(field, words), is_ready=field not in lacks))
        for number, set_id in enumerate(row.set_ids, start=1):
            words = t("Team {number} printed ({set_id})", number=number, set_id=set_id)
            field = f"teams.{number}"
            lines.append(ReadyLine(text=lacks.get(field, words), is_ready=field not in lacks))
        lines.append(ReadyLine(text=t("Screen and room: to be checked on the spot"), is_ready=None))
        return tuple(lines)

    def _row(self, row: SessionRow, today: date) -> Row:
        t = self._t
        lacks = [t(problem.message, **problem.values) for problem in row.lacks]
        taken_up = self._to_take_up(row)
        if taken_up:
            state = Cell(text=self._stopped_at(taken_up), tag="warn")
        elif lacks:
            state = Cell(text=lacks[0], tag="info")
        else:
            state = Cell(text=t("ready"), tag="ok")
        return Row(
            ident=row.id,
            cells=(
                Cell(text=when_in_list(t, row.date, row.time, today), is_bold=True),
                Cell(text=row.name),
                Cell(text=row.room, is_quiet=True),
                state,
                Cell(icon="right"),
            ),
        )

    def _show_stopped(self) -> None:
        stopped = self._stopped
        if not stopped:
            self.banners.remove("stopped")
            return
        together = _of_same_session(stopped)
        words = self._stopped_words(stopped[0]) if len(together) == 1 else self._all_stopped_words(together)
        take_up = self._t.plural("Take it up again", "Take them up again", len(together))
        self.banners.show_banner("stopped", "warn", words, [("resume", take_up)])

    def _all_stopped_words(self, runs: Sequence[RunRow]) -> str:
        t = self._t
        plan = self._services.sessions.get(runs[0].session_id)
        labels = {team.number: team.label for team in plan.teams}
        seen_ms = max((run.last_seen_ms or 0) for run in runs)
        return t(
            "The games of {teams} ({session}) stopped at {time}, {since}.",
            teams=joined([labels[run.team] for run in runs], t.language),
            session=plan.name,
            time=clock_time(local_moment(seen_ms).time(), t.language),
            since=time_since(t, seen_ms, self._services.clock.wall_ms()),
        )

    def _stopped_words(self, run: RunRow) -> str:
        t = self._t
        plan = self._services.sessions.get(run.session_id)
        label = next((team.label for team in plan.teams if team.number == run.team), str(run.team))
        if run.last_seen_ms is None:
            return t("The game of {team} ({session}) is not over.", team=label, session=plan.name)
        now_ms = self._services.clock.wall_ms()
        moment = local_moment(run.last_seen_ms).time()
        return t(
            "The game of {team} ({session}) stopped at {time}, {since}.",
            team=label,
            session=plan.name,
            time=clock_time(moment, t.language),
            since=time_since(t, run.last_seen_ms, now_ms),
        )

    def _follow_banner(self, banner: str, action: str) -> None:
        if banner == "stopped" and self._stopped:
            self._ask_console(_of_same_session(self._stopped))
        elif banner == BANNER:
            try:
                self.changed.emit(self._offer.take(action))
            except KitAppError as error:
                self.banners.show_banner("again", "warn", self._t.of(error))

    def _ask_console(self, runs: Sequence[RunRow]) -> None:
        self.console_asked.emit(runs[0].session_id, runs[0].team if len(runs) == 1 else ALL)

    def _start(self) -> None:
        """Back into the game that stopped; before a game, to what is checked first."""
        if self._next is None:
            return
        taken_up = self._to_take_up(self._next)
        if taken_up:
            self._ask_console(taken_up)
        else:
            self.playing_asked.emit(self._next.id)

    def _ask_of_played(self, signal: SignalInstance) -> None:
        if self._played is not None:
            signal.emit(self._played.id)

    def _ask(self, signal: SignalInstance) -> None:
        if self._next is not None:
            signal.emit(self._next.id)


def _of_same_session(runs: Sequence[RunRow]) -> list[RunRow]:
    """The runs of the session seen last, in the order of the teams: they were led side by side."""
    return sorted((run for run in runs if run.session_id == runs[0].session_id), key=lambda run: run.team)
