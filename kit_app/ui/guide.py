"""Joins the guide of a first session with the console: what it says, what was done, how one is rid of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kit_app.errors import StorageError
from kit_app.game.guide import coming, cue, room_coming, room_cue
from kit_app.i18n import Catalogue
from kit_app.services.guiding import choose_guide, is_guided
from kit_app.services.services import Services
from kit_app.ui.console.guide_strip import GuideStrip
from kit_app.ui.console.window import ConsoleWindow
from kit_app.views.console import ConsoleView
from kit_app.views.guide import Cue, CueName


class Guide(QObject):
    """`changed(Changed)`: it was turned off for good."""

    changed = Signal(object)

    def __init__(self, services: Services, t: Catalogue, console: ConsoleWindow) -> None:
        super().__init__(console)
        self._services = services
        self._t = t
        self._console = console
        self._done: dict[int, set[CueName]] = {}
        self._views: tuple[ConsoleView, ...] = ()
        self.strip: GuideStrip | None = None

    def begin(self, session_id: str) -> None:
        """Guide through this session, if it is wanted."""
        if self.strip is None and is_guided(self._services, session_id):
            self.strip = GuideStrip(self._t)
            self.strip.done.connect(self._put_aside)
            self.strip.off.connect(self._turn_off)
            self._console.guide.hold(self.strip)

    def show(self, views: Sequence[ConsoleView]) -> None:
        """Say what to do: for one team, or for all whose cards are up."""
        self._views = tuple(views)
        if self.strip is None or not views:
            return
        if len(views) == 1:
            done = self._done.get(views[0].team_number, set())
            self.strip.show_cue(cue(views[0], done), coming(views[0], done))
            return
        now = room_cue(views, self._done)
        label = next((one.team for one in views if now is not None and one.team_number == now.team), "")
        self.strip.show_cue(now, room_coming(views, self._done), label)

    def _put_aside(self, done: Cue) -> None:
        """What is the same for all is done for all."""
        for view in self._views:
            if done.team in (0, view.team_number):
                self._done.setdefault(view.team_number, set()).add(done.name)
        self.show(self._views)

    def _turn_off(self) -> None:
        """No guide from now on; the pre-flight brings it back."""
        if self.strip is not None:
            self._console.guide.let_go()
            self.strip = None
        try:
            self.changed.emit(choose_guide(self._services, is_on=False))
        except StorageError as error:
            self._console.toast.show_toast(self._t.of(error))
            return
        words = self._t("The guide is off. You find it again in “Before you start”.")
        self._console.toast.show_toast(words)
