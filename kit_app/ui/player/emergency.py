"""The page while the ward needs people: one calm line, as large as the screen lets it."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kit_app.ui.player.panel import least_card_height
from kit_app.ui.player.sheet import BOTTOM, CENTRE, LEAST, MARGIN, MIDDLE, TOP, Sheet
from kit_app.views.player import Panel, PlayerView

_END = 1 - MARGIN
_LARGEST = 0.15
_CARD_TOP, _LEAST_CARD_TOP = 0.46, 0.25


class EmergencyPage(Sheet):
    """Quiet on night; a message that is sent meanwhile lies below the line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.text(is_bold=True)
        self.lines = self.text("quiet")

    def lay_out(self, view: PlayerView) -> None:
        scene = view.scene
        if scene is None:
            return
        if view.panel is not None:
            title = self.box(MARGIN, MARGIN, _END, self._card_top(view.panel) - 0.03)
            self.place(self.title, scene.title, title, (0.05, _LARGEST), CENTRE | MIDDLE)
            self.lines.hide()
            return
        title = self.box(MARGIN, 0.16, _END, 0.62)
        self.place(
            self.title, scene.title, title, (0.055, _LARGEST), CENTRE | (BOTTOM if scene.lines else MIDDLE)
        )
        words = "\n".join(scene.lines)
        self.place(self.lines, words, self.box(MARGIN, 0.66, _END, 0.82), (LEAST, 0.06), CENTRE | TOP)

    def panel_box(self, view: PlayerView, panel: Panel) -> QRect:
        return self.box(MARGIN, self._card_top(panel), _END, _END)

    def _card_top(self, panel: Panel) -> float:
        """Below the line; higher for a long text."""
        wide = self.box(MARGIN, 0, _END, 1).width()
        needed = least_card_height(panel, wide, self.height()) / self.height()
        return max(_LEAST_CARD_TOP, min(_CARD_TOP, _END - needed))
