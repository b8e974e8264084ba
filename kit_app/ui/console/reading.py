"""The text of the card read last, large enough to be read aloud, in a place of its own. No rule here."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.console.keys import key_of
from kit_app.ui.console.large_reading import LargeReading
from kit_app.ui.console.speak_button import SpeakButton
from kit_app.views.console import ConsoleView, Reading

_LOOKED_AT = 40
"""So many events at most are searched for an act after the card."""
MOST_TEXT = 116
"""Four lines of the text are in sight; the rest is scrolled to, so that the next step stays in view (px)."""
_NEXT_ACTS = frozenset(
    (
        *("PuzzleSolved", "AnswerRejected", "FieldFilled", "HintGiven", "HintOffered", "MessageShown"),
        *("SceneShown", "RunStopped"),
    )
)
"""After one of these the card has been read: one line is left of it."""


class _Bounded(QScrollArea):
    """As high as its label, up to a bound; then it scrolls."""

    def __init__(self, label: Label, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        label.setProperty("ground", "clear")
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.installEventFilter(self)
        self.setWidget(label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)

    def fit(self) -> None:
        """Take the height that the text needs."""
        wanted = self._label.heightForWidth(max(1, self.viewport().width()))
        self.setFixedHeight(min(MOST_TEXT, max(24, wanted)))
        can_scroll = wanted > MOST_TEXT
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if can_scroll else Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._label and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self.fit()
        return super().eventFilter(watched, event)


class ReadingPanel(Panel):
    """Opens when a card was read; folds to one line after the next act. `asked` carries a command.

    What was read before this panel was made, by another run of the program, does not open it.
    """

    asked = Signal(object)
    left = Signal()
    opened = Signal()
    speak_asked = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="kit", look="info", padding=12)
        self._t = t
        self._seen: int | None = None
        self._team = 0
        self._folds_at = -1
        self._left: set[tuple[int, int]] = set()
        self._reading: Reading | None = None
        self.large: LargeReading | None = None
        self.card = Label("", "small", self)
        self.text = Label("", "say", self)
        self.text.setObjectName("reading")
        self.dismiss = icon_button("cross", t("Close the card"), self, kind="quiet")
        self.dismiss.setObjectName("close-reading")
        self.dismiss.clicked.connect(self.leave)
        self.speak = SpeakButton("speak-reading", t, self)
        self.speak.clicked.connect(lambda: self.speak_asked.emit(self.text.text()))
        self.fold = icon_button("up", t("Only the title of the card"), self, kind="quiet")
        self.fold.setObjectName("fold-reading")
        self.fold.clicked.connect(lambda: self.show_folded(is_folded=not self.is_folded))
        self.enlarge = KeyButton(t("Large"), self, size="small")
        self.enlarge.set_key("", key_of("enlarge").shown(t))
        self.enlarge.set_tip(t("In large letters, also for the players"))
        self.enlarge.setObjectName("enlarge-reading")
        self.enlarge.clicked.connect(self.open_large)
        self.add_to_head(self.fold)
        self.add_to_head(self.dismiss)
        self.acts = QWidget(self)
        row = FlowRow(self.acts, spacing=8)
        row.add(self.enlarge)
        row.add(self.speak)
        self.area = _Bounded(self.text, t("Text of the card"), self)
        for part in (self.card, self.area, self.acts):
            self.add(part)
        self.hide()

    @property
    def is_folded(self) -> bool:
        """Whether only the title is in sight."""
        return self.area.isHidden()

    def show_folded(self, *, is_folded: bool) -> None:
        """Show the title only, or all of the card."""
        for part in (self.card, self.area, self.acts):
            part.setVisible(not is_folded)
        self.fold.set_icon("down" if is_folded else "up")
        words = self._t("The whole card") if is_folded else self._t("Only the title of the card")
        self.fold.set_name(words)

    def begin(self) -> None:
        """Another run is shown."""
        self.hide()
        self._reading = None

    def show_view(self, view: ConsoleView) -> None:
        """Open for a card that was read since the last view."""
        if self.large is not None:
            self.large.show_view(view)
        last = next((row.seq for row in reversed(view.log) if row.kind == "CardScanned"), -1)
        is_first, is_other = self._seen is None, view.team_number != self._team
        is_past = any(row.seq > last and row.kind in _NEXT_ACTS for row in view.log[-_LOOKED_AT:])
        if last == self._seen and not is_other:
            if is_past and self._folds_at != last and not self.isHidden():
                self._folds_at = last
                self.show_folded(is_folded=True)
            return
        self._seen, self._team = last, view.team_number
        if view.reading is None:
            return
        self._show_reading(view.reading)
        if not is_first and not is_past and (self._team, last) not in self._left:
            self.show_folded(is_folded=False)
            self.show()
            self.area.fit()
            self.opened.emit()

    def _show_reading(self, reading: Reading) -> None:
        self._reading = reading
        self.set_title(reading.title)
        self.card.setText(" · ".join(part for part in (reading.card, reading.puzzle) if part))
        self.text.setText(reading.text)

    def open_large(self) -> None:
        """The card read last over the whole console; nothing before one was read."""
        if self._reading is None:
            return
        if self.large is None:
            self.large = LargeReading(self._t, self.window())
            self.large.asked.connect(self.asked)
            self.large.left.connect(self.left)
        self.large.open(self._reading)

    def leave(self) -> None:
        """Close; the next card opens it again."""
        self.hide()
        self._left.add((self._team, self._seen or 0))
        self.left.emit()
