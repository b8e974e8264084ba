"""Joins the camera's view, its button on the console and the answer desk."""

from PySide6.QtCore import QEvent, QObject

from kit_app.i18n import Catalogue
from kit_app.ui.camera import CameraView
from kit_app.ui.camera_source import CameraSource
from kit_app.ui.console.team_grid import TeamGrid
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.media import how_added

_MARGIN = 2


class RoomCamera(QObject):
    """The camera is off until it is asked for, in every game."""

    def __init__(
        self,
        t: Catalogue,
        console: ConsoleWindow,
        parent: QObject | None = None,
        source: CameraSource | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._console = console
        self._host = console.puzzles.graph
        self.view = CameraView(t, self._host, source)
        self.view.read.connect(lambda code: console.shown.take_scan(code, ""))
        self.view.turned.connect(self._turned)
        self.view.failed.connect(self._tell_failed)
        console.stack.currentChanged.connect(self.view.end)  # it would go on out of sight
        console.camera_asked.connect(self.turn)
        self._host.installEventFilter(self)

    def turn(self) -> None:
        """On or off; when there is none, why in words."""
        if self.view.is_on:
            self.view.end()
            return
        self._take_place()
        if not self.view.begin():
            self._turned(False)
            self._console.toast.show_toast(self._why_not())

    def _take_place(self) -> None:
        """On the page that is up: beside the cards of teams, or over the graph of one."""
        shown = self._console.shown
        if isinstance(shown, TeamGrid):
            shown.hold_camera(self.view)
        elif self.view.parentWidget() is not self._host:
            self.view.setParent(self._host)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _turned(self, is_on: bool) -> None:
        self._console.show_camera(is_on=is_on)
        if is_on:
            self._place()

    def _place(self) -> None:
        """In the lower left corner of the graph, where no puzzle lies in most games."""
        if self.view.parentWidget() is self._host:
            self.view.move(0, max(0, self._host.height() - self.view.height() - _MARGIN))

    def _why_not(self) -> str:
        t = self._t
        match self.view.source.presence():
            case "missing" | "other-version":
                return t("The camera is not installed. {how}", how=how_added(t))
            case "broken":
                return t("The camera of this computer does not start.")
            case "there":
                return t("No camera is plugged in. Type the code, or use a scanner.")

    def _tell_failed(self) -> None:
        self._console.toast.show_toast(self._t("The camera stopped. Type the code, or turn it on again."))
