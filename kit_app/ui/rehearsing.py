"""A rehearsal on the screen: the real console and players' window, the team's strip, the faults."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kit_app.errors import KitAppError
from kit_app.game.commands import NoticeTrouble
from kit_app.game.rehearsal.team import Act
from kit_app.i18n import Catalogue, duration
from kit_app.services.rehearsal_words import heard
from kit_app.services.rehearsals import Rehearsal
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.live import LiveRun
from kit_app.ui.rehearsal.strip import Strip

log = logging.getLogger(__name__)

PROJECTOR = "rehearsed-projector"
_GONE = "projector-gone"
_SILENT = ("begins",)
"""What a trainer sees on the console anyway."""


class RehearsedRun(LiveRun):
    """A console in which a made-up team plays. `acted(tuple of Act)`: what it did just now."""

    acted = Signal(object)

    def __init__(self, rehearsal: Rehearsal, t: Catalogue, parent: QObject | None) -> None:
        super().__init__(rehearsal.services, rehearsal.session_id, rehearsal.team, t, parent)
        self._rehearsal = rehearsal

    def tick(self) -> None:
        super().tick()
        acts = self._rehearsal.step(self.room)
        if any(act.commands for act in acts):
            self._show(self.room.screens())
        if acts:
            self.acted.emit(acts)


class Rehearsing(QObject):
    """One rehearsal, from the opening of its console to `ended(Review)`; its folder is gone by then."""

    ended = Signal(object)

    def __init__(self, rehearsal: Rehearsal, t: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._rehearsal = rehearsal
        self._t = t
        self._is_over = False
        self._pace = rehearsal.pace
        self.dark: QuestionDialog | None = None
        self.live: RehearsedRun
        self.strip: Strip

    def start(self) -> None:
        """Open the console. Raises KitAppError; then nothing was shown and the folder is gone."""
        try:
            self._open(self._t("The team waits for your welcome and the start of the clock."))
        except BaseException:
            self._rehearsal.end()
            self.deleteLater()
            raise

    def _open(self, first: str) -> None:
        parent = self.parent()
        live = RehearsedRun(self._rehearsal, self._t, parent)
        strip = Strip(self._t, self._rehearsal.pace, first, live.console)
        live.console.add_strip(strip)
        try:
            live.start()
        except BaseException:
            live.console.deleteLater()
            live.deleteLater()
            raise
        strip.pace_chosen.connect(self._rehearsal.set_pace)
        strip.end_asked.connect(self.finish)
        strip.ready_told.connect(self._finish_ready)
        live.acted.connect(self._hear)
        live.changed.connect(lambda _changed: self._follow_end())
        live.closed.connect(lambda _session: self.finish())
        self.live, self.strip = live, strip
        if self._rehearsal.is_projector_out:
            self._show_projector()

    def _hear(self, acts: tuple[Act, ...]) -> None:
        view = self.live.screens.console
        at = duration(view.played_ms // 1000)
        for act in acts:
            if act.kind not in _SILENT:
                title = self._rehearsal.title(act.puzzle) if act.puzzle else ""
                self.strip.say(heard(act.kind, title, act.text, self._t), at)
            if act.kind == "projector-out":
                self._show_projector()
                self.live.guard.note(NoticeTrouble(what=_GONE))
            elif act.kind == "projector-back":
                self.live.console.banners.remove(PROJECTOR)
                self.live.guard.note(NoticeTrouble(what=_GONE, is_over=True))
            elif act.kind == "restart":
                QTimer.singleShot(0, self, self._go_dark)

    def _show_projector(self) -> None:
        self.live.console.banners.show_banner(
            PROJECTOR, "danger", self._t("Rehearsal: the projector is out. Players see nothing.")
        )

    def _go_dark(self) -> None:
        """The laptop is off: both windows are gone until somebody opens the program again."""
        if self._is_over:
            return
        t = self._t
        self.live.close()
        self.live.deleteLater()
        self._pace = self._rehearsal.pace
        self._rehearsal.set_pace(1)
        self._rehearsal.restart()
        self.dark = QuestionDialog(
            t("The laptop has restarted"),
            t("The players look at you. Say calmly that nothing is lost, then open the console again."),
            [
                Verb("end", t("End the rehearsal")),
                Verb("open", t("Open the console again"), "primary", is_default=True),
            ],
        )
        self.dark.finished.connect(lambda _result: self._come_back())
        self.dark.show()

    def _come_back(self) -> None:
        dark, self.dark = self.dark, None
        if dark is None:
            return
        chosen = dark.chosen
        dark.deleteLater()
        self._rehearsal.set_pace(self._pace)
        if chosen == "end":
            self._tell_end()
            return
        try:
            self._open(self._t("Everything is where it was. Settle the time away, then go on."))
        except KitAppError as error:
            log.warning("a rehearsal could not go on: %s", error)
            self._tell_end()

    def _follow_end(self) -> None:
        """The game was closed: the room is next."""
        if not self._is_over and self.live.room.is_over:
            self._rehearsal.begin_reset()
            self.strip.show_over()

    def _finish_ready(self) -> None:
        self._rehearsal.end_reset()
        self.finish()

    def finish(self) -> None:
        """Close the console, and tell how it was led."""
        if not self._is_over:
            self.live.close()
            self.live.deleteLater()
            self._tell_end()

    def _tell_end(self) -> None:
        self._is_over = True
        review = self._rehearsal.review()
        self._rehearsal.end()
        self.ended.emit(review)

    def close(self) -> None:
        """The program ends: nothing is asked, nothing is kept."""
        if self._is_over:
            return
        self._is_over = True
        if self.dark is None:
            self.live.close()
        else:
            self.dark.deleteLater()
            self.dark = None
        self._rehearsal.end()
