"""The puzzles in their graph: nodes in columns and rows, lines between them, arrows to move."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.nodes import NodeFacts, PuzzleNode
from kit_app.ui.common.paint import smooth


@dataclass(frozen=True, slots=True, kw_only=True)
class NodePlace:
    """A node and where it stands, from 0."""

    facts: NodeFacts
    column: int
    row: int


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_LEAST_GAP, _RIGHT = 9, 12
"""Between two columns at least, and for the dashes beyond the last one (px)."""
_MOST_ROW_GAP = 44


class GraphPanel(QWidget):
    """`chosen(str)` when a node is clicked or reached by arrows.

    `opened(str)` when the menu is wanted: by Enter, a double click, or a click on the node that is chosen.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[str, NodePlace] = {}
        self._nodes: dict[str, PuzzleNode] = {}
        self._links: tuple[tuple[str, str], ...] = ()
        self._selected = ""
        self._foot = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_graph(self, places: Sequence[NodePlace], links: Sequence[tuple[str, str]]) -> None:
        """Show nodes and the lines from what is needed to what needs it. Nodes with a known id are kept."""
        wanted = {place.facts.ident: place for place in places}
        moved = {i: (p.column, p.row) for i, p in wanted.items()} != {
            i: (p.column, p.row) for i, p in self._places.items()
        }
        for ident in [ident for ident in self._nodes if ident not in wanted]:
            old = self._nodes.pop(ident)
            old.hide()
            old.deleteLater()
        self._places = wanted
        for ident, place in wanted.items():
            if ident in self._nodes:
                self._nodes[ident].show_facts(place.facts)
            else:
                self._add(place.facts)
        if moved or tuple(links) != self._links:
            self._links = tuple(links)
            self._order_tabs()
            self._place_nodes()
            self.updateGeometry()
            self.update()

    def leave_foot(self, foot: int) -> None:
        """Leave so much room free below the nodes, as far as they can stand closer (px)."""
        if foot != self._foot:
            self._foot = foot
            self._place_nodes()
            self.update()

    def select(self, ident: str) -> None:
        """Mark the node that the rest of the console speaks of, without telling."""
        self._selected = ident
        for name, node in self._nodes.items():
            node.setChecked(name == ident)

    @property
    def selected(self) -> str:
        """The id of the marked node."""
        return self._selected

    def node(self, ident: str) -> PuzzleNode:
        """One of the nodes."""
        return self._nodes[ident]

    def sizeHint(self) -> QSize:
        columns, rows = self._extent()
        size = PuzzleNode.SIZE
        return QSize(columns * (size.width() + _LEAST_GAP), rows * (size.height() + 36))

    def minimumSizeHint(self) -> QSize:
        columns, rows = self._extent()
        width = columns * (PuzzleNode.LEAST_WIDTH + _LEAST_GAP)
        return QSize(width, rows * (PuzzleNode.SIZE.height() + 20))

    def _node(self) -> QSize:
        """How large a node is: as wide as it likes, or as there is room for."""
        columns, _rows = self._extent()
        share = (self.width() - _RIGHT - (columns - 1) * _LEAST_GAP) // columns
        width = max(PuzzleNode.LEAST_WIDTH, min(PuzzleNode.SIZE.width(), share))
        return QSize(width, PuzzleNode.SIZE.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_nodes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        mate = self._neighbour(*step) if step is not None else None
        if mate is None:
            super().keyPressEvent(event)
            return
        self._nodes[mate].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(mate)

    def _add(self, facts: NodeFacts) -> None:
        node = PuzzleNode(facts, self)
        node.clicked.connect(lambda _checked=False, ident=facts.ident: self._click(ident))
        node.opened.connect(self.opened)
        node.setChecked(facts.ident == self._selected)
        node.show()
        self._nodes[facts.ident] = node

    def _click(self, ident: str) -> None:
        if ident == self._selected:
            self.opened.emit(ident)
        else:
            self._choose(ident)

    def _choose(self, ident: str) -> None:
        self.select(ident)
        self.chosen.emit(ident)

    def _order_tabs(self) -> None:
        ordered = sorted(self._places.values(), key=lambda place: (place.row, place.column))
        nodes = [self._nodes[place.facts.ident] for place in ordered]
        for before, after in zip(nodes, nodes[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _neighbour(self, across: int, down: int) -> str | None:
        """The nearest node in a direction: along the line first, then by how far it lies off the line."""
        here = next((i for i, node in self._nodes.items() if node.hasFocus()), self._selected)
        if here not in self._places:
            return next(iter(self._places), None)
        origin = self._places[here]
        best: tuple[int, str] | None = None
        for ident, place in self._places.items():
            along = (place.column - origin.column) * across + (place.row - origin.row) * down
            off = abs((place.column - origin.column) * down) + abs((place.row - origin.row) * across)
            if along > 0 and (best is None or along + 3 * off < best[0]):
                best = (along + 3 * off, ident)
        return best[1] if best else None

    def _extent(self) -> tuple[int, int]:
        columns = max((place.column for place in self._places.values()), default=0) + 1
        rows = max((place.row for place in self._places.values()), default=0) + 1
        return columns, rows

    def _gaps(self) -> tuple[float, float]:
        columns, rows = self._extent()
        size = self._node()
        room = self.width() - columns * size.width() - _RIGHT
        across = max(_LEAST_GAP, min(44.0, room / max(1, columns - 1)))
        down = (self.height() - self._foot - rows * size.height() - 4) / max(1, rows - 1)
        return across, max(16.0, min(float(_MOST_ROW_GAP), down))

    def _place_nodes(self) -> None:
        across, down = self._gaps()
        size = self._node()
        for ident, place in self._places.items():
            left = round(place.column * (size.width() + across))
            top = round(2 + place.row * (size.height() + down))
            self._nodes[ident].setGeometry(QRect(left, top, size.width(), size.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        pen = QPen(theme.current().colour("edge"), 2)
        dashed = QPen(pen)
        dashed.setDashPattern([3, 2.4])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        far: dict[str, list[str]] = {}
        painter.setPen(pen)
        for source, target in self._links:
            if source not in self._places or target not in self._places:
                continue
            if self._places[target].column == self._places[source].column + 1:
                painter.drawPath(self._near_route(source, target))
            else:
                far.setdefault(target, []).append(source)
        painter.setPen(dashed)
        for target, sources in far.items():
            for path in self._far_routes(sources, target):
                painter.drawPath(path)

    def _near_route(self, source: str, target: str) -> QPainterPath:
        """From right to left with an elbow in the gap."""
        start, end = self._nodes[source].geometry(), self._nodes[target].geometry()
        elbow = end.left() - self._gaps()[0] / 2
        path = QPainterPath(QPointF(start.right() + 1, start.center().y()))
        path.lineTo(elbow, start.center().y())
        path.lineTo(elbow, end.center().y())
        path.lineTo(end.left(), end.center().y())
        return path

    def _far_routes(self, sources: list[str], target: str) -> list[QPainterPath]:
        """Out to the right of each source, down beside the columns, together along the gap above the target.

        Each target has a lane of its own, so that dashes never lie on one another.
        """
        across, down = self._gaps()
        end = self._nodes[target].geometry()
        lane = self._places[target].column % 3
        above = end.top() - down * (0.3 + 0.22 * lane)
        sides = []
        paths = []
        for source in sources:
            start = self._nodes[source].geometry()
            side = start.right() + 1 + min(across / 2 - 2, 3.0) + 4 * lane
            sides.append(side)
            path = QPainterPath(QPointF(start.right() + 1, start.center().y()))
            path.lineTo(side, start.center().y())
            path.lineTo(side, above)
            paths.append(path)
        shared = QPainterPath(QPointF(max(sides), above))
        shared.lineTo(end.center().x(), above)
        shared.lineTo(end.center().x(), end.top())
        return [*paths, shared]
