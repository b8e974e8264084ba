"""Makes the icon of Windows, in all its sizes, of the one drawing."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from bundle.folder import NAME

SIZES = (16, 24, 32, 48, 64, 128, 256)
HERE = Path(__file__).resolve().parent


def drawn(size: int) -> Image.Image:
    """The drawing, `size` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(HERE / f"{NAME}.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


if __name__ == "__main__":
    app = QGuiApplication([])
    pictures = [drawn(size) for size in SIZES]
    pictures[-1].save(
        HERE / f"{NAME}.ico", append_images=pictures[:-1], sizes=[(size, size) for size in SIZES]
    )
