"""Native controls in our look."""

import pytest

from kit_app.ui.common.controls import ComboBox


@pytest.fixture
def box(qtbot) -> ComboBox:
    box = ComboBox()
    qtbot.addWidget(box)
    box.add_choice("any", "Any printer that is at hand here tonight")
    box.resize(120, 36)
    box.show()
    return box


def test_a_choice_too_long_for_its_box_ends_in_dots(box):
    assert box.shown_text().endswith("…")
    box.resize(600, 36)
    assert box.shown_text() == "Any printer that is at hand here tonight"
