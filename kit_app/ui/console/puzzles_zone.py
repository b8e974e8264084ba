"""The zone *Puzzles*: the graph, how many are solved, and the answer desk below. No rule here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.graph import GraphPanel, NodePlace
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.tags import Tag
from kit_app.ui.console.answer_desk import AnswerDesk
from kit_app.ui.console.notice_place import NoticePlace
from kit_app.ui.console.wording import node_facts
from kit_app.ui.console.zone import Zone
from kit_app.views.console import ConsoleView, PuzzleRow


class PuzzlesZone(Zone):
    """`chosen(str)` when another puzzle is to be spoken of, `opened(str)` when its menu is wanted."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Puzzles"), parent)
        self._t = t
        self.solved = Tag("", "ok", self, icon="")
        self.opened_tag = Tag("", "info", self)
        self.coming = Tag("", "plain", self)
        for tag in (self.solved, self.opened_tag, self.coming):
            self.head.addWidget(tag)
        self.head.addStretch(1)
        self.head.addWidget(Label(t("time spent / target (line)"), "small", self, wraps=False))
        self.graph = GraphPanel(self)
        self.graph.chosen.connect(self.chosen)
        self.graph.opened.connect(self.opened)
        self.desk = AnswerDesk(t, self)
        self.notices = NoticePlace(self.graph, self)
        self.column.addWidget(self.notices, 1)
        self.column.addWidget(rule(self))
        self.column.addWidget(self.desk)

    def show_view(self, view: ConsoleView) -> None:
        """Bring the nodes and the fields up to date; what reads the same is not painted again."""
        places = [
            NodePlace(facts=node_facts(row, self._t), column=row.column, row=row.row) for row in view.puzzles
        ]
        links = [(needed, row.id) for row in view.puzzles for needed in row.needs]
        self.graph.set_graph(places, links)
        self._count(view)
        self.desk.show_phase(view.phase)
        self.desk.show_fields(_open_with_fields(view))

    def _count(self, view: ConsoleView) -> None:
        t = self._t
        solved = sum(row.state == "solved" for row in view.puzzles)
        locked = sum(row.state == "locked" for row in view.puzzles)
        is_open = sum(row.state in ("open", "late", "stuck") for row in view.puzzles)
        _show(self.solved, t.plural("{n} solved", "{n} solved", solved), bool(solved))
        _show(self.opened_tag, t.plural("{n} open", "{n} open", is_open), bool(is_open))
        _show(self.coming, t("{count} to come", count=locked), bool(locked))


def _show(tag: Tag, text: str, is_shown: bool) -> None:
    if tag.text() != text:
        tag.show_tag(text, tag.kind, "")
    if tag.isHidden() == is_shown:
        tag.setVisible(is_shown)


def _open_with_fields(view: ConsoleView) -> PuzzleRow | None:
    if view.phase not in ("playing", "paused", "guided"):
        return None
    for row in view.puzzles:
        if row.fields and row.state not in ("locked", "solved", "unsolved"):
            return row
    return None
