"""What must lie ready before printing, and whether the team's papers were printed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag
from kit_app.views.paper import PaperNeeds

WIDTH = 226


class NeedsPanel(Panel):
    """Numbers of the ticked papers; a line of nothing is left out."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("You will need"), parent)
        self._t = t
        self.setFixedWidth(WIDTH)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.state = Tag("", "info", self)
        self.state.hide()
        words = t("These papers hold the answers: keep them out of the players’ sight.")
        self.advice = Label(words, "help", self)
        self.advice.hide()
        self.add_to_head(self.state)
        self.body.addWidget(self.advice)

    def show_needs(self, needs: PaperNeeds) -> None:
        """Show the numbers."""
        t = self._t
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = (
            (t("Sheets of paper"), needs.sheets - needs.card_sheets - needs.film_sheets),
            (t("Sheets of card, 160 g"), needs.card_sheets),
            (t("Transparencies"), needs.film_sheets),
            (t("Pages in colour"), needs.colour_pages),
            (t("Sheets to cut"), needs.cut_sheets),
            (t("Pieces after cutting"), needs.pieces),
            (t("Minutes with scissors"), needs.cutting_min),
            (t("Envelopes"), needs.envelopes),
        )
        for number, (words, count) in enumerate(row for row in rows if row[1]):
            if number:
                self._grid.addWidget(rule(self), 2 * number - 1, 0, 1, 2)
            self._grid.addWidget(Label(words, "body", self), 2 * number, 0)
            figure = Label(str(count), "bold", self, wraps=False)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(figure, 2 * number, 1)

    def show_state(self, *, is_printed: bool | None, is_secret: bool = True) -> None:
        """Whether this team's papers were printed; None for papers that are not a team's."""
        self.state.setVisible(is_printed is not None)
        if is_printed:
            self.state.show_tag(self._t("printed"), "ok")
        else:
            self.state.show_tag(self._t("to print"), "info")
        self.advice.setVisible(is_printed is None and is_secret)
