"""The very PDF, sheet by sheet: turn the leaves, zoom, and say below what was checked."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import NBSP, Catalogue
from kit_app.services.printing.preview import PagePicture, page_picture, page_size_mm
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.icons import NORMAL
from kit_app.ui.common.labels import IconLabel, Label, rule
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.sheet_view import SheetView, image_of
from kit_app.views.paper import PaperPdf

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_SCREEN_DPI = 96
_INCH = 25.4


class PreviewPanel(Panel):
    """`turned(int)` tells the page (from 0) that a person went to."""

    turned = Signal(int)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=1)
        self._t = t
        self._made: PaperPdf | None = None
        self._page = 0
        self._zoom: float | None = None
        self._shown_zoom = 1.0
        self._asked: tuple[int, int, float] | None = None
        self._painter = Latest(self)
        self.setAccessibleName(t("Preview"))
        self.body.setSpacing(0)
        self.body.addLayout(self._build_head())
        self.view = SheetView(self)
        self.view.setObjectName("print-preview")
        self.view.resized.connect(self._fit)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(rule(self))
        self.body.addLayout(self._build_foot())
        self._refresh()

    def _build_head(self) -> QHBoxLayout:
        t = self._t
        self.back = icon_button("left", t("Previous sheet"), self)
        self.forth = icon_button("right", t("Next sheet"), self)
        self.place = Label("", "body", self, wraps=False)
        self.smaller = icon_button("minus", t("Smaller"), self)
        self.larger = icon_button("plus", t("Larger"), self)
        self.percent = KeyButton("", self, kind="quiet", size="small")
        self.percent.set_tip(t("Show the whole sheet"))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forth.clicked.connect(lambda: self._turn(1))
        self.smaller.clicked.connect(lambda: self._step_zoom(-1))
        self.larger.clicked.connect(lambda: self._step_zoom(1))
        self.percent.clicked.connect(lambda: self._set_zoom(None))
        for key, button in (
            ("PgUp", self.back),
            ("PgDown", self.forth),
            ("Ctrl+-", self.smaller),
            ("Ctrl++", self.larger),
            ("Ctrl+0", self.percent),
        ):
            QShortcut(key, self, button.click)
        row = QHBoxLayout()
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        for part in (self.back, self.place, self.forth):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.smaller, self.percent, self.larger):
            row.addWidget(part)
        return row

    def show_narrow(self, is_narrow: bool) -> None:
        """Do without the figure between the signs where room is short."""
        self.percent.setVisible(not is_narrow)

    def _build_foot(self) -> QHBoxLayout:
        self._icon = IconLabel("", "ok", NORMAL, self)
        self.checked = Label("", "small", self)
        self.checked.setMinimumHeight(36)
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.checked, 1)
        return row

    def show_checked(self, sentence: str, icon: str, token: str = "ok") -> None:
        """Say what was found about the PDF."""
        self._icon.set_icon(icon, token)
        self.checked.setText(sentence)

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    def show_pdf(self, made: PaperPdf | None, page: int = 0) -> None:
        """Show another PDF from this page on; None takes the picture away."""
        self._made = made
        self._asked = None
        self._page = page
        self._refresh()
        if made is None:
            self._painter.stop()
            self.view.show_image(image_of(PagePicture(0, 0, 0, b"")))
        else:
            self._draw()

    def go_to(self, page: int) -> None:
        """Show a page without telling."""
        if self._made is not None and 0 <= page < self._made.pages and page != self._page:
            self._page = page
            self._refresh()
            self._draw()

    def _turn(self, by: int) -> None:
        before = self._page
        self.go_to(self._page + by)
        if self._page != before:
            self.turned.emit(self._page)

    def _refresh(self) -> None:
        t, made = self._t, self._made
        pages = made.pages if made is not None else 0
        self.place.setText(t("Sheet {n} of {total}", n=self._page + 1, total=pages) if pages else "")
        self.back.setEnabled(self._page > 0)
        self.forth.setEnabled(self._page + 1 < pages)
        for button in (self.smaller, self.larger, self.percent):
            button.setEnabled(pages > 0)
        self.percent.setText(t("{percent} %", percent=round(100 * self._shown_zoom)) if pages else NBSP)
        self.view.setAccessibleName(self.place.text())

    def _step_zoom(self, by: int) -> None:
        now = self._shown_zoom
        beyond = [step for step in _STEPS if (step < now - 0.005 if by < 0 else step > now + 0.005)]
        if beyond:
            self._set_zoom(beyond[-1] if by < 0 else beyond[0])

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._draw()

    def _fit(self) -> None:
        if self._zoom is None:
            self._draw()

    def _draw(self) -> None:
        made = self._made
        if made is None:
            return
        pdf, page, zoom, room = made.pdf, self._page, self._zoom, self.view.room()
        ratio = self.devicePixelRatioF()
        wanted = (page, room.width() * 10_000 + room.height() if zoom is None else 0, zoom or 0.0)
        if wanted == self._asked:
            return
        self._asked = wanted

        def work(progress: Progress) -> tuple[PagePicture, float]:
            scale = zoom if zoom is not None else _fitting(page_size_mm(pdf, page), room)
            return page_picture(pdf, page, _SCREEN_DPI * scale * ratio), scale

        def show(drawn: tuple[PagePicture, float]) -> None:
            if self._made is not made:
                return
            image = image_of(drawn[0])
            image.setDevicePixelRatio(ratio)
            self._shown_zoom = drawn[1]
            self.view.show_image(image)
            self._refresh()

        self._painter.ask(work, show, self._on_failure)

    def _on_failure(self, error: KitAppError) -> None:
        self._asked = None
        self.show_checked(self._t.of(error), "warn", "danger")

    def is_settled(self) -> bool:
        """Whether the picture is that of the page, and nothing is being drawn."""
        return self._made is not None and not self._painter.is_busy


def _fitting(size_mm: tuple[float, float], room: QSize) -> float:
    """The zoom at which a whole page fits into `room`."""
    width, height = (length / _INCH * _SCREEN_DPI for length in size_mm)
    return min(room.width() / width, room.height() / height)
