"""How hard the puzzles of each kit were over a whole region."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.sums.puzzles_view import PuzzlesView
from kit_app.views.region_shown import KitPuzzles

_BEFORE = 2
"""So many things stand above the first kit."""


class PuzzlesByKit(QWidget):
    """A chart and a table a kit, or that nobody told of puzzles. `times_asked()`: send the times back."""

    times_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.words = flowing(Label("", "small", self))
        self._column.addWidget(self.words)
        row = FlowRow(spacing=8)
        self.times = KeyButton(t("Send times back to the facilities…"), self, icon="save")
        self.times.setObjectName("region-times")
        self.times.clicked.connect(self.times_asked)
        row.add(self.times)
        self._column.addLayout(row)
        self.views: list[PuzzlesView] = []
        self._column.addStretch(1)

    def show_puzzles(self, kits: Sequence[KitPuzzles]) -> None:
        """Show other numbers."""
        t = self._t
        if kits:
            words = t(
                "Under five teams nothing is told of a puzzle. Older sessions told as totals have none."
            )
        else:
            words = t("Nothing is told of puzzles here: these sessions are totals, or none was played.")
        self.words.setText(words)
        self.times.setVisible(bool(kits))
        for old in self.views:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.views = [self._view(kit) for kit in kits]
        for place, view in enumerate(self.views):
            self._column.insertWidget(place + _BEFORE, view)
            view.show()

    def _view(self, kit: KitPuzzles) -> PuzzlesView:
        t = self._t
        title = t("Difficulty of the puzzles: {kit}", kit=kit.kit)
        view = PuzzlesView(title, t("fewer than 5 teams: not shown"), t, self)
        view.show_puzzles(kit.lines)
        return view
