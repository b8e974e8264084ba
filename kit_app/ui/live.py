"""Joins the room of a session, the console and the player screen. It holds no rule of the game."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kit_app.errors import CommandRefused, KitAppError, StorageError
from kit_app.game.commands import Command, EnterAnswer, GoUnsaved, PauseRun, ResumeRun, SettleGap, StartRun
from kit_app.i18n import Catalogue
from kit_app.services.changed import Changed
from kit_app.services.conductor import Conductor, Screens
from kit_app.services.room import Room
from kit_app.services.services import Services
from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.common.file_dialogs import ask_folder
from kit_app.ui.console.window import EMERGENCY, ConsoleWindow
from kit_app.ui.dress import dress
from kit_app.ui.guard import Guard
from kit_app.ui.guide import Guide
from kit_app.ui.keeping import GAP, TROUBLE, Keeping
from kit_app.ui.moments import reads
from kit_app.ui.player.wall import PlayerWall
from kit_app.ui.player.window import PlayerWindow
from kit_app.ui.player_screens import PlayerScreens
from kit_app.ui.projector import Projector
from kit_app.ui.room_media import RoomMedia
from kit_app.ui.several import Several
from kit_app.ui.stopping import Stopping
from kit_app.views.console import ConsoleView

TICK_MS = 100


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
        self.ask_folder = ask_folder
        self.room: Room
        self.team = 0
        self._screens: tuple[Screens, ...] = ()
        self._shown: object = None
        self._over: int | None = None
        self._has_own_clocks = False
        self._is_closed = False
        self.miniature = PlayerWindow()
        self.console = ConsoleWindow(t, self.miniature)
        self.seen = PlayerScreens(services, t, self.console, self.miniature, has_several=team is None)
        settings = services.preferences.settings
        self.console.set_choices(settings.own_minutes, settings.lock_code)
        self.keeping = Keeping(t, self.console)
        self.media = RoomMedia(services, t, self.console, self)
        self.several = Several(t, self.console)
        self.stopping = Stopping(t, self.console, self._views, self.ask_of)
        self.guard = Guard(services, self.console.banners, t, self)
        self.guide = Guide(services, t, self.console)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._connect()

    def _connect(self) -> None:
        console, page = self.console, self.console.page
        console.asked.connect(self.ask)
        console.stop_asked.connect(self._stop)
        console.banner_chosen.connect(self._answer_banner)
        console.look_chosen.connect(self._choose_look)
        page.leave_asked.connect(self._leave_page)
        page.next_asked.connect(self._go_to_next_team)
        page.previewed.connect(self._show_preview)
        page.screen_menu_asked.connect(self.seen.open_menu)
        page.emergency.connect(self._emergency)
        several = self.several
        several.asked.connect(lambda command, teams: self.ask_of(command, *teams))
        several.answered.connect(self._answer)
        several.end_asked.connect(lambda team: self.stopping.begin([team]))
        several.emergency.connect(self._emergency)
        several.leave_asked.connect(self.leave)
        several.screen_menu_asked.connect(self.seen.open_menu)
        several.chosen.connect(self._choose)
        several.opened.connect(self._go_to_team)
        console.grid_shown.connect(self._show_again)
        for kept in (self.media.kept, self.guide.changed):
            kept.connect(self.changed)
        self.media.noticed.connect(self.guard.note)
        self.seen.changed.connect(self.changed)
        self.seen.troubled.connect(lambda: self.keeping.show(self.room))

    def start(self, start: StartRun | None = None) -> None:
        """Open the run and show the windows, and start the clock when asked to.

        Raises KitAppError; then nothing was shown.
        """
        self._open(self._teams)
        parent = self.parent()
        if isinstance(parent, QWidget):
            self.console.setScreen(parent.window().screen())
            self.console.move(parent.window().screen().availableGeometry().topLeft())
        self.console.showMaximized()
        self.seen.projector.begin()
        self.seen.show_place()
        self.console.activateWindow()
        self.guard.begin(self, self._session_id)
        if start is not None:
            self.ask_of(start)
        self._timer.start()

    def close(self) -> None:
        """End both windows without asking; the run can be taken up again."""
        if not self._is_closed:
            self._let_go()
            self._close_windows()

    def leave(self) -> None:
        """The facilitator leaves the console; the room sees what comes next before this screen goes."""
        if not self._is_closed:
            self._let_go()
            self.closed.emit(self._session_id)
            self._close_windows()

    def _let_go(self) -> None:
        self._is_closed = True
        self._timer.stop()
        self.guard.stop()
        self.media.end()
        self.room.close()

    def _close_windows(self) -> None:
        self.seen.close()
        self.console.close_for_good()
        self.console.deleteLater()

    @property
    def conductor(self) -> Conductor:
        """The run of the team that the console speaks of."""
        return self.room.conductor(self.team)

    @property
    def screens(self) -> Screens:
        """What both screens showed last of that team."""
        return next(one for one in self._screens if one.console.team_number == self.team)

    @property
    def player(self) -> PlayerWindow | PlayerWall:
        """The first of the players' windows."""
        return self.seen.player

    @property
    def projector(self) -> Projector:
        """What keeps the players' windows on their displays."""
        return self.seen.projector

    @property
    def question(self) -> QuestionDialog | None:
        """What is asked before a game ends."""
        return self.stopping.question

    def _views(self) -> list[ConsoleView]:
        return [one.console for one in self._screens]

    def tick(self) -> None:
        """A tenth of a second has passed."""
        screens = self.room.tick()
        if screens is not None:
            self._show(screens)
        self.keeping.show(self.room)

    def ask(self, command: Command) -> None:
        """Do what the page of a team asks; what is refused is said where it was asked."""
        if isinstance(command, StartRun) and self._starts_together():
            self.ask_of(command)
        else:
            self.ask_of(command, self.team)

    def ask_of(self, command: Command, *teams: int) -> None:
        """The same for some teams; none named: for all."""
        try:
            screens = self.room.handle(command, *teams)
        except CommandRefused as refused:
            self.console.show_refusal(command, self._t.of(refused))
            return
        except StorageError:
            self._show(self.room.screens())
            self.keeping.show(self.room)
            return
        self.console.show_done(command)
        self._show(screens)
        self.console.show_left_out(self.room.left_out)

    def _answer(self, command: EnterAnswer, team: int) -> None:
        """An answer of a team; a card goes to the team whose set it is of."""
        self.ask_of(command, self.room.holder(command.text, command.keys) or team)

    def _starts_together(self) -> bool:
        """Whether the first start is that of all clocks."""
        return not self._has_own_clocks and not any(one.is_begun for one in self.room.conductors)

    def _open(self, teams: Sequence[int]) -> None:
        """Open the runs of teams. Raises KitAppError."""
        self.room = self._services.runs.open(self._session_id, *teams)
        plan = self._services.sessions.get(self._session_id)
        self._has_own_clocks = plan.own_clocks
        self.guide.begin(plan.id)
        self.seen.dress_for(self._services.profile.facility_of(plan))
        self.keeping.forget()
        self.media.begin(self.room.conductors)
        conductors = self.room.conductors
        if len(conductors) > 1:
            self.several.open([(one.team, one.setup.team_label) for one in conductors], self._opening())
        ready, before = conductors[0].setup.words.messages, self._services.runs.recent_messages()
        self.console.page.say.composer.offer_texts(ready, before)
        self._speak_of(conductors[0].team)
        self.keeping.show(self.room)

    def _go_to_team(self, team: int) -> None:
        self.console.go_to_team()
        self._speak_of(team)

    def _leave_page(self) -> None:
        """From the page of a team that has ended: out, or to those who still play."""
        if self.console.grid is not None and not self.room.is_over:
            self.console.go_to_grid()
        else:
            self.leave()

    def _choose(self, team: int) -> None:
        """Answers typed on the page of all teams are of this one; players may see it alone."""
        self.team = team
        self._show_players()

    def _show_again(self) -> None:
        self._shown = None
        self._show(self.room.screens())
        self.seen.show_place()

    def _speak_of(self, team: int) -> None:
        """Show the page of a team."""
        self.team = team
        self._shown = None
        following = self._next_team() if len(self.room.conductors) == 1 else None
        self.console.page.show_run(self._variant(), self._opening(), following[1] if following else "")
        self._show(self.room.screens())
        self.console.shown.home()

    def _opening(self) -> str:
        scenes = self.room.conductors[0].setup.scenes
        return next((scene.id for scene in scenes if scene.moment == "before-start"), "")

    def _variant(self) -> str:
        setup = self.conductor.setup
        kit = self._services.library.kit(setup.kit_digest)
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
        shown = tuple(reads(one) for one in screens)
        if shown == self._shown:
            return
        over, self._over = self._over, sum(one.console.phase == "ended" for one in screens)
        self._shown = shown
        one = self.screens
        self.keeping.show(self.room)
        self._show_page(one.console)
        self._show_players()
        self.media.follow(self.room.conductors, screens)
        self._show_gap()
        self.console.show_emergency(is_on=any(each.console.is_emergency for each in screens))
        if over is not None and self._over > over:
            self.changed.emit(Changed(runs=True, results=True))

    def _show_page(self, view: ConsoleView) -> None:
        """The page that is up: all teams, or one."""
        self.guide.show(self._views() if self.console.is_grid_up else [view])
        if self.console.is_grid_up:
            self.several.show(self.room, self._views(), has_own_clocks=self._has_own_clocks)
            return
        step = self.console.page.say.next_step
        step.starts_all = self.console.grid is not None and self._starts_together()
        step.others_play = not self.room.is_over and self.conductor.is_over
        self.console.page.undo_suffix = self.several.names_of_act(self.room, self.team)
        self.console.page.show_start(self.conductor.started_wall_ms)
        self.console.show_view(view)

    def _show_gap(self) -> None:
        """One question for the room, told by the team that was away longest."""
        gaps = {one.console.team_number: one.console.gap_ms or 0 for one in self._screens}
        team = max(gaps, key=lambda number: gaps[number])
        self.keeping.show_gap(self.room.conductor(team), gaps[team] or None)

    def _show_players(self) -> None:
        views = [one.player for one in self._screens]
        self.seen.show(views, self.team, lambda team: self.room.conductor(team).setup.team_label)

    def _show_preview(self, text: str) -> None:
        self.seen.show_preview(text, self.conductor.setup.words.message_heading)

    def _choose_look(self, name: str) -> None:
        preferences = self._services.preferences
        try:
            self.changed.emit(preferences.save(preferences.settings.dressed(name)))
        except StorageError:
            self.keeping.show(self.room)
        dress(preferences.settings)

    def _answer_banner(self, ident: str, action: str) -> None:
        if ident == GAP:
            self.ask_of(SettleGap(counts=action == "count"))
        elif ident == TROUBLE:
            self._answer_trouble(action)
        elif self.seen.choice.is_mine(ident):
            self.seen.choice.take(action, ident)
        elif ident == EMERGENCY and action == "resume":
            self.ask_of(ResumeRun())
        elif ident == EMERGENCY:
            self._stop()
        else:
            raise ValueError(f"no such banner: {ident}")

    def _answer_trouble(self, action: str) -> None:
        if action == "retry":
            self._mend(self.room.retry)
        elif action == "unsaved":
            self.ask_of(GoUnsaved())
            self.keeping.show(self.room)
        elif (folder := self.ask_folder(self.console, self._t("Another folder…"))) is not None:
            self._mend(lambda: self.room.relocate(folder))

    def _emergency(self) -> None:
        """Emergency in the ward: the clocks of all teams stand."""
        self.ask_of(PauseRun(reason=self._t("Emergency in the ward"), emergency=True))

    def _mend(self, mend: Callable[[], tuple[Screens, ...]]) -> None:
        """Try to store again; what was refused before is done then."""
        try:
            self._show(mend())
        except CommandRefused as refused:
            self.console.show_refusal(None, self._t.of(refused))
        except KitAppError as error:
            self.console.toast.show_toast(self._t.of(error))
        self.keeping.show(self.room)

    def _stop(self) -> None:
        """Ask how to end, or leave at once where no game is on."""
        teams = [one.team for one in self.room.conductors] if self.console.is_grid_up else [self.team]
        if self.stopping.is_needed(teams):
            self.stopping.begin(teams)
        elif self.console.grid is not None and not self.console.is_grid_up:
            self.console.go_to_grid()
        else:
            self.leave()

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
