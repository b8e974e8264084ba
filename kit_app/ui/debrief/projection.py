"""The slides on the projector, by the same rules as the players' screen: never over the laptop's window."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QWidget

from kit_app.errors import StorageError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.common.banner import BannerStack
from kit_app.ui.common.tags import TagKind
from kit_app.ui.debrief.slide_view import SlideWindow
from kit_app.ui.projector import Projector

BANNER = "slides"


class Projection(QObject):
    """Shows slides full screen while it is on; ends by itself when the main window gives way to a console.

    `moved()` when the place changed, `ended()`, `changed(Changed)` when a display was remembered.
    `draw(width, height)` gives the slide and its words for a screen of so many real pixels.
    """

    moved = Signal()
    ended = Signal()
    changed = Signal(object)

    def __init__(
        self,
        services: Services,
        t: Catalogue,
        window: QWidget,
        draw: Callable[[int, int], tuple[QImage, str]],
    ) -> None:
        super().__init__(window)
        self._services = services
        self._t = t
        self._main = window
        self._draw = draw
        self.screen: SlideWindow | None = None
        self.projector: Projector | None = None
        window.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether slides are shown to the room, or wait for a display."""
        return self.screen is not None

    def begin(self) -> None:
        """Show the slide on the players' display; without one, wait for it."""
        if self.screen is not None:
            return
        self.screen = SlideWindow()
        self.screen.resized.connect(self.refresh)
        known = self._services.preferences.settings.projector
        self.projector = Projector(self.screen, self._main, known)
        self.projector.moved.connect(self.moved)
        self.projector.chosen.connect(self._remember)
        self.projector.begin()
        self.refresh()
        self.moved.emit()

    def end(self) -> None:
        """Take the slides off the projector."""
        if self.screen is None or self.projector is None:
            return
        self.screen.close_for_good()
        self.screen.deleteLater()
        self.projector.deleteLater()
        self.screen = self.projector = None
        self.ended.emit()

    def refresh(self) -> None:
        """Draw the slide of the moment."""
        if self.screen is not None:
            wanted = self.screen.wanted
            self.screen.show_image(*self._draw(wanted.width(), wanted.height()))

    def set_black(self, is_black: bool) -> None:
        """Show nothing, or the slide again."""
        if self.screen is not None:
            self.screen.set_black(is_black)

    def state(self) -> tuple[str, TagKind, str | None]:
        """Where the slides are, for a tag."""
        t = self._t
        if self.projector is None:
            return t("Not shown"), "plain", None
        tags: dict[str, tuple[str, TagKind, str | None]] = {
            "projected": (t("Projected"), "ok", None),
            "swapped": (t("Swapped"), "warn", "warn"),
            "taken": (t("Hidden"), "warn", "eye-off"),
            "window": (t("In a window"), "info", None),
            "gone": (t("Unplugged"), "warn", "warn"),
            "alone": (t("No screen"), "plain", "screen"),
            "mirrored": (t("Same picture"), "warn", "warn"),
            "hidden": (t("Put away"), "warn", "eye-off"),
        }
        return tags[self.projector.place]

    def show_banner(self, banners: BannerStack) -> None:
        """Say on the page when the room does not see the slides though it should."""
        said = self._said()
        if said is None:
            banners.remove(BANNER)
        else:
            banners.show_banner(BANNER, "warn", said, [("window", self._t("Show in a window"))])

    def take(self, action: str) -> None:
        """What was chosen on the banner."""
        if self.projector is not None and action == "window":
            self.projector.use_window()

    def menu(self, parent: QWidget) -> QMenu:
        """Where the slides can be shown, and the end of showing them."""
        t = self._t
        menu = QMenu(parent)
        menu.setObjectName("slides-menu")
        projector = self.projector
        if projector is None:
            menu.addAction(t("Show the slides to all")).triggered.connect(self.begin)
            return menu
        for display in projector.displays():
            words = t(
                "Show on {name} ({width} × {height})",
                name=projector.name_of(display.identity),
                width=display.width,
                height=display.height,
            )
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, identity=display.identity: projector.use(identity))
        menu.addAction(t("Show in a window")).triggered.connect(lambda: projector.use_window())
        menu.addSeparator()
        menu.addAction(t("Take the slides off the screen")).triggered.connect(self.end)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A console shows its own players' screen: the slides give way to it."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.end()
        return False

    def _said(self) -> str | None:
        t = self._t
        match self.projector.place if self.projector is not None else "":
            case "gone":
                return t("The projector is unplugged or off. The slides come back by themselves.")
            case "mirrored":
                return t(
                    "The projector shows the same picture as this laptop, notes included: Windows + P, then "
                    "“Extend”."
                )
            case "taken" | "swapped":
                return t("This window is on the projector: all can read the notes. Move it to the laptop.")
            case _:
                return None

    def _remember(self, identity: object, number: int) -> None:
        settings = self._services.preferences.settings
        if number or settings.projector == identity:
            return
        try:
            self.changed.emit(
                self._services.preferences.save(replace(settings, projector=identity))  # type: ignore[arg-type]
            )
        except StorageError:
            return  # it is asked for again next time
