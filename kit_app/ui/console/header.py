"""The dark bar on top of the console: which team, what is kept, the keys, the way out. No rule here."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common import theme
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.icons import SMALL, draw_icon
from kit_app.ui.common.labels import Label
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.console.keys import key_of
from kit_app.views.sound import SoundState

HEIGHT = 48
_WITH_KEYS = ("sound", "look", "lock", "keys")
_LEAST_TEAM, _MARGIN, _SPACING = 140, 14, 14


class _Saved(QLabel):
    """A tick or a warning, and when the store last took something."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.icon = "check"
        self.setProperty("role", "rail")
        self.setContentsMargins(SMALL + 6, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(0, (self.height() - SMALL) / 2, SMALL, SMALL)
        token = "rail_ink" if self.icon == "check" else "marker"
        draw_icon(QPainter(self), self.icon, theme.current().colour(token), box)


class Header(QWidget):
    """Team and facts at the left; what is saved, the keys and the stop at the right."""

    look_asked = Signal()
    lock_asked = Signal()
    keys_asked = Signal()
    back_asked = Signal()
    stop_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.setFixedHeight(HEIGHT)
        self.team = Label("", "rail-title", self, wraps=False)
        self.facts = Label("", "rail-quiet", self, wraps=False)
        self.saved = _Saved(self)
        self.saved.setObjectName("saved")
        self.look = KeyButton(t("Look"), self, kind="rail", size="small", icon="screen")
        self.lock = KeyButton(t("Lock"), self, kind="rail", size="small", icon="lock")
        self.keys = KeyButton(t("Keys"), self, kind="rail", size="small", icon="key")
        self.stop = KeyButton(t("Stop"), self, kind="rail", size="small", icon="stop")
        for act in ("look", "lock", "keys", "stop"):
            button: KeyButton = getattr(self, act)
            button.set_key("", key_of(act).shown(t))
            button.setObjectName(act)
        self._rarer: tuple[KeyButton, ...] = (self.look, self.lock, self.keys)
        self.more = KeyButton(t("Menu"), self, kind="rail", size="small", icon="more")
        self.more.setObjectName("header-more")
        self.more.clicked.connect(self._open_menu)
        self.more.hide()
        self.look.clicked.connect(self.look_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.back = KeyButton(t("All teams"), self, kind="rail", size="small", icon="left")
        self.back.set_key("", t("Esc"))
        self.back.setObjectName("all-teams")
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        self.sound = KeyButton(t("Sounds"), self, kind="rail", size="small", icon="sound")
        self.sound.set_key("", key_of("sound").shown(t))
        self.sound.setObjectName("sound")
        self.sound_menu = icon_button("down", t("Choices of the sounds"), self, kind="rail")
        self.sound_menu.setObjectName("sound-choices")
        self.keys.clicked.connect(self.keys_asked)
        self.stop.clicked.connect(self.stop_asked)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_SPACING)
        row.addWidget(self.back)
        row.addWidget(self.team)
        row.addWidget(self.facts, 1)
        sounds = QHBoxLayout()
        sounds.setSpacing(0)
        sounds.addWidget(self.sound)
        sounds.addWidget(self.sound_menu)
        row.addWidget(self.saved)
        row.addLayout(sounds)
        self._rarer = (self.sound, self.sound_menu, *self._rarer)
        for part in (self.look, self.lock, self.keys, self.more, self.stop):
            row.addWidget(part)

    def fit(self) -> None:
        """Where not all fits, the keys go, then the rarer buttons into a menu, then the facts; names wrap."""
        room = self.width() - 2 * _MARGIN
        needed = [self.team, self.saved, self.stop, *([] if self.back.isHidden() else [self.back])]
        whole = [*needed, self.facts, *self._rarer]
        self._show_keys("stop", *_WITH_KEYS)
        if _widths(whole) > room:
            self._show_keys("stop")
        is_narrow = _widths(whole) > room
        if is_narrow:
            self._show_keys(*_WITH_KEYS)  # for the menu
        has_facts = not is_narrow or _widths([*needed, self.facts, self.more]) <= room
        wraps = is_narrow and _widths([*needed, self.more]) > room
        self.more.setVisible(is_narrow)
        self.facts.setVisible(has_facts)
        for part in self._rarer:
            part.setVisible(not is_narrow)
        self._row.setStretchFactor(self.team, 0 if has_facts else 1)
        if wraps != self.team.wordWrap():
            self.team.setWordWrap(wraps)
            self.team.setMinimumWidth(_LEAST_TEAM if wraps else 0)

    def _show_keys(self, *acts: str) -> None:
        """Only these buttons name their key; the sheet has them all."""
        for act in ("stop", *_WITH_KEYS):
            button: KeyButton = getattr(self, act)
            button.set_key("", key_of(act).shown(self._t) if act in acts else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("header-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._rarer:
            words = button.text() or button.accessibleName()
            action = menu.addAction(f"{words}\t{button.key_text}")
            action.triggered.connect(button.click)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def show_team(self, team: str, facts: str) -> None:
        """Name the team and what belongs to it."""
        self.team.setText(team)
        self.facts.setText(facts)
        self.fit()

    def show_way_back(self, *, is_there: bool) -> None:
        """Whether there is a page of all teams to go back to."""
        self.back.setVisible(is_there)
        self.fit()

    def show_saved(self, text: str, *, is_kept: bool) -> None:
        """Say when all was kept, or that something is not."""
        icon = "check" if is_kept else "warn"
        if text == self.saved.text() and icon == self.saved.icon:
            return
        self.saved.icon = icon
        self.saved.setText(text)
        self.saved.setAccessibleName(text)
        self.saved.update()
        self.fit()

    def show_sound(self, state: SoundState, trouble: str) -> None:
        """Whether sounds are heard; `trouble` says why not, where that is not the facilitator's wish."""
        t = self._t
        words = {"on": t("Sounds"), "muted": t("Muted")}.get(state, t("No sound"))
        if words != self.sound.text():
            self.sound.setText(words)
            self.sound.set_icon("sound" if state == "on" else "mute")
        self.sound.set_tip(trouble)
        self.sound.setAccessibleDescription(trouble)

    def show_way_out(self, text: str) -> None:
        """What the button at the right does now."""
        if text != self.stop.text():
            self.stop.setText(text)
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        now = theme.current()
        painter.fillRect(self.rect(), now.colour("rail"))
        if now.is_stark:
            painter.fillRect(0, self.height() - 2, self.width(), 2, now.colour("face_edge"))
        edge = QPen(now.colour("rail_danger"), now.danger_px if now.is_stark else 1)
        draw_face(painter, QRectF(self.stop.geometry()).adjusted(-1, -1, 1, 1), 6, None, edge)


def _widths(parts: Sequence[QWidget]) -> int:
    """What the parts need side by side; a name that wraps counts as one line."""
    wide = [_one_line(part) if isinstance(part, QLabel) else part.sizeHint().width() for part in parts]
    return sum(wide) + _SPACING * (len(parts) - 1)


def _one_line(label: QLabel) -> int:
    around = label.contentsMargins()
    words = QFontMetricsF(label.font()).horizontalAdvance(label.text())
    return round(words) + around.left() + around.right() + 2
