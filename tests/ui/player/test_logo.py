"""The facility's logo stands on the first and the last page only, small, whole, over nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPixmap

from kit_app.ui.common.fit_label import FitLabel
from kit_app.ui.player.logo import HIGHEST
from kit_app.ui.player.window import PlayerWindow
from tests.ui.player.views import DEBRIEF_PATH, FRONT, IDLE, PITCH, PLAY, SIZES


@pytest.fixture
def picture(qtbot, tmp_path: Path) -> str:
    """A wide red logo."""
    path = tmp_path / "logo.png"
    pixmap = QPixmap(300, 100)
    pixmap.fill(QColor("#FF0000"))
    assert pixmap.save(str(path))
    return str(path)


def text_box(label: FitLabel) -> QRect:
    """Where the words of a label stand: at the side of its box that they are set to."""
    box = QRect(label.geometry())
    wide = min(box.width(), round(label.text_width()))
    if label.alignment() & Qt.AlignmentFlag.AlignRight:
        box.setLeft(box.right() - wide)
    elif label.alignment() & Qt.AlignmentFlag.AlignLeft:
        box.setWidth(wide)
    return box


@pytest.mark.parametrize(
    "view", [IDLE, PITCH, FRONT, DEBRIEF_PATH], ids=["idle", "pitch", "front", "debrief"]
)
@pytest.mark.parametrize("size", SIZES)
def test_it_is_small_and_lies_over_no_text(qtbot, picture: str, view, size: tuple[int, int]) -> None:
    window = PlayerWindow()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.set_logo(picture)
    window.show_view(view)
    logo = window.sheet.logo
    plate = logo.plate().translated(logo.pos())
    assert 0 < plate.height() <= round(HIGHEST * size[1]) + 1
    assert 2.0 < plate.width() / plate.height() < 3.2
    for label in window.sheet.findChildren(FitLabel):
        if label.isVisible() and label.text():
            assert not plate.intersects(text_box(label)), label.text()


def test_pages_of_play_show_none(qtbot, picture: str) -> None:
    window = PlayerWindow()
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    window.set_logo(picture)
    window.show_view(PLAY)
    assert not hasattr(window.sheet, "logo")


def test_an_unreadable_picture_shows_nothing(qtbot, tmp_path: Path) -> None:
    broken = tmp_path / "logo.png"
    broken.write_bytes(b"no picture")
    window = PlayerWindow()
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    window.set_logo(str(broken))
    window.show_view(IDLE)
    assert window.sheet.logo.plate().isEmpty()
