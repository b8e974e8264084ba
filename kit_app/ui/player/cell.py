"""One team's part of a shared player screen: its shape, number and name, its clock, and what it may read."""

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.clock_label import CountdownLabel
from kit_app.ui.common.fit_label import wrapped_size
from kit_app.ui.common.fonts import MONO_FAMILY, UI_FAMILY, font
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_team_shape
from kit_app.ui.player.bars import PathBars
from kit_app.ui.player.column import NEVER, Block, field_form, plate_pad, text_size, values_line
from kit_app.ui.player.panel import LEAST_SHARED, PanelCard
from kit_app.ui.player.plan import SCALES, Part, Plan, planned
from kit_app.ui.player.sheet import LEFT, MIDDLE, RIGHT
from kit_app.ui.player.time_bar import TimeBar
from kit_app.views.player import NIGHT, PlayerColours, PlayerView

_FRAME = 0.012
_WRAP = int(Qt.TextFlag.TextWordWrap.value)


class TeamCell(QWidget):
    """Shows a view in a part of a screen that is `unit` pixels high."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.part: Part | None = None
        self._shown: tuple[Part, tuple[float, ...], bool, int] | None = None
        self.plan: Plan | None = None
        self.colours = NIGHT
        self.clock = CountdownLabel(self)
        self.bar = TimeBar(self)
        self.bars = PathBars(self)
        self.card = PanelCard(self, LEAST_SHARED)
        for child in (self.clock, self.bar, self.bars, self.card):
            child.hide()

    def set_colours(self, colours: PlayerColours) -> None:
        """Draw with these colours."""
        self.colours = colours
        self.bars.set_colours(colours)
        self.card.set_colours(colours)
        self._colour_time()
        self.update()

    def show_part(
        self,
        part: Part,
        scales: tuple[float, ...] = SCALES,
        *,
        row_first: bool = False,
        most_clock: int = NEVER,
    ) -> None:
        """Show a view in its part of the screen (see `planned`); one that looks the same is left alone."""
        shown = replace(part, view=replace(part.view, remaining_ms=0)), scales, row_first, most_clock
        if shown == self._shown:
            self.part = part
            self.show_time(part.view)
            return
        self._shown = shown
        self.part = part
        self.setGeometry(part.box)
        own = replace(part, box=self.rect())
        self.plan = (
            None
            if part.view.is_blacked_out
            else planned(own, scales, row_first=row_first, most_clock=most_clock)
        )
        self._colour_time()
        self._place_children(part)
        said = [block.words for block, _box in self.plan.blocks if block.words] if self.plan else []
        self.setAccessibleName(" ".join([str(part.view.team_number), part.view.team, *said]))
        self.show_time(part.view)
        self.update()

    def show_time(self, view: PlayerView) -> None:
        """Bring clock or bar up to date; nothing else may differ from the part shown."""
        if view.clock_style == "clock":
            self.clock.set_remaining(view.remaining_ms)
        else:
            self.bar.set_share(view.remaining_ms / view.total_ms if view.total_ms else 0.0)

    def _colour_time(self) -> None:
        ground, text, quiet = (self._ink(name) for name in self._time_inks())
        self.clock.set_colours(text, ground)
        self.bar.set_colours(ground, text, quiet)

    def _time_inks(self) -> tuple[str, str, str]:
        if self._is_alert():
            return "alert_ground", "alert_text", "alert_quiet"
        return "ground", "text", "quiet"

    def _is_alert(self) -> bool:
        scene = self.part.view.scene if self.part is not None else None
        return scene is not None and scene.look == "alert"

    def _ink(self, name: str) -> QColor:
        return QColor(getattr(self.colours, name))

    def _place_children(self, part: Part) -> None:
        plan, view = self.plan, part.view
        is_timed = plan is not None and part.is_timed
        self.clock.setVisible(is_timed and view.clock_style == "clock")
        self.bar.setVisible(is_timed and view.clock_style == "bar")
        boxes = {block.kind: box for block, box in plan.blocks} if plan is not None else {}
        self.bars.setVisible("bars" in boxes)
        self.card.setVisible("card" in boxes)
        if "bars" in boxes:
            self.bars.show_bars(view.bars)
            self.bars.setGeometry(boxes["bars"])
        if "card" in boxes and view.panel is not None:
            self.card.show_panel(view.panel, part.unit, boxes["card"])
        if plan is not None and is_timed:
            self.clock.set_alignment(RIGHT if plan.is_row else Qt.AlignmentFlag.AlignHCenter)
            self.clock.setGeometry(plan.clock)
            high = min(plan.clock.height(), round(part.unit * 0.09))
            middle = plan.clock.center().y()
            self.bar.setGeometry(plan.clock.left(), middle - high // 2, plan.clock.width(), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plan, part = self.plan, self.part
        if plan is None or part is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        ground, text, quiet = (self._ink(name) for name in self._time_inks())
        painter.fillRect(self.rect(), ground)
        smooth(painter)
        if self._is_alert():
            line = _FRAME * self._unit
            draw_face(painter, QRectF(self.rect()), 0, None, QPen(self._ink("alert_frame"), line))
        self._paint_head(painter, plan, part, text, quiet)
        for block, box in plan.blocks:
            if block.kind == "words":
                self._paint_words(painter, block, box, plan.scale)
            elif block.kind == "fields":
                self._paint_fields(painter, block, box, plan.scale)

    def _paint_head(self, painter: QPainter, plan: Plan, part: Part, text: QColor, quiet: QColor) -> None:
        view = part.view
        size = text_size(self._unit, 1.2)
        paint_team_shape(painter, QRectF(plan.shape), view.team_number, quiet)
        painter.setFont(font(size, bold=True))
        painter.setPen(text)
        number = QRectF(plan.shape.right() + size * 0.4, plan.shape.top(), size * 2, plan.shape.height())
        painter.drawText(number, int((LEFT | MIDDLE).value), str(view.team_number))
        if not plan.name.isEmpty():
            painter.setFont(font(text_size(self._unit, 1.0)))
            painter.drawText(QRectF(plan.name), int((LEFT | MIDDLE).value) | _WRAP, view.team)

    @property
    def _unit(self) -> int:
        return self.part.unit if self.part is not None else 1

    def _paint_words(self, painter: QPainter, block: Block, box: QRect, scale: float) -> None:
        size = text_size(self._unit, scale)
        inner = QRectF(box)
        if block.plate:
            pad = plate_pad(size)
            draw_face(painter, inner, size * 0.25, self._ink(block.plate))
            inner.adjust(pad, 0, -pad, 0)
        painter.setFont(font(size, bold=block.is_bold))
        painter.setPen(self._ink(block.ink))
        side = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(inner, int((side | MIDDLE).value) | _WRAP, block.words)

    def _paint_fields(self, painter: QPainter, block: Block, box: QRect, scale: float) -> None:
        size = text_size(self._unit, scale)
        form = field_form(block.fields, box.width(), size)
        label_face, value_face = font(size), font(size, bold=True, family=MONO_FAMILY)
        if form == "values":
            painter.setFont(value_face)
            painter.setPen(self._ink("text"))
            painter.drawText(QRectF(box), int((LEFT | MIDDLE).value) | _WRAP, values_line(block.fields))
            return
        is_side = form == "side"
        count = max(1, len(block.fields))
        wide = box.width() / count if is_side else float(box.width())
        high = box.height() / 2 if is_side else box.height() / count
        labels = [wrapped_size(field.label, UI_FAMILY, False, size, 100_000)[0] for field in block.fields]
        for number, field in enumerate(block.fields):
            left = box.left() + (number * wide if is_side else 0)
            top = box.top() + (0 if is_side else number * high)
            painter.setFont(label_face)
            painter.setPen(self._ink("quiet"))
            painter.drawText(QRectF(left, top, wide, high), int((LEFT | MIDDLE).value), field.label)
            shift = 0.0 if is_side else max(labels) + size * 0.6
            under = high if is_side else 0
            well = QRectF(left + shift, top + under, wide - shift - size * 0.4, high * 0.94)
            edge = QPen(self._ink("quiet"), self._unit / 540)
            draw_face(painter, well, size * 0.2, self._ink("ground"), edge)
            painter.setFont(value_face)
            painter.setPen(self._ink("text"))
            inner = well.adjusted(size * 0.3, 0, 0, 0)
            painter.drawText(inner, int((LEFT | MIDDLE).value), field.value)
