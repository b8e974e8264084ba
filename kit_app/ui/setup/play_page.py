"""The third step, before the console: what is tried, what it says to do, and the start."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.domain.room import RoomLine
from kit_app.domain.screens import Display, free_displays, projector
from kit_app.errors import KitAppError, StorageError
from kit_app.game.commands import StartRun
from kit_app.i18n import Catalogue, joined
from kit_app.services.guiding import choose_guide, is_guided
from kit_app.services.preflight.asking import THIS, Computer
from kit_app.services.preflight.cards import CardReading, printed, read_card, said_of, tables
from kit_app.services.preflight.checks import Asked, checks
from kit_app.services.preflight.displays import Displays
from kit_app.services.preflight.finding import Finding, KitFinding, in_order
from kit_app.services.preflight_lines import TOPICS
from kit_app.services.runs import RunStage
from kit_app.services.services import Services
from kit_app.system.panels import Setting, open_folder, open_settings
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import Page
from kit_app.ui.common.told import Told
from kit_app.ui.displays import display_of, true_areas
from kit_app.ui.setup.finding_list import FindingList
from kit_app.ui.setup.play_foot import PlayFoot
from kit_app.ui.setup.play_side import WIDTH, PlaySide
from kit_app.ui.setup.trying import Trying

_BESIDE_FROM = 860
_SETTINGS: tuple[Setting, ...] = ("display", "sound", "power", "lock", "clock")
LISTEN_CUE = "start"


class Listening(Protocol):
    """Plays a cue by its name; whether it is heard."""

    def play(self, cue: str) -> bool: ...


class PlayPage(Page):
    """`console_asked(session, team, StartRun or None)`: team 0 for all; `printing_asked(session)`;
    `paper_asked(session)`: a game that was played on paper; `rehearsal_asked(session)`: to try it out."""

    console_asked = Signal(str, int, object)
    printing_asked = Signal(str)
    help_asked = Signal()
    paper_asked = Signal(str)
    rehearsal_asked = Signal(str)
    changed = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        services: Services,
        t: Catalogue,
        parent: QWidget | None = None,
        *,
        computer: Computer = THIS,
        sounds: Listening | None = None,
    ) -> None:
        super().__init__(t("Before you start"), "", parent)
        self._services = services
        self._t = t
        self._computer = computer
        self._sounds = sounds
        self._plan: SessionPlan | None = None
        self._card = CardReading()
        self._found: dict[str, Finding] = {}
        self._room: tuple[RoomLine, ...] = ()
        self._trying = Trying(t, services.clock.steady_ms, self)
        self._trying.told.connect(self._take)
        self._trying.ended.connect(self._end_trying)
        self.count = Label("", "quiet", self, wraps=False)
        self.count.setObjectName("play-count")
        self.again = KeyButton(t("Check again"), self, kind="quiet", size="small", key="F5")
        self.again.setObjectName("play-again")
        self.again.clicked.connect(self.check)
        self.on_paper = KeyButton(t("Played on paper…"), self, kind="quiet", size="small")
        self.on_paper.setObjectName("play-on-paper")
        self.on_paper.clicked.connect(self._ask_paper)
        self.rehearse = KeyButton(t("Rehearse…"), self, kind="quiet", size="small")
        self.rehearse.setObjectName("play-rehearse")
        self.rehearse.clicked.connect(self._ask_rehearsal)
        self.add_action(self.count)
        self.add_action(self.rehearse)
        self.add_action(self.on_paper)
        self.add_action(self.again)
        self.list = FindingList(t, self)
        self.list.chosen.connect(self._settle)
        self.list.card.read.connect(self._read_card)
        self.side = PlaySide(t, self)
        self.side.teams.changed.connect(self._change_team)
        self.side.display_chosen.connect(self._remember_display)
        self.side.round.ticked.connect(self._keep_ticks)
        self.side.guide_chosen.connect(self._choose_guide)
        self.play_foot = PlayFoot(t, self)
        self.play_foot.start.clicked.connect(lambda: self._start(()))
        self.play_foot.force.clicked.connect(self._force)
        self.play_foot.enter.clicked.connect(lambda: self._ask_console(None))
        self._lay_out()

    def _ask_paper(self) -> None:
        if self._plan is not None:
            self.paper_asked.emit(self._plan.id)

    def _ask_rehearsal(self) -> None:
        if self._plan is not None:
            self.rehearsal_asked.emit(self._plan.id)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self.side)
        self.add(self._columns, 1)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.play_foot)

    # What is shown

    def show_session(self, session_id: str) -> None:
        """A stored session. Raises KitAppError."""
        plan = self._services.sessions.get(session_id)
        if self._plan is None or plan.id != self._plan.id:
            self._found, self._room, self._card = {}, (), CardReading()
            self.list.card.say("", is_wrong=False)
        self._plan = plan
        self.side.teams.show_teams(plan.teams, self._services.runs.rows(session_id))
        self.side.who.setVisible(len(plan.teams) > 1)
        self.side.guide.setChecked(is_guided(self._services, session_id))
        self.check()
        self.again.setFocus()

    def reload(self) -> None:
        """The same session as it is now."""
        if self._plan is not None:
            self.show_session(self._plan.id)

    def check(self) -> None:
        """Try everything again; lines come as they are known."""
        if self._plan is None:
            return
        self._plan = self._services.sessions.get(self._plan.id)
        displays = self.displays()
        known = self._services.preferences.settings.projector
        self.side.show_displays(free_displays(displays, displays[0]), projector(displays, displays[0], known))
        asked = Asked(
            plan=self._plan,
            teams=self._teams(),
            displays=Displays(every=displays, known=known),
            card=self._card,
            can_listen=self._sounds is not None,
            computer=self._computer,
        )
        self.count.setText(self._t("Checking…"))
        self._trying.begin(checks(self._services, asked, self._t))
        self._show()

    @property
    def is_checking(self) -> bool:
        """Whether lines are still to come."""
        return self._trying.is_busy

    def displays(self) -> tuple[Display, ...]:
        """The displays, the one of this window first."""
        here = self.window().screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        areas = true_areas()
        return tuple(display_of(screen, areas) for screen in (here, *others))

    def _teams(self) -> tuple[int, ...]:
        """Who plays now."""
        return self.side.teams.playing()

    def _take(self, findings: tuple[Finding, ...]) -> None:
        for one in findings:
            self._found[one.ident] = one
            if isinstance(one, KitFinding):
                self._room = one.room
        self._show()

    def _end_trying(self, count: int, ms: int) -> None:
        seconds = max(1, round(ms / 1000))
        self.count.setText(self._t("{count} checks in {seconds} s", count=count, seconds=seconds))
        self._show()

    def _show(self) -> None:
        if self._plan is None:
            return
        t = self._t
        self.list.show_findings(self._found)
        self.side.round.show_lines(self._room, self._services.readiness.ticked(self._plan.id))
        self.play_foot.show_levels([one.level for one in self._found.values()])
        minutes = round(self._plan.duration_ms / 60_000)
        words = t.plural("Start the {n} minute", "Start the {n} minutes", minutes)
        if self._stage() == "under-way":
            words = t("Take the game up again")
        self.play_foot.show_start(words, self._reason())
        self.side.show_note(words)

    def _reason(self) -> str:
        """Why the start waits; empty when it does not."""
        if self._stage() == "under-way":
            return ""
        red = len(self._red())
        if red:
            return self._t.plural("First settle the red line.", "First settle the {n} red lines.", red)
        if set(self._found) != set(TOPICS):
            return self._t("Wait a moment: it is being checked.")
        return ""

    def _red(self) -> tuple[Finding, ...]:
        return tuple(one for one in in_order(tuple(self._found.values())) if one.level == "danger")

    def _stage(self) -> RunStage:
        """How far the one who plays now is; of several who play together, the one that is farthest."""
        if self._plan is None:
            return "none"
        stages = {self._services.runs.row(self._plan.id, team).stage for team in self._teams()}
        order: tuple[RunStage, ...] = ("under-way", "ended", "idle")
        return next((stage for stage in order if stage in stages), "none")

    # What a person does

    def _change_team(self) -> None:
        self._found = {one: found for one, found in self._found.items() if one not in ("cards", "printed")}
        self.check()

    def _read_card(self, typed: str) -> None:
        if self._plan is None:
            return
        plan, t = self._plan, self._t
        reading = read_card(typed, plan, self._services.sessions.foreign_codes(plan.id), t)
        said = said_of(reading, plan, t)
        self.list.card.say(said, is_wrong=bool(reading.refusal or reading.is_foreign))
        if reading.refusal:
            return
        self._card = reading
        if reading.team:
            self._keep(lambda: self._services.readiness.confirm(plan.id, reading.set_id))
            self.told.emit(Told(said))
            self._note_printed(reading.team)
        sets = self._services.readiness.sets(plan.id)
        self._take((tables(plan, self._teams(), sets, reading, t),))

    def _note_printed(self, team: int) -> None:
        """A card of the set was read, so the papers are there."""
        plan = self._plan
        if plan is None or team in plan.printed_teams:
            return
        self._keep(lambda: self.changed.emit(self._services.sessions.mark_printed(plan.id, team)))
        self._plan = self._services.sessions.get(plan.id)
        self._take((printed(self._plan, self._teams(), self._t),))

    def _keep_ticks(self, ticked: frozenset[str]) -> None:
        if self._plan is not None:
            session = self._plan.id
            self._keep(lambda: self._services.readiness.tick(session, ticked))

    def _choose_guide(self, is_on: bool) -> None:
        self._keep(lambda: choose_guide(self._services, is_on=is_on))

    def _remember_display(self, display: Display) -> None:
        settings = replace(self._services.preferences.settings, projector=display.identity)
        self._keep(lambda: self.changed.emit(self._services.preferences.save(settings)))

    def _keep(self, act: Callable[[], object]) -> None:
        try:
            act()
        except StorageError as error:
            self.told.emit(Told(self._t.of(error)))

    def _settle(self, action: str) -> None:
        """Do what the button of a line promises."""
        is_done = True
        setting = next((one for one in _SETTINGS if one == action), None)
        if action == "print" and self._plan is not None:
            self.printing_asked.emit(self._plan.id)
        elif action == "help":
            self.help_asked.emit()
        elif action == "listen":
            is_done = self._sounds is not None and self._sounds.play(LISTEN_CUE)
        elif action == "folder":
            is_done = open_folder(self._services.folder)
        elif setting is not None:
            is_done = open_settings(setting)
        if not is_done:
            self.told.emit(Told(self._t("The computer did not do that. Open it by hand, then check again.")))

    def _force(self) -> None:
        """Ask once, naming what is red; the journal keeps over what the game was started."""
        t, red = self._t, self._red()
        names = joined([one.topic for one in red], t.language)
        question = QuestionDialog(
            t("Start all the same?"),
            t("Not in order: {names}. The journal and the report will say so.", names=names),
            [
                Verb("start", t("Start all the same"), "danger-filled"),
                Verb("leave", t("Settle it first"), is_default=True),
            ],
            self,
        )
        if question.ask() == "start":
            self._start(tuple(one.ident for one in red))

    def _start(self, despite: tuple[str, ...]) -> None:
        is_under_way = self._stage() == "under-way"
        self._ask_console(None if is_under_way else StartRun(despite=despite))

    def _ask_console(self, start: StartRun | None) -> None:
        if self._plan is None:
            return
        team = self.side.teams.value()
        if self._stage() == "ended":
            chosen = self._ask_again(team)
            if not chosen:
                return
            start = start if chosen == "again" else None
        self.console_asked.emit(self._plan.id, team, start)

    def _ask_again(self, team: int) -> str:
        """A team that played: look at its last game, or play again. Empty: do nothing."""
        t = self._t
        question = QuestionDialog(
            t("This team has played already"),
            t("Playing again keeps the first game in the journal; the results show the last one."),
            [
                Verb("again", t("Play again")),
                Verb("look", t("Open the ended game")),
                Verb("leave", t("Leave it"), is_default=True),
            ],
            self,
        )
        chosen = question.ask()
        if chosen == "again" and self._plan is not None:
            try:
                self.changed.emit(self._services.runs.start_over(self._plan.id, team))
            except KitAppError as error:
                self.told.emit(Told(t.of(error)))
                return ""
        return chosen if chosen in ("again", "look") else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed or scanned anywhere on the page are a card's code."""
        card = self.list.card
        if card.isVisible() and event.text().isalnum() and not card.edit.hasFocus():
            card.edit.setFocus()
            card.edit.insert(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self.side.setMinimumWidth(WIDTH if is_wide else 0)
        self.side.setMaximumWidth(WIDTH if is_wide else 16_777_215)
