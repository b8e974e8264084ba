"""The zone *What to say*: the next step, what is given, the last card, the puzzle, notes. No rule here."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kit_app.game.commands import AddNote
from kit_app.game.tags import NOTE_TAGS
from kit_app.i18n import Catalogue
from kit_app.services.note_words import note_words
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.console.composer import Composer
from kit_app.ui.console.given_panel import GivenPanel
from kit_app.ui.console.hint_notice import HintNotice
from kit_app.ui.console.keys import key_of
from kit_app.ui.console.next_step import NextStep
from kit_app.ui.console.note_list import NoteList
from kit_app.ui.console.puzzle_panel import PuzzlePanel
from kit_app.ui.console.reading import ReadingPanel
from kit_app.ui.console.zone import Zone
from kit_app.views.console import ConsoleView, PuzzleRow


class _Content(QWidget):
    """As high as its width asks for, no higher."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class _Area(QScrollArea):
    """Scrolls, or is as high as its content where something around it scrolls."""

    is_flat = False

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        if not self.is_flat or content is None:
            return super().minimumSizeHint()
        return QSize(0, content.heightForWidth(max(200, self.width())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.is_flat and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class SayZone(Zone):
    """`asked` carries a command; `note_asked` opens the note."""

    asked = Signal(object)
    note_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("What to say"), parent)
        self._t = t
        self.head.addStretch(1)
        self.next_step = NextStep(t, self)
        self.reading = ReadingPanel(t, self)
        self.composer = Composer(t, self)
        self.hint_notice = HintNotice(t, self)
        self.given = GivenPanel(t, self)
        self.puzzle = PuzzlePanel(t, self)
        self.note_list = NoteList(t, self)
        sources = self.next_step, self.composer, self.reading, self.hint_notice, self.puzzle, self.note_list
        for source in sources:
            source.asked.connect(self.asked)
        self.area = _Area(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = _Content()
        content.setProperty("ground", "clear")
        inner = self._inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        parts: tuple[QWidget, ...] = (
            self.composer,
            self.reading,
            self.hint_notice,
            self.next_step,
            self.given,
            self.puzzle,
            self.note_list,
        )
        for part in parts:
            inner.addWidget(part)
        inner.addStretch(1)
        self.area.setWidget(content)
        self.column.addWidget(self.area, 1)
        self._build_notes()

    def _build_notes(self) -> None:
        t = self._t
        self.notes_title = Label(t("Note with one key"), "label", self)
        self.note = KeyButton(t("Note"), self, size="small", icon="note")
        self.note.set_key("", key_of("note").shown(t))
        self.note.setObjectName("note")
        self.note.clicked.connect(self.note_asked)
        self.notes: dict[str, KeyButton] = {}
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, tag in enumerate(NOTE_TAGS):
            button = KeyButton(note_words("", tag, t), self, size="small")
            button.set_key("", key_of(f"note-{place + 1}").shown(t))
            button.setObjectName(f"note-{place + 1}")
            button.clicked.connect(lambda _checked=False, tag=tag: self.asked.emit(AddNote(tag=tag)))
            self.notes[f"note-{place + 1}"] = button
            grid.addWidget(button, place // 2, place % 2)
        head = QHBoxLayout()
        head.addWidget(self.notes_title, 1)
        head.addWidget(self.note)
        self.column.addLayout(head)
        self.column.addLayout(grid)

    def hold_guide(self, guide: QWidget) -> None:
        """The guide of a first session stands above the next step."""
        place = self._inner.indexOf(self.next_step)
        if self._inner.indexOf(guide) != place - 1:
            self._inner.insertWidget(place, guide)

    def show_flat(self, is_flat: bool) -> None:
        """Whether what is around scrolls in place of the zone."""
        self.area.is_flat = is_flat
        self.area.updateGeometry()

    def show_view(self, view: ConsoleView, chosen: PuzzleRow | None) -> None:
        """Bring the zone up to date for the chosen puzzle."""
        self.next_step.show_view(view, "" if chosen is None else chosen.id)
        self.hint_notice.show_view(view)
        self.reading.show_view(view)
        self.given.show_view(view)
        self.note_list.show_view(view)
        is_shown = chosen is not None and view.phase in ("playing", "paused", "guided")
        if self.puzzle.isHidden() == is_shown:
            self.puzzle.setVisible(is_shown)
        if chosen is not None and is_shown:
            self.puzzle.show_puzzle(chosen, view)
