"""The players' windows of a room: one for all teams as it was arranged, or one a team. No rule here."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from kit_app.domain.facility import Facility
from kit_app.domain.settings import ScreenIdentity, Settings, TeamScreens
from kit_app.errors import StorageError
from kit_app.i18n import Catalogue
from kit_app.services.player_look import player_colours
from kit_app.services.services import Services
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.player.wall import PlayerWall
from kit_app.ui.player.window import PlayerWindow
from kit_app.ui.projector import Projector
from kit_app.ui.screen_choice import ScreenChoice
from kit_app.views.player import Panel, PlayerView

Windows = PlayerWindow | PlayerWall


class PlayerScreens(QObject):
    """`player` is the first window. `changed(Changed)`: a choice was kept; `troubled`: it could not be.

    With several teams the first window is a wall for all, or shows the first team while each has its own.
    """

    changed = Signal(object)
    troubled = Signal()

    def __init__(
        self,
        services: Services,
        t: Catalogue,
        console: ConsoleWindow,
        miniature: PlayerWindow,
        *,
        has_several: bool,
    ) -> None:
        super().__init__(console)
        self._services = services
        self._t = t
        self._console = console
        self._views: tuple[PlayerView, ...] = ()
        self._team = 0
        self._labels: dict[int, str] = {}
        self.preview = ""
        self.heading = ""
        settings = services.preferences.settings
        self.miniature = miniature
        make = PlayerWall if has_several else PlayerWindow
        self.player: Windows = make(reduce_motion=settings.reduce_motion)
        self.others: dict[int, PlayerWindow] = {}
        self._facility = Facility()
        self.projector = Projector(self.player, console, settings.projector)
        self.choice = ScreenChoice(t, self.projector, console)
        self.projector.moved.connect(self.show_place)
        self.projector.chosen.connect(self._remember_display)

    @property
    def arrangement(self) -> TeamScreens:
        """How several teams are shown to players."""
        return self._services.preferences.settings.team_screens

    def show(self, views: Sequence[PlayerView], team: int, label_of: Callable[[int], str]) -> None:
        """Show the teams' views; `team` is the one that the console speaks of."""
        self._views, self._team = tuple(views), team
        self._labels = {view.team_number: label_of(view.team_number) for view in views}
        self._show_players()
        self._show_miniature()

    def show_preview(self, text: str, heading: str) -> None:
        """Show in the small picture what players would read; empty: what they do read."""
        self.preview, self.heading = text.strip(), heading
        self._show_miniature()
        self.show_place()

    def show_place(self) -> None:
        """Say where the player screens are, and in a banner when players see nothing."""
        self.choice.show_banner(self._console.banners)
        if (grid := self._console.grid) is not None:
            self.choice.show_state(grid.bar)
        if self.preview:
            self._console.now.show_screen_state(self._t("Preview"), "marker")
        else:
            self.choice.show_state(self._console.now)

    def open_menu(self) -> None:
        """Where the player windows can be and, with several teams, how these are shown."""
        menu = self.choice.menu()
        if isinstance(self.player, PlayerWall):
            for number in self.others:
                other = self.choice.menu(number)
                other.setTitle(self._t("Screen of {team}", team=self._labels.get(number, str(number))))
                menu.addMenu(other)
            self._add_arrangements(menu)
        grid = self._console.grid
        button = self._console.now.screen_menu
        if grid is not None and self._console.is_grid_up:
            button = grid.bar.screen_menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def arrange(self, arrangement: TeamScreens) -> None:
        """Show several teams in this way from now on; the choice is remembered."""
        self._save(replace(self._services.preferences.settings, team_screens=arrangement))
        self._show_players()
        self.show_place()

    def close(self) -> None:
        """End all windows."""
        for window in (self.player, *self.others.values()):
            window.close_for_good()
            window.deleteLater()
        self.others = {}

    def _show_players(self) -> None:
        if not self._views:
            return
        if isinstance(self.player, PlayerWindow):
            self.player.show_view(self._views[0])
            return
        each = self.arrangement == "each"
        self._hold(self._views[1:] if each else ())
        if each:
            self.player.show_views(self._views[:1])
            for view in self._views[1:]:
                self.others[view.team_number].show_view(view)
            return
        kind = self.arrangement
        if kind != "each":
            self.player.set_arrangement(kind, self._team)
        self.player.show_views(self._views)

    def _hold(self, views: Sequence[PlayerView]) -> None:
        """Have a window of its own for each of these teams, and none for the rest."""
        wanted = {view.team_number for view in views}
        for number in set(self.others) - wanted:
            self.projector.remove(number)
            window = self.others.pop(number)
            window.close_for_good()
            window.deleteLater()
        for number in sorted(wanted - set(self.others)):
            window = PlayerWindow(reduce_motion=self._services.preferences.settings.reduce_motion)
            self._dress(window)
            self.others[number] = window
            known = self._services.preferences.settings.projector_of(number)
            self.projector.add(number, window, known, self._labels[number])

    def dress_for(self, facility: Facility) -> None:
        """Give every window the look of this facility."""
        self._facility = facility
        for window in (self.miniature, self.player, *self.others.values()):
            self._dress(window)

    def _dress(self, window: Windows) -> None:
        """The facility's logo, and the colours that were chosen."""
        facility = self._facility
        window.set_logo(facility.logo)
        window.set_colours(player_colours(self._services.preferences.settings.player_look, facility))

    def _show_miniature(self) -> None:
        view = next((view for view in self._views if view.team_number == self._team), None)
        if view is None:
            return
        if self.preview:
            panel = Panel(kind="message", heading=self.heading, path=None, text=self.preview)
            view = replace(view, panel=panel, is_blacked_out=False)
        self.miniature.show_view(view)

    def _add_arrangements(self, menu: QMenu) -> None:
        t = self._t
        words: dict[TeamScreens, str] = {
            "split": t("All teams side by side"),
            "clocks": t("A wall of clocks"),
            "one": t("Only the chosen team"),
            "each": t("A screen for each team"),
        }
        menu.addSeparator()
        group = QActionGroup(menu)
        for kind in get_args(TeamScreens):
            action = menu.addAction(words[kind])
            action.setCheckable(True)
            action.setChecked(kind == self.arrangement)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, kind=kind: self.arrange(kind))

    def _remember_display(self, identity: ScreenIdentity, number: int) -> None:
        settings = self._services.preferences.settings
        if number == 0:
            self._save(replace(settings, projector=identity))
        elif settings.projector_of(number) != identity:
            self._save(settings.with_projector_of(number, identity))

    def _save(self, settings: Settings) -> None:
        if settings == self._services.preferences.settings:
            return
        try:
            self.changed.emit(self._services.preferences.save(settings))
        except StorageError:
            self.troubled.emit()
