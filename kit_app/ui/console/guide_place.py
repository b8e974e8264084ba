"""Where the guide of a first session stands on the console; in a low window it takes no room of its own."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from kit_app.ui.console.guide_strip import GuideStrip
from kit_app.ui.console.narrow import Arrangement

LOW = 620
"""In a window that is lower there is no line to spare (px)."""


class GuidePlace(QObject):
    """Below the header; in a small window it scrolls with the zone.

    In a low one it is part of *What to say*, and its sentence takes the place of the short line beside the
    clock; cards of teams have no room for it there.
    """

    def __init__(self, column: QVBoxLayout, arrangement: Arrangement, parent: QObject) -> None:
        super().__init__(parent)
        self._column = column
        self._arrangement = arrangement
        self._guide: GuideStrip | None = None
        self._is_page, self._is_low = True, False
        arrangement.shown.connect(lambda _zone: self._settle())

    def hold(self, guide: GuideStrip) -> None:
        """Have the guide stand there."""
        self._guide = guide
        guide.said.connect(lambda _words: self._settle())
        self._settle()

    def let_go(self) -> None:
        """The guide is over."""
        guide, self._guide = self._guide, None
        if guide is not None:
            self._arrangement.say_guide("")
            guide.hide()
            guide.deleteLater()

    def place(self, *, is_page: bool, height: int) -> None:
        """The page of one team is up, or the cards of all; in a window of this height."""
        self._is_page, self._is_low = is_page, height < LOW
        self._settle()

    def _settle(self) -> None:
        guide, arrangement = self._guide, self._arrangement
        if guide is None:
            return
        is_small = self._is_page and arrangement.is_narrow
        if is_small:
            arrangement.hold_guide(guide)
        elif self._column.indexOf(guide) < 0:
            self._column.insertWidget(1, guide)
        is_squeezed = is_small and self._is_low
        has_room = not self._is_low or (self._is_page and not is_small) or arrangement.tabs.value() == "say"
        guide.setVisible(has_room and (self._is_page or not self._is_low))
        arrangement.say_guide(guide.now if is_squeezed else "")
