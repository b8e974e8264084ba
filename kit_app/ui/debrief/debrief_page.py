"""The fourth step: the talk, led from the laptop. Slide, words, pace; what the room sees is projected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.errors import KitAppError
from kit_app.game.debrief_pace import pace_at
from kit_app.i18n import Catalogue
from kit_app.services.debriefing import debrief_of
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import Page
from kit_app.ui.common.tags import Tag
from kit_app.ui.debrief.handing_out import HandingOut
from kit_app.ui.debrief.pictures import SlidePictures
from kit_app.ui.debrief.projection import BANNER, Projection
from kit_app.ui.debrief.talk_desk import TalkDesk
from kit_app.ui.debrief.talk_keys import TalkKeys
from kit_app.views.slides import Debrief, Step

ALL_TEAMS = "0"
_TICK_MS = 500
_SECOND_MS = 1000


class DebriefPage(Page):
    """`show_session(id)`; `play_asked(id)` when nobody has played yet, `changed(Changed)` what was kept,
    `questionnaires_asked(id)`, `talk_ended()` when a person ends the talk, `after_asked(id, team)`: what is
    done once the game is over.

    The slide stays where it is when another page is looked at, and so does what is projected.
    """

    play_asked = Signal(str)
    questionnaires_asked = Signal(str)
    talk_ended = Signal()
    after_asked = Signal(str, int)
    changed = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Debrief"), "", parent)
        self._services = services
        self._t = t
        self._session_id = ""
        self._debrief: Debrief | None = None
        self._place = 0
        self._minutes = 0
        self._began_ms: int | None = None
        self.teams: SegmentedChoice | None = None
        self._pictures = SlidePictures()
        self._projection: Projection | None = None
        self._keys = TalkKeys(self)
        self._keys.moved.connect(lambda steps: self.go_to(self._place + steps))
        self._keys.jumped.connect(lambda number: self.go_to(number - 1))
        self._keys.black.connect(self._press_black)
        self._keys.typed.connect(self._show_typed)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.show_time)
        self.handing_out = HandingOut(t, self)
        self.handing_out.refused.connect(self._refuse)
        self._build_actions()
        self._build_body()
        self._build_foot()
        self.empty = EmptyState(
            "empty-results",
            t("Nobody has finished this game yet. The slides are made of what happens in it."),
            t("Go on to playing"),
            self,
        )
        self.empty.asked.connect(lambda: self.play_asked.emit(self._session_id))
        self.add(self.empty, 1)
        self.banners.chosen.connect(self._answer_banner)

    # What stands on the page

    def _build_actions(self) -> None:
        t = self._t
        self._team_row = QHBoxLayout()
        self.header_actions.add(self._team_row)
        self.state = Tag("", "plain", self)
        self.state.setObjectName("debrief-state")
        self.show_all = KeyButton(t("Show to all"), self, icon="screen")
        self.black = KeyButton(t("Black"), self, icon="eye-off")
        self.black.set_key("", "N")
        self.black.setCheckable(True)
        self.papers = KeyButton(t("Hand-out, PDF…"), self, icon="print")
        self.end = KeyButton(t("End the debrief"), self)
        self.questionnaires = KeyButton(t("Questionnaires"), self, icon="edit")
        self.after = KeyButton(t("After the game"), self, key="Ctrl+G")
        self.after.set_trailing_icon("down")
        self._actions = (self.state, self.show_all, self.black, self.end, self.after)
        for ident, button in (
            ("debrief-show", self.show_all), ("debrief-black", self.black),
            ("debrief-papers", self.papers), ("debrief-end", self.end), ("debrief-after", self.after),
        ):  # fmt: skip
            button.setObjectName(ident)
            button.clicked.connect(self._home)
        for part in (*self._actions, self.questionnaires):
            self.add_action(part)
        self.questionnaires.setObjectName("debrief-questionnaires")
        self.questionnaires.clicked.connect(lambda: self.questionnaires_asked.emit(self._session_id))
        self.show_all.clicked.connect(self._open_screen_menu)
        self.black.clicked.connect(self._toggle_black)
        self.papers.clicked.connect(lambda: self.handing_out.open_menu(self._debrief, self.papers))
        self.end.clicked.connect(self.end_debrief)
        self.end.clicked.connect(self.talk_ended)
        self.after.clicked.connect(self._ask_after)

    def _build_body(self) -> None:
        self.desk = TalkDesk(self._t, self)
        self.slide, self.following = self.desk.slide, self.desk.following
        self.say, self.lived, self.here = self.desk.say, self.desk.lived, self.desk.here
        self.pace = self.desk.pace
        self.slide.resized.connect(self._draw_current)
        self.following.view.resized.connect(self._draw_next)
        self.pace.chosen.connect(self._choose_minutes)
        self.add(self.desk, 1)

    def _build_foot(self) -> None:
        t = self._t
        self.foot.saved.hide()
        label = Label(t("Slide"), "label", self.foot, wraps=False)
        self.jump = ComboBox(self.foot)
        self.jump.setObjectName("debrief-jump")
        self.jump.setAccessibleName(t("Slide"))
        self.jump.activated.connect(self._jump_to_chosen)
        self.number = Label("", "help", self.foot, wraps=False)
        self.number.setObjectName("debrief-number")
        self.number.hide()  # empty, it would take a row of a narrow foot
        for shown in (label, self.jump, self.papers, self.number, self.handing_out.progress):
            self.foot.add_left(shown)
        self.back = KeyButton(t("Previous"), self, size="large", icon="left")
        self.back.set_key("", "←")
        self.next = KeyButton(t("Next"), self, kind="primary")
        self.next.set_key("", t("Space"))
        self.back.setObjectName("debrief-back")
        self.next.setObjectName("debrief-next")
        self.back.clicked.connect(self._home)
        self.back.clicked.connect(lambda: self.go_to(self._place - 1))
        self.next.clicked.connect(lambda: self.go_to(self._place + 1))
        for button in (self.back, self.next):
            self.foot.add(button)
        for part in (self.show_all, self.black, self.papers, self.end, self.after, self.back, self.next):
            part.installEventFilter(self)

    # Which talk

    def show_session(self, session_id: str) -> None:
        """The talk of a session; where it was left, when it is the same one. Raises KitAppError."""
        if session_id != self._session_id:
            self._place, self._minutes, self._began_ms = 0, 0, None
            self.end_projection()
        self._session_id = session_id
        found = self._services.results.of_session(session_id)
        self._show_teams([(str(one.team_number), one.team_label) for one in found])
        self.empty.setVisible(not found)
        self.desk.setVisible(bool(found))
        self.foot.setVisible(bool(found))
        for part in self._actions:
            part.setVisible(bool(found))
        self._debrief = None
        if found:
            self._load()
            self._home()
        else:
            self.set_title(self._t("Debrief"))

    def reload(self) -> None:
        """The same session as it is now."""
        if self._session_id:
            self.show_session(self._session_id)

    def project(self) -> None:
        """Show the slide to all; a session without a result shows nothing."""
        if self._debrief is not None:
            self._projected().begin()

    def end_projection(self) -> None:
        """Take the slides off the projector."""
        if self._projection is not None:
            self._projection.end()

    def end_debrief(self) -> None:
        """The talk is over: the projector is free, the next talk begins with the first slide."""
        self.end_projection()
        self._began_ms = None
        self.go_to(0, starts=False)

    @property
    def debrief(self) -> Debrief | None:
        """The talk shown."""
        return self._debrief

    @property
    def step(self) -> Step | None:
        """The slide shown with its words."""
        return self._debrief.steps[self._place] if self._debrief is not None else None

    @property
    def projection(self) -> Projection | None:
        """What shows the slides to the room; None before the first time."""
        return self._projection

    def _load(self) -> None:
        team = int(self.teams.value()) if self.teams is not None else 0
        before = self.step.slide.id if self.step is not None else ""
        self._debrief = debrief_of(
            self._services, self._session_id, self._t, team=team, minutes=self._minutes
        )
        self._pictures.forget()
        self.pace.show_minutes(self._debrief.minutes)
        self.set_title(self._t("Debrief"), f"{self._debrief.teams} · {self._debrief.outcome}")
        ids = [step.slide.id for step in self._debrief.steps]
        self._place = ids.index(before) if before in ids else min(self._place, len(ids) - 1)
        self.jump.clear()
        for step in self._debrief.steps:
            self.jump.add_choice(step.slide.id, f"{step.slide.number} · {step.slide.title}")
        self._show_step()

    def _show_teams(self, choices: list[tuple[str, str]]) -> None:
        before = self.teams.value() if self.teams is not None else ALL_TEAMS
        if self.teams is not None:
            self._team_row.removeWidget(self.teams)
            self.teams.hide()
            self.teams.deleteLater()
            self.teams = None
        if len(choices) < 2:
            return
        choices = [(ALL_TEAMS, self._t("All together")), *choices]
        self.teams = SegmentedChoice(choices, self, name=self._t("Team"))
        self.teams.setObjectName("debrief-team")
        self.teams.set_value(before if before in dict(choices) else ALL_TEAMS)
        self.teams.changed.connect(lambda _team: self._load())
        self._team_row.addWidget(self.teams)

    def _choose_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self._load()

    # Which slide

    def go_to(self, place: int, *, starts: bool = True) -> None:
        """Show a slide (from 0); leaving the first one starts the clock, as if its time were just over."""
        if self._debrief is None or not 0 <= place < len(self._debrief.steps):
            return
        if starts and self._began_ms is None and place != self._place:
            spent = self._debrief.steps[self._place].seconds * _SECOND_MS
            self._began_ms = self._services.clock.steady_ms() - round(spent)
        self._place = place
        self._show_step()

    def show_time(self) -> None:
        """Bring the clock of the talk up to date."""
        if self._debrief is None:
            return
        seconds = [step.seconds for step in self._debrief.steps]
        now = self._services.clock.steady_ms()
        elapsed = 0.0 if self._began_ms is None else (now - self._began_ms) / _SECOND_MS
        self.pace.show_pace(pace_at(seconds, self._place, elapsed), has_begun=self._began_ms is not None)

    def _show_step(self) -> None:
        debrief, step = self._debrief, self.step
        if debrief is None or step is None:
            return
        self._set_black(False)
        if self._projection is not None:
            self._projection.refresh()
        self.jump.set_value(step.slide.id)
        self.desk.show_step(step)
        after = debrief.steps[self._place + 1 :][:1]
        self.next.setText(self._t("Next: {title}", title=after[0].slide.title) if after else self._t("Next"))
        self.next.setEnabled(bool(after))
        self.back.setEnabled(self._place > 0)
        self._keys.forget()
        self.show_time()
        self._draw_current()
        self._draw_next()
        self._show_place()

    def _jump_to_chosen(self, _row: int) -> None:
        if self._debrief is not None:
            ids = [step.slide.id for step in self._debrief.steps]
            self.go_to(ids.index(self.jump.value()))
            self._home()

    def _home(self) -> None:
        """The focus goes back to the button that goes on, so that Space means the next slide."""
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    # Pictures

    def _draw_current(self) -> None:
        if self.step is not None and self.slide.isVisible():
            self.slide.show_image(
                *self._picture(self._place, self.slide.wanted.width(), self.slide.wanted.height())
            )

    def _draw_next(self) -> None:
        is_last = self._debrief is None or self._place + 1 >= len(self._debrief.steps)
        self.following.set_last(is_last)
        view = self.following.view
        if not is_last and view.isVisible():
            view.show_image(*self._picture(self._place + 1, view.wanted.width(), view.wanted.height()))

    def _picture(self, place: int, width: int, height: int) -> tuple[QImage, str]:
        if self._debrief is None:
            return QImage(), ""
        try:
            return self._pictures.of(self._debrief, place, width, height)
        except KitAppError as error:
            self._refuse(error)
            return QImage(), ""

    # The projector

    def _projected(self) -> Projection:
        if self._projection is None:
            self._projection = Projection(
                self._services, self._t, self.window(), lambda w, h: self._picture(self._place, w, h)
            )
            self._projection.moved.connect(self._show_place)
            self._projection.ended.connect(self._show_place)
            self._projection.changed.connect(self.changed)
        return self._projection

    def _show_place(self) -> None:
        projection = self._projected()
        self.state.show_tag(*projection.state())
        self.black.setEnabled(projection.is_on)
        self.show_all.setText(self._t("Screen…") if projection.is_on else self._t("Show to all"))
        projection.show_banner(self.banners)

    def _open_screen_menu(self) -> None:
        projection = self._projected()
        if not projection.is_on:
            projection.begin()
            return
        menu = projection.menu(self)
        menu.popup(self.show_all.mapToGlobal(self.show_all.rect().bottomLeft()))

    def _toggle_black(self) -> None:
        self._set_black(self.black.isChecked())

    def _set_black(self, is_black: bool) -> None:
        self.black.setChecked(is_black)
        if self._projection is not None:
            self._projection.set_black(is_black)

    def _answer_banner(self, ident: str, action: str) -> None:
        if ident == BANNER and self._projection is not None:
            self._projection.take(action)

    def _refuse(self, error: KitAppError) -> None:
        self.banners.show_banner("refused", "danger", self._t.of(error))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._debrief is None or not self._keys.take(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, N, digits and Enter mean the same on every button; Space presses the one with the focus."""
        if self._debrief is None or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_press = event.type() == QEvent.Type.KeyPress and event.key() != Qt.Key.Key_Space
        return is_press and self._keys.take(event)

    def _ask_after(self) -> None:
        """Of the team that is talked of, else of the first that has finished."""
        team = self.teams.value() if self.teams is not None else ALL_TEAMS
        found = [str(one.team_number) for one in self._services.results.of_session(self._session_id)]
        self.after_asked.emit(self._session_id, int(team if team in found else found[0]))

    def _press_black(self) -> None:
        if self.black.isEnabled():
            self.black.setChecked(not self.black.isChecked())
            self._toggle_black()

    def _show_typed(self, digits: str) -> None:
        self.number.setText(self._t("slide {n}: Enter", n=digits) if digits else "")
        self.number.setVisible(bool(digits))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._home()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
