"""The facility's own rule for what each puzzle teaches: a field a lesson, the kit's reflex below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.domain.facility import LONGEST_RULE, Facility
from kit_app.domain.kit import Kit
from kit_app.domain.spelling import filled
from kit_app.i18n import Catalogue
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
    """`edited` after every change."""

    edited = Signal()

    def __init__(self, kit: Kit, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Our own rules"), parent)
        use = t(
            "What holds at your facility: where, with whom, by which way. It stands beside the lesson of the"
            " kit in the talk after the game, on its slides, and on the papers that people take home."
            " A lesson left empty leaves no gap."
        )
        self.add(Label(use, "help", self))
        self.rows = [_Row(lesson, self, t) for lesson in lessons(kit, t.language)]
        for row in self.rows:
            self.add(row.field)

    def show_facility(self, facility: Facility) -> None:
        """Fill the fields."""
        for row in self.rows:
            row.show(facility.procedure(row.puzzle))

    def procedures(self, facility: Facility) -> dict[str, str]:
        """What stands in the fields, beside rules of `facility` for puzzles that this kit has not."""
        known = {**facility.procedures, **{row.puzzle: row.rule for row in self.rows}}
        return {puzzle: rule for puzzle, rule in known.items() if rule}

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
