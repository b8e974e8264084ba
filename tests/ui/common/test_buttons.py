"""Buttons and choices answer to mouse and keyboard, and say what they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.choices import CardChoice, SegmentedChoice
from kit_app.ui.common.controls import CheckBox, ComboBox, NumberField
from tests.ui.common.test_contrast import contrast


@pytest.fixture
def host(qtbot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.resize(600, 300)
    return window


def shown(qtbot, host: QWidget, *parts: QWidget) -> None:
    for part in parts:
        host.layout().addWidget(part)
    host.show()
    qtbot.waitExposed(host)
    host.activateWindow()


@pytest.mark.parametrize(
    "kind", ["primary", "secondary", "strong", "quiet", "danger", "danger-filled", "rail"]
)
def test_a_button_of_each_kind_tells_a_click(qtbot, host: QWidget, kind) -> None:
    button = KeyButton("Imprimer", kind=kind)
    shown(qtbot, host, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    "kind", ["primary", "secondary", "strong", "quiet", "danger", "danger-filled", "rail"]
)
def test_the_words_can_be_read_under_the_mouse_and_while_pressed(qtbot, host: QWidget, kind) -> None:
    button = KeyButton("Arrêter", kind=kind)
    shown(qtbot, host, button)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    for is_down in (False, True):
        button.setDown(is_down)
        colours = button._colours()
        assert contrast(colours.fill.name(), colours.text.name()) >= 4.5


def test_the_key_of_a_button_clicks_it(qtbot, host: QWidget) -> None:
    button = KeyButton("Imprimer", key="Ctrl+P")
    shown(qtbot, host, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(host, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_return_also_means_the_enter_of_the_number_pad(qtbot, host: QWidget) -> None:
    button = KeyButton("Lancer", key="Ctrl+Return")
    shown(qtbot, host, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(host, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)


def test_the_key_of_a_disabled_button_does_nothing(qtbot, host: QWidget) -> None:
    button = KeyButton("Imprimer", key="Ctrl+P")
    button.setEnabled(False)
    shown(qtbot, host, button)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(host, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_a_letter_typed_in_a_field_is_no_command(qtbot, host: QWidget) -> None:
    button, field = KeyButton("Pause", key="P"), QLineEdit()
    shown(qtbot, host, field, button)
    field.setFocus()
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(field, Qt.Key.Key_P)
    assert field.text() == "p"


def test_the_tooltip_holds_the_key_and_the_name_the_words(qtbot, host: QWidget) -> None:
    button = KeyButton("&Imprimer", key="Ctrl+P")
    shown(qtbot, host, button)
    assert button.accessibleName() == "Imprimer"
    assert "Ctrl+P" in button.toolTip()
    button.set_key("Ctrl+Return", "Ctrl+Entrée")
    assert "Ctrl+Entrée" in button.toolTip()


def test_new_words_keep_the_key(qtbot, host: QWidget) -> None:
    button = KeyButton("Imprimer", key="Ctrl+P")
    shown(qtbot, host, button)
    button.setText("Imprimer l'équipe 2")
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(host, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_longer_words_make_the_button_wider(qtbot, host: QWidget) -> None:
    button = KeyButton("Print")
    before = button.minimumSizeHint().width()
    button.setText("Imprimer ce qui manque")
    assert button.minimumSizeHint().width() > before
    qtbot.addWidget(button)


def test_a_button_without_words_has_a_name_and_a_tooltip(qtbot) -> None:
    button = icon_button("minus", "Un joueur de moins")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Un joueur de moins"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 32


@pytest.mark.parametrize(("size", "height"), [("small", 32), ("normal", 36), ("large", 40), ("start", 48)])
def test_heights_are_those_of_the_guide(qtbot, size, height) -> None:
    button = KeyButton("Lancer", size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


def test_the_ring_shows_for_the_keyboard_only(qtbot, host: QWidget) -> None:
    first, second = KeyButton("Un"), KeyButton("Deux")
    shown(qtbot, host, first, second)
    ink = QColor(theme.LIGHT.ink)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert second.grab().toImage().pixelColor(second.width() // 2, 0) != ink
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.grab().toImage().pixelColor(second.width() // 2, 0) == ink


def test_a_segment_is_chosen_by_mouse_and_by_arrows(qtbot, host: QWidget) -> None:
    choice = SegmentedChoice([("fr", "Français"), ("en", "English")], name="Langue")
    choice.set_value("fr")
    shown(qtbot, host, choice)
    with qtbot.waitSignal(choice.changed) as told:
        qtbot.mouseClick(choice.button("en"), Qt.MouseButton.LeftButton)
    assert told.args == ["en"] and choice.value() == "en"
    with qtbot.waitSignal(choice.changed) as told:
        qtbot.keyClick(choice.button("en"), Qt.Key.Key_Right)
    assert told.args == ["fr"]


def test_the_whole_card_is_clicked_and_arrows_move(qtbot, host: QWidget) -> None:
    choice = CardChoice([("30", "30 minutes", "6 énigmes"), ("45", "45 complet", "12 énigmes")])
    shown(qtbot, host, choice)
    with qtbot.waitSignal(choice.changed):
        qtbot.mouseClick(
            choice.card("30"), Qt.MouseButton.LeftButton, pos=choice.card("30").rect().bottomRight()
        )
    qtbot.keyClick(choice.card("30"), Qt.Key.Key_Down)
    assert choice.value() == "45"
    assert choice.card("45").accessibleDescription() == "12 énigmes"


def test_setting_a_choice_tells_nobody(qtbot) -> None:
    choice = SegmentedChoice([("fr", "Français"), ("en", "English")])
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.changed):
        choice.set_value("en")


def test_a_number_moves_by_buttons_and_keys_and_stays_in_range(qtbot, host: QWidget) -> None:
    field = NumberField(3, 5, value=4, names=("Un de moins", "Un de plus"))
    shown(qtbot, host, field)
    with qtbot.waitSignal(field.changed) as told:
        qtbot.mouseClick(field.more, Qt.MouseButton.LeftButton)
    assert told.args == [5]
    assert not field.more.isEnabled()
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.value() == 4
    field.edit.setText("9")
    field.edit.editingFinished.emit()
    assert field.value() == 5


def test_a_tick_box_is_ticked_anywhere_on_its_words(qtbot, host: QWidget) -> None:
    box = CheckBox("Économie d'encre")
    shown(qtbot, host, box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert box.sizeHint().height() >= 32


def test_a_drop_down_knows_its_choices_by_id(qtbot) -> None:
    combo = ComboBox()
    qtbot.addWidget(combo)
    combo.add_choice("a", "Amphithéâtre")
    combo.add_choice("c", "Salle Camélia")
    combo.set_value("c")
    assert combo.value() == "c"
    combo.set_value("nowhere")
    assert combo.value() == "c"


def test_a_row_of_long_french_words_is_never_clipped(qtbot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    words = ["Enregistrer en PDF…", "Imprimer ce qui manque", "Comme la dernière fois"]
    buttons = [KeyButton(text, key="Ctrl+P") for text in words]
    for button in buttons:
        row.addWidget(button)
    qtbot.addWidget(window)
    window.resize(100, 50)
    window.show()
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
