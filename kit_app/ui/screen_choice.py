"""What the facilitator reads and chooses about the players' displays: tag, banners, menu."""

from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.banner import BannerKind, BannerStack
from kit_app.ui.common.tags import TagKind
from kit_app.ui.projector import Held, Place, Projector

BANNER = "screen"
Said = tuple[BannerKind, str, list[tuple[str, str]]]


class StateTag(Protocol):
    """Whatever shows in a word where the player screen is."""

    def show_screen_state(self, text: str, kind: TagKind, icon: str | None = None) -> None:
        """Show it."""
        ...


class ScreenChoice:
    """Words for the places of the player windows. The window of number 0 has the banner `screen`, others
    `screen-` and their number; a window that belongs to one team of several is named by its team.
    """

    def __init__(self, t: Catalogue, projector: Projector, console: QWidget) -> None:
        self._t = t
        self._projector = projector
        self._console = console
        self._shown: set[str] = set()

    def show_state(self, zone: StateTag, number: int = 0) -> None:
        """The tag beside the small picture."""
        t = self._t
        tags: dict[Place, tuple[str, TagKind, str | None]] = {
            "projected": (t("Projected"), "ok", None),
            "swapped": (t("Swapped"), "danger", None),
            "taken": (t("Hidden"), "warn", "eye-off"),
            "window": (t("In a window"), "info", None),
            "gone": (t("Unplugged"), "warn", "warn"),
            "alone": (t("No screen"), "warn", "warn"),
            "mirrored": (t("Same picture"), "danger", None),
            "hidden": (t("Put away"), "warn", "eye-off"),
        }
        zone.show_screen_state(*tags[self._projector.windows[number].place])

    def show_banner(self, banners: BannerStack) -> None:
        """A banner for each window whose display is missing or shows what it should not."""
        wanted = {
            _banner_of(number): said
            for number, held in self._projector.windows.items()
            if (said := self._said(held)) is not None
        }
        for ident in self._shown - set(wanted):
            banners.remove(ident)
        self._shown = set(wanted)
        for ident, said in wanted.items():
            banners.show_banner(ident, *said)

    def is_mine(self, ident: str) -> bool:
        """Whether a banner of this id is about a player window."""
        return ident in self._shown

    def take(self, action: str, ident: str = BANNER) -> None:
        """What was chosen on a banner."""
        number = int(ident.removeprefix(BANNER).removeprefix("-") or 0)
        others = self._projector.unused()
        display = self._projector.windows[number].display
        if action == "window":
            self._projector.use_window(number)
        elif action == "swap":
            self._projector.swap(number)
        elif action == "keep" and display is not None:
            self._projector.use(display.identity, number)
        elif action == "other" and others:
            self._projector.use(others[0].identity, number)

    def menu(self, number: int = 0) -> QMenu:
        """Every place that a player window can have now."""
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
                lambda _checked=False, identity=display.identity: self._projector.use(identity, number)
            )
        window = menu.addAction(t("Show in a window"))
        window.triggered.connect(lambda _checked=False: self._projector.use_window(number))
        away = menu.addAction(t("Put the players’ screen away"))
        away.triggered.connect(lambda _checked=False: self._projector.put_away(number))
        return menu

    def _said(self, held: Held) -> Said | None:
        match held.place:
            case "gone":
                return self._gone(held)
            case "swapped":
                return self._swapped(held)
            case "taken":
                return self._taken(held)
            case "mirrored":
                words = self._t(
                    "The projector shows the same picture as this laptop. Players would see the answers: "
                    "Windows + P, then “Extend”."
                )
                return "danger", words, []
            case _:
                return None

    def _gone(self, held: Held) -> Said:
        t = self._t
        words = (
            t("The screen of {team} is unplugged or off. Time is running; it will come back by itself.",
              team=held.label)
            if held.label
            else t("The player screen is unplugged or off. Time is running; it will come back by itself.")
        )  # fmt: skip
        actions = [("window", t("Show in a window"))]
        if others := self._projector.unused():
            name = self._projector.name_of(others[0].identity)
            actions.insert(0, ("other", t("Show on {name}", name=name)))
        return "warn", words, actions

    def _swapped(self, held: Held) -> Said:
        t = self._t
        words = (
            t("The console is on the screen of {team}: they can read the answers. Their game is on the other "
              "screen.", team=held.label)
            if held.label
            else t("The console is on the players’ screen: they can read the answers. The game is on the "
                   "other screen.")
        )  # fmt: skip
        return "danger", words, [("swap", t("Swap the screens")), ("keep", t("Keep it so"))]

    def _taken(self, held: Held) -> Said:
        t = self._t
        if self._projector.is_console_away:
            words = t(
                "The console’s own screen is gone: the console is on the players’ screen, and the game is "
                "out of sight. Both go back when it returns."
            )
        else:
            words = t(
                "The console is on the players’ screen: they can read the answers, and the game is out of "
                "sight. Move the console away, or plug in another screen."
            )
        return "danger", words, [("window", t("Show in a window"))]


def _banner_of(number: int) -> str:
    return f"{BANNER}-{number}" if number else BANNER
