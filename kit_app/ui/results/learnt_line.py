"""One line of a session's results: what its questionnaires say, and the way there."""

from math import floor

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.game.learning import OVERALL, PairCounts, theme_change
from kit_app.i18n import Catalogue
from kit_app.services.questionnaires import Questionnaire
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel


class LearntLine(Panel):
    """Shows a `Questionnaire`; `asked()` for its page. Out of sight for a kit without questions."""

    asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=12)
        self._t = t
        self.words = Label("", "body", self)
        self.words.setObjectName("learnt-words")
        self.words.setMinimumWidth(240)
        self.button = KeyButton(t("What was learnt"), self, icon="chart")
        self.button.setObjectName("results-learnt")
        self.button.clicked.connect(self.asked)
        row = FlowRow(spacing=12)
        row.add(self.words, 1)
        row.add(self.button)
        self.add(row)

    def show_learnt(self, found: Questionnaire) -> None:
        """Show another session's."""
        self.setVisible(bool(found.asked))
        self.words.setText(self._said(found))

    def _said(self, found: Questionnaire) -> str:
        t, counts = self._t, found.counts
        before, after = counts.sheets("before"), counts.sheets("after")
        if not before and not after:
            return t("Questionnaires: no sheet was typed in yet.")
        pair = counts.pairs.get("before-after", PairCounts())
        change = theme_change(pair, OVERALL, counts.items_of(OVERALL))
        if change.first is None or change.second is None:
            return t("Questionnaires: {before} before, {after} after.", before=before, after=after)
        return t(
            "Questionnaires: {first} % right before, {second} % after ({n} people).",
            first=floor(100 * change.first + 0.5),
            second=floor(100 * change.second + 0.5),
            n=change.people,
        )
