"""Joins the room of a session, the console and the player screen. It holds no rule of the game."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kit_app.domain.settings import ScreenIdentity
from kit_app.errors import CommandRefused, KitAppError, StorageError
from kit_app.game.commands import Command, EndRun, GoUnsaved, PauseRun, ResumeRun, SettleGap
from kit_app.game.events import RunStarted
from kit_app.i18n import Catalogue
from kit_app.services.changed import Changed
from kit_app.services.conductor import Conductor, Screens
from kit_app.services.player_look import player_colours
from kit_app.services.room import Room
from kit_app.services.services import Services
from kit_app.system.sleep import KeepAwake
from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.console.questions import leave_question, stop_question
from kit_app.ui.console.window import EMERGENCY, ConsoleWindow
from kit_app.ui.keeping import GAP, TROUBLE, Keeping
from kit_app.ui.player.window import PlayerWindow
from kit_app.ui.projector import Projector
from kit_app.ui.screen_choice import ScreenChoice
from kit_app.views.player import Panel

TICK_MS = 100


def ask_folder(parent: QWidget) -> Path | None:
    """A folder on another disk, by the system's dialog."""
    name = QFileDialog.getExistingDirectory(parent)
    return Path(name) if name else None


class LiveRun(QObject):
    """The runs of a session's teams, from opening the console to leaving it.

    With a `team` its run is led alone, and that of the next one after it; without, all teams that have not
    finished are led side by side. `conductor` is the run of the team that the console speaks of.

    `closed(str)` tells the session when the console was left. `changed(Changed)` tells what was stored.
    """

    closed = Signal(str)
    changed = Signal(object)

    def __init__(
        self,
        services: Services,
        session_id: str,
        team: int | None,
        t: Catalogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session_id = session_id
        self._teams = () if team is None else (team,)
        self._t = t
        self.ask_folder: Callable[[QWidget], Path | None] = ask_folder
        self.room: Room
        self.team = 0
        self._screens: tuple[Screens, ...] = ()
        self._shown: object = None
        self._over: int | None = None
        self._preview = ""
        self._is_closed = False
        self.question: QuestionDialog | None = None
        self.miniature = PlayerWindow()
        self.console = ConsoleWindow(t, self.miniature)
        settings = services.preferences.settings
        self.player = PlayerWindow(reduce_motion=settings.reduce_motion)
        for screen in (self.miniature, self.player):
            screen.set_logo(services.profile.facility.logo)
            screen.set_colours(player_colours(settings.player_look, services.profile.facility))
        self.projector = Projector(self.player, self.console, settings.projector)
        self.screen_choice = ScreenChoice(t, self.projector, self.console)
        self.keeping = Keeping(t, self.console)
        self._awake = KeepAwake()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._connect()

    def _connect(self) -> None:
        console, page = self.console, self.console.page
        console.asked.connect(self.ask)
        console.stop_asked.connect(self._stop)
        console.banner_chosen.connect(self._answer_banner)
        page.leave_asked.connect(self.leave)
        page.next_asked.connect(self._go_to_next_team)
        page.previewed.connect(self._show_preview)
        page.screen_menu_asked.connect(self._open_screen_menu)
        page.emergency.connect(self._emergency)
        self.projector.moved.connect(self._show_place)
        self.projector.chosen.connect(self._remember)

    def start(self) -> None:
        """Open the run and show the windows. Raises KitAppError; then nothing was shown."""
        self._open(self._teams)
        parent = self.parent()
        if isinstance(parent, QWidget):
            self.console.setScreen(parent.window().screen())
            self.console.move(parent.window().screen().availableGeometry().topLeft())
        self.console.showMaximized()
        self._awake.start()
        self.projector.begin()
        self._show_place()
        self.console.activateWindow()
        self._timer.start()

    def close(self) -> None:
        """End both windows without asking; the run can be taken up again."""
        if self._is_closed:
            return
        self._is_closed = True
        self._timer.stop()
        self._awake.stop()
        self.room.close()
        self.player.close_for_good()
        self.console.close_for_good()
        self.player.deleteLater()
        self.console.deleteLater()

    def leave(self) -> None:
        """The facilitator leaves the console."""
        self.close()
        self.closed.emit(self._session_id)

    @property
    def conductor(self) -> Conductor:
        """The run of the team that the console speaks of."""
        return self.room.conductor(self.team)

    @property
    def screens(self) -> Screens:
        """What both screens showed last of that team."""
        return next(one for one in self._screens if one.console.team_number == self.team)

    def tick(self) -> None:
        """A tenth of a second has passed."""
        screens = self.room.tick()
        if screens is not None:
            self._show(screens)
        self.keeping.show(self.room)

    def ask(self, command: Command) -> None:
        """Do what the console asks of its team; what is refused is said where it was asked."""
        self.ask_of(command, self.team)

    def ask_of(self, command: Command, team: int | None) -> None:
        """The same for one team, or for all."""
        try:
            screens = self.room.handle(command, team)
        except CommandRefused as refused:
            self.console.page.show_refusal(command, self._t.of(refused))
            return
        except StorageError:
            self._show(self.room.screens())
            self.keeping.show(self.room)
            return
        self.console.page.show_done(command)
        self._show(screens)

    def _open(self, teams: Sequence[int]) -> None:
        """Open the runs of teams. Raises KitAppError."""
        self.room = self._services.runs.open(self._session_id, *teams)
        self.keeping.forget()
        self._speak_of(self.room.conductors[0].team)
        self.keeping.show(self.room)

    def _speak_of(self, team: int) -> None:
        """Show the page of a team."""
        self.team = team
        self._shown = None
        setup = self.conductor.setup
        opening = next((scene.id for scene in setup.scenes if scene.moment == "before-start"), "")
        following = self._next_team()
        self.console.page.show_run(self._variant(), opening, following[1] if following else "")
        self._show(self.room.screens())

    def _variant(self) -> str:
        setup = self.conductor.setup
        kit = self._services.library.kit_of(self._services.sessions.get(self._session_id))
        words = kit.words.get(self._t.language) or kit.words[setup.language]
        return words.variants.get(setup.variant, setup.variant)

    def _next_team(self) -> tuple[int, str] | None:
        """The number and the label of the team that plays next, if one is left."""
        plan = self._services.sessions.get(self._session_id)
        labels = {team.number: team.label for team in plan.teams}
        rows = self._services.runs.rows(self._session_id)
        here = {conductor.team for conductor in self.room.conductors}
        left = [row.team for row in rows if row.stage != "ended" and row.team not in here]
        following = [number for number in left if number > self.team] or left
        return (following[0], labels[following[0]]) if following else None

    def _show(self, screens: tuple[Screens, ...]) -> None:
        """Hand the views to their windows, unless they would read the same as before."""
        self._screens = screens
        shown = tuple(self._reading(one) for one in screens)
        if shown == self._shown:
            return
        over, self._over = self._over, sum(one.console.phase == "ended" for one in screens)
        self._shown = shown
        one = self.screens
        self.console.page.show_start(self._started_wall_ms())
        self.keeping.show(self.room)
        self.console.show_view(one.console)
        self.player.show_view(one.player)
        self._show_miniature()
        self._show_gap()
        if all(each.console.phase != "paused" for each in screens):
            self.console.show_emergency(is_on=False)
        if over is not None and self._over > over:
            self.changed.emit(Changed(runs=True, results=True))

    def _reading(self, screens: Screens) -> tuple[object, ...]:
        """What changes when a screen would read otherwise."""
        console = screens.console
        return (
            -(-console.remaining_ms // 1000),
            console.played_ms // 1000,
            console.log[-1].seq if console.log else 0,
            replace(screens.player, remaining_ms=0),
        )

    def _started_wall_ms(self) -> int | None:
        history = self.conductor.history
        return next((one.wall_ms for one in history if isinstance(one.event, RunStarted)), None)

    def _show_gap(self) -> None:
        """One question for the room, told by the team that was away longest."""
        gaps = {one.console.team_number: one.console.gap_ms or 0 for one in self._screens}
        team = max(gaps, key=lambda number: gaps[number])
        self.keeping.show_gap(self.room.conductor(team), gaps[team] or None)

    def _show_miniature(self) -> None:
        view = self.screens.player
        if self._preview:
            heading = self.conductor.setup.words.message_heading
            panel = Panel(kind="message", heading=heading, path=None, text=self._preview)
            view = replace(view, panel=panel, is_blacked_out=False)
        self.miniature.show_view(view)

    def _show_preview(self, text: str) -> None:
        self._preview = text.strip()
        self._show_miniature()
        self._show_place()

    def _show_place(self) -> None:
        """Say where the player screen is, and in a banner when players see nothing."""
        self.screen_choice.show_banner(self.console.banners)
        if self._preview:
            self.console.now.show_screen_state(self._t("Preview"), "marker")
        else:
            self.screen_choice.show_state(self.console.now)

    def _remember(self, identity: ScreenIdentity) -> None:
        preferences = self._services.preferences
        if preferences.settings.projector == identity:
            return
        try:
            self.changed.emit(preferences.save(replace(preferences.settings, projector=identity)))
        except StorageError:
            self.keeping.show(self.room)

    def _open_screen_menu(self) -> None:
        menu: QMenu = self.screen_choice.menu()
        button = self.console.now.screen_menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _answer_banner(self, ident: str, action: str) -> None:
        if ident == GAP:
            self.ask_of(SettleGap(counts=action == "count"), None)
        elif ident == TROUBLE:
            self._answer_trouble(action)
        elif self.screen_choice.is_mine(ident):
            self.screen_choice.take(action, ident)
        elif ident == EMERGENCY and action == "resume":
            self.ask_of(ResumeRun(), None)
        elif ident == EMERGENCY:
            self._stop()
        else:
            raise ValueError(f"no such banner: {ident}")

    def _answer_trouble(self, action: str) -> None:
        if action == "retry":
            self._mend(self.room.retry)
        elif action == "unsaved":
            self.ask_of(GoUnsaved(), None)
            self.keeping.show(self.room)
        elif (folder := self.ask_folder(self.console)) is not None:
            self._mend(lambda: self.room.relocate(folder))

    def _emergency(self) -> None:
        """Emergency in the ward: the clocks of all teams stand."""
        if any(one.console.phase == "playing" for one in self._screens):
            self.ask_of(PauseRun(reason=self._t("Emergency in the ward")), None)
        if any(one.console.phase == "paused" for one in self._screens):
            self.console.show_emergency(is_on=True)

    def _mend(self, mend: Callable[[], tuple[Screens, ...]]) -> None:
        """Try to store again; what was refused before is done then."""
        try:
            self._show(mend())
        except CommandRefused as refused:
            self.console.puzzles.desk.show_refusal(self._t.of(refused))
        except KitAppError as error:
            self.console.toast.show_toast(self._t.of(error))
        self.keeping.show(self.room)

    def _stop(self) -> None:
        """Ask how to end, or leave at once where no game is on."""
        phase = self.screens.console.phase
        if phase in ("idle", "ended"):
            self.leave()
            return
        if self.question is not None:
            return
        make = leave_question if phase == "closing" else stop_question
        question = make(self._t, phase, self.console)
        self.question = question
        question.finished.connect(lambda _result: self._stop_as_chosen(question.chosen, phase))
        question.open()

    def _stop_as_chosen(self, chosen: str, asked_in: str) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self.question = None
        phase = self.screens.console.phase
        if chosen == "at-once":
            self.ask(EndRun(at_once=True))
        elif chosen == "end" and phase == asked_in:
            self.ask(EndRun())

    def _go_to_next_team(self) -> None:
        following = self._next_team()
        if following is None:
            self.leave()
            return
        before = self.room
        try:
            self._open(following[:1])
        except KitAppError as error:
            self.console.toast.show_toast(self._t.of(error))
            return
        before.close()
