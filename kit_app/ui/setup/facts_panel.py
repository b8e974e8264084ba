"""What follows from the choices of a session, beside the form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.i18n import NBSP, Catalogue
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.page import WIDEST
from kit_app.ui.common.panel import Panel

_SQUARE_METRES_A_TEAM = 8
_WIDTH = 268


class FactsPanel(Panel):
    """Figures of one session; grows with the teams."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("This session"), parent)
        self._t = t
        self.show_beside(True)
        self.figure = Label("", "figure", self)
        self.line = Label("", "quiet", self)
        self.add(self.figure)
        self.add(self.line)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.add(self._rows)
        self._parts: list[QWidget] = []
        self.body.addStretch(1)
        note = t(
            "Each team gets its own answers. What was drawn is kept: "
            "the same session always prints the same cards."
        )
        self.add(Label(note, "small", self))

    def show_beside(self, is_beside: bool) -> None:
        """A narrow column beside the form, or as wide as the form below it."""
        self.setMinimumWidth(_WIDTH if is_beside else 0)
        self.setMaximumWidth(_WIDTH if is_beside else WIDEST)

    def show_plan(self, plan: SessionPlan, kit: Kit) -> None:
        """Show what follows from a plan."""
        t = self._t
        minutes = round(plan.duration_ms / 60_000)
        self.figure.setText(t("{minutes} min", minutes=minutes))
        self.line.setText(t("on the clock, extra time included") if plan.extra_time else t("on the clock"))
        variant = kit.variant(plan.variant)
        extra = minutes - variant.minutes
        players = sum(team.size for team in plan.teams)
        facts = [
            (t("Puzzles"), str(len(variant.puzzles))),
            (t("Teams"), str(len(plan.teams))),
            (t("Players"), str(players)),
            (t("Whole time slot"), t("{minutes} min", minutes=variant.slot_min + extra)),
            (t("Room needed"), f"{_SQUARE_METRES_A_TEAM * len(plan.teams)}{NBSP}m²"),
        ]
        if plan.deals:
            facts.append((t("Sets"), ", ".join(deal.set_id for deal in plan.deals)))
        self._show(facts)

    def _show(self, facts: Sequence[tuple[str, str]]) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        for number, (name, value) in enumerate(facts):
            if number:
                line = rule(self)
                self._rows.addWidget(line)
                self._parts.append(line)
            row = QWidget(self)
            inside = QHBoxLayout(row)
            inside.setContentsMargins(0, 5, 0, 5)
            inside.addWidget(Label(name, "body", row), 1)
            right = Label(value, "bold", row)
            right.setAlignment(Qt.AlignmentFlag.AlignRight)
            inside.addWidget(right, 1)
            row.setAccessibleName(self._t("{name}: {value}", name=name, value=value))
            self._rows.addWidget(row)
            row.show()
            self._parts.append(row)
