"""Ask which lost card to print again, and which places of its sheet are used already."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.views.paper import OneCard

_WIDTH = 480


class Reprint(NamedTuple):
    """A card, and how many places of its sheet are left empty before it."""

    card: OneCard
    taken: int


class ReprintDialog(QDialog):
    """The card by its id or code, then the first free place of a sheet of which pieces were cut before."""

    def __init__(
        self,
        t: Catalogue,
        find: Callable[[str], tuple[OneCard, ...]],
        titles: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`find` looks for cards by id or code; `titles` name the lines on which they stand."""
        super().__init__(parent)
        self._t = t
        self._find = find
        self._titles = titles
        self._cards: tuple[OneCard, ...] = ()
        self._card: OneCard | None = None
        self.setWindowTitle(t("Print a lost card again"))
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(t("Print a lost card again"), "h2", self))
        self.name = QLineEdit(self)
        self.name.setObjectName("reprint-name")
        self.name_field = Field(
            t("Card"),
            self.name,
            t("Its id, such as P05-S3, or its six letters: see “What lies where”."),
            self,
        )
        column.addWidget(self.name_field)
        self.which = ComboBox(self)
        self.which.setObjectName("reprint-which")
        self.which_field = Field(t("Which of them"), self.which, "", self)
        self.which_field.hide()
        self.which.currentIndexChanged.connect(self._choose)
        column.addWidget(self.which_field)
        self.place = ComboBox(self)
        self.place.setObjectName("reprint-place")
        self.place.setEnabled(False)
        self.place_field = Field(
            t("First free place of the sheet"),
            self.place,
            t("Counted along the rows. A sheet that was begun goes into the printer once more."),
            self,
        )
        column.addWidget(self.place_field)
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = KeyButton(t("Leave it"), self)
        self.accept_button = KeyButton(t("Show this card"), self, kind="primary")
        self.accept_button.setDefault(True)
        row.addWidget(self.cancel)
        row.addWidget(self.accept_button)
        column.addLayout(row)
        self.name.textEdited.connect(self._look)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._take)
        self.name.setFocus()

    def ask(self) -> Reprint | None:
        """Show the dialog and wait; None after Esc."""
        if self.exec() != QDialog.DialogCode.Accepted.value or self._card is None:
            return None
        return Reprint(self._card, int(self.place.value()) - 1)

    def _look(self, text: str) -> None:
        self.name_field.clear_error()
        cards = self._find(text)
        if cards == self._cards:
            return
        self._cards = cards
        blocked = self.which.blockSignals(True)
        self.which.clear()
        for card in cards:
            self.which.add_choice(card.line, self._titles.get(card.line, card.title))
        self.which.blockSignals(blocked)
        self.which_field.setVisible(len(cards) > 1)
        self._choose()

    def _choose(self) -> None:
        """The card of the line chosen: the first, unless a person takes another."""
        card = next((one for one in self._cards if one.line == self.which.value()), None)
        self._card = card
        self.place.clear()
        self.place.setEnabled(card is not None and card.places > 1)
        for number in range(1, (card.places if card else 0) + 1):
            self.place.add_choice(
                str(number), self._t("place {n} of {total}", n=number, total=card.places if card else 0)
            )

    def _take(self) -> None:
        if self._card is None:
            self.name_field.set_error(
                self._t("No card of these papers is called that. Look it up on “What lies where”.")
            )
            return
        self.accept()
