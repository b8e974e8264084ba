"""How the sheets are wanted: paper, sides, order, margins, ink."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.controls import CheckBox, ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.poster_sizes import poster_sizes
from kit_app.ui.printing.needs_panel import WIDTH
from kit_app.views.paper import PaperSides, PaperSize, PaperWish, PosterSize, SheetOrder

MARGINS_MM = {"4.2": 4.2, "6": 6.0}


class WishPanel(Panel):
    """`changed()` when a person wants the sheets otherwise; `wish()` says how."""

    changed = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Paper"), parent)
        self.setFixedWidth(WIDTH)
        sizes = {"A4": t("A4"), "A3": t("A3"), "letter": t("US Letter")}
        self.paper = self._combo("print-paper", [(one, sizes[one]) for one in get_args(PaperSize)])
        self.sides = self._combo(
            "print-sides",
            [
                ("one", t("One side; backs folded over")),
                ("long", t("Both sides, long edge")),
                ("short", t("Both sides, short edge")),
            ],
        )
        self.per_sheet = self._combo(
            "print-per-sheet",
            [("0", t("As many as fit")), *((str(n), t("{n} on a sheet", n=n)) for n in (1, 2, 4, 8, 9))],
        )
        self.order = self._combo(
            "print-order",
            [
                ("rows", t("Sheet by sheet")),
                ("stack", t("Cut the pile, then stack")),
                ("booklet", t("Booklet to fold")),
            ],
        )
        self.margin = self._combo("print-margin", [("4.2", t("Usual: 4.2 mm")), ("6", t("Wide: 6 mm"))])
        self.posters = self._combo(
            "print-posters",
            [(size, words) for size, words in poster_sizes(t)],
        )
        self._any = t("Any printer")
        self.printer = self._combo("print-printer", [("", self._any)])
        for label, control in (
            (t("Printer"), self.printer),
            (t("Paper"), self.paper),
            (t("Sides"), self.sides),
            (t("Cards on a sheet"), self.per_sheet),
            (t("Order"), self.order),
            (t("Margin of the printer"), self.margin),
            (t("Posters"), self.posters),
        ):
            self.body.addWidget(Field(label, control, parent=self))
        self.ink = CheckBox(t("Save ink"), self)
        self.ink.setObjectName("print-ink")
        self.ink.toggled.connect(self.changed)
        self.body.addWidget(self.ink)
        self.control = CheckBox(t("Begin with the control sheet"), self)
        self.control.setObjectName("print-control")
        self.control.toggled.connect(self.changed)
        self.body.addWidget(self.control)

    def _combo(self, name: str, choices: list[tuple[str, str]]) -> ComboBox:
        combo = ComboBox(self)
        combo.setObjectName(name)
        for ident, words in choices:
            combo.add_choice(ident, words)
        combo.currentIndexChanged.connect(self.changed)
        return combo

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

    def wish(self) -> PaperWish:
        """What is chosen now."""
        sizes: dict[str, PaperSize] = {one: one for one in get_args(PaperSize)}
        sides: dict[str, PaperSides] = {one: one for one in get_args(PaperSides)}
        orders: dict[str, SheetOrder] = {one: one for one in get_args(SheetOrder)}
        posters: dict[str, PosterSize] = {one: one for one in get_args(PosterSize)}
        return PaperWish(
            paper=sizes[self.paper.value()],
            per_sheet=int(self.per_sheet.value()),
            sides=sides[self.sides.value()],
            order=orders[self.order.value()],
            margin_mm=MARGINS_MM[self.margin.value()],
            posters=posters[self.posters.value()],
            saves_ink=self.ink.isChecked(),
            control_sheet=self.control.isChecked(),
        )
