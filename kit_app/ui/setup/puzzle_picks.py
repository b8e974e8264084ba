"""Which puzzles a session plays, folded away: by a tick, and with why those stay that cannot be left out."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.domain.spelling import filled
from kit_app.i18n import Catalogue
from kit_app.mechanisms.leaving import Choice, choices
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.folded import Folded
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.setup.kit_words import words_of


class PuzzlePicks(Folded):
    """`edited(str)`: a person left a puzzle out or took one in."""

    edited = Signal(str)

    def __init__(self, kit: Kit, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Puzzles"), "puzzle-picks", t, parent)
        self._kit = kit
        self._plan: SessionPlan | None = None
        self._choices: dict[tuple[str, str], tuple[Choice, ...]] = {}
        self._parts: list[QWidget] = []
        self._shown: tuple[str, str] | None = None
        self.boxes: dict[str, CheckBox] = {}
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(14, 0, 0, 4)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold; what is inside is made when it is first seen."""
        super().set_open(is_open)
        self._show()

    def show_plan(self, plan: SessionPlan) -> None:
        """Show the choices of a plan; what its variant cannot leave out or take in is forgotten."""
        choice = plan.variant, plan.sector
        if choice not in self._choices:
            self._choices[choice] = choices(self._kit, *choice)
        free = {one.id: one.is_played for one in self._choices[choice] if not one.why}
        self._plan = replace(
            plan,
            left_out=tuple(one for one in plan.left_out if free.get(one) is True),
            taken_in=tuple(one for one in plan.taken_in if free.get(one) is False),
        )
        self._show()

    def applied(self, plan: SessionPlan) -> SessionPlan:
        """`plan` with the choices as they stand here."""
        if self._plan is None:
            return plan
        return replace(plan, left_out=self._plan.left_out, taken_in=self._plan.taken_in)

    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self._say(plan)
        if not self.is_open:
            return
        if self._shown != (plan.variant, plan.sector):
            self._shown = plan.variant, plan.sector
            self._build(plan)
        own = self._kit.variant(plan.variant).puzzles
        for ident, box in self.boxes.items():
            box.setChecked(ident in plan.taken_in or (ident in own and ident not in plan.left_out))

    def _build(self, plan: SessionPlan) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.boxes = [], {}
        for line, choice in enumerate(self._choices[plan.variant, plan.sector]):
            box = CheckBox(self._name(choice.id), self.body)
            box.setObjectName(f"puzzle-pick-{choice.id}")
            box.setEnabled(not choice.why)
            box.clicked.connect(lambda _checked=False, ident=choice.id: self._pick(ident))
            why = self._why(choice)
            reason = flowing(Label(why, "small", self.body))
            box.setAccessibleDescription(why)
            self._grid.addWidget(box, line, 0)
            self._grid.addWidget(reason, line, 1)
            box.show()
            reason.show()
            self.boxes[choice.id] = box
            self._parts += [box, reason]

    def _why(self, choice: Choice) -> str:
        """Why a puzzle stays, or what follows when it does not."""
        others = ", ".join(choice.others)
        if choice.why:
            return self._t(choice.why, others=others)
        if not others:
            return self._t("As you like.")
        return self._t("As you like. The team is then given what is needed in {others}.", others=others)

    def _name(self, ident: str) -> str:
        words = self._kit.puzzle_words
        title = words.get(self._t.language, next(iter(words.values())))[ident].title
        title = filled(title, words_of(self._kit, self._t.language).names)
        return self._t("{id} {title}", id=ident, title=title)

    def _pick(self, ident: str) -> None:
        plan = self._plan
        if plan is None:
            return
        is_own = ident in self._kit.variant(plan.variant).puzzles
        if is_own:
            self._plan = replace(plan, left_out=_toggled(plan.left_out, ident))
        else:
            self._plan = replace(plan, taken_in=_toggled(plan.taken_in, ident))
        self._show()
        self.edited.emit("puzzles")

    def _say(self, plan: SessionPlan) -> None:
        t = self._t
        count = len(self._kit.variant(plan.variant).puzzles) - len(plan.left_out) + len(plan.taken_in)
        parts = [t.plural("{n} puzzle", "{n} puzzles", count)]
        if plan.left_out:
            parts.append(t("without {puzzles}", puzzles=", ".join(plan.left_out)))
        if plan.taken_in:
            parts.append(t("also {puzzles}", puzzles=", ".join(plan.taken_in)))
        if not plan.left_out and not plan.taken_in:
            parts.append(t("none left out"))
        self.summary.setText(" · ".join(parts))


def _toggled(ids: Sequence[str], ident: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != ident) if ident in ids else (*ids, ident)
