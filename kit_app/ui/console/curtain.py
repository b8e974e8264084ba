"""Draws the lock's page over the console: takes everything else out of the window, and puts it back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.console.lock import LockPage
from kit_app.ui.console.wording import echo
from kit_app.views.console import ConsoleView, LogRow

_LOOKED_AT = 40
"""So many events at most are searched for words."""
_OPEN = frozenset(
    (
        *("HintWithdrawn", "HintHidden", "HintOffered", "OfferWithdrawn", "HintPutOff", "HintGiven"),
        *("MessageShown", "MessageCleared", "ScreenBlackedOut", "ScreenRestored", "PuzzleReopened"),
        *("TimeAdjusted", "RunPaused", "RunResumed", "RunContinued", "PlayerLeft", "PlayerBack"),
        *("RunStopped", "TimeRanOut", "LastSceneShown", "LastSceneLeft", "RunEnded"),
    )
)
"""Events whose usual words hold no answer and no note."""


class Curtain(QObject):
    """`everything` of the window is behind it. `opened()` when the lock was opened."""

    opened = Signal()

    def __init__(self, everything: QWidget, column: QVBoxLayout, t: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._t = t
        self._window = window
        self._column = column
        self._everything = everything
        self._quiet: list[QShortcut] = []
        self.page: LockPage | None = None

    @property
    def is_drawn(self) -> bool:
        """Whether the console is locked."""
        return self.page is not None

    def draw(self, code: str) -> None:
        """Lock: nothing but the lock's page is left in the window, and no key of the console acts."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._quiet = [key for key in self._window.findChildren(QShortcut) if key.isEnabled()]
        for key in self._quiet:
            key.setEnabled(False)
        for part in self._window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if part.isWindow():
                part.close()
            elif part is not self._everything:  # what was laid over it
                part.hide()
                part.setParent(self._everything)
        self._column.removeWidget(self._everything)
        self._everything.hide()
        self._everything.setParent(None)
        self.page = LockPage(self._t, self._window)
        self.page.unlocked.connect(self.open)
        self._column.addWidget(self.page, 1)
        self.page.show()
        self.page.begin(code)

    def open(self) -> None:
        """Unlock: everything is as it was."""
        if self.page is None:
            return
        page, self.page = self.page, None
        self._column.removeWidget(page)
        page.hide()
        page.deleteLater()
        self._everything.setParent(self._window)
        self._column.addWidget(self._everything, 1)
        self._everything.show()
        for key in self._quiet:
            key.setEnabled(True)
        self._quiet = []
        self.opened.emit()

    def show_moment(self, views: Sequence[ConsoleView], title: str) -> None:
        """Time and events of one run or of several, none of them secret."""
        if self.page is None or not views:
            return
        self.page.show_team(title)
        is_paused = all(view.phase == "paused" for view in views)
        state = self._t("The clock stands.") if is_paused else ""
        rows = [(row, view.team) for view in views for row in view.log[-_LOOKED_AT:]]
        rows.sort(key=lambda one: one[0].at_ms)
        news = ((team, public_words(row, self._t)) for row, team in rows)
        lines = [f"{team}: {words}" if len(views) > 1 else words for team, words in news if words]
        self.page.show_moment(max(view.remaining_ms for view in views), state, lines)


def public_words(row: LogRow, t: Catalogue) -> str:
    """An event in words that anybody may read; empty for what needs none."""
    match row.kind:
        case "PuzzleSolved":
            return t("{puzzle} is solved.", puzzle=row.puzzle or "")
        case "AnswerRejected":
            return t("An answer was not right yet.")
        case "CardScanned":
            return t("A card was read.")
        case "NoteAdded":
            return t("A note was taken.")
        case kind if kind in _OPEN:
            said = echo(row, t)
            return said.text if said is not None else ""
        case _:
            return ""
