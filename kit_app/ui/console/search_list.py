"""Questions where to search, asked before any hint, and which of the cards were scanned. No rule here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.game.commands import GiveHint
from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.common.tags import Tag
from kit_app.views.console import PuzzleRow, SearchRow


class SearchLine(QWidget):
    """One question: its card or prop with the place, the words, and the button that asks it."""

    def __init__(self, t: Catalogue, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._t = t
        self.name = Label("", "bold", self)
        self.where = Label("", "small", self)
        self.tag = Tag("", "plain", self)
        self.ask = KeyButton(t("Ask"), self, size="small")
        self.ask.setObjectName(f"search-{place}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.where)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_row(self, row: SearchRow) -> None:
        """Bring the line up to date."""
        t = self._t
        self.name.setText(row.name)
        self.where.setText(t("Envelope {name}", name=row.envelope) if row.envelope else row.place)
        self.ask.setText(t("Ask again") if row.is_given else t("Ask"))
        self.ask.set_tip(t("“{text}”", text=row.text))
        self.ask.setAccessibleName(t("Ask: “{text}”", text=row.text))
        self.ask.setEnabled(row.can_give and not row.is_shown)
        self._show_state(row)

    def _show_state(self, row: SearchRow) -> None:
        t = self._t
        if row.is_shown:
            self.tag.show_tag(t("on the screen"), "ok", None)
        elif row.cards and row.scanned == row.cards:
            self.tag.show_tag(t("scanned"), "ok", None)
        elif row.scanned:
            self.tag.show_tag(t("{n} of {all} scanned", n=row.scanned, all=row.cards), "plain", "")
        elif row.is_given:
            self.tag.show_tag(t("asked"), "plain", "")
        self.tag.setVisible(row.is_shown or row.is_given or bool(row.scanned))


class SearchList(QWidget):
    """`asked` carries GiveHint of level 0. Hidden for a puzzle without questions."""

    asked = Signal(object)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._rows: tuple[SearchRow, ...] = ()
        self._puzzle = ""
        self.lines: list[SearchLine] = []
        self.title = Label(t("Have they searched? Free, before any hint"), "label", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.title)
        self.hide()

    def show_row(self, row: PuzzleRow) -> None:
        """Show the questions of a puzzle; what reads the same is not painted again."""
        rows = row.searches if row.state != "solved" else ()
        if (row.id, rows) == (self._puzzle, self._rows):
            return
        self._puzzle, self._rows = row.id, rows
        self._make_lines(len(rows))
        for line, search in zip(self.lines, rows, strict=False):
            line.show_row(search)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(rows))
        self.setVisible(bool(rows))

    def _make_lines(self, count: int) -> None:
        while len(self.lines) < count:
            place = len(self.lines)
            line = SearchLine(self._t, place + 1, self)
            line.ask.clicked.connect(lambda _checked=False, place=place: self._ask(self._rows, place))
            self.lines.append(line)
            self._column.addWidget(line)

    def _ask(self, rows: Sequence[SearchRow], place: int) -> None:
        if place < len(rows):
            self.asked.emit(GiveHint(puzzle=self._puzzle, level=0, search=rows[place].id))
