"""A number with its words, large enough to be read across a table."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel


class Figure(NamedTuple):
    """A number, what it counts, and a quiet line."""

    number: str
    words: str
    line: str = ""


class FigureRow(QWidget):
    """Equal cards in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowRow(self, spacing=12)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show other numbers."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for figure in figures:
            self._row.add(self._card(figure), 1)

    def _card(self, figure: Figure) -> Panel:
        card = Panel("", self, padding=14)
        card.setAccessibleName(" ".join(filter(None, figure)))
        card.body.setSpacing(0)
        card.add(Label(figure.number, "figure", card))
        card.add(Label(figure.words, "bold", card))
        card.add(Label(figure.line, "small", card))
        card.body.addStretch(1)
        return card
