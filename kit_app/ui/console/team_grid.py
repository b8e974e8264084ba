"""All teams at once: a bar for what is done for all, a card a team, a line to type in. No rule here."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.console.keys import bind
from kit_app.ui.console.room_bar import RoomBar
from kit_app.ui.console.room_desk import RoomDesk
from kit_app.ui.console.room_words import news
from kit_app.ui.console.team_card import TeamCardPanel
from kit_app.ui.console.team_menu import team_menu
from kit_app.views.room import RoomView

_CARD_WIDTH = 400
"""Cards stand side by side where each has so much room (px)."""
_LEAST_HEIGHT, _SPACING = 64, 8
_LOW = 620
"""A window that is lower has no line to spare (px)."""
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TeamGrid(QWidget):
    """`asked(command, teams)` names the teams it is for (none: all); `answered(command, team)` may be a code.

    `opened(team)` wants a team's page, `end_asked(team)` the end of its game.
    """

    asked = Signal(object, object)
    answered = Signal(object, int)
    opened = Signal(int)
    chosen = Signal(int)
    end_asked = Signal(int)

    def __init__(self, teams: Sequence[tuple[int, str]], t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._room: RoomView | None = None
        self._order: tuple[int, ...] = ()
        self._seen: dict[int, int] = {}
        self.bar = RoomBar(t, self)
        self.desk = RoomDesk(teams, t, self)
        self._most_columns = self._columns = 2 if len(teams) in (2, 4) else 3
        name_px = 18 if self._columns == 2 else 15
        self.cards = {
            number: TeamCardPanel(number, label, t, self, name_px=name_px) for number, label in teams
        }
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.area = QScrollArea(self)
        self.area.setObjectName("cards")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setMinimumHeight(_LEAST_HEIGHT)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self.grid = QGridLayout(inner)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(_SPACING)
        self.area.setWidget(inner)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(_SPACING)
        self._middle.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addWidget(self.bar)
        column.addLayout(self._middle, 1)
        column.addWidget(self.desk)
        self._place(tuple(self.cards))
        self.choose(next(iter(self.cards)))
        for button in self.findChildren(KeyButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for card in self.cards.values():
            for button in card.buttons():
                button.installEventFilter(self)
        self.area.viewport().installEventFilter(self)

    def hold_camera(self, view: QWidget) -> None:
        """What the camera sees stands beside the cards, over none of them."""
        self._middle.addWidget(view, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.bar.asked.connect(lambda command: self.asked.emit(command, ()))
        self.bar.message_asked.connect(self.desk.write)
        self.desk.answered.connect(self.answered)
        self.desk.asked.connect(lambda command, team: self.asked.emit(command, (team,) if team else ()))
        self.desk.team_chosen.connect(self.choose)
        for card in self.cards.values():
            card.asked.connect(lambda command, team: self.asked.emit(command, (team,)))
            card.message_asked.connect(self.desk.write)
            card.opened.connect(self.opened)
            card.menu_asked.connect(self._open_menu)
            card.chosen.connect(self.choose)
        self._bind_keys()

    def _bind_keys(self) -> None:
        bar, desk = self.bar, self.desk
        buttons = {
            "pause": bar.pause,
            "message": bar.message,
            "black": bar.black,
            "emergency": bar.alarm,
            "undo": desk.undo,
            "camera": desk.camera,
        }
        acts: dict[str, Callable[[], object]] = {
            name: partial(_press, button) for name, button in buttons.items()
        }
        acts |= {f"answers-{number}": partial(self.choose, number) for number in self.cards}
        acts |= {"hint": self._give_suggested, "field": self.home, "next": self._go_on}
        self._letters = bind(self, acts)

    def _give_suggested(self) -> None:
        """Press the first button of the team that needs it most."""
        main = self._neediest()
        if main:
            _press(self.cards[main].act)

    def _go_on(self) -> None:
        """Start all, or go to the results."""
        for button in (self.bar.start, self.bar.results):
            _press(button)

    @property
    def order(self) -> tuple[int, ...]:
        """The teams as their cards stand, the first at the upper left."""
        return self._order

    def show_room(self, room: RoomView) -> None:
        """Show a moment of all teams; what reads the same is not painted again."""
        is_first = self._room is None
        self._room = room
        if room.by_need != self._order and (is_first or self._is_calm()):
            self._place(room.by_need)
            if is_first:
                self.choose(room.by_need[0])
        self.bar.show_room(room)
        self.desk.show_over(is_over=room.is_over)
        for card in room.cards:
            self.cards[card.number].show_card(card, room)
        main = self._neediest()
        for number, panel in self.cards.items():
            panel.set_primary(number == main)
        self._tell_news(room)

    def _neediest(self) -> int:
        """The first team for which something is suggested: its button is the one of the page. 0: none."""
        for number in self._order:
            words = self.cards[number].words
            if words is not None and words.is_suggestion and words.act is not None:
                return number
        return 0

    def _is_calm(self) -> bool:
        """Whether cards may change places: nothing is typed, no button is pressed or under the pointer."""
        if not self.desk.is_idle or QApplication.activePopupWidget() is not None:
            return False
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return False
        buttons = (button for card in self.cards.values() for button in card.buttons())
        return not any(button.underMouse() or button.isDown() for button in buttons)

    def _place(self, order: tuple[int, ...]) -> None:
        self._order = order
        rows = -(-len(order) // self._columns)
        for place in range(max(self._most_columns, len(order))):
            self.grid.setColumnStretch(place, 1 if place < self._columns else 0)
            self.grid.setRowStretch(place, 1 if place < rows else 0)
        before: QWidget = self.bar.alarm
        for place, number in enumerate(order):
            card = self.cards[number]
            self.grid.removeWidget(card)
            self.grid.addWidget(card, place // self._columns, place % self._columns)
            for button in card.buttons():
                QWidget.setTabOrder(before, button)
                before = button

    def _fit_cards(self) -> None:
        """As many cards side by side as keep their words, and one whole card in sight."""
        for card in self.cards.values():
            card.show_low(self.area.viewport().height())
        room = self.area.viewport().width() + _SPACING
        columns = max(1, min(self._most_columns, room // (_CARD_WIDTH + _SPACING)))
        if columns != self._columns:
            self._columns = columns
            self._place(self._order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.show_low(is_low=self.window().height() < _LOW)

    def _tell_news(self, room: RoomView) -> None:
        """Say what the events since the last view brought."""
        for card in room.cards:
            log = card.view.log
            seen, self._seen[card.number] = self._seen.get(card.number, 0), log[-1].seq if log else 0
            fresh = [said for row in log if row.seq > seen and (said := news(row, card.view, self._t))]
            if fresh:
                self.desk.show_news(fresh[-1])

    def choose(self, number: int) -> None:
        """Answers that are typed go to this team."""
        self.desk.choose(number)
        for card in self.cards.values():
            card.set_chosen(card.number == number)
        self.area.ensureWidgetVisible(self.cards[number], 0, 0)
        self.chosen.emit(number)

    def home(self) -> None:
        """Put the focus where one types."""
        self.desk.home()

    def take_scan(self, signs: str, keys: str) -> None:
        """A card was scanned: the signs that came and those of the keys that were pressed."""
        self.desk.take_scan(signs, keys)

    def take_signs(self, text: str) -> None:
        """Signs that came too fast for single keys."""
        self.desk.take_signs(text)

    def take_line(self, text: str) -> None:
        """The same, with Enter."""
        self.desk.take_line(text)

    def press(self, sign: str) -> None:
        """A single key, or Alt with a letter."""
        if sign.isdigit() and int(sign) in self.cards:
            self.choose(int(sign))
        elif (act := self._letters.get(sign.lower())) is not None:
            act()

    def step_back(self) -> None:
        """Esc: leave the message, else the field, else go back to it."""
        if not self.desk.is_idle and self.desk.words.isVisible():
            self.desk.leave()
        elif isinstance(self.window().focusWidget(), QLineEdit):
            self.cards[self.desk.team].open.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.home()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button would take the arrows for itself; the place of the cards becomes wider or narrower."""
        if watched is self.area.viewport():
            if event.type() == QEvent.Type.Resize:
                self._fit_cards()
            return False
        card = watched.parent()
        if event.type() == QEvent.Type.FocusIn and isinstance(card, TeamCardPanel):
            self.area.ensureWidgetVisible(card, 0, 0)
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._move(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._move(event):
            super().keyPressEvent(event)

    def _move(self, event: QKeyEvent) -> bool:
        """Arrows move the choice from card to card; whether the key was one."""
        step = _ARROWS.get(event.key())
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        place = self._order.index(self.desk.team) + step[0] + step[1] * self._columns
        if 0 <= place < len(self._order):
            number = self._order[place]
            self.choose(number)
            self.cards[number].open.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _open_menu(self, number: int) -> None:
        if self._room is None:
            return
        card, button = self._room.card(number), self.cards[number].more
        menu = team_menu(card, self._room, self._t, self.asked.emit, self.end_asked.emit, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _press(button: KeyButton) -> None:
    """Click a button that is there and may be used."""
    if button.isVisible() and button.isEnabled():
        button.click()
