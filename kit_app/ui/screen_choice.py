"""What the facilitator reads and chooses about the players' display: tag, banner, menu."""

from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.banner import BannerStack
from kit_app.ui.common.tags import TagKind
from kit_app.ui.projector import Place, Projector

BANNER = "screen"


class StateTag(Protocol):
    """Whatever shows in a word where the player screen is."""

    def show_screen_state(self, text: str, kind: TagKind, icon: str | None = None) -> None:
        """Show it."""
        ...


class ScreenChoice:
    """Words for the places of the player window."""

    def __init__(self, t: Catalogue, projector: Projector, console: QWidget) -> None:
        self._t = t
        self._projector = projector
        self._console = console

    def show_state(self, zone: StateTag) -> None:
        """The tag beside the small picture."""
        t = self._t
        tags: dict[Place, tuple[str, TagKind, str | None]] = {
            "projected": (t("Projected"), "ok", None),
            "window": (t("In a window"), "info", None),
            "gone": (t("Unplugged"), "warn", "warn"),
            "alone": (t("No screen"), "warn", "warn"),
            "mirrored": (t("Same picture"), "danger", None),
            "hidden": (t("Put away"), "warn", "eye-off"),
        }
        zone.show_screen_state(*tags[self._projector.place])

    def show_banner(self, banners: BannerStack) -> None:
        """A banner while a display is missing or shows what it should not."""
        t = self._t
        place = self._projector.place
        if place == "gone":
            words = t("The player screen is unplugged. Time is running; it will come back by itself.")
            others = self._projector.displays()
            actions = [("other", t("Show on the other screen"))] if others else []
            banners.show_banner(BANNER, "warn", words, [*actions, ("window", t("Show in a window"))])
        elif place == "mirrored":
            words = t(
                "The projector shows the same picture as this laptop. Players would see the answers: "
                "Windows + P, then “Extend”."
            )
            banners.show_banner(BANNER, "danger", words)
        elif banners.banner(BANNER) is not None:
            banners.remove(BANNER)

    def take(self, action: str) -> None:
        """What was chosen on the banner."""
        others = self._projector.displays()
        if action == "window":
            self._projector.use_window()
        elif others:
            self._projector.use(others[0].identity)

    def menu(self) -> QMenu:
        """Every place that the player window can have now."""
        t = self._t
        menu = QMenu(self._console)
        menu.setObjectName("screen-choice")
        for display in self._projector.displays():
            name = self._projector.name_of(display.identity)
            words = t(
                "Show on {name} ({width} × {height})", name=name, width=display.width, height=display.height
            )
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _checked=False, identity=display.identity: self._projector.use(identity)
            )
        menu.addAction(t("Show in a window")).triggered.connect(self._projector.use_window)
        menu.addAction(t("Put the players’ screen away")).triggered.connect(self._projector.put_away)
        return menu
