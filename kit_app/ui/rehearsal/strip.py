"""The strip in a rehearsed console: what the team says, how fast time passes, the way out. No rule here."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.rehearsals import PACES
from kit_app.ui.common.accessible import say
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.tags import Tag

_KEPT = 12
"""As many of the last sentences stand in the tooltip."""
_LEAST_WORDS, _PACE_WIDTH = 220, 92
_LOW, _HIGH = 560, 640
"""Below the one the strip is as low as can be, from the other on it also shows the sentence before (px)."""


class Strip(QFrame):
    """`pace_chosen(int)`; `end_asked()`: stop and look back; `ready_told()`: the room is in order again."""

    pace_chosen = Signal(int)
    end_asked = Signal()
    ready_told = Signal()

    def __init__(self, t: Catalogue, pace: int, first: str, parent: QWidget | None = None) -> None:
        """`first` is what stands there until something is heard."""
        super().__init__(parent)
        self._t = t
        self._said: list[str] = []
        self._is_over = False
        self.setObjectName("rehearsal-strip")
        self.setProperty("foot", "true")
        self.setAccessibleName(t("Rehearsal"))
        row = FlowRow(self, spacing=10)
        row.setContentsMargins(12, 4, 12, 4)
        self.tag = Tag(t("Rehearsal"), "marker", self)
        row.add(self.tag)
        words = QWidget(self)
        words.setMinimumWidth(_LEAST_WORDS)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.now = Label(first, "bold", words)
        self.now.setObjectName("rehearsal-now")
        self.before = Label("", "small", words)
        self.before.setVisible(False)
        column.addWidget(self.before)
        column.addWidget(self.now)
        row.add(words, 1)
        self.pace = ComboBox(self)
        self.pace.setObjectName("rehearsal-pace")
        self.pace.setAccessibleName(t("How fast time passes"))
        self.pace.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for one in PACES:
            self.pace.add_choice(str(one), f"× {one}")
        self.pace.set_value(str(pace))
        self.pace.setMinimumWidth(_PACE_WIDTH)
        self.pace.activated.connect(lambda _place: self.pace_chosen.emit(int(self.pace.value())))
        self.ready = KeyButton(t("The room is ready"), self, size="small", icon="check")
        self.ready.setObjectName("rehearsal-ready")
        self.ready.clicked.connect(self.ready_told)
        self.ready.setVisible(False)
        self.end = KeyButton(t("End the rehearsal"), self, size="small", icon="stop")
        self.end.setObjectName("rehearsal-end")
        self.end.clicked.connect(self.end_asked)
        for part in (self.pace, self.ready, self.end):
            if isinstance(part, KeyButton):
                part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.add(part)
        if parent is not None:
            parent.installEventFilter(self)

    def say(self, sentence: str, at: str) -> None:
        """Something is heard at this time of the game; what was heard before stays beside it for a while."""
        if self._said:
            self.before.setText(self._said[-1])
            self._show_before()
        self._said = [*self._said, f"{at}  {sentence}"][-_KEPT:]
        self.now.setText(self._said[-1])
        self.setToolTip("\n".join(self._said))
        say(self.now, sentence)

    def show_over(self) -> None:
        """The game is closed: the room is to be put in order, or one looks back at once."""
        self.now.setText(self._t("The players have left. Put the room in order."))
        self._is_over = True
        self.before.setVisible(False)
        self.pace.setVisible(False)
        self.ready.setVisible(True)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
            self._show_before()
        return False

    def _fit(self) -> None:
        """In a low window every line counts: no tag, and a button without words."""
        is_low = self.window().height() < _LOW
        words = self._t("Look back now") if self._is_over else self._t("End the rehearsal")
        self.tag.setVisible(not is_low)
        self.end.setText("" if is_low and not self._is_over else words)
        self.end.set_name(words)

    def _show_before(self) -> None:
        """The sentence before has its place in a window that is high enough."""
        is_high = self.window().height() >= _HIGH
        self.before.setVisible(bool(self.before.text()) and not self._is_over and is_high)
