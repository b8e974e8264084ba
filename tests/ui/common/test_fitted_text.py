"""Text fits at four sizes, and the clock repaints only what changed."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kit_app.ui.common.clock_label import CountdownLabel, clock_text
from kit_app.ui.common.fit_label import FitLabel

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]
HINT = "C3 est normal (4). C2 : un 1 à la place d'un l, et le compte n'est pas le même."


class Paints(QObject):
    """Notes the areas that a widget paints."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


@pytest.mark.parametrize("size", SIZES)
def test_a_text_takes_the_largest_size_that_fits(qtbot, size) -> None:
    width, height = size
    label = FitLabel(HINT, sizes=(round(height * 0.04), round(height * 0.5)), is_bold=True)
    qtbot.addWidget(label)
    label.resize(round(width * 0.8), round(height * 0.3))
    assert label.fits()
    assert label.text_size() > height * 0.05
    label.set_range(label.text_size() + 1, label.text_size() + 1)
    assert not label.fits()


def test_a_text_never_shrinks_below_its_least_size(qtbot) -> None:
    label = FitLabel(HINT * 10, sizes=(20, 90))
    qtbot.addWidget(label)
    label.resize(100, 40)
    assert label.text_size() == 20
    assert not label.fits()


TIMES = {
    2_700_000: "45:00",
    2_699_999: "45:00",
    2_699_000: "44:59",
    1: "00:01",
    0: "00:00",
    -5: "00:00",
    7_200_000: "120:00",
}


@pytest.mark.parametrize(("left", "text"), TIMES.items())
def test_the_clock_reads_zero_only_when_nothing_is_left(left: int, text: str) -> None:
    assert clock_text(left) == text


@pytest.fixture
def clock(qtbot) -> CountdownLabel:
    label = CountdownLabel(colour=QColor("#FFF6E3"), ground=QColor("#0B1320"), name="Bouclage dans")
    label.resize(900, 300)
    label.set_remaining(2_025_000)
    qtbot.addWidget(label)
    label.show()
    qtbot.waitExposed(label)
    return label


def test_ten_ticks_of_one_second_paint_one_digit_once(qtbot, clock: CountdownLabel) -> None:
    paints = Paints(clock)
    for tick in range(1, 11):
        clock.set_remaining(2_025_000 - 100 * tick)
    qtbot.waitUntil(lambda: len(paints.areas) == 1)
    assert paints.areas[0].width() < clock.width() / 3


def test_the_same_time_paints_nothing(qtbot, clock: CountdownLabel) -> None:
    paints = Paints(clock)
    clock.set_remaining(2_025_000)
    clock.set_remaining(2_024_500)
    QApplication.processEvents()
    assert paints.areas == []


def test_digits_stand_still(clock: CountdownLabel) -> None:
    before = list(clock._cells)
    clock.set_remaining(671_000)
    assert clock.text == "11:11"
    assert clock._cells == before


def test_a_changed_digit_is_really_drawn(clock: CountdownLabel) -> None:
    before = clock.grab().toImage()
    clock.set_remaining(2_024_000)
    assert clock.text == "33:44"
    assert clock.grab().toImage() != before


def test_the_clock_fills_its_box_at_every_size(qtbot) -> None:
    label = CountdownLabel()
    qtbot.addWidget(label)
    label.set_remaining(2_020_000)
    label.show()
    for width, height in SIZES:
        label.resize(width, round(height * 0.3))
        assert label.text_size() >= 0.38 * height or label._cells[-1].right() >= width - 4
        assert all(label.rect().contains(cell) for cell in label._cells)


def test_a_screen_reader_hears_the_minutes_not_each_second(clock: CountdownLabel) -> None:
    before = clock.accessibleName()
    clock.set_remaining(2_019_000)
    assert clock.accessibleName() == before
    clock.set_remaining(1_979_000)
    assert clock.accessibleName() == "Bouclage dans 32:59"
