"""The works of others that the program is made of: a list, and the licence of each to read offline."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.third_parties import Work, works
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.tables import Cell, ListTable, Row

_SIZE, _AROUND = QSize(900, 620), QSize(24, 24)
_SIDE_BY_SIDE = 700
_LEAST_LIST, _LEAST_TEXT = QSize(220, 80), QSize(220, 80)


class LicencesDialog(QDialog):
    """Choose a work at the left, read its licence at the right; in a narrow window one above the other."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = t("Works of others in this program")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._works = {self._ident(work): work for work in works()}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, "h2", self))
        self.table = ListTable([t("Name"), t("Licence")], self, stretch=0)
        self.table.setObjectName("licences")
        self.table.setMinimumSize(_LEAST_LIST)
        describe(self.table, title)
        self.table.picked.connect(self._show)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setProperty("mono", "true")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumSize(_LEAST_TEXT)
        describe(self.text, t("Text of the licence"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addWidget(self.table, 2)
        self._row.addWidget(self.text, 3)
        column.addLayout(self._row, 1)
        self.close_button = KeyButton(t("Close"), self, kind="primary", key="Esc")
        self.close_button.setObjectName("licences-close")
        self.close_button.clicked.connect(self.accept)
        foot = FlowRow(aligns_right=True)
        foot.add(self.close_button)
        column.addLayout(foot)
        self.table.set_rows([self._line(ident) for ident in self._works])
        self.table.choose(next(iter(self._works)))
        self._show(self.table.chosen())
        room = parent.window().size() - _AROUND if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(room))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _ident(work: Work) -> str:
        return " ".join(filter(None, (work.name, work.version)))

    def _line(self, ident: str) -> Row:
        cells = (Cell(text=ident, is_bold=True), Cell(text=self._works[ident].licence, is_quiet=True))
        return Row(ident=ident, cells=cells)

    def _show(self, ident: str) -> None:
        work = self._works[ident]
        head = "\n".join(filter(None, (ident, work.licence, work.home)))
        self.text.setPlainText("\n\n\n".join((head, *work.texts)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _SIDE_BY_SIDE
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
