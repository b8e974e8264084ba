"""Choices that most sessions leave as they are, folded away under one line that says them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.domain.plan import ClockStyle, SessionPlan
from kit_app.i18n import Catalogue
from kit_app.services.session_check import MOST_HINT_MINUTES
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import CheckBox, NumberField
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label

_STYLES: tuple[ClockStyle, ...] = ("clock", "bar", "none")


class FineSettings(QWidget):
    """`edited(str)` tells the field that a person changed."""

    edited = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.is_open = False
        self.switch = KeyButton(t("Fine settings"), self, kind="quiet", icon="right")
        self.switch.setObjectName("fine-settings")
        self.switch.clicked.connect(lambda: self.set_open(not self.is_open))
        self.summary = Label("", "small", self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.switch)
        head.addWidget(self.summary, 1, Qt.AlignmentFlag.AlignVCenter)
        self._styles = {"clock": t("Clock"), "bar": t("Bar"), "none": t("Nothing")}
        self.body = QWidget(self)
        self._build_body(t)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.body)
        self.set_open(False)

    def _build_body(self, t: Catalogue) -> None:
        self.extra = CheckBox(t("Extra time for accessibility: a third more"), self.body)
        self.extra.setObjectName("extra-time")
        names = (t("One minute less"), t("One minute more"))
        self.cost = NumberField(0, MOST_HINT_MINUTES, self.body, names=names)
        self.cost.setObjectName("hint-cost")
        self.cost.setFixedWidth(140)
        choices = [(style, self._styles[style]) for style in _STYLES]
        self.style_choice = SegmentedChoice(choices, self.body, name=t("Time on the player screen"))
        self.extra.clicked.connect(lambda: self._tell("extra_time"))
        self.cost.changed.connect(lambda: self._tell("hint_cost_min"))
        self.style_choice.changed.connect(lambda: self._tell("clock_style"))
        self.cost_field = Field(t("Minutes that a hint costs"), self.cost, "", self.body)
        style = Field(t("Time on the player screen"), self.style_choice, "", self.body)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.cost_field)
        row.addWidget(style)
        row.addStretch(1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(14, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.extra)
        column.addLayout(row)

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold."""
        self.is_open = is_open
        self.body.setVisible(is_open)
        self.switch.set_icon("down" if is_open else "right")
        state = self._t("unfolded") if is_open else self._t("folded")
        self.switch.setAccessibleDescription(state)

    def show_plan(self, plan: SessionPlan) -> None:
        """Show the choices of a plan."""
        self.extra.setChecked(plan.extra_time)
        self.cost.set_value(plan.hint_cost_min)
        self.style_choice.set_value(plan.clock_style)
        self._say()

    def values(self) -> tuple[bool, int, ClockStyle]:
        """Extra time, minutes a hint costs, and what players see of the time."""
        chosen = self.style_choice.value()
        style: ClockStyle = "bar" if chosen == "bar" else "none" if chosen == "none" else "clock"
        return self.extra.isChecked(), self.cost.value(), style

    def _tell(self, field: str) -> None:
        self._say()
        self.edited.emit(field)

    def _say(self) -> None:
        t = self._t
        extra, cost, style = self.values()
        parts = [
            t("extra time") if extra else t("usual time"),
            t.plural("{n} minute a hint", "{n} minutes a hint", cost) if cost else t("hints cost nothing"),
            {"clock": t("clock shown"), "bar": t("bar shown"), "none": t("no time shown")}[style],
        ]
        self.summary.setText(" · ".join(parts))
