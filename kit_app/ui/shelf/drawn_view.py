"""A part of the shelf with its page beside it: each change is stored and drawn a moment later."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.preview_panel import PreviewPanel
from kit_app.ui.shelf.view import ShelfView
from kit_app.views.paper import PaperPdf

Work = Callable[[Progress], PaperPdf]
_AFTER_MS = 400


class DrawnView(ShelfView):
    """`work()` makes the PDF that `preview` shows; None when there is nothing to draw."""

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._t = t
        self._made: PaperPdf | None = None
        self._wanted, self._drawn = 0, 0
        self.preview = PreviewPanel(t, self)
        self._maker = Latest(self)
        self._maker.idle.connect(self.ready_changed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._take_over)

    def work(self) -> Work | None:
        """What makes the PDF of what is shown now."""
        raise NotImplementedError

    def fits(self, made: PaperPdf) -> str:
        """What is said below the finished page."""
        return self._t.plural("{n} page, no text is cut off.", "{n} pages, no text is cut off.", made.pages)

    @property
    def made(self) -> PaperPdf | None:
        """The PDF of what is shown; None while it is being drawn or cannot be."""
        return self._made if self._drawn == self._wanted and not self._maker.is_busy else None

    def soon(self) -> None:
        """Something was changed: store and draw it when the person pauses."""
        self._wanted += 1
        self._timer.start()
        self.ready_changed.emit()

    def draw(self) -> None:
        """Draw it now."""
        work = self.work()
        self._wanted += 1
        if work is None:
            self._maker.stop()
            self._made = None
            self.preview.show_pdf(None)
            self.preview.show_checked("", "")
            self.ready_changed.emit()
            return
        number = self._wanted
        self._maker.ask(work, lambda made: self._arrive(number, made), self.show_refused)
        self.ready_changed.emit()

    def _arrive(self, number: int, made: PaperPdf) -> None:
        """A PDF is there; it is the newest unless something was changed meanwhile."""
        self._drawn = number
        self.show_made(made)

    def show_made(self, made: PaperPdf) -> None:
        """The PDF is there."""
        page = self.preview.page if self._made is not None and self.preview.page < made.pages else 0
        self._made = made
        self.preview.show_pdf(made, page)
        self.preview.show_checked(self.fits(made), "check")
        self.ready_changed.emit()

    def show_refused(self, error: KitAppError) -> None:
        """It cannot be made."""
        self._made = None
        self.preview.show_pdf(None)
        self.preview.show_checked(self._t.of(error), "warn", "danger")
        self.refused.emit(error)
        self.ready_changed.emit()

    def stop(self) -> None:
        self._maker.stop()

    def _take_over(self) -> None:
        self.keep()
        self.draw()
