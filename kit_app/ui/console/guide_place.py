"""Where the guide of a first session stands on the console; in a low window it takes no room of its own."""

from PySide6.QtWidgets import QVBoxLayout

from kit_app.ui.console.guide_strip import GuideStrip
from kit_app.ui.console.narrow import Arrangement
from kit_app.ui.console.say_zone import SayZone

LOW = 720
"""In a window that is lower there is no line to spare (px)."""


class GuidePlace:
    """Below the header; in a small window it scrolls with the zone.

    In a low one it is part of *What to say*, and where that is not up, its sentence takes the place of the
    short line beside the clock; cards of teams have no room for it there.
    """

    def __init__(self, column: QVBoxLayout, arrangement: Arrangement, zone: SayZone) -> None:
        self._column = column
        self._arrangement = arrangement
        self._zone = zone
        self._guide: GuideStrip | None = None
        self._is_page, self._is_low = True, False

    def hold(self, guide: GuideStrip) -> None:
        """Have the guide stand there."""
        self._guide = guide
        guide.said.connect(self._say)
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
        guide = self._guide
        if guide is None:
            return
        if self._is_page and self._is_low:
            self._zone.hold_guide(guide)
        elif self._is_page and self._arrangement.is_narrow:
            self._arrangement.hold_guide(guide)
        elif self._column.indexOf(guide) < 0:
            self._column.insertWidget(1, guide)
        guide.setVisible(self._is_page or not self._is_low)
        self._say(guide.now)

    def _say(self, now: str) -> None:
        is_short = self._is_page and self._is_low and self._arrangement.is_narrow
        self._arrangement.say_guide(now if is_short else "")
