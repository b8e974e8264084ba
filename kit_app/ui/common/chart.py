"""A chart in the window: the drawing that paper has too, in the colours of the theme."""

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.services.charts import described
from kit_app.services.printing.charts import chart_picture
from kit_app.ui.common import theme
from kit_app.ui.common.paint import smooth
from kit_app.views.charts import Chart, ChartInks, ChartPicture

_LEAST, _USUAL = 300, 560


class ChartView(QWidget):
    """Shows a `Chart`, as high as it is at its width. Its words are its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._drawn: tuple[tuple[str, int], ChartPicture] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        """Show another one."""
        self._chart, self._drawn = chart, None
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(described(chart))
        self._fit()
        self.update()

    def picture(self) -> ChartPicture | None:
        """The chart as it is drawn now; None before there is one."""
        if self._chart is None:
            return None
        key = theme.current().name, max(_LEAST, self.width())
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = key, chart_picture(self._chart, _inks(theme.current()), key[1])
        return self._drawn[1]

    def sizeHint(self) -> QSize:
        picture = self.picture()
        return QSize(_USUAL, round(picture.height) if picture else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.sizeHint().height())

    def _fit(self) -> None:
        picture = self.picture()
        if picture is not None and round(picture.height) != self.height():
            self.setFixedHeight(round(picture.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self.picture()
        if picture is None:
            return
        painter = QPainter(self)
        smooth(painter)
        renderer = QSvgRenderer(QByteArray(picture.svg))
        renderer.render(painter, QRectF(0, 0, picture.width, picture.height))


def _inks(now: theme.Theme) -> ChartInks:
    return ChartInks(
        ink=now.ink,
        quiet=now.ink2,
        line=now.line,
        bar=now.track,
        marked=now.danger,
        ground=now.surface,
        target=now.marker,
        keyline=now.keyline,
    )
