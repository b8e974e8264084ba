"""The next session on the home page: when, what, the way in, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common import theme
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.icons import SMALL
from kit_app.ui.common.labels import IconLabel, Label
from kit_app.ui.common.page import WIDEST
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag

_SIDE = 318
_BESIDE_FROM = 860


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyLine:
    """One thing that has to be ready; `is_ready` False: still to do, None: only seen on the spot."""

    text: str
    is_ready: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSession:
    """What the panel shows, in words."""

    when: str
    until: str
    title: str
    facts: str
    ready: tuple[ReadyLine, ...]
    lacks_print: bool = False
    lacks_choices: bool = False
    take_up: str = ""
    """The words of the way back into a game that stopped; empty when none is under way."""


class Tonight(Panel):
    """`start_asked`, `printing_asked`, `preparing_asked`: what the person wants with the next session."""

    start_asked = Signal()
    printing_asked = Signal()
    preparing_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent, look="marked", padding=0)
        self._t = t
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._build_main(t), 1)
        self._side = self._build_side()
        row.addWidget(self._side)
        self.add(row)

    def _build_main(self, t: Catalogue) -> QVBoxLayout:
        self.tag = Tag("", "marker", self)
        self.until = Label("", "quiet", self, wraps=False)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.tag)
        top.addWidget(self.until)
        top.addStretch(1)
        self.name = Label("", "h1", self)
        self.facts = Label("", "quiet", self)
        self.start = KeyButton("", self, kind="primary", size="start", icon="play")
        self.start.set_key("Return", t("Enter"))
        self.start.setObjectName("home-start")
        self.start.clicked.connect(self.start_asked)
        self.print = KeyButton(t("Print what is missing"), self, size="large", icon="print")
        self.print.setObjectName("home-print")
        self.print.clicked.connect(self.printing_asked)
        self.prepare = KeyButton(t("Change choices"), self, kind="quiet", size="large", icon="edit")
        self.prepare.setObjectName("home-prepare")
        self.prepare.clicked.connect(self.preparing_asked)
        actions = FlowRow(spacing=12)
        for button in (self.start, self.print, self.prepare):
            actions.add(button)
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addSpacing(8)
        column.addLayout(actions)
        column.addStretch(1)
        return column

    def _build_side(self) -> "_Side":
        side = _Side(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(7)
        self.ready = Label("", "h3", side)
        column.addWidget(self.ready)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(7)
        column.addLayout(self._lines)
        column.addStretch(1)
        self._parts: list[QWidget] = []
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._side.setMinimumWidth(_SIDE if is_wide else 0)
        self._side.setMaximumWidth(_SIDE if is_wide else WIDEST)

    def show_session(self, session: NextSession) -> None:
        """Show a session."""
        self.tag.show_tag(session.when, "marker")
        self.until.setText(session.until)
        self.name.setText(session.title)
        self.facts.setText(session.facts)
        is_stopped = bool(session.take_up)
        self.start.setText(session.take_up or self._t("Check and start"))
        self.print.setVisible(session.lacks_print and not is_stopped)
        self.prepare.setVisible((session.lacks_choices or not session.lacks_print) and not is_stopped)
        self._side.setVisible(not is_stopped)
        done = sum(line.is_ready is True for line in session.ready)
        self.ready.setText(self._t("Ready: {done} of {total}", done=done, total=len(session.ready)))
        self._show_lines(session.ready)

    def _show_lines(self, lines: Sequence[ReadyLine]) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        for line in lines:
            row = QWidget(self)
            inside = QHBoxLayout(row)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(8)
            icon = (
                IconLabel("check", "ok", SMALL, row)
                if line.is_ready
                else IconLabel("clock", "ink3", SMALL, row)
            )
            inside.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
            inside.addWidget(Label(line.text, "body", row), 1)
            state = self._t("done") if line.is_ready else self._t("to do")
            row.setAccessibleName(self._t("{name}: {value}", name=line.text, value=state))
            self._lines.addWidget(row)
            row.show()
            self._parts.append(row)


class _Side(QFrame):
    """The tinted column at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(_SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        ground = now.colour("paper")
        ground.setAlpha(140)
        painter.fillRect(self.rect().adjusted(1, 0, -1, -1), ground)
        painter.fillRect(0, 0, 1, self.height(), now.colour("line"))
