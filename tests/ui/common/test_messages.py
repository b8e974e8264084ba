"""What goes wrong is said in its place, banners stay, toasts leave, dialogs are safe."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kit_app.ui.common.banner import Banner, BannerStack
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import NumberField
from kit_app.ui.common.dialogs import QuestionDialog, TextDialog, Verb
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.fields import Field
from kit_app.ui.common.page import Page
from kit_app.ui.common.progress import FootProgress
from kit_app.ui.common.tags import Tag
from kit_app.ui.common.toast import Toast


@pytest.fixture
def host(qtbot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    window.resize(900, 500)
    qtbot.addWidget(window)
    return window


def field_of(host: QWidget) -> Field:
    field = Field("Nom de la session", QLineEdit(), "Montré dans la liste.")
    host.layout().addWidget(field)
    host.show()
    return field


def test_a_field_says_its_name_and_help_to_a_screen_reader(host: QWidget) -> None:
    field = field_of(host)
    assert field.label.buddy() is field.control
    assert field.control.accessibleName() == "Nom de la session"
    assert field.control.accessibleDescription() == "Montré dans la liste."


def test_what_is_wrong_takes_the_place_of_the_help_and_is_accessible(host: QWidget) -> None:
    field = field_of(host)
    field.set_error("Donnez un nom.")
    assert field.message.isVisible() and field.message.text() == "Donnez un nom."
    assert field.control.accessibleDescription() == "Donnez un nom."
    assert field.control.property("state") == "error"
    field.clear_error()
    assert field.message.text() == "Montré dans la liste."
    assert field.control.property("state") == ""


def test_a_field_is_checked_on_leaving_and_forgiven_while_typing(qtbot, host: QWidget) -> None:
    field = field_of(host)
    field.check_with(lambda: "" if field.control.text() else "Donnez un nom.")
    field.control.setFocus()
    field.control.editingFinished.emit()
    assert field.error == "Donnez un nom."
    qtbot.keyClicks(field.control, "A")
    assert field.error == ""
    assert field.check()


def test_a_number_field_takes_the_border_of_its_field(qtbot) -> None:
    number = NumberField(0, 8, value=2, names=("moins", "plus"))
    field = Field("Joueurs", number)
    qtbot.addWidget(field)
    field.set_error("Il faut au moins 3 joueurs.")
    assert number.property("state") == "error"
    assert number.edit.accessibleDescription() == "Il faut au moins 3 joueurs."


def test_a_banner_tells_which_action_was_taken(qtbot, host: QWidget) -> None:
    banner = Banner("warn", "Le disque est plein.", [("retry", "Réessayer"), ("folder", "Autre dossier")])
    host.layout().addWidget(banner)
    host.show()
    with qtbot.waitSignal(banner.chosen) as told:
        qtbot.mouseClick(banner.buttons["folder"], Qt.MouseButton.LeftButton)
    assert told.args == ["folder"]
    assert banner.accessibleName() == "Le disque est plein."


def test_a_banner_has_at_most_four_actions(qtbot) -> None:
    with pytest.raises(ValueError, match="four"):
        Banner("info", "Trop.", [(str(number), "Agir") for number in range(5)])


def test_banners_stay_until_their_matter_is_settled(qtbot, host: QWidget) -> None:
    stack = BannerStack()
    host.layout().addWidget(stack)
    host.show()
    stack.show_banner("disk", "danger", "Le disque est plein.", [("retry", "Réessayer")])
    stack.show_banner("screen", "warn", "L'écran est débranché.")
    stack.show_banner("disk", "danger", "Le disque est encore plein.", [("retry", "Réessayer")])
    assert stack.banner("disk").text == "Le disque est encore plein."
    with qtbot.waitSignal(stack.chosen) as told:
        stack.banner("disk").buttons["retry"].click()
    assert told.args == ["disk", "retry"]
    stack.remove("disk")
    stack.remove("screen")
    stack.remove("never there")
    assert not stack.isVisible()


def test_a_page_gives_its_banners_room_only_when_there_are_some(host: QWidget) -> None:
    page = Page("Accueil")
    host.layout().addWidget(page)
    host.show()
    assert not page.banners.isVisible()
    page.banners.show_banner("gap", "warn", "La partie s'est arrêtée.")
    assert page.banners.isVisible()


def test_the_foot_says_why_the_primary_action_waits(host: QWidget) -> None:
    page = Page("Préparer")
    host.layout().addWidget(page)
    host.show()
    foot = page.show_foot()
    foot.add(KeyButton("Continuer", kind="primary"))
    foot.set_message("1 champ à corriger")
    foot.saved.show_saved("Enregistré 18:42")
    assert foot.message.text() == "1 champ à corriger"
    assert foot.saved.isVisible() and foot.saved.accessibleName() == "Enregistré 18:42"


def test_a_toast_offers_its_action_and_goes(qtbot, host: QWidget) -> None:
    host.show()
    toast = Toast(host)
    toast.show_toast("Session supprimée.", "Annuler")
    assert toast.isVisible() and toast.parent() is host
    with qtbot.waitSignal(toast.chosen):
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_toast_leaves_by_itself_after_six_seconds(qtbot, host: QWidget) -> None:
    host.show()
    toast = Toast(host)
    assert toast.timer.interval() == 6000
    toast.timer.setInterval(1)
    with qtbot.waitSignal(toast.left):
        toast.show_toast("Session supprimée.")


def test_a_toast_waits_while_it_has_the_focus(qtbot, host: QWidget) -> None:
    other = KeyButton("Autre")
    host.layout().addWidget(other)
    host.show()
    host.activateWindow()
    toast = Toast(host)
    toast.show_toast("Session supprimée.", "Annuler")
    qtbot.keyClick(host, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert toast.button.hasFocus()
    assert not toast.timer.isActive()
    other.setFocus()
    assert toast.timer.isActive()


def test_a_long_toast_wraps_inside_the_window(host: QWidget) -> None:
    host.resize(320, 400)
    host.show()
    toast = Toast(host)
    toast.show_toast(
        "Une phrase longue qui ne tient pas sur une seule ligne de cette fenêtre étroite.", "Annuler"
    )
    assert toast.geometry().right() <= host.width()


def question(qtbot) -> QuestionDialog:
    dialog = QuestionDialog(
        "Supprimer la session ?",
        "Elle peut être reprise jusqu'au prochain démarrage.",
        [Verb("delete", "Supprimer", "danger-filled"), Verb("keep", "Garder", is_default=True)],
    )
    qtbot.addWidget(dialog)
    return dialog


def test_the_safe_verb_is_the_default(qtbot) -> None:
    dialog = question(qtbot)
    assert dialog.buttons["keep"].isDefault()
    assert not dialog.buttons["delete"].isDefault()
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.chosen == "keep"


def test_escape_chooses_nothing(qtbot) -> None:
    dialog = question(qtbot)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.chosen == "" and not dialog.isVisible()


def test_a_verb_is_told(qtbot) -> None:
    dialog = question(qtbot)
    dialog.show()
    qtbot.mouseClick(dialog.buttons["delete"], Qt.MouseButton.LeftButton)
    assert dialog.chosen == "delete"


def test_a_prompt_does_not_close_on_a_text_that_will_not_do(qtbot) -> None:
    prompt = TextDialog(
        "Message", "Texte", ("Montrer", "Laisser"), check=lambda text: "" if text else "Écrivez."
    )
    qtbot.addWidget(prompt)
    prompt.show()
    prompt.accept_button.click()
    assert prompt.isVisible() and prompt.field.error == "Écrivez."
    qtbot.keyClicks(prompt.edit, " Bon courage ")
    assert prompt.field.error == ""
    prompt.accept_button.click()
    assert not prompt.isVisible() and prompt.value() == "Bon courage"


def test_an_empty_list_says_what_to_do(qtbot) -> None:
    empty = EmptyState("empty-sessions", "Aucune session.", "Préparer une session")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.asked):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_progress_appears_only_when_work_lasts_and_can_be_stopped(qtbot, host: QWidget) -> None:
    progress = FootProgress("Interrompre")
    host.layout().addWidget(progress)
    host.show()
    progress.begin("Feuilles")
    assert not progress.isVisible() and progress.timer.interval() == 300
    progress.timer.timeout.emit()
    progress.step(24, 34)
    assert progress.isVisible() and progress.count.text() == "24 / 34"
    with qtbot.waitSignal(progress.cancelled):
        progress.cancel.click()
    progress.end("24 feuilles sont gardées.")
    assert progress.what.text() == "24 feuilles sont gardées." and not progress.cancel.isVisible()
    progress.end()
    assert not progress.isVisible()


def test_a_tag_says_its_state_in_words(qtbot) -> None:
    tag = Tag("à imprimer", "info")
    qtbot.addWidget(tag)
    tag.show_tag("imprimée", "ok")
    assert tag.accessibleName() == "imprimée" and tag.kind == "ok"


def test_a_toast_that_comes_before_the_window_is_shown_stands_in_it(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(100, 30)
    toast = Toast(window)
    toast.show_toast("Nothing is projected yet: F8 says why that may be so.")
    window.resize(900, 600)
    window.show()
    assert window.rect().contains(toast.geometry())
    assert not toast.label.wordWrap()
