"""Our line icons, drawn from the resources in any colour. Nothing is kept that outlives the application."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from kit_app.assets import resources_dir

SMALL, NORMAL, LARGE = 16, 20, 28


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    """The text of an icon's file; an unknown name is a bug and raises."""
    return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def svg(name: str, colour: QColor | str) -> QByteArray:
    """The drawing with `currentColor` replaced."""
    text = _source(name).replace("currentColor", QColor(colour).name())
    return QByteArray(text.encode("utf-8"))


def pixmap(name: str, colour: QColor | str, size: QSize, ratio: float = 1.0) -> QPixmap:
    """The icon at a size in logical pixels, sharp at the screen's ratio, from Qt's own cache."""
    key = f"kit-icon/{name}/{QColor(colour).name()}/{size.width()}x{size.height()}@{ratio}"
    result = QPixmap()
    if QPixmapCache.find(key, result):
        return result
    result = QPixmap(size * ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(svg(name, colour)).render(painter, QRectF(result.rect()))
    painter.end()
    result.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, result)
    return result


def icon(name: str, colour: QColor | str, size: int = NORMAL) -> QIcon:
    """The icon for a native control, at 1×, 1.5× and 2×."""
    result = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        result.addPixmap(pixmap(name, colour, QSize(size, size), ratio))
    return result


def draw_icon(painter: QPainter, name: str, colour: QColor | str, rect: QRectF) -> None:
    """Draw the icon into `rect`."""
    ratio = painter.device().devicePixelRatio()
    picture = pixmap(name, colour, rect.size().toSize(), ratio)
    painter.drawPixmap(rect.topLeft(), picture)
