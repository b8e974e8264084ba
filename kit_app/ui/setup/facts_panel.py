"""What follows from the choices of a session, beside the form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.i18n import NBSP, Catalogue
from kit_app.services.advising import Foresight
from kit_app.ui.common.conflicts import Conflicts
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.panel import Panel
from kit_app.ui.setup.chance_part import ChancePart

_SQUARE_METRES_A_TEAM = 8


class FactsPanel(Panel):
    """Figures of one session; grows with the teams."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("This session"), parent)
        self._t = t
        self._plan: SessionPlan | None = None
        self._kit: Kit | None = None
        self._foresight: Foresight | None = None
        self._shown: Sequence[tuple[str, str]] = ()
        self.conflicts = Conflicts(t, self)
        self.conflicts.setObjectName("prepare-conflicts")
        self.add(self.conflicts)
        self.chance = ChancePart(t, self)
        self.add(self.chance)
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

    def show_plan(self, plan: SessionPlan, kit: Kit) -> None:
        """Show what follows from a plan."""
        self._plan, self._kit = plan, kit
        self._show_all()

    def show_foresight(self, foresight: Foresight | None) -> None:
        """Show what is likely of the plan shown."""
        self._foresight = foresight
        self._show_all()

    def _show_all(self) -> None:
        if self._plan is None or self._kit is None:
            return
        plan, level = self._plan, self._kit.level(self._plan.level)
        helped = bool(level.due) and plan.hint_policy != "by-hand"
        alike = len({team.size for team in plan.teams}) == 1
        self.chance.show_foresight(self._foresight, helped=helped, alike=alike)
        self.chance.show_length(self._foresight, plan.duration_ms)
        self._show([*self._ends(), *self._facts_of(plan, self._kit)])

    def _ends(self) -> list[tuple[str, str]]:
        """When teams end: half of them, and four fifths between two minutes."""
        t, foresight = self._t, self._foresight
        names = t("Likely end"), t("Four ends in five")
        if foresight is None:
            return [(name, "–") for name in names]
        low, middle, high = (
            round(ms / 60_000) for ms in (foresight.low_ms, foresight.expected_ms, foresight.high_ms)
        )
        band = t("{low} to {high} min", low=low, high=high)
        return [(names[0], t("{minutes} min", minutes=middle)), (names[1], band)]

    def _facts_of(self, plan: SessionPlan, kit: Kit) -> list[tuple[str, str]]:
        t = self._t
        minutes = round(plan.duration_ms / 60_000)
        variant = kit.variant(plan.variant)
        extra = minutes - variant.minutes
        players = sum(team.size for team in plan.teams)
        clock = t("On the clock, with extra time") if plan.extra_time else t("On the clock")
        facts = [
            (clock, t("{minutes} min", minutes=minutes)),
            (t("Puzzles"), str(len(variant.puzzles) - len(plan.left_out) + len(plan.taken_in))),
            (t("Can be solved"), self._solvable()),
            (t("Teams"), str(len(plan.teams))),
            (t("Players"), str(players)),
            (t("Whole time slot"), t("{minutes} min", minutes=variant.slot_min + extra)),
            (t("Room needed"), f"{_SQUARE_METRES_A_TEAM * len(plan.teams)}{NBSP}m²"),
        ]
        if plan.deals:
            facts.append((t("Sets"), ", ".join(deal.set_id for deal in plan.deals)))
        return facts

    def _solvable(self) -> str:
        """Whether each puzzle follows from what is printed and given; those that do not by name."""
        if self._foresight is None or self._foresight.unsolved is None:
            return "–"
        names = ", ".join(self._foresight.unsolved)
        return self._t("not {puzzles}", puzzles=names) if names else self._t("all of them")

    def _show(self, facts: Sequence[tuple[str, str]]) -> None:
        if facts == self._shown:
            return
        self._shown = facts
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        for number, (name, value) in enumerate(facts):
            if number:
                line = rule(self)
                self._rows.addWidget(line)
                line.show()
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
