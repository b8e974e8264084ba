"""The window on the projector: chooses the page of a view and lays a hint or a message over it. No words."""

from dataclasses import replace

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.player.alert import AlertPage
from kit_app.ui.player.closing import FrontPage, TimeOverPage
from kit_app.ui.player.debrief import DebriefPage
from kit_app.ui.player.emergency import EmergencyPage
from kit_app.ui.player.idle import IdlePage
from kit_app.ui.player.panel import PanelCard
from kit_app.ui.player.play import PlayPage
from kit_app.ui.player.portal import PortalPage
from kit_app.ui.player.sheet import Sheet
from kit_app.views.player import NIGHT, PlayerColours, PlayerView, Scene

FADE_MS = 200


class _Fade(QWidget):
    """The page before, going away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self.animation = QVariantAnimation(self)
        self.animation.setDuration(FADE_MS)
        self.animation.setStartValue(1.0)
        self.animation.setEndValue(0.0)
        self.animation.setEasingCurve(QEasingCurve.Type.OutQuad)
        self.animation.valueChanged.connect(self.update)
        self.animation.finished.connect(self.hide)
        self.hide()

    def begin(self, picture: QPixmap) -> None:
        """Lay the picture over the window and let it go."""
        self.animation.stop()
        self._picture = picture
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.animation.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(float(self.animation.currentValue() or 0.0))
        painter.drawPixmap(self.rect(), self._picture)


class PlayerWindow(QWidget):
    """Shows a `PlayerView`; black before the first. The caller places and closes it, a person does not."""

    def __init__(self, parent: QWidget | None = None, *, reduce_motion: bool = True) -> None:
        super().__init__(parent)
        self.reduce_motion = reduce_motion
        self.view: PlayerView | None = None
        self.setObjectName("player")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(160, 90)
        idle, front, debrief = IdlePage(self), FrontPage(self), DebriefPage(self)
        self._logos = (idle.logo, front.logo, debrief.logo)
        self._sheets: dict[str, Sheet] = {
            "idle": idle,
            "play": PlayPage(self),
            "portal": PortalPage(self),
            "alert": AlertPage(self),
            "time-over": TimeOverPage(self),
            "emergency": EmergencyPage(self),
            "front-page": front,
            "debrief": debrief,
        }
        for sheet in self._sheets.values():
            sheet.hide()
        self.card = PanelCard(self)
        self.card.hide()
        self._fade = _Fade(self)
        self._page = ""
        self._allows_close = False
        self.set_colours(NIGHT)

    @property
    def page(self) -> str:
        """The name of the page shown: black, idle, play, portal, alert, time-over, emergency,
        front-page or debrief.
        """
        return self._page or "black"

    @property
    def sheet(self) -> Sheet | None:
        """The page shown, None while the screen is black."""
        return self._sheets.get(self._page)

    @property
    def fade(self) -> QVariantAnimation:
        """The change from one page to the next, from 1 (the page before) to 0."""
        return self._fade.animation

    def set_logo(self, path: str) -> None:
        """Show the facility's logo on the pages before and after the game; "" or an unreadable file: none."""
        for logo in self._logos:
            logo.set_picture(QPixmap(path))

    def set_colours(self, colours: PlayerColours) -> None:
        """Draw every page with these colours."""
        self.colours = colours
        self.card.set_colours(colours)
        for sheet in self._sheets.values():
            sheet.set_colours(colours)

    def show_view(self, view: PlayerView) -> None:
        """Show all that a view holds, and nothing that it does not."""
        page = page_of(view)
        if page != self._page:
            self._turn_to(page)
        before, self.view = self.view, view
        sheet = self.sheet
        if sheet is None:
            self.card.hide()
            return
        sheet.show_view(view)
        if before is None or replace(before, remaining_ms=0) != replace(view, remaining_ms=0):
            self._lay_card()

    def close_for_good(self) -> None:
        """Close the window; a person's Alt+F4 does not."""
        self._allows_close = True
        self.close()

    def _turn_to(self, page: str) -> None:
        before = self.sheet
        if not self.reduce_motion and self.isVisible() and before is not None:
            self._fade.begin(self.grab())
        self._page = "" if page == "black" else page
        sheet = self.sheet
        if sheet is not None:
            sheet.setGeometry(self.rect())
            sheet.show()
        if before is not None:
            before.hide()
        self._lay_card()
        if self._fade.isVisible():
            self._fade.raise_()

    def _lay_card(self) -> None:
        sheet, view = self.sheet, self.view
        if sheet is None or view is None or view.panel is None or not sheet.has_room_for_panel(view):
            self.card.hide()
            return
        self.card.show_panel(view.panel, self.height(), sheet.panel_box(view, view.panel))
        self.card.show()
        self.card.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sheet is not None:
            self.sheet.setGeometry(self.rect())
        self._lay_card()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._allows_close or not event.spontaneous():
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), Qt.GlobalColor.black)


def page_of(view: PlayerView) -> str:
    """The name of the page that a view asks for."""
    if view.is_blacked_out:
        return "black"
    scene: Scene | None = view.scene
    if scene is not None:
        return "idle" if scene.look == "pitch" else scene.look
    return "idle" if view.phase == "idle" else "play"
