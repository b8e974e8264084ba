"""The foot of the pre-flight: how many lines are how, why the start waits, and the three ways on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.preflight.finding import Level
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import MARGIN
from kit_app.ui.common.tags import Tag, TagKind

_LEAST_WIDTH = 560
_KINDS: dict[Level, TagKind] = {"danger": "danger", "warn": "warn", "unknown": "plain", "ok": "ok"}


class PlayFoot(QFrame):
    """`start`, `enter` and `force` are the buttons; `show_levels` and `show_start` say how things stand."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.setProperty("foot", "true")
        self.tags = {level: Tag("", kind, self) for level, kind in _KINDS.items()}
        self.reason = Label("", "small", self)
        self.reason.setObjectName("play-reason")
        self.force = KeyButton(t("Start anyway…"), self, kind="quiet")
        self.force.setObjectName("play-force")
        self.enter = KeyButton(t("Enter the console"), self)
        self.enter.setObjectName("play-console")
        self.start = KeyButton("", self, kind="primary", size="start", icon="play")
        self.start.set_key("Ctrl+Return", t("Ctrl+Enter"))
        self.start.setObjectName("play-start")
        self._lay_out()

    def _lay_out(self) -> None:
        self._words = QWidget(self)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        tags = QHBoxLayout()
        tags.setSpacing(6)
        for tag in self.tags.values():
            tags.addWidget(tag)
        tags.addStretch(1)
        words.addStretch(1)
        words.addLayout(tags)
        words.addWidget(self.reason)
        words.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(MARGIN, 10, MARGIN, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._is_wide: bool | None = None
        self._arrange()

    def _arrange(self) -> None:
        """All in one row where there is room, else in two."""
        parts = (self.force, self.enter, self.start)
        wide = sum(part.sizeHint().width() + 10 for part in (self._words, *parts)) + 2 * MARGIN
        is_wide = self.width() >= wide
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for part in (self._words, *parts):
            self._grid.removeWidget(part)
        middle = Qt.AlignmentFlag.AlignVCenter
        if is_wide:
            for column, part in enumerate((self._words, *parts)):
                self._grid.addWidget(part, 0, column, middle)
            return
        right = Qt.AlignmentFlag.AlignRight | middle
        self._grid.addWidget(self._words, 0, 0, 1, 2, middle)
        self._grid.addWidget(self.enter, 0, 2, right)
        self._grid.addWidget(self.force, 1, 0, right)
        self._grid.addWidget(self.start, 1, 1, 1, 2, right)

    def minimumSizeHint(self) -> QSize:
        """Never so wide that it could not be narrowed to two rows."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def show_levels(self, levels: list[Level]) -> None:
        """How many lines are to settle, to confirm, to look at oneself and fine."""
        t = self._t
        bad, unsure, untold, good = (levels.count(level) for level in _KINDS)
        self.tags["danger"].show_tag(t.plural("{n} to settle", "{n} to settle", bad), "danger")
        self.tags["warn"].show_tag(t.plural("{n} to confirm", "{n} to confirm", unsure), "warn")
        words = t.plural("{n} to look at", "{n} to look at", untold)
        self.tags["unknown"].show_tag(words, "plain")
        self.tags["ok"].show_tag(t.plural("{n} fine", "{n} fine", good), "ok")
        for level, tag in self.tags.items():
            tag.setVisible(levels.count(level) > 0)
        self.force.setVisible(bad > 0)
        self._arrange()

    def show_start(self, words: str, reason: str) -> None:
        """The words of the primary button; with a reason it waits."""
        self.start.setText(words)
        self.start.setEnabled(not reason)
        self.start.setAccessibleDescription(reason)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
