"""Joins the page of several teams with their room: what is asked there, who shares an act. No rule here."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kit_app.game.commands import TakeBack
from kit_app.game.need import room_view
from kit_app.i18n import Catalogue
from kit_app.services.room import Room
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.console.wording import undo_words
from kit_app.views.console import ConsoleView


class Several(QObject):
    """`asked(command, teams)`: none means all. `answered(command, team)`: perhaps another team's card."""

    asked = Signal(object, object)
    answered = Signal(object, int)
    opened = Signal(int)
    chosen = Signal(int)
    end_asked = Signal(int)
    emergency = Signal()
    leave_asked = Signal()
    screen_menu_asked = Signal()

    def __init__(self, t: Catalogue, console: ConsoleWindow) -> None:
        super().__init__(console)
        self._t = t
        self._console = console

    def open(self, teams: Sequence[tuple[int, str]], opening: str) -> None:
        """All teams at once, by number and label; `opening` is the scene before the start."""
        grid = self._console.open_grid(teams)
        grid.bar.opening = opening
        grid.asked.connect(self.asked)
        grid.answered.connect(self.answered)
        grid.end_asked.connect(self.end_asked)
        grid.opened.connect(self.opened)
        grid.chosen.connect(self.chosen)
        grid.desk.undo_asked.connect(lambda: self.asked.emit(TakeBack(), ()))
        grid.bar.emergency.connect(self.emergency)
        grid.bar.leave_asked.connect(self.leave_asked)
        grid.bar.screen_menu_asked.connect(self.screen_menu_asked)
        self._console.team_asked.connect(self.opened)
        self._console.page.has_others = True

    def show(self, room: Room, views: Sequence[ConsoleView], *, has_own_clocks: bool) -> None:
        """Show a moment of all teams, and what *Undo* would take back for whom."""
        grid = self._console.grid
        if grid is None:
            return
        self._console.show_room(room_view(views, has_own_clocks=has_own_clocks))
        sharing = room.last_act()
        if not sharing:
            grid.desk.show_undo("")
            return
        view = next(view for view in views if view.team_number == sharing[0])
        grid.desk.show_undo(f"{undo_words(view, self._t)} {self._names(room, sharing)}")

    def names_of_act(self, room: Room, team: int) -> str:
        """Who shares the last act of a team; empty when it is of that team alone."""
        sharing = room.last_act(team)
        return self._names(room, sharing) if len(sharing) > 1 else ""

    def _names(self, room: Room, teams: Sequence[int]) -> str:
        if len(teams) == len(room.conductors):
            return self._t("(all)")
        return f"({', '.join(map(str, teams))})"
