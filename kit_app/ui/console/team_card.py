"""One team among several: who, how it does, what it needs, what to say, and three buttons. No rule here."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, time_left
from kit_app.ui.common import theme
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import TeamShape
from kit_app.ui.common.tags import Tag
from kit_app.ui.console.card_parts import LineLabel, PathLine, SayBox
from kit_app.ui.console.keys import key_of
from kit_app.ui.console.room_words import CardWords, card_words, named
from kit_app.views.room import RoomView, TeamCard

PADDING = 12
CLOCK_WIDTH = 58
_WITH_BARS, _WITH_FACTS = 200, 172
_SPACE, _LOW_SPACE = 5, 2
LEAST_WIDTH = 280
"""A card can be made so narrow (px): its buttons say less then."""


class TeamCardPanel(QWidget):
    """`asked(command, team)`; the other signals name the team that is meant."""

    asked = Signal(object, int)
    message_asked = Signal(int)
    opened = Signal(int)
    menu_asked = Signal(int)
    chosen = Signal(int)

    def __init__(
        self, number: int, label: str, t: Catalogue, parent: QWidget | None = None, *, name_px: int = 18
    ) -> None:
        super().__init__(parent)
        self._t = t
        self.number = number
        self.label = label
        self._words: CardWords | None = None
        self._fitted: object = None
        self._is_chosen = False
        self.setObjectName(f"team-{number}")
        self.setAccessibleName(named(number, label))
        self.shape = TeamShape(number, 24, self, name=t("Team {number}", number=number))
        self.setMinimumWidth(LEAST_WIDTH)
        self.name = LineLabel(name_px, parent=self, is_bold=True, most=2)
        self.name.set_text(named(number, label))
        self.status = Tag("", "plain", self)
        self.bars = PathLine(self)
        self.headline = LineLabel(15, parent=self, is_bold=True, most=2)
        self.clock = LineLabel(15, parent=self, is_bold=True)
        self.clock.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clock.setFixedWidth(CLOCK_WIDTH)
        self.facts = LineLabel(14, "ink2", self, most=2)
        self.say = SayBox(self)
        self.act = KeyButton("", self, size="small")
        self.act.setObjectName(f"act-{number}")
        self.message = KeyButton(t("Message"), self, size="small")
        self._message_words = self.message.text()
        self.message.setObjectName(f"message-{number}")
        self.more = icon_button("more", t("More for team {number}", number=number), self, kind="quiet")
        self.more.setObjectName(f"more-{number}")
        self.open = KeyButton(t("Open"), self, kind="quiet", size="small")
        self.open.setObjectName(f"open-{number}")
        for button in (self.act, self.message, self.open):
            button.setAccessibleDescription(named(number, label))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 2 * _SPACE - 1, PADDING, 2 * _SPACE - 1)
        column.setSpacing(_SPACE)
        head, middle, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (head, middle, foot):
            row.setSpacing(8)
        head.addWidget(self.shape)
        head.addWidget(self.name, 1)
        head.addWidget(self.status)
        middle.addWidget(self.headline, 1)
        middle.addWidget(self.clock)
        foot.addWidget(self.act)
        foot.addWidget(self.message)
        foot.addStretch(1)
        foot.addWidget(self.more)
        foot.addWidget(self.open)
        column.addLayout(head)
        column.addWidget(self.bars)
        column.addLayout(middle)
        column.addWidget(self.facts)
        column.addWidget(self.say, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.act.clicked.connect(self._ask)
        self.message.clicked.connect(lambda: self.message_asked.emit(self.number))
        self.open.clicked.connect(lambda: self.opened.emit(self.number))
        self.more.clicked.connect(lambda: self.menu_asked.emit(self.number))

    @property
    def words(self) -> CardWords | None:
        """What the card says now."""
        return self._words

    @property
    def is_chosen(self) -> bool:
        """Whether answers go to this team."""
        return self._is_chosen

    def show_card(self, card: TeamCard, room: RoomView) -> None:
        """Show a moment; what reads the same is not painted again."""
        self.clock.setVisible(not room.has_same_clock and card.status not in ("closing", "ended"))
        self.clock.set_text(time_left(card.view.remaining_ms))
        self.bars.show_bars(card.view.player.bars)
        words = card_words(card, room, self._t)
        before, self._words = self._words, words
        if words == before:
            return
        if before is None or (words.status, words.kind) != (before.status, before.kind):
            self.status.show_tag(words.status, words.kind, words.icon)
        self.headline.set_text(words.headline)
        self.facts.set_text(words.facts)
        self.say.show_say(words.say, is_marked=words.is_suggestion)
        self.message.setEnabled(card.status != "ended")
        self.act.setVisible(words.act is not None)
        self._fit_words()

    def show_low(self, height: int) -> None:
        """Keep to `height` (px) where that may be: the paths, then the facts are left to the team's page."""
        self.bars.setVisible(height >= _WITH_BARS)
        is_low = height < _WITH_FACTS
        self.facts.setVisible(not is_low)
        space = _LOW_SPACE if is_low else _SPACE
        self._column.setContentsMargins(PADDING, 2 * space - 1, PADDING, 2 * space - 1)
        self._column.setSpacing(space)

    def set_chosen(self, is_chosen: bool) -> None:
        """Whether answers go to this team."""
        if is_chosen != self._is_chosen:
            self._is_chosen = is_chosen
            self.update()

    def set_primary(self, is_primary: bool) -> None:
        """Whether its first button is the one of the whole page; then a key presses it too."""
        kind = "primary" if is_primary else "secondary"
        if self.act.property("kind") != kind:
            self.act.set_kind("primary" if is_primary else "secondary")
            self._fit_words()

    def buttons(self) -> tuple[KeyButton, ...]:
        """All buttons of the card."""
        return self.act, self.message, self.more, self.open

    def _fit_words(self) -> None:
        """Where there is little room the first button says less, then keys go, then *Message* is its icon."""
        words = self._words
        if words is None:
            return
        kind = self.act.property("kind")
        fitted = self.width(), words.button, words.short, words.act is None, kind
        if fitted == self._fitted:
            return
        self._fitted = fitted
        room = self.width() - 2 * PADDING
        for button, has_keys, is_icon in (
            (words.button, True, False),
            (words.short, True, False),
            (words.short, False, False),
            (words.short, False, True),
        ):
            self._dress(button, has_keys=has_keys, is_icon=is_icon)
            parts = [each for each in self.buttons() if each is not self.act or words.act is not None]
            if sum(each.sizeHint().width() + 8 for each in parts) <= room:
                return

    def _dress(self, act: str, *, has_keys: bool, is_icon: bool) -> None:
        is_primary = self.act.property("kind") == "primary"
        self.act.setText(act)
        self.act.set_key("", key_of("hint").shown(self._t) if has_keys and is_primary else "")
        self.open.set_key("", key_of(f"team-{self.number}").shown(self._t) if has_keys else "")
        if is_icon != (not self.message.text()):
            self.message.setText("" if is_icon else self._message_words)
            self.message.set_icon("message" if is_icon else "")
            self.message.set_name(self._message_words if is_icon else "")

    def _ask(self) -> None:
        if self._words is not None and self._words.act is not None:
            self.asked.emit(self._words.act, self.number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.number)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        pen = QPen(now.colour("ink"), 3) if self._is_chosen else QPen(now.colour("edge"), 1)
        draw_face(painter, QRectF(self.rect()), 8, now.colour("surface"), pen)
