"""The newspaper's name stands whole on the front page, however small the picture is."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from kit_app.ui.common.fonts import MASTHEAD_FAMILY, font
from kit_app.ui.player.closing import masthead_size

NAME = "Le Cancan Illustré"


@pytest.mark.parametrize("height", [24, 47, 105, 150, 384, 1080, 2160])
def test_the_name_is_whole(height: int) -> None:
    paper = height * 0.9 * 0.75
    place = QRectF(0, 0, paper * (1 - 2 * 0.067), height * 0.085)
    metrics = QFontMetricsF(font(masthead_size(NAME, place), family=MASTHEAD_FAMILY))
    assert metrics.horizontalAdvance(NAME) <= place.width()
