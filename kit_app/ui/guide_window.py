"""A chapter of the guide beside a game: a window that Esc closes, and that hides nothing for long."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.guide_book import read_guide
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.guide_text import GuideText

_SIZE, _LEAST = QSize(620, 560), QSize(320, 220)


class GuideWindow(QDialog):
    """Not modal: the game goes on and can be led while this is read. One that is open is not made twice."""

    def __init__(self, chapter: str, t: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("The guide"))
        self.setModal(False)
        self._book = read_guide(t.language)
        self.text = GuideText(self._book, self)
        self.text.asked.connect(self.show_chapter)
        self.close_button = KeyButton(t("Close"), self)
        self.close_button.set_key("", t("Esc"))
        self.close_button.setObjectName("guide-close")
        self.close_button.clicked.connect(self.reject)
        foot = FlowRow(aligns_right=True)
        foot.add(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.setMinimumSize(_LEAST)
        room = parent.window().size()
        self.resize(_SIZE.boundedTo(room))
        self.show_chapter(chapter)

    def show_chapter(self, ident: str) -> None:
        """Show another chapter."""
        self.text.show_chapter(self._book.chapter(ident))

    def bring_up(self) -> None:
        """Show the window at the right of its console, with the keyboard."""
        parent = self.parentWidget()
        if parent is not None and not self.isVisible():
            corner = parent.window().geometry().topRight()
            self.move(corner.x() - self.width(), corner.y())
        self.show()
        self.activateWindow()
        self.text.setFocus()
