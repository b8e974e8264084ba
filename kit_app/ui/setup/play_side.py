"""What stands beside the lines of the pre-flight: who plays, the round of the room, the players' display."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.domain.screens import Display
from kit_app.i18n import Catalogue
from kit_app.services.preflight.displays import name_of
from kit_app.ui.common.controls import CheckBox, ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.panel import Panel
from kit_app.ui.setup.round_panel import RoundPanel
from kit_app.ui.setup.team_choice import TeamChoice

WIDTH = 330


class PlaySide(QWidget):
    """`display_chosen(Display)`: a person chose the players' display; `guide_chosen(bool)`: to be guided."""

    display_chosen = Signal(object)
    guide_chosen = Signal(bool)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._free: tuple[Display, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.who = Panel(t("Who plays now"), self)
        self.teams = TeamChoice(t, self.who)
        self.who.add(self.teams)
        self.round = RoundPanel(t, self)
        self._where = Panel("", self)
        self.display = ComboBox(self._where)
        self.display.setObjectName("play-screen")
        self.display.activated.connect(self._choose)
        self._field = Field(t("Display for the players"), self.display, "", self._where)
        self._where.add(self._field)
        self._where.add(rule(self._where))
        self._where.add(Label(t("On the screen from now on"), "bold", self._where))
        self._note = Label("", "small", self._where)
        self._where.add(self._note)
        self._where.add(rule(self._where))
        self.guide = CheckBox(t("Guide me: the console says what to do next"), self._where)
        self.guide.setObjectName("play-guide")
        self.guide.clicked.connect(self.guide_chosen)
        self._where.add(self.guide)
        for part in (self.who, self.round, self._where):
            column.addWidget(part)
        column.addStretch(1)

    def show_note(self, start: str) -> None:
        """What the players see before the start, and which button starts."""
        words = self._t("The waiting page. Time starts only with the button “{start}”.", start=start)
        self._note.setText(words)

    def show_displays(self, free: Sequence[Display], chosen: Display | None) -> None:
        """The displays that players could be given."""
        t = self._t
        self._free = tuple(free)
        self.display.clear()
        for number, display in enumerate(self._free):
            width, height = display.pixels
            self.display.add_choice(str(number), f"{name_of(display.identity)} ({width} × {height})")
        if not self._free:
            self.display.add_choice("window", t("A window on this display"))
        if chosen in self._free:
            self.display.set_value(str(self._free.index(chosen)))
        self.display.setEnabled(len(self._free) > 1)
        self._field.set_help(
            t("The console stays on this display.") if self._free else t("Move it where players see it.")
        )

    def _choose(self) -> None:
        value = self.display.value()
        if value.isdigit():
            self.display_chosen.emit(self._free[int(value)])
