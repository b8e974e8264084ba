"""The facility's own rule for what each puzzle teaches: a field a lesson of a kit, its reflex below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.domain.facility import LONGEST_RULE, Facility, rule_key
from kit_app.domain.kit import Kit
from kit_app.domain.spelling import filled
from kit_app.i18n import Catalogue
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.text_area import TextArea


class _Row:
    """One lesson: its puzzle, its field, what is wrong with it."""

    def __init__(self, lesson: tuple[str, str, str], panel: "RulesPanel", t: Catalogue) -> None:
        self.puzzle, title, reflex = lesson
        self._t = t
        self.edit = TextArea(panel, lines=1)
        self.edit.setObjectName(f"rule-{self.puzzle}")
        help_text = t("The kit says: {reflex}", reflex=reflex)
        self.field = Field(f"{self.puzzle} · {title}", self.edit, help_text, panel)
        self.edit.edited.connect(lambda: self._typed(panel))

    @property
    def rule(self) -> str:
        """What was typed, on one line."""
        return " ".join(self.edit.value().split())

    def show(self, rule: str) -> None:
        self.edit.set_value(rule)
        self.field.clear_error()

    def check(self) -> bool:
        """Whether it can be kept; says what is wrong."""
        over = len(self.rule) - LONGEST_RULE
        too_long = self._t.plural(
            "{n} character too many: at most {most} fit on a slide.",
            "{n} characters too many: at most {most} fit on a slide.",
            over,
            most=LONGEST_RULE,
        )
        self.field.set_error(too_long if over > 0 else "")
        return over <= 0

    def _typed(self, panel: "RulesPanel") -> None:
        self.check()
        panel.edited.emit()


class RulesPanel(Panel):
    """`edited` after every change. `kits`: those that are here, by id and title; `kit_of` reads one.

    What was typed for a kit stays when another one is chosen.
    """

    edited = Signal()

    def __init__(
        self,
        kits: Sequence[tuple[str, str]],
        kit_of: Callable[[str], Kit],
        t: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(t("Our own rules"), parent)
        self._t = t
        self._kit_of = kit_of
        self._typed: dict[str, str] = {}
        use = t(
            "What holds at your facility: where, with whom, by which way. It stands beside the lesson of the"
            " kit in the talk after the game, on its slides, and on the papers that people take home."
            " A lesson left empty leaves no gap."
        )
        self.add(Label(use, "help", self))
        self.kit = ComboBox(self)
        self.kit.setObjectName("rules-kit")
        for ident, title in kits:
            self.kit.add_choice(ident, title)
        self.kit.activated.connect(lambda _row: self._show_kit(self.kit.value()))
        choice = Field(t("Kit"), self.kit, "", self)
        choice.setVisible(len(kits) > 1)
        self.add(choice)
        self.rows: list[_Row] = []
        self._shown = ""
        self._show_kit(self.kit.value())

    def _show_kit(self, ident: str) -> None:
        """Show the lessons of a kit, with the rules that stand beside them; what was typed is kept."""
        if self.check() is not None:
            self.kit.set_value(self._shown)
            return
        self._keep()
        for row in self.rows:
            self.body.removeWidget(row.field)
            row.field.hide()
            row.field.deleteLater()
        self._shown = ident
        self.rows = [_Row(lesson, self, self._t) for lesson in lessons(self._kit_of(ident), self._t.language)]
        for row in self.rows:
            row.show(self._typed.get(rule_key(ident, row.puzzle), ""))
            self.add(row.field)

    def _keep(self) -> None:
        self._typed |= {rule_key(self._shown, row.puzzle): row.rule for row in self.rows}

    def show_facility(self, facility: Facility) -> None:
        """Fill the fields."""
        self._typed = dict(facility.procedures)
        for row in self.rows:
            row.show(facility.procedure(self._shown, row.puzzle))

    def procedures(self, facility: Facility) -> dict[str, str]:
        """What stands in the fields, beside rules of `facility` for puzzles that no kit here has."""
        self._keep()
        known = {**facility.procedures, **self._typed}
        return {key: rule for key, rule in known.items() if rule}

    def check(self) -> QWidget | None:
        """The first field that must be mended, None when all is well."""
        wrong = [row.edit for row in self.rows if not row.check()]
        return wrong[0] if wrong else None


def lessons(kit: Kit, language: str) -> Sequence[tuple[str, str, str]]:
    """Puzzle, title and good reflex of each lesson of a kit, in this language where the kit has it."""
    words = kit.puzzle_words[language if language in kit.puzzle_words else kit.languages[0]]
    found = ((one.id, words[one.id]) for one in kit.puzzles if one.id in words)
    names = (kit.words.get(language) or kit.words[kit.languages[0]]).names
    return [
        (one, filled(said.title, names), filled(said.reflex, names)) for one, said in found if said.reflex
    ]
