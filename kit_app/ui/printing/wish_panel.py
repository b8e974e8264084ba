"""How the sheets are wanted: printer, paper, sides, edition; the rarer choices lie behind a button."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import CheckBox, ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.printing.more_choices import USUAL_GAP, MoreChoices
from kit_app.ui.printing.needs_panel import WIDTH
from kit_app.views.paper import Edition, PaperSides, PaperSize, PaperWish, PosterSize, SheetOrder

MARGINS_MM = {"4.2": 4.2, "6": 6.0}
EDITIONS: dict[str, tuple[Edition, bool]] = {
    "colour": ("colour", False),
    "ink": ("colour", True),
    "grey": ("grey", False),
    "grey-ink": ("grey", True),
    "contrast": ("contrast", False),
    "large": ("large", False),
    "large-contrast": ("large-contrast", False),
}
"""Each choice of the drop-down: the edition, and whether it saves ink."""


class WishPanel(Panel):
    """`changed()` when a person wants the sheets otherwise; `wish()` says how.

    What belongs to the printer at hand is put into `below_printer`.
    """

    changed = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=12)
        self.setAccessibleName(t("Paper"))
        self.setFixedWidth(WIDTH)
        self.title.hide()
        self.body.setSpacing(4)
        self._any = t("Any printer")
        self.printer = self._combo("print-printer", [("", self._any)])
        sizes = {"A4": t("A4"), "A3": t("A3"), "letter": t("US Letter")}
        self.paper = self._combo("print-paper", [(one, sizes[one]) for one in get_args(PaperSize)])
        self.sides = self._combo(
            "print-sides",
            [
                ("one", t("One side, fold backs")),
                ("long", t("Both sides, long edge")),
                ("short", t("Both sides, short edge")),
            ],
        )
        self.below_printer = QVBoxLayout()
        self.below_printer.setSpacing(4)
        self.body.addWidget(Field(t("Printer"), self.printer, parent=self))
        self.body.addLayout(self.below_printer)
        self.body.addWidget(Field(t("Paper"), self.paper, parent=self))
        self.body.addWidget(Field(t("Sides"), self.sides, parent=self))
        self._build_edition(t)
        self.control = self._box("print-control", t("Control sheet"))
        self.control.setChecked(True)
        self._build_more(t)

    def _build_edition(self, t: Catalogue) -> None:
        names = {
            "colour": t("Colour"),
            "ink": t("Saving ink"),
            "grey": t("Grey"),
            "grey-ink": t("Grey, saving ink"),
            "contrast": t("High contrast"),
            "large": t("Large print"),
            "large-contrast": t("Large, high contrast"),
        }
        self.edition = self._combo("print-edition", [(one, names[one]) for one in EDITIONS])
        self.body.addWidget(Field(t("Edition"), self.edition, parent=self))

    def _build_more(self, t: Catalogue) -> None:
        self.more = MoreChoices(t, self)
        self.more.changed.connect(self._on_more)
        self.per_sheet, self.order, self.gap = self.more.per_sheet, self.more.order, self.more.gap
        self.bleed, self.margin, self.posters = self.more.bleed, self.more.margin, self.more.posters
        self.film = self.more.film
        self.more_button = KeyButton(t("More choices…"), self, size="small", icon="gear")
        self.more_button.setObjectName("print-more")
        self.more_button.clicked.connect(self.more.open)
        self.chosen = Label("", "help", self)
        self.chosen.hide()
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.chosen)

    def _on_more(self) -> None:
        said = " · ".join(self.more.unusual())
        self.chosen.setText(said)
        self.chosen.setVisible(bool(said))
        self.changed.emit()

    def _combo(self, name: str, choices: list[tuple[str, str]]) -> ComboBox:
        combo = ComboBox(self)
        combo.setObjectName(name)
        for ident, words in choices:
            combo.add_choice(ident, words)
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def _box(self, name: str, words: str) -> CheckBox:
        box = CheckBox(words, self)
        box.setObjectName(name)
        box.toggled.connect(self.changed)
        self.body.addWidget(box)
        return box

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer these printers, to print true what was set up for one of them."""
        chosen = self.printer.value()
        blocked = self.printer.blockSignals(True)
        self.printer.clear()
        self.printer.add_choice("", self._any)
        for name in names:
            self.printer.add_choice(name, name)
        self.printer.blockSignals(blocked)
        self.printer.set_value(chosen)

    def take_first_printer(self) -> None:
        """Choose the usual printer while none is chosen."""
        if not self.printer.value() and self.printer.count() > 1:
            self.printer.setCurrentIndex(1)

    def wish(self) -> PaperWish:
        """What is chosen now."""
        sizes: dict[str, PaperSize] = {one: one for one in get_args(PaperSize)}
        sides: dict[str, PaperSides] = {one: one for one in get_args(PaperSides)}
        orders: dict[str, SheetOrder] = {one: one for one in get_args(SheetOrder)}
        posters: dict[str, PosterSize] = {one: one for one in get_args(PosterSize)}
        edition, saves_ink = EDITIONS[self.edition.value()]
        gap = self.gap.value()
        return PaperWish(
            paper=sizes[self.paper.value()],
            per_sheet=int(self.per_sheet.value()),
            sides=sides[self.sides.value()],
            order=orders[self.order.value()],
            gap_mm=None if gap == USUAL_GAP else float(gap),
            bleed_mm=float(self.bleed.value()),
            margin_mm=MARGINS_MM[self.margin.value()],
            posters=posters[self.posters.value()],
            saves_ink=saves_ink,
            edition=edition,
            on_film=self.film.value() == "film",
            control_sheet=self.control.isChecked(),
        )
