"""The guide in *Help*: its chapters and a search at the left, what was chosen at the right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kit_app.i18n import Catalogue
from kit_app.services.guide_book import Chapter, Found, GuideBook
from kit_app.ui.common.accessible import describe, say
from kit_app.ui.common.guide_text import GuideText
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import NARROW
from kit_app.ui.common.tables import Cell, ListTable, Row

AT_HAND = "at-hand"
"""The entry before the chapters: the way through an evening, and every key."""
_LIST_WIDTH, _LIST_HEIGHT, _LEAST = 320, 170, QSize(240, 120)
_UNBOUND = 16_777_215
"""Qt's word for a size without limit."""
_INDENT = "\u2003"


class _SearchField(QLineEdit):
    """`left()`: an arrow leads from the field into the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class GuideView(QWidget):
    """`at_hand` is shown for the entry before the chapters."""

    def __init__(
        self, book: GuideBook, at_hand: QWidget, t: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._t = t
        self.search = _SearchField(self)
        self.search.setObjectName("help-search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(t("Search the guide"))
        describe(self.search, t("Search the guide"))
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self._go_to_list)
        self.search.returnPressed.connect(self._open_first)
        self.list = ListTable([""], self, stretch=0)
        self.list.setObjectName("help-chapters")
        describe(self.list, t("Chapters of the guide"))
        self.list.picked.connect(self._open)
        self.nothing = Label(t("No chapter has all these words. Try fewer, or others."), "quiet", self)
        self.text = GuideText(book, self)
        self.text.setObjectName("help-text")
        self.text.asked.connect(self.show_chapter)
        self._at_hand = _scrolled(at_hand, self)
        self.right = QStackedWidget(self)
        self.right.addWidget(self._at_hand)
        self.right.addWidget(self.text)
        self._lay_out()
        self._search("")
        self.show_chapter(AT_HAND)

    def _lay_out(self) -> None:
        self._side = QWidget(self)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(self.search)
        side.addWidget(self.nothing)
        side.addWidget(self.list, 1)
        self.list.setMinimumSize(_LEAST)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self._side)
        self._row.addWidget(self.right, 1)
        self._arrange()

    def show_chapter(self, ident: str) -> None:
        """Show a chapter, or what is at hand, and mark it among all of them."""
        if self.search.text():
            self.search.clear()
        self.list.choose(ident)
        self._open(ident)

    @property
    def shown(self) -> str:
        """The id of what is shown."""
        return AT_HAND if self.right.currentWidget() is self._at_hand else self.text.chapter

    def _open(self, ident: str) -> None:
        if ident == AT_HAND or not ident:
            self.right.setCurrentWidget(self._at_hand)
            return
        self.right.setCurrentWidget(self.text)
        self.text.show_chapter(self._book.chapter(ident), self.search.text())

    def _search(self, asked: str) -> None:
        """All chapters, or those that have what was typed."""
        found = self._book.search(asked)
        if asked.strip():
            cells = [(one.chapter.id, _hit(one)) for one in found]
        else:
            cells = [(one.id, _entry(one)) for one in self._book.chapters]
            cells.insert(0, (AT_HAND, Cell(text=self._t("In short, and every key"), is_bold=True)))
        blocked = self.list.blockSignals(True)
        self.list.set_rows([Row(ident=ident, cells=(cell,)) for ident, cell in cells])
        if not asked.strip():
            self.list.choose(self.shown)
        self.list.blockSignals(blocked)
        self.list.setVisible(bool(cells))
        self.nothing.setVisible(not cells)
        if not cells:
            say(self.nothing, self.nothing.text())

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.search.text():
            self._open_first()

    def _open_first(self) -> None:
        """The chapter that suits best."""
        found = self._book.search(self.search.text())
        if found:
            self.list.choose(found[0].chapter.id)
            self._open(found[0].chapter.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side, or one above the other in a narrow window."""
        is_wide = self.width() >= NARROW - _LIST_WIDTH // 2
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if way == self._row.direction() and self._side.maximumWidth() == _LIST_WIDTH:
            return
        self._row.setDirection(way)
        self._side.setMaximumSize(*((_LIST_WIDTH, _UNBOUND) if is_wide else (_UNBOUND, _LIST_HEIGHT)))
        self._side.setMinimumWidth(_LIST_WIDTH if is_wide else 0)


def _entry(chapter: Chapter) -> Cell:
    """A chapter in the list: parts are bold, what lies within one stands in."""
    is_within = chapter.level > 2
    return Cell(text=f"{_INDENT if is_within else ''}{chapter.title}", is_bold=not is_within)


def _hit(found: Found) -> Cell:
    return Cell(text=found.chapter.title, below=found.excerpt, is_bold=True)


def _scrolled(body: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    body.setProperty("ground", "clear")
    area.setWidget(body)
    area.setMinimumHeight(_LEAST.height())
    return area
