"""Programmes: they begin when a person says, their lines are changed, all of it is kept and printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kit_app.ui.shelf.programmes_view import ProgrammesView
from tests.unit.services.printing.papers import text_of


@pytest.fixture
def programmes(shelf_at, services):
    return shelf_at("programmes", "fr")


def view_of(shelf) -> ProgrammesView:
    view = shelf.page.view
    assert isinstance(view, ProgrammesView)
    return view


def words_of(shelf) -> str:
    shelf.settle()
    return " ".join(text_of(view_of(shelf).finished().made.pdf).replace("\N{NO-BREAK SPACE}", " ").split())


def open_programme(shelf, paper: str) -> None:
    box = view_of(shelf).paper
    box.setCurrentIndex(box.findData(paper))


def test_the_kits_programme_is_shown_and_says_that_it_is_a_model(programmes):
    open_programme(programmes, "programme-security-leads")
    assert view_of(programmes).start.text() == "09:00"
    words = words_of(programmes)
    assert "9 h 45" in words
    assert "Chez nous" in words
    assert "Les heures sont un modèle" in words
    assert not view_of(programmes).back.isEnabled()


def test_all_times_move_with_the_beginning(programmes):
    open_programme(programmes, "programme-security-leads")
    programmes.write("programmes-start", "10h00")
    words = words_of(programmes)
    assert "10 h 45" in words
    assert "9 h 45" not in words
    assert "modèle" not in words
    assert "Chez nous" not in words
    kept = programmes.services.shelf.programme("programme-security-leads", "fr")
    assert kept.start == "10:00"
    assert programmes.page.foot.saved.label.text() == "Programme gardé"


def test_a_webinar_counts_minutes_until_its_hour_is_known(programmes):
    assert "5–25 min" in words_of(programmes)
    programmes.write("programmes-start", "14:00")
    words = words_of(programmes)
    assert "14 h 05" in words
    assert "min" not in words.split("Choisir")[0].partition("Prévu")[2]


def test_lines_are_changed_added_and_taken_away(programmes):
    programmes.write("programmes-start", "14:00")
    programmes.write("programmes-text-0", "Accueil")
    programmes.write("programmes-time-1", "14:10")
    programmes.click("programmes-remove-2")
    programmes.click("programmes-add")
    QTest.keyClicks(QApplication.focusWidget(), "Prochaine date")
    assert view_of(programmes).keep()
    slots = programmes.services.shelf.programme("programme-webinar", "fr").slots
    assert [slot.minute for slot in slots] == [0, 10, 35, 50]
    assert (slots[0].text, slots[-1].text) == ("Accueil", "Prochaine date")
    assert "Témoignage" not in words_of(programmes).split("Choisir")[0]


def test_date_and_place_are_filled_in(programmes):
    programmes.write("programmes-head-0", "Salle 12, le 3 mai")
    words = words_of(programmes)
    label, other = programmes.services.shelf.head_labels("programme-webinar", "fr")
    assert f"{label} : Salle 12, le 3 mai" in words
    assert other in words


def test_what_was_changed_is_there_again_in_its_own_language(programmes):
    programmes.write("programmes-start", "14:00")
    view = view_of(programmes)
    view.language.button("en").click()
    assert view.start.text() == ""
    assert view.panel.title.text() == "Webinar"
    view.language.button("fr").click()
    assert view.start.text() == "14:00"


def test_the_kits_programme_comes_back_and_the_own_one_too(programmes):
    programmes.write("programmes-start", "14:00")
    view = view_of(programmes)
    assert view.keep()
    programmes.click("programmes-back")
    assert view.start.text() == ""
    assert not programmes.services.shelf.is_changed("programme-webinar", "fr")
    programmes.undo()
    assert view.start.text() == "14:00"


def test_what_is_no_time_is_marked_and_the_former_one_holds(programmes):
    open_programme(programmes, "programme-security-leads")
    programmes.write("programmes-start", "soon")
    QTest.keyClick(view_of(programmes).start, Qt.Key.Key_Tab)
    assert view_of(programmes).start_field.error == "Ce n’est pas une heure."
    assert view_of(programmes).keep()
    assert programmes.page.foot.saved.label.text() == programmes.page._t("Not kept yet")
    assert programmes.services.shelf.programme("programme-security-leads", "fr").start == "09:00"


def test_tab_goes_down_the_form_as_it_is_read(programmes):
    view = view_of(programmes)
    view.start.setFocus()
    QTest.keyClick(view.start, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "programmes-head-0"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "programmes-time-0"
    view.rows.lines[-1].remove.setFocus()
    QTest.keyClick(view.rows.lines[-1].remove, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view.rows.add


def test_while_the_beginning_is_no_time_the_page_keeps_the_times_of_the_lines(programmes):
    programmes.write("programmes-start", "14")
    programmes.write("programmes-start", "14x")
    assert view_of(programmes).rows.lines[1].time.text() == "14:05"
    assert "14 h 05" in words_of(programmes)
