"""The projected window for the teams of a session: one full page, parts side by side, or a wall of clocks."""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.player.cell import TeamCell
from kit_app.ui.player.column import NEVER
from kit_app.ui.player.panel import LARGEST_TEXT, LEAST_SHARED, PanelCard, shared_card_height
from kit_app.ui.player.plan import PAD, Part, planned
from kit_app.ui.player.sheet import MARGIN
from kit_app.ui.player.window import PlayerWindow
from kit_app.views.player import NIGHT, Panel, PlayerColours, PlayerView

Arrangement = Literal["split", "clocks", "one"]
"""split: every team's part with what it may read. clocks: large clocks, one line each. one: a single team."""

_UPPER, _LEAST_UPPER = 0.33, 0.25
"""The part of the height left to the other teams while a text needs the whole width, and the least of it."""
_ROOMY = 0.5
"""With as much of the height the others stand in two rows, with their bars."""
_HEAD = 0.16
_SIZES = (LARGEST_TEXT, 0.07, 0.06, LEAST_SHARED)


class PlayerWall(QWidget):
    """Shows the views of one to six teams; black before the first. With one team it is the single window."""

    def __init__(self, parent: QWidget | None = None, *, reduce_motion: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("player")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(160, 90)
        self.views: tuple[PlayerView, ...] = ()
        self.arrangement: Arrangement = "split"
        self.colours = NIGHT
        self._team = 0
        self._reading: tuple[int, ...] = ()
        self.single = PlayerWindow(self, reduce_motion=reduce_motion)
        self.cells: tuple[TeamCell, ...] = ()
        self.card = PanelCard(self)
        self.card.hide()
        self._lines: tuple[QRect, ...] = ()
        self._painted: tuple[bool, tuple[QRect, ...]] = (True, ())
        self._allows_close = False

    @property
    def reduce_motion(self) -> bool:
        """Whether pages change at once."""
        return self.single.reduce_motion

    def set_logo(self, path: str) -> None:
        """Show the facility's logo where one page is shown for all; "" or an unreadable file: none."""
        self.single.set_logo(path)

    def set_colours(self, colours: PlayerColours) -> None:
        """Draw with these colours."""
        self.colours = colours
        self.single.set_colours(colours)
        self.card.set_colours(colours)
        for cell in self.cells:
            cell.set_colours(colours)
        self.update()

    def set_arrangement(self, arrangement: Arrangement, team: int = 0) -> None:
        """Arrange several teams in this way; `team` is the number of the one that "one" shows."""
        if (arrangement, team) != (self.arrangement, self._team):
            self.arrangement, self._team = arrangement, team
            self._show_all()

    def show_view(self, view: PlayerView) -> None:
        """Show one team alone."""
        self.show_views((view,))

    def show_views(self, views: tuple[PlayerView, ...]) -> None:
        """Show the teams' views, in this order."""
        before = {view.team_number: view.panel for view in self.views}
        now = [view.team_number for view in views if view.panel is not None]
        fresh = [view.team_number for view in views if before.get(view.team_number) != view.panel]
        kept = [team for team in self._reading if team in now and team not in fresh]
        self._reading = (*kept, *(team for team in now if team not in kept))
        is_same = _without_time(views) == _without_time(self.views)
        self.views = views
        if is_same:
            self._tell_time()
        else:
            self._show_all()

    def close_for_good(self) -> None:
        """Close the window; a person's Alt+F4 does not."""
        self._allows_close = True
        self.single.close_for_good()
        self.close()

    def alone(self) -> PlayerView | None:
        """The view that fills the screen: a team's own, or a page that all teams read alike."""
        if len(self.views) == 1:
            return self.views[0]
        if self.arrangement == "one":
            return next((view for view in self.views if view.team_number == self._team), None)
        return _shared(self.views)

    def _tell_time(self) -> None:
        alone = self.alone()
        if alone is not None:
            self.single.show_view(alone)
            return
        for cell, view in zip(self.cells, self.views, strict=False):
            cell.show_time(view)

    def _show_all(self) -> None:
        alone = self.alone()
        self.single.setVisible(alone is not None)
        if alone is not None or not self.views:
            for part in (*self.cells, self.card):
                part.hide()
            self._lines = ()
            if alone is not None:
                self.single.setGeometry(self.rect())
                self.single.show_view(alone)
        else:
            self._show_several()
        ground = self._is_black(), self._lines
        if ground != self._painted:  # parts paint themselves
            self._painted = ground
            self.update()

    def _show_several(self) -> None:
        while len(self.cells) < len(self.views):
            cell = TeamCell(self)
            cell.set_colours(self.colours)
            self.cells = (*self.cells, cell)
        for cell in self.cells[len(self.views) :]:
            cell.hide()
        common = _common_panel(self.views) if self.arrangement == "split" else None
        reader = self._reader() if common is None else None
        parts = self._grid(reader)
        text = next((part.view.panel for part in parts if part.has_card), common)
        if text is not None and (common is not None or not self._has_room(parts)):
            parts, lower = self._stage(reader, text)
            self.card.show_panel(text, self.height(), lower)
        self.card.setVisible(common is not None)
        first = [planned(part) for part in parts]
        scale, row_first = min(plan.scale for plan in first), any(plan.is_row for plan in first)
        below = [plan.clock.height() for plan in first if not plan.is_row and plan.clock.height()]
        clock = min(below, default=NEVER)
        for cell, part in zip(self.cells, parts, strict=False):
            is_row = row_first and not part.has_card
            cell.show_part(part, (scale,), row_first=is_row, most_clock=clock)
            cell.show()
        self._lines = self._between(parts)

    def _stage(self, reader: int | None, text: Panel) -> tuple[tuple[Part, ...], QRect]:
        """One text over the whole width below, the reader's part or a card for all; the others above it."""
        area = self._area()
        split = area.bottom() + 1 - self._text_height(text, area, has_head=reader is not None)
        lower = QRect(area.left(), split, area.width(), area.bottom() + 1 - split)
        upper = QRect(area.left(), area.top(), area.width(), split - area.top())
        others = sum(view.team_number != reader for view in self.views)
        is_roomy = upper.height() >= _ROOMY * self.height()
        rows = 2 if is_roomy and others > 2 else 1
        above = iter(self._boxes(upper, -(-others // rows), rows))
        parts = tuple(
            Part(
                view=view,
                box=lower if view.team_number == reader else next(above),
                unit=self.height(),
                has_card=view.team_number == reader,
                has_bars=is_roomy,
            )
            for view in self.views
        )
        return parts, lower

    def _text_height(self, panel: Panel, area: QRect, *, has_head: bool) -> int:
        """The height of a text at the largest size that leaves the other teams their part."""
        unit = self.height()
        head = round(_HEAD * unit) if has_head else 0
        wide = area.width() - 2 * round(PAD * unit)
        heights = [head + shared_card_height(panel, wide, unit, size) for size in _SIZES]
        most = area.bottom() - round(_UPPER * unit)
        least = min([area.bottom() - round(_LEAST_UPPER * unit), *heights])
        return next((high for high in heights if high <= most), least)

    def _reader(self) -> int | None:
        """The number of the team whose text is shown: one at a time, the newest."""
        return self._reading[-1] if self._reading and self.arrangement == "split" else None

    def _has_room(self, parts: tuple[Part, ...]) -> bool:
        """Whether the text fits in its team's own part; a notice that comes and goes changes nothing."""
        own = next(part for part in parts if part.has_card)
        return planned(replace(own, view=replace(own.view, notice=""))).is_whole

    def _area(self) -> QRect:
        """The screen without its margin; projectors cut edges, and a part has a margin of its own."""
        own = round(PAD * self.height())
        edge_x = max(0, round(MARGIN * self.width()) - own)
        edge_y = max(0, round(MARGIN * self.height()) - own)
        return self.rect().adjusted(edge_x, edge_y, -edge_x, -edge_y)

    def _grid(self, reader: int | None) -> tuple[Part, ...]:
        """The parts of the screen: halves, thirds, quarters, or sixths."""
        count = len(self.views)
        columns = 2 if count in (2, 4) else min(count, 3)
        rows = 1 if count <= 3 else 2
        boxes = self._boxes(self._area(), columns, rows)
        return tuple(
            Part(
                view=view,
                box=box,
                unit=self.height(),
                has_card=view.team_number == reader,
                is_clocks=self.arrangement == "clocks",
            )
            for view, box in zip(self.views, boxes, strict=False)
        )

    def _boxes(self, area: QRect, columns: int, rows: int) -> list[QRect]:
        """Equal boxes in rows, with thin gaps between them."""
        line = self._line()
        high = (area.height() - line * (rows - 1)) // rows
        tops = [area.top() + number * (high + line) for number in range(rows)]
        found = [_row(QRect(area.left(), top, area.width(), high), columns, line) for top in tops]
        return [box for row in found for box in row]

    def _line(self) -> int:
        return max(1, round(self.height() / 540))

    def _between(self, parts: tuple[Part, ...]) -> tuple[QRect, ...]:
        """Thin lines in the gaps between parts."""
        line, short = self._line(), round(PAD * self.height())
        boxes = [part.box for part in parts]
        return tuple(
            QRect(one.right() + 1, one.top() + short, line, one.height() - 2 * short)
            for one in boxes
            for other in boxes
            if other.top() == one.top() and other.left() == one.right() + 1 + line
        ) + tuple(
            QRect(one.left() + short, one.bottom() + 1, one.width() - 2 * short, line)
            for one in boxes
            for other in boxes
            if other.left() == one.left() and other.top() == one.bottom() + 1 + line
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.single.setGeometry(self.rect())
        self._show_all()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._allows_close or not event.spontaneous():
            event.accept()
        else:
            event.ignore()

    def _is_black(self) -> bool:
        return not self.views or all(view.is_blacked_out for view in self.views)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_black = self._is_black()
        painter.fillRect(event.rect(), QColor("#000000" if is_black else self.colours.ground))
        for line in self._lines if not is_black else ():
            painter.fillRect(line, QColor(self.colours.quiet))


def _row(area: QRect, count: int, gap: int) -> list[QRect]:
    """Equal boxes beside one another, `gap` pixels apart."""
    wide = (area.width() - gap * (count - 1)) // max(1, count)
    lefts = [area.left() + number * (wide + gap) for number in range(count)]
    return [QRect(left, area.top(), wide, area.height()) for left in lefts]


def _without_time(views: tuple[PlayerView, ...]) -> tuple[PlayerView, ...]:
    return tuple(replace(view, remaining_ms=0) for view in views)


def _shared(views: tuple[PlayerView, ...]) -> PlayerView | None:
    """The page that all teams read alike, without a team's name; None when they differ."""
    if not views or any(view.scene is None or view.has_clock or view.panel is not None for view in views):
        return None
    if len({(view.scene, view.phase, view.notice, view.is_blacked_out) for view in views}) > 1:
        return None
    return replace(views[0], team="", team_number=0)


def _common_panel(views: tuple[PlayerView, ...]) -> Panel | None:
    """A message to all teams."""
    first = views[0].panel
    return first if first is not None and all(view.panel == first for view in views) else None
