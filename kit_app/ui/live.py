"""Joins the conductor of a run, the console and the player screen. It holds no rule of the game."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kit_app.domain.settings import ScreenIdentity
from kit_app.errors import CommandRefused, KitAppError, StorageError
from kit_app.game.commands import Command, EndRun, GoUnsaved, ResumeRun, SettleGap
from kit_app.game.events import GapNoticed, RunStarted
from kit_app.i18n import Catalogue
from kit_app.services.changed import Changed
from kit_app.services.conductor import Conductor, Screens
from kit_app.services.services import Services
from kit_app.system.sleep import KeepAwake
from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.console.questions import leave_question, stop_question
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.console.wording import stretch, to_the_second
from kit_app.ui.player.window import PlayerWindow
from kit_app.ui.projector import Projector
from kit_app.ui.screen_choice import ScreenChoice
from kit_app.views.console import ConsoleView
from kit_app.views.player import Panel, PlayerView

TICK_MS = 100


def ask_folder(parent: QWidget) -> Path | None:
    """A folder on another disk, by the system's dialog."""
    name = QFileDialog.getExistingDirectory(parent)
    return Path(name) if name else None


class LiveRun(QObject):
    """The runs of a session's teams, one after the other, from opening the console to leaving it.

    `closed(str)` tells the session when the console was left. `changed(Changed)` tells what was stored.
    """

    closed = Signal(str)
    changed = Signal(object)

    def __init__(
        self,
        services: Services,
        session_id: str,
        team_number: int,
        t: Catalogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session_id = session_id
        self._team = team_number
        self._t = t
        self.ask_folder: Callable[[QWidget], Path | None] = ask_folder
        self.conductor: Conductor
        self._screens: Screens
        self._shown: object = None
        self._kept: object = None
        self._preview = ""
        self._started_wall_ms: int | None = None
        self._is_closed = False
        self.question: QuestionDialog | None = None
        self.miniature = PlayerWindow()
        self.console = ConsoleWindow(t, self.miniature)
        settings = services.preferences.settings
        self.player = PlayerWindow(reduce_motion=settings.reduce_motion)
        for screen in (self.miniature, self.player):
            screen.set_logo(services.profile.facility.logo)
        self.projector = Projector(self.player, self.console, settings.projector)
        self.screen_choice = ScreenChoice(t, self.projector, self.console)
        self._awake = KeepAwake()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._connect()

    def _connect(self) -> None:
        console = self.console
        console.asked.connect(self.ask)
        console.stop_asked.connect(self._stop)
        console.leave_asked.connect(self.leave)
        console.next_asked.connect(self._go_to_next_team)
        console.previewed.connect(self._show_preview)
        console.banner_chosen.connect(self._answer_banner)
        console.screen_menu_asked.connect(self._open_screen_menu)
        self.projector.moved.connect(self._show_place)
        self.projector.chosen.connect(self._remember)

    def start(self) -> None:
        """Open the run and show the windows. Raises KitAppError; then nothing was shown."""
        self._open(self._team)
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
        self.conductor.close()
        self.player.close_for_good()
        self.console.close_for_good()
        self.player.deleteLater()
        self.console.deleteLater()

    def leave(self) -> None:
        """The facilitator leaves the console."""
        self.close()
        self.closed.emit(self._session_id)

    def tick(self) -> None:
        """A tenth of a second has passed."""
        screens = self.conductor.tick()
        if screens is not None:
            self._show(screens)
        self._show_keeping()

    def ask(self, command: Command) -> None:
        """Do what the console asks; what is refused is said where it was asked."""
        try:
            screens = self.conductor.handle(command)
        except CommandRefused as refused:
            self.console.show_refusal(command, self._t.of(refused))
            return
        except StorageError:
            self._show(self.conductor.screens())
            self._show_keeping()
            return
        self.console.show_done(command)
        self._show(screens)

    def _open(self, team: int) -> None:
        """Open the run of a team. Raises KitAppError."""
        self.conductor = self._services.runs.open(self._session_id, team)
        self._team = team
        self._started_wall_ms = None
        self._shown = None
        self._kept = None
        setup = self.conductor.setup
        opening = next((scene.id for scene in setup.scenes if scene.moment == "before-start"), "")
        following = self._next_team()
        self.console.show_run(self._variant(), opening, following[1] if following else "")
        self._show(self.conductor.screens())
        self._show_keeping()

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
        left = [row.team for row in rows if row.stage != "ended" and row.team != self._team]
        following = [number for number in left if number > self._team] or left
        return (following[0], labels[following[0]]) if following else None

    def _show(self, screens: Screens) -> None:
        """Hand the views to their windows, unless they would read the same as before."""
        self._screens = screens
        history = self.conductor.history
        shown = (
            -(-screens.console.remaining_ms // 1000),
            screens.console.played_ms // 1000,
            len(history),
            replace(screens.player, remaining_ms=0),
        )
        if shown == self._shown:
            return
        was_over = self._is_over(self._shown)
        self._shown = shown
        self._find_start()
        self._show_kept_time()
        self.console.show_view(screens.console)
        self.player.show_view(screens.player)
        self._show_miniature()
        self._show_gap(screens.console)
        if was_over is False and screens.console.phase == "ended":
            self.changed.emit(Changed(runs=True, results=True))

    @staticmethod
    def _is_over(shown: object) -> bool | None:
        """Whether what was shown was a closed run; None when nothing was shown."""
        if not isinstance(shown, tuple):
            return None
        player = shown[3]
        return isinstance(player, PlayerView) and player.phase == "ended"

    def _find_start(self) -> None:
        if self._started_wall_ms is None:
            self._started_wall_ms = next(
                (one.wall_ms for one in self.conductor.history if isinstance(one.event, RunStarted)), None
            )

    def _show_miniature(self) -> None:
        view = self._screens.player
        if self._preview:
            heading = self.conductor.setup.words.message_heading
            panel = Panel(kind="message", heading=heading, path=None, text=self._preview)
            view = replace(view, panel=panel, is_blacked_out=False)
        self.miniature.show_view(view)

    def _show_preview(self, text: str) -> None:
        self._preview = text.strip()
        self._show_miniature()
        self._show_place()

    def _show_kept_time(self) -> None:
        conductor = self.conductor
        is_kept = conductor.trouble is None and conductor.is_saving
        kept = self._started_wall_ms, conductor.saved_wall_ms, is_kept
        if kept == self._kept:
            return
        self._kept = kept
        self.console.show_times(self._started_wall_ms, conductor.saved_wall_ms, is_kept=is_kept)

    def _show_keeping(self) -> None:
        """Say when all was kept; a banner stays while the store refuses or nothing is kept."""
        t = self._t
        conductor = self.conductor
        self._show_kept_time()
        banners = self.console.banners
        if conductor.trouble is None and conductor.is_saving:
            if banners.banner("trouble") is not None:
                banners.remove("trouble")
            return
        again = [("retry", t("Try again")), ("folder", t("Another folder…"))]
        if not conductor.is_saving:
            time = to_the_second(conductor.saved_wall_ms)
            words = t("Nothing is kept since {time}: closing the program would lose it.", time=time)
            banners.show_banner("trouble", "danger", words, again)
        elif conductor.trouble is not None:
            words = t.of(conductor.trouble)
            banners.show_banner("trouble", "danger", words, [*again, ("unsaved", t("Go on unsaved"))])

    def _show_gap(self, view: ConsoleView) -> None:
        t = self._t
        banners = self.console.banners
        if view.gap_ms is None:
            if banners.banner("gap") is not None:
                banners.remove("gap")
            return
        last = next(one for one in reversed(self.conductor.history) if isinstance(one.event, GapNoticed))
        length = stretch(view.gap_ms, t)
        time = to_the_second(last.wall_ms - view.gap_ms)
        is_sleep = isinstance(last.event, GapNoticed) and last.event.cause == "sleep"
        words = (
            t(
                "The computer slept from {time}, for {length}. Give those {length} back, or count them?",
                time=time,
                length=length,
            )
            if is_sleep
            else t(
                "The game stopped at {time}, {length} ago. "
                "Resume giving those {length} back, or counting them?",
                time=time,
                length=length,
            )
        )
        actions = [
            ("give", t("Give {length} back", length=length)),
            ("count", t("Count {length}", length=length)),
        ]
        banners.show_banner("gap", "warn", words, actions)

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
            self._show_keeping()

    def _open_screen_menu(self) -> None:
        menu: QMenu = self.screen_choice.menu()
        button = self.console.now.screen_menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _answer_banner(self, ident: str, action: str) -> None:
        match ident, action:
            case "gap", _:
                self.ask(SettleGap(counts=action == "count"))
            case "trouble", "retry":
                self._mend(self.conductor.retry)
            case "trouble", "folder":
                self._relocate()
            case "trouble", "unsaved":
                self.ask(GoUnsaved())
                self._show_keeping()
            case _ if self.screen_choice.is_mine(ident):
                self.screen_choice.take(action, ident)
            case "emergency", "resume":
                self.ask(ResumeRun())
            case "emergency", _:
                self._stop()
            case _:
                raise ValueError(f"no such banner: {ident}")

    def _relocate(self) -> None:
        folder = self.ask_folder(self.console)
        if folder is not None:
            self._mend(lambda: self.conductor.relocate(folder))

    def _mend(self, mend: Callable[[], Screens]) -> None:
        """Try to store again; what was refused before is done then."""
        try:
            self._show(mend())
        except CommandRefused as refused:
            self.console.puzzles.desk.show_refusal(self._t.of(refused))
        except KitAppError as error:
            self.console.toast.show_toast(self._t.of(error))
        self._show_keeping()

    def _stop(self) -> None:
        """Ask how to end, or leave at once where no game is on."""
        phase = self._screens.console.phase
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
        phase = self._screens.console.phase
        if chosen == "at-once":
            self.ask(EndRun(at_once=True))
        elif chosen == "end" and phase == asked_in:
            self.ask(EndRun())

    def _go_to_next_team(self) -> None:
        following = self._next_team()
        if following is None:
            self.leave()
            return
        before = self.conductor
        try:
            self._open(following[0])
        except KitAppError as error:
            self.console.toast.show_toast(self._t.of(error))
            return
        before.close()
