"""The dark bar on top of the console: which team, what is kept, the keys, the way out. No rule here."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
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
_LEAST_TEAM, _LEAST_FACTS, _MARGIN, _SPACING = 140, 120, 14, 14


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


class _Facts(Label):
    """One line that ends in dots where it is too long; then a tooltip has all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "rail-quiet", parent, wraps=False)
        self._whole = ""

    @property
    def whole_width(self) -> int:
        """What the whole line needs (px)."""
        return round(QFontMetricsF(self.font()).horizontalAdvance(self._whole)) + 4

    def show_facts(self, text: str) -> None:
        """Show another line."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = QFontMetricsF(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        if self.width() >= self.whole_width - 2:
            shown = self._whole
        if shown != self.text():
            self.setText(shown)
            self.setToolTip("" if shown == self._whole else self._whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How much the bar shows. `keys`: the buttons that name their key."""

    keys: tuple[str, ...] = ("stop",)
    facts: Literal["whole", "short", "none"] = "whole"
    has_menu: bool = False
    wraps: bool = False


_LEVELS = (
    _Level(keys=("stop", *_WITH_KEYS)),
    _Level(),
    _Level(facts="short"),
    _Level(keys=("stop", *_WITH_KEYS), has_menu=True),
    _Level(keys=("stop", *_WITH_KEYS), facts="short", has_menu=True),
    _Level(keys=("stop", *_WITH_KEYS), facts="none", has_menu=True),
    _Level(keys=_WITH_KEYS, facts="none", has_menu=True),
    _Level(keys=_WITH_KEYS, facts="none", has_menu=True, wraps=True),
)
"""From all to the least; in the menu the keys of the rarer buttons stand beside their words."""


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
        self.facts = _Facts(self)
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
        """Where not all fits, the keys go, then the end of the facts, then the rarer buttons into a menu.

        At last the facts go, then the key of the stop; the name wraps.
        """
        room = self.width() - 2 * _MARGIN
        fitting = next((level for level in _LEVELS if self._needs(level) <= room), _LEVELS[-1])
        self._show_keys(*fitting.keys)
        self.more.setVisible(fitting.has_menu)
        for part in self._rarer:
            part.setVisible(not fitting.has_menu)
        self.facts.setVisible(fitting.facts != "none")
        self.facts.setMinimumWidth(self._facts_width(fitting))
        self._row.setStretchFactor(self.team, 0 if fitting.facts != "none" else 1)
        if fitting.wraps != self.team.wordWrap():
            self.team.setWordWrap(fitting.wraps)
            self.team.setMinimumWidth(_LEAST_TEAM if fitting.wraps else 0)

    def _needs(self, level: "_Level") -> int:
        """The width of all that a level shows, side by side."""
        self._show_keys(*level.keys)
        items = [_LEAST_TEAM if level.wraps else _one_line(self.team), _one_line(self.saved)]
        items.append(self.stop.sizeHint().width())
        if not self.back.isHidden():
            items.append(self.back.sizeHint().width())
        if level.facts != "none":
            items.append(self._facts_width(level))
        if level.has_menu:
            items.append(self.more.sizeHint().width())
        else:
            items.append(self.sound.sizeHint().width() + self.sound_menu.sizeHint().width())
            items += [button.sizeHint().width() for button in (self.look, self.lock, self.keys)]
        return sum(items) + _SPACING * (len(items) - 1)

    def _facts_width(self, level: "_Level") -> int:
        whole = self.facts.whole_width
        return {"whole": whole, "short": min(whole, _LEAST_FACTS)}.get(level.facts, 0)

    def _show_keys(self, *acts: str) -> None:
        """Only these buttons name their key; the sheet has them all."""
        for act in ("stop", *_WITH_KEYS):
            button: KeyButton = getattr(self, act)
            words = key_of(act).shown(self._t) if act in acts else ""
            if words != button.key_text:
                button.set_key("", words)

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
        self.facts.show_facts(facts)
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
            self.fit()
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


def _one_line(label: QLabel) -> int:
    around = label.contentsMargins()
    words = QFontMetricsF(label.font()).horizontalAdvance(label.text())
    return round(words) + around.left() + around.right() + 2
