"""A chapter of the guide to read: text, pictures, links to other chapters. Nothing comes from elsewhere."""

from pathlib import PurePosixPath
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from kit_app.services.guide_book import Chapter, GuideBook, places
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import MONO_FAMILY, font

_TEXT_PX, _MARGIN = 16, 12
_LINE_PERCENT, _BELOW = 130, 8
_PICTURE = "\ufffc"
_WIDEST_PICTURE = 900


class GuideText(QTextBrowser):
    """`asked(str)`: a link to the chapter of this id was taken."""

    asked = Signal(str)

    def __init__(self, book: GuideBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._chapter: Chapter | None = None
        self._words = ""
        self._width = 0
        self._later = QTimer(self, singleShot=True, interval=0)  # never while Qt itself lays the text out
        self._later.timeout.connect(self._lay_out)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setMinimumSize(240, 160)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDefaultFont(font(_TEXT_PX))
        self.document().setDocumentMargin(_MARGIN)
        self.anchorClicked.connect(self._follow)

    @property
    def chapter(self) -> str:
        """The id of the chapter that is shown."""
        return "" if self._chapter is None else self._chapter.id

    def show_chapter(self, chapter: Chapter, words: str = "") -> None:
        """Show a chapter from its beginning, or from the first of these words, which are marked."""
        self._chapter, self._words = chapter, words
        self.setAccessibleName(chapter.title)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        marks = self.extraSelections()
        if marks:
            self.setTextCursor(_collapsed(marks[0].cursor))
            self.ensureCursorVisible()

    def _lay_out(self) -> None:
        """Set the text anew: for the width, and in the colours of now."""
        if self._chapter is None:
            return
        self._width = self.viewport().width()
        self.document().clear()
        self.setMarkdown(f"# {self._chapter.title}\n\n{self._chapter.text}")
        self._space()
        self._mark()

    def _space(self) -> None:
        """Lines apart, but not around pictures; keys in the fixed font of the program."""
        block = self.document().begin()
        while block.isValid():
            look = QTextBlockFormat()
            if _PICTURE not in block.text():
                look.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            look.setBottomMargin(_BELOW)
            QTextCursor(block).mergeBlockFormat(look)
            self._set_keys(block)
            block = block.next()

    def _set_keys(self, block: QTextBlock) -> None:
        """The names of keys in the fixed font."""
        keys = [
            (block.position() + one.start, block.position() + one.start + one.length)
            for one in block.textFormats()
            if one.format.fontFixedPitch()
        ]
        mono = QTextCharFormat()
        mono.setFontFamilies([MONO_FAMILY])
        for first, last in keys:
            cursor = QTextCursor(block)
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(mono)

    def _mark(self) -> None:
        """Mark what was searched for."""
        look = QTextCharFormat()
        look.setBackground(theme.current().colour("marker"))
        look.setForeground(theme.current().colour("on_marker"))
        marks = []
        for first, last in places(self.document().toRawText(), self._words):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.setExtraSelections(marks)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture that lies beside the guide, no wider than there is room for it; nothing else."""
        if kind != QTextDocument.ResourceType.ImageResource.value or not QUrl(name).isRelative():
            return None
        image = QImage(str(self._book.pictures / PurePosixPath(QUrl(name).path()).name))
        ratio = self.devicePixelRatioF()
        room = min(self._width - 2 * _MARGIN, _WIDEST_PICTURE)
        if image.width() > room * ratio > 0:
            image = image.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        return image

    def _follow(self, link: QUrl) -> None:
        if link.isRelative() and link.hasFragment():
            self.asked.emit(link.fragment())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._later.start()


def _collapsed(cursor: QTextCursor) -> QTextCursor:
    """At the beginning of what a cursor chose."""
    at = QTextCursor(cursor)
    at.setPosition(cursor.selectionStart())
    return at
