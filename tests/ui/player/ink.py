"""What a widget really painted, as arrays of pixels."""

import numpy
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


def pixels(widget: QWidget) -> numpy.ndarray:
    """The picture of a widget: rows, columns, red, green and blue, as numbers that may be subtracted."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    flat = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(numpy.int16)
