"""What must lie ready before printing, and whether the team's papers were printed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag
from kit_app.views.paper import PaperNeeds

WIDTH = 226
FILM = 2  # the line of transparencies, which few need


class NeedsPanel(Panel):
    """Numbers of the ticked papers. `printed_said()`: a person says that this team's papers are printed."""

    printed_said = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("You will need"), parent, padding=12)
        self._t = t
        self.setFixedWidth(WIDTH)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self._rows = [self._row(place, words) for place, words in enumerate(_names(t))]
        self.show_needs(None)
        self.state = Tag("", "info", self)
        self.state.hide()
        self.printed = KeyButton(t("These are printed"), self, size="small", icon="check")
        self.printed.setObjectName("print-printed")
        self.printed.set_tip(t("For papers that were printed elsewhere or before"))
        self.printed.clicked.connect(self.printed_said)
        self.printed.hide()
        words = t("These papers hold the answers: keep them out of the players’ sight.")
        self.advice = Label(words, "help", self)
        self.advice.hide()
        self.add_to_head(self.state)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.printed)

    def _row(self, place: int, words: str) -> tuple[Label, tuple[QWidget, ...]]:
        """A line of the panel: its figure, and all that it consists of."""
        line = rule(self)
        line.setVisible(place > 0)
        name = Label(words, "body", self)
        figure = Label("–", "bold", self, wraps=False)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(line, 2 * place, 0, 1, 2)
        self._grid.addWidget(name, 2 * place + 1, 0)
        self._grid.addWidget(figure, 2 * place + 1, 1)
        return figure, (line, name, figure)

    def show_needs(self, needs: PaperNeeds | None) -> None:
        """Show the numbers; None while they are not known. The room stays the same, so that nothing moves."""
        counts = _counts(needs or PaperNeeds())
        for (figure, _), count in zip(self._rows, counts, strict=True):
            figure.setText("–" if needs is None else str(count))
        for part in self._rows[FILM][1]:
            part.setVisible(counts[FILM] > 0)

    def show_state(self, *, is_printed: bool | None, is_secret: bool = True) -> None:
        """Whether this team's papers were printed; None for papers that are not a team's."""
        self.state.setVisible(is_printed is not None)
        self.printed.setVisible(is_printed is False)
        if is_printed:
            self.state.show_tag(self._t("printed"), "ok")
        else:
            self.state.show_tag(self._t("to print"), "info")
        self.advice.setVisible(is_printed is None and is_secret)


def _names(t: Catalogue) -> tuple[str, ...]:
    return (
        t("Sheets of paper"),
        t("Sheets of card, 160 g"),
        t("Transparencies"),
        t("Pages in colour"),
        t("Sheets to cut"),
        t("Pieces after cutting"),
        t("Minutes with scissors"),
        t("Envelopes"),
    )


def _counts(needs: PaperNeeds) -> tuple[int, ...]:
    return (
        needs.sheets - needs.card_sheets - needs.film_sheets,
        needs.card_sheets,
        needs.film_sheets,
        needs.colour_pages,
        needs.cut_sheets,
        needs.pieces,
        needs.cutting_min,
        needs.envelopes,
    )
