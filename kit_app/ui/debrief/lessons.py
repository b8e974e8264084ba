"""One puzzle in the talk: what it teaches, the reflex, and what this team lived with it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, duration
from kit_app.ui.common import theme
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.paint import draw_face
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.shapes import PathShape
from kit_app.ui.common.tags import Tag, TagKind
from kit_app.views.results import PuzzleResult


def lived(puzzle: PuzzleResult, t: Catalogue) -> str:
    """`6:40 pour 4:00 prévues · 2 indices · 1 mauvaise réponse`."""
    parts = [
        t(
            "{spent} for {target} foreseen",
            spent=duration(puzzle.spent_ms // 1000),
            target=duration(puzzle.target_ms // 1000),
        )
    ]
    if puzzle.hints:
        parts.append(t.plural("{n} hint", "{n} hints", len(puzzle.hints)))
    if puzzle.wrong_tries:
        parts.append(t.plural("{n} wrong try", "{n} wrong tries", puzzle.wrong_tries))
    return " · ".join(parts)


def how_it_went(puzzle: PuzzleResult, t: Catalogue) -> tuple[str, TagKind]:
    """In a word, and how that is shown."""
    if puzzle.was_broken:
        return t("a prop was damaged"), "info"
    if puzzle.was_forced:
        return t("helped through"), "warn"
    if puzzle.solved_ms is None:
        return t("not solved"), "warn"
    if puzzle.spent_ms > puzzle.target_ms:
        return t("solved, late"), "info"
    return t("solved in time"), "ok"


class LessonPanel(Panel):
    """The lesson in large print, the reflex below it."""

    def __init__(self, puzzle: PuzzleResult, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        head = QHBoxLayout()
        head.setSpacing(8)
        if puzzle.path:
            head.addWidget(PathShape(puzzle.path, 22, self), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(flowing(Label(f"{puzzle.id} · {puzzle.title}", "h3", self)), 1)
        words, kind = how_it_went(puzzle, t)
        head.addWidget(Tag(words, kind, self), 0, Qt.AlignmentFlag.AlignTop)
        self.add(head)
        self.add(flowing(Label(lived(puzzle, t), "small", self)))
        self.add(flowing(Label(puzzle.lesson, "say-bold", self)))
        if puzzle.reflex:
            self.add(_Reflex(puzzle.reflex, t, self))
        self.setAccessibleName(f"{puzzle.id} · {puzzle.title}")
        self.setAccessibleDescription(f"{puzzle.lesson} {puzzle.reflex}")


class _Reflex(QWidget):
    """The sentence to take home, with the marker at its left."""

    def __init__(self, text: str, t: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(flowing(Label(t("The reflex"), "small", self)))
        column.addWidget(flowing(Label(text, "say", self)))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("marker_bg"))
        draw_face(painter, QRectF(self.rect()), 0, None, now.edge_pen())
        painter.fillRect(QRectF(0, 0, 6, self.height()), now.colour("marker"))
