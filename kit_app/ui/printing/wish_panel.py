"""How the sheets are wanted: paper, sides, order, margins, edition."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.controls import CheckBox, ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.panel import Panel
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
            [
                ("A4", t("A4")),
                ("A3", t("A3, one sheet")),
                ("A2", t("A2, one sheet")),
                ("A3-glued", t("A3 from 2 A4 sheets")),
                ("A2-glued", t("A2 from 4 A4 sheets")),
            ],
        )
        editions = {
            "colour": t("Colour"),
            "ink": t("Saving ink"),
            "grey": t("Grey"),
            "grey-ink": t("Grey, saving ink"),
            "contrast": t("High contrast"),
            "large": t("Large print"),
            "large-contrast": t("Large, high contrast"),
        }
        self.edition = self._combo("print-edition", [(one, editions[one]) for one in EDITIONS])
        self._any = t("Any printer")
        self.printer = self._combo("print-printer", [("", self._any)])
        for label, control in (
            (t("Printer"), self.printer),
            (t("Paper"), self.paper),
            (t("Edition"), self.edition),
            (t("Sides"), self.sides),
            (t("Cards on a sheet"), self.per_sheet),
            (t("Order"), self.order),
            (t("Margin of the printer"), self.margin),
            (t("Posters"), self.posters),
        ):
            self.body.addWidget(Field(label, control, parent=self))
        self.film = CheckBox(t("Mask on film"), self)
        self.film.setObjectName("print-film")
        self.film.toggled.connect(self.changed)
        self.body.addWidget(self.film)
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
        edition, saves_ink = EDITIONS[self.edition.value()]
        return PaperWish(
            paper=sizes[self.paper.value()],
            per_sheet=int(self.per_sheet.value()),
            sides=sides[self.sides.value()],
            order=orders[self.order.value()],
            margin_mm=MARGINS_MM[self.margin.value()],
            posters=posters[self.posters.value()],
            saves_ink=saves_ink,
            edition=edition,
            on_film=self.film.isChecked(),
            control_sheet=self.control.isChecked(),
        )
