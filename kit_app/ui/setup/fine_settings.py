"""Choices that most sessions leave as they are, folded away under one line that says them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.domain.plan import ClockStyle, SessionPlan
from kit_app.i18n import Catalogue
from kit_app.services.session_check import LEAST_HINT_S, MOST_HINT_MINUTES, MOST_HINT_S, MOST_HINTS
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import CheckBox, NumberField
from kit_app.ui.common.fields import Field
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.folded import Folded

_STYLES: tuple[ClockStyle, ...] = ("clock", "bar", "none")


class FineSettings(Folded):
    """`edited(str)` tells the field that a person changed, `left(str)` the one that a person left."""

    edited = Signal(str)
    left = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Fine settings"), "fine-settings", t, parent)
        self._styles = {"clock": t("Clock"), "bar": t("Bar"), "none": t("Nothing")}
        self._build_body(t)

    def _build_body(self, t: Catalogue) -> None:
        self.extra = CheckBox(t("Extra time for accessibility: a third more"), self.body)
        self.extra.setObjectName("extra-time")
        self.own_clocks = CheckBox(t("Each team has its own clock: it starts and stops by itself"), self.body)
        self.own_clocks.setObjectName("own-clocks")
        names = (t("One minute less"), t("One minute more"))
        self.cost = self._number("hint-cost", MOST_HINT_MINUTES, names)
        self.stock = self._number("hint-stock", MOST_HINTS, (t("One hint less"), t("One hint more")))
        names = (t("Fifteen seconds less"), t("Fifteen seconds more"))
        self.shown = self._number("hint-shown", MOST_HINT_S, names, LEAST_HINT_S)
        choices = [(style, self._styles[style]) for style in _STYLES]
        self.style_choice = SegmentedChoice(choices, self.body, name=t("Time on the player screen"))
        self.extra.clicked.connect(lambda: self._tell("extra_time"))
        self.own_clocks.clicked.connect(lambda: self._tell("own_clocks"))
        self.style_choice.changed.connect(lambda: self._tell("clock_style"))
        self.fields = {
            "clock_style": Field(t("Time on the player screen"), self.style_choice, "", self.body),
            "hint_cost_min": Field(t("Minutes that a hint costs"), self.cost, t("0: nothing"), self.body),
            "hint_stock": Field(t("Hints a team"), self.stock, t("0: as many as needed"), self.body),
            "hint_shown_s": Field(t("Seconds on the screen"), self.shown, t("0: until taken off"), self.body),
        }
        numbers = {"hint_cost_min": self.cost, "hint_stock": self.stock, "hint_shown_s": self.shown}
        for name, number in numbers.items():
            number.changed.connect(lambda _value, name=name: self._tell(name))
            number.edit.editingFinished.connect(lambda name=name: self.left.emit(name))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(14, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.extra)
        column.addWidget(self.own_clocks)
        row = FlowRow(spacing=24)
        for field in self.fields.values():
            row.add(field)
        column.addLayout(row)

    def _number(self, name: str, most: int, names: tuple[str, str], step: int = 1) -> NumberField:
        number = NumberField(0, most, self.body, names=names, step=step)
        number.setObjectName(name)
        number.setFixedWidth(150)
        return number

    def show_plan(self, plan: SessionPlan) -> None:
        """Show the choices of a plan."""
        self.extra.setChecked(plan.extra_time)
        self.own_clocks.setChecked(plan.own_clocks)
        self.cost.set_value(plan.hint_cost_min)
        self.stock.set_value(plan.hint_stock)
        self.shown.set_value(plan.hint_shown_s)
        self.style_choice.set_value(plan.clock_style)
        self._say()

    def applied(self, plan: SessionPlan) -> SessionPlan:
        """`plan` with the choices as they stand here."""
        return replace(
            plan,
            extra_time=self.extra.isChecked(),
            own_clocks=self.own_clocks.isChecked(),
            hint_cost_min=self.cost.value(),
            hint_stock=self.stock.value(),
            hint_shown_s=self.shown.value(),
            clock_style=self._style(),
        )

    def _style(self) -> ClockStyle:
        chosen = self.style_choice.value()
        return "bar" if chosen == "bar" else "none" if chosen == "none" else "clock"

    def _tell(self, field: str) -> None:
        self._say()
        self.edited.emit(field)

    def _say(self) -> None:
        t = self._t
        cost, stock, shown = self.cost.value(), self.stock.value(), self.shown.value()
        parts = [
            t("extra time") if self.extra.isChecked() else t("usual time"),
            t("own clocks") if self.own_clocks.isChecked() else "",
            t.plural("{n} minute a hint", "{n} minutes a hint", cost) if cost else t("hints cost nothing"),
            t.plural("{n} hint a team", "{n} hints a team", stock) if stock else "",
            t("hints stay {seconds} s", seconds=shown) if shown else "",
            {"clock": t("clock shown"), "bar": t("bar shown"), "none": t("no time shown")}[self._style()],
        ]
        self.summary.setText(" · ".join(part for part in parts if part))
