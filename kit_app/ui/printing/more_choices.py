"""Choices of paper that most people never need, in a dialog of their own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.ui.common.poster_sizes import poster_sizes

_WIDTH = 640
_COLUMNS = 2
USUAL_GAP = "usual"


class MoreChoices(QDialog):
    """What is chosen holds at once: `changed()`. The first choice of each is the usual one."""

    changed = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.setWindowTitle(t("More choices"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(t("More choices for the paper"), "h2", self))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1)
        column.addLayout(self._grid)
        self._build_cards()
        self._build_sheets()
        column.addStretch(1)
        column.addSpacing(4)
        column.addLayout(self._build_foot())

    def _build_cards(self) -> None:
        t = self._t
        self.per_sheet = self._combo(
            "print-per-sheet",
            t("Cards on a sheet"),
            [("0", t("As many as fit")), *((str(n), t("{n} on a sheet", n=n)) for n in (1, 2, 4, 8, 9))],
        )
        self.order = self._combo(
            "print-order",
            t("Order"),
            [
                ("rows", t("Sheet by sheet")),
                ("stack", t("Cut the pile, then stack")),
                ("booklet", t("Booklet to fold")),
            ],
        )
        lengths = {n: t("{n} mm", n=n) for n in (1, 2, 3, 4, 8, 12)}
        self.gap = self._combo(
            "print-gap",
            t("Space between cards"),
            [
                (USUAL_GAP, t("Usual")),
                ("0", t("None: one cut parts two cards")),
                *((str(n), lengths[n]) for n in (4, 8, 12)),
            ],
            t("More space is easier with scissors."),
        )
        self.bleed = self._combo(
            "print-bleed",
            t("Colour over the cut"),
            [("0", t("None")), *((str(n), lengths[n]) for n in (1, 2, 3))],
            t("Grounds run on past the marks, so that no white edge shows after cutting."),
        )

    def _build_sheets(self) -> None:
        t = self._t
        self.margin = self._combo(
            "print-margin",
            t("Margin of the printer"),
            [("4.2", t("Usual: 4.2 mm")), ("6", t("Wide: 6 mm"))],
            t("Wide, when your printer leaves out what stands near the edge of the sheet."),
        )
        self.posters = self._combo("print-posters", t("Posters"), poster_sizes(t))
        self.film = self._combo(
            "print-mask",
            t("Mask"),
            [("card", t("On card, windows cut out")), ("film", t("On film, windows clear"))],
            t("Film is quicker: only its outline is cut."),
        )

    def _build_foot(self) -> QHBoxLayout:
        t = self._t
        row = QHBoxLayout()
        row.setSpacing(8)
        self.reset = KeyButton(t("As usual"), self, kind="quiet")
        self.reset.setObjectName("print-as-usual")
        self.close_button = KeyButton(t("Close"), self, kind="primary")
        self.close_button.setDefault(True)
        self.reset.clicked.connect(self.take_usual)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self._refresh()
        return row

    @property
    def _combos(self) -> tuple[ComboBox, ...]:
        return (self.per_sheet, self.order, self.gap, self.bleed, self.margin, self.posters, self.film)

    def unusual(self) -> tuple[str, ...]:
        """What is chosen otherwise than usual, in words."""
        speaks_alone = (self.per_sheet, self.order)
        return tuple(
            combo.currentText()
            if combo in speaks_alone
            else self._t("{what}: {choice}", what=combo.accessibleName(), choice=combo.currentText())
            for combo in self._combos
            if combo.currentIndex() > 0
        )

    def take_usual(self) -> None:
        """Choose everything as usual."""
        for combo in self._combos:
            combo.setCurrentIndex(0)

    def _combo(
        self, name: str, label: str, choices: Sequence[tuple[str, str]], help_text: str = ""
    ) -> ComboBox:
        combo = ComboBox(self)
        combo.setObjectName(name)
        for ident, words in choices:
            combo.add_choice(ident, words)
        combo.currentIndexChanged.connect(self._on_choice)
        place = self._grid.count()
        self._grid.addWidget(Field(label, combo, help_text, self), place // _COLUMNS, place % _COLUMNS)
        return combo

    def _on_choice(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        self.reset.setEnabled(bool(self.unusual()))
