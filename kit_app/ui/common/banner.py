"""The full-width strip below a header that stays until its matter is settled."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from kit_app.ui.common.accessible import announce, set_look
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.icons import NORMAL
from kit_app.ui.common.labels import IconLabel, Label

BannerKind = Literal["info", "ok", "warn", "danger"]
_ICONS: dict[BannerKind, tuple[str, str]] = {
    "info": ("info", "ink"),
    "ok": ("check", "ok"),
    "warn": ("warn", "warn"),
    "danger": ("warn", "danger"),
}


_LEAST_WORDS = 260


class Banner(QFrame):
    """An icon, a sentence, up to four actions. `chosen(str)` tells an action's id."""

    chosen = Signal(str)
    MOST_ACTIONS = 4

    def __init__(
        self,
        kind: BannerKind = "info",
        text: str = "",
        actions: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[str, KeyButton] = {}
        self._kind: BannerKind = kind
        self._icon = IconLabel("info", "ink", NORMAL, self)
        self.label = Label("", "body", self)
        self._row = FlowRow(self, spacing=10)
        self._row.setContentsMargins(14, 8, 10, 8)
        self._row.add(self._icon)
        self.label.setMinimumWidth(_LEAST_WORDS)
        self._row.add(self.label, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_banner(kind, text, actions)

    @property
    def kind(self) -> BannerKind:
        """How urgent it is."""
        return self._kind

    @property
    def text(self) -> str:
        """The sentence."""
        return self.label.text()

    def show_banner(self, kind: BannerKind, text: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Say something else. An unchanged banner is not announced again."""
        if len(actions) > self.MOST_ACTIONS:
            raise ValueError("a banner has at most four actions")
        wanted = (kind, text, tuple(actions))
        if self.property("said") == wanted:
            return
        self.setProperty("said", wanted)
        self._kind = kind
        set_look(self, "banner", kind)
        self._icon.set_icon(*_ICONS[kind])
        self.label.setText(text)
        self.setAccessibleName(text)
        self._set_actions(actions)
        if text:
            announce(self)

    def _set_actions(self, actions: Sequence[tuple[str, str]]) -> None:
        for old in self.buttons.values():
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = {}
        for ident, words in actions:
            button = KeyButton(words, self, size="small")
            button.clicked.connect(lambda _checked=False, chosen=ident: self.chosen.emit(chosen))
            self._row.add(button)
            self.buttons[ident] = button


class BannerStack(QWidget):
    """The banners of a page by id, the first on top; takes no room while empty. `chosen(id, action)`.

    With `set_most` only so many are in sight, what is dangerous first, then questions; the others wait.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: dict[str, Banner] = {}
        self._most = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setVisible(False)

    def show_banner(
        self, ident: str, kind: BannerKind, text: str, actions: Sequence[tuple[str, str]] = ()
    ) -> Banner:
        """Add a banner or change the one with this id."""
        banner = self._banners.get(ident)
        if banner is None:
            banner = Banner(kind, text, actions, self)
            banner.chosen.connect(lambda action, whose=ident: self.chosen.emit(whose, action))
            self._banners[ident] = banner
            self._column.addWidget(banner)
        else:
            banner.show_banner(kind, text, actions)
        self._put_in_sight()
        return banner

    def set_most(self, most: int) -> None:
        """How many banners may be in sight at once; 0: all."""
        if most != self._most:
            self._most = most
            self._put_in_sight()

    def _put_in_sight(self) -> None:
        urgent = sorted(self._banners.values(), key=lambda one: (one.kind != "danger", not one.buttons))
        shown = urgent[: self._most] if self._most else urgent
        for banner in self._banners.values():
            banner.setVisible(banner in shown)
        self.setVisible(bool(self._banners))

    def banner(self, ident: str) -> Banner | None:
        """The banner with this id, if it is shown."""
        return self._banners.get(ident)

    def remove(self, ident: str) -> None:
        """The matter is settled; an unknown id changes nothing."""
        banner = self._banners.pop(ident, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self._put_in_sight()
