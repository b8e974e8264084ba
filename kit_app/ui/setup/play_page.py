"""The third step, before the console: which team, which display for the players, and what is not ready."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.domain.screens import Display, free_displays, projector
from kit_app.errors import StorageError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag
from kit_app.ui.common.told import Told
from kit_app.ui.projector import display_of
from kit_app.ui.setup.finding_list import FindingList
from kit_app.ui.setup.findings import findings, name_of
from kit_app.ui.setup.team_choice import TeamChoice

_SIDE = 330
_BESIDE_FROM = 860


class PlayPage(Page):
    """`console_asked(session, team)`; `printing_asked(session)` when the cards are missing."""

    console_asked = Signal(str, int)
    printing_asked = Signal(str)
    changed = Signal(object)
    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Before you start"), "", parent)
        self._services = services
        self._t = t
        self._plan: SessionPlan | None = None
        self._free: tuple[Display, ...] = ()
        self.again = KeyButton(t("Check again"), self, kind="quiet", size="small", key="F5")
        self.again.setObjectName("play-again")
        self.again.clicked.connect(self.check)
        self.add_action(self.again)
        self.list = FindingList(t, self)
        self.list.chosen.connect(self._settle)
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._build_side())
        self.add(self._columns, 1)
        self._tags = [Tag("", "plain", self) for _level in range(3)]
        self._make_foot()

    def _build_side(self) -> QWidget:
        t = self._t
        side = Panel(t("Who plays, and where players look"), self)
        side.setFixedWidth(_SIDE)
        self.teams = TeamChoice(t, side)
        self.teams.changed.connect(self.check)
        side.add(self.teams)
        side.add(rule(side))
        self.display = ComboBox(side)
        self.display.setObjectName("play-screen")
        self.display.activated.connect(self._choose_screen)
        self._screen_field = Field(t("Display for the players"), self.display, "", side)
        side.add(self._screen_field)
        side.body.addStretch(1)
        side.add(rule(side))
        side.add(Label(t("On the screen from now on"), "bold", side))
        note = t("The waiting page. The clock starts only with the button of the console.")
        side.add(Label(note, "small", side))
        return side

    def _make_foot(self) -> None:
        foot = self.show_foot()
        for tag in self._tags:
            foot.add_left(tag)
        self.start = KeyButton(self._t("Open the console"), self, kind="primary", size="start", icon="play")
        self.start.set_key("Ctrl+Return", self._t("Ctrl+Enter"))
        self.start.setObjectName("play-console")
        self.start.clicked.connect(self._ask_console)
        foot.add(self.start)

    def show_session(self, session_id: str) -> None:
        """A stored session. Raises KitAppError."""
        self._plan = self._services.sessions.get(session_id)
        rows = self._services.runs.rows(session_id)
        self.teams.show_teams(self._plan.teams, rows)
        self._show_screens()
        self.check()
        self.start.setFocus()

    def reload(self) -> None:
        """The same session as it is now."""
        if self._plan is not None:
            self.show_session(self._plan.id)

    def displays(self) -> tuple[Display, ...]:
        """The displays, the one of this window first."""
        here = self.window().screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        return tuple(display_of(screen) for screen in (here, *others))

    def _show_screens(self) -> None:
        t = self._t
        displays = self.displays()
        self._free = free_displays(displays, displays[0])
        self.display.clear()
        for number, display in enumerate(self._free):
            self.display.add_choice(
                str(number), f"{name_of(display.identity)} ({display.width} × {display.height})"
            )
        if not self._free:
            self.display.add_choice("window", t("A window on this display"))
        self.display.setEnabled(len(self._free) > 1)
        chosen = projector(displays, displays[0], self._services.preferences.settings.projector)
        if chosen in self._free:
            self.display.set_value(str(self._free.index(chosen)))
        help_text = (
            t("The console stays on this display.") if self._free else t("Move it where players see it.")
        )
        self._screen_field.set_help(help_text)

    def check(self) -> None:
        """Try everything again."""
        if self._plan is None:
            return
        self._plan = self._services.sessions.get(self._plan.id)
        self._show_screens()
        found = findings(self._services, self._plan, self.teams.value(), self.displays(), self._t)
        self.list.show_findings(found)
        t = self._t
        levels = [one.level for one in found]
        bad, unsure, good = (levels.count(level) for level in ("danger", "warn", "ok"))
        self._tags[0].show_tag(t.plural("{n} to settle", "{n} to settle", bad), "danger")
        self._tags[1].show_tag(t.plural("{n} to confirm", "{n} to confirm", unsure), "warn")
        self._tags[2].show_tag(t.plural("{n} fine", "{n} fine", good), "ok")
        for tag, count in zip(self._tags, (bad, unsure, good), strict=True):
            tag.setVisible(count > 0)

    def _choose_screen(self) -> None:
        value = self.display.value()
        if not value.isdigit():
            return
        identity = self._free[int(value)].identity
        settings = replace(self._services.preferences.settings, projector=identity)
        try:
            self.changed.emit(self._services.preferences.save(settings))
        except StorageError as error:
            self.told.emit(Told(self._t.of(error)))

    def _settle(self, ident: str) -> None:
        if ident == "deck" and self._plan is not None:
            self.printing_asked.emit(self._plan.id)

    def _ask_console(self) -> None:
        if self._plan is None:
            return
        team = self.teams.value()
        if self._services.runs.row(self._plan.id, team).stage == "ended" and not self._begins_anew(team):
            return
        self.console_asked.emit(self._plan.id, team)

    def _begins_anew(self, team: int) -> bool:
        """A team that played: look at its last game, or play again. False: do nothing."""
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
            self.changed.emit(self._services.runs.start_over(self._plan.id, team))
        return chosen in ("again", "look")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
