"""The left side of the desk: for whom, the papers in cutting order with ticks, and quick ticks below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.panel import Panel
from kit_app.ui.printing.line_list import LineList, ListedPaper
from kit_app.ui.printing.words import sheets_of, stock_of, title_of
from kit_app.views.paper import PaperLine

FACILITATOR = "facilitator"
SHELF = "shelf"
_MOST_SEGMENTS = 3


class LinesPanel(Panel):
    """`who_changed(str)`: a team's number, `FACILITATOR` or `SHELF`; `ticked_changed()`; `picked(str)`.

    `wants_changes()`: tick what changed since it was printed; `wants_lost_card()`: print one card again.
    """

    who_changed = Signal(str)
    ticked_changed = Signal()
    picked = Signal(str)
    wants_changes = Signal()
    wants_lost_card = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=1)
        self._t = t
        self._lines: tuple[PaperLine, ...] = ()
        self._chooser: SegmentedChoice | ComboBox | None = None
        self.setAccessibleName(t("In cutting order"))
        self.body.setSpacing(0)
        self._top = QHBoxLayout()
        self._top.setContentsMargins(14, 10, 14, 10)
        self._top.setSpacing(8)
        self._top.addWidget(Label(t("In cutting order"), "h3", self), 1)
        self.body.addLayout(self._top)
        self.body.addWidget(rule(self))
        self.list = LineList(self)
        self.list.setObjectName("print-lines")
        self.list.setAccessibleName(t("In cutting order"))
        self.list.ticked_changed.connect(self.ticked_changed)
        self.list.picked.connect(self.picked)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(rule(self))
        self.body.addLayout(self._build_quick())

    def _build_quick(self) -> QVBoxLayout:
        t = self._t
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(Label(t("Tick"), "small", self, wraps=False))
        self.quick = {
            "all": KeyButton(t("everything"), self, kind="quiet", size="small"),
            "paper": KeyButton(t("paper"), self, kind="quiet", size="small"),
            "card": KeyButton(t("card"), self, kind="quiet", size="small"),
            "none": KeyButton(t("nothing"), self, kind="quiet", size="small"),
        }
        for ident, button in self.quick.items():
            button.clicked.connect(lambda _checked=False, which=ident: self._tick(which))
            row.addWidget(button)
        row.addStretch(1)
        self._again = again = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        again.setSpacing(0)
        self.lost = KeyButton(
            t("Print a lost card again…"), self, kind="quiet", size="small", icon="scissors"
        )
        self.lost.setObjectName("print-lost")
        self.lost.clicked.connect(self.wants_lost_card)
        self.changes = KeyButton(t("Only what changed"), self, kind="quiet", size="small")
        self.changes.setObjectName("print-changes")
        self.changes.clicked.connect(self.wants_changes)
        again.addWidget(self.lost, 0, Qt.AlignmentFlag.AlignLeft)
        again.addWidget(self.changes, 0, Qt.AlignmentFlag.AlignLeft)
        again.addStretch(1)
        box = QVBoxLayout()
        box.setContentsMargins(14, 4, 14, 4)
        box.setSpacing(0)
        box.addLayout(row)
        box.addLayout(again)
        return box

    def show_narrow(self, is_narrow: bool) -> None:
        """The two rarer acts one below the other where room is short."""
        one_below = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._again.setDirection(one_below)

    def show_teams(self, numbers: Sequence[int], who: str) -> None:
        """Offer these teams, and the facilitator, with one of them chosen."""
        t = self._t
        choices = [(str(number), t("Team {number}", number=number)) for number in numbers]
        if len(choices) == 1:
            choices = [(choices[0][0], t("Players"))]
        choices += [(FACILITATOR, t("Facilitator")), (SHELF, t("Posters, cards"))]
        if self._chooser is not None:
            self._top.removeWidget(self._chooser)
            self._chooser.hide()
            self._chooser.deleteLater()
        self._chooser = self._segments(choices) if len(choices) <= _MOST_SEGMENTS else self._combo(choices)
        self._chooser.setObjectName("print-who")
        self._chooser.set_value(who)
        self._top.addWidget(self._chooser)

    def _segments(self, choices: Sequence[tuple[str, str]]) -> SegmentedChoice:
        chooser = SegmentedChoice(choices, self, name=self._t("For whom"), height=32)
        chooser.changed.connect(self.who_changed)
        return chooser

    def _combo(self, choices: Sequence[tuple[str, str]]) -> ComboBox:
        chooser = ComboBox(self)
        chooser.setAccessibleName(self._t("For whom"))
        for ident, words in choices:
            chooser.add_choice(ident, words)
        chooser.currentIndexChanged.connect(lambda _row: self.who_changed.emit(chooser.value()))
        return chooser

    def who(self) -> str:
        """A team's number, `FACILITATOR` or `SHELF`."""
        return self._chooser.value() if self._chooser is not None else ""

    def print_words(self, teams: int, *, is_one_card: bool) -> str:
        """What the button says that prints for them; `teams`: how many the session has."""
        t, who = self._t, self.who()
        if is_one_card:
            return t("Print this card")
        if who == FACILITATOR:
            return t("Print for the facilitator")
        return t("Print") if who == SHELF or teams == 1 else t("Print team {number}", number=who)

    def choose_who(self, who: str) -> None:
        """Choose for whom, as a person would."""
        if self._chooser is not None and who != self.who():
            self._chooser.set_value(who)
            self.who_changed.emit(who)

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show the papers, all ticked."""
        self._lines = tuple(lines)
        shown = [
            ListedPaper(
                line.ident, title_of(line, self._t), stock_of(line, self._t), sheets_of(line.sheets, self._t)
            )
            for line in lines
        ]
        self.list.show_lines(shown, [line.ident for line in lines])

    def show_sheets(self, sheets: Mapping[str, int]) -> None:
        """Say how many sheets the lines take as they are wished for."""
        self.list.show_sheets({ident: sheets_of(count, self._t) for ident, count in sheets.items()})

    def _tick(self, which: str) -> None:
        wanted = {
            line.ident
            for line in self._lines
            if which == "all" or (which != "none" and line.is_on_card == (which == "card"))
        }
        self.list.tick_only(wanted)
