"""One after another on the laptop: nothing else on the screen, big buttons or keys, back only on purpose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kit_app.domain.settings import Settings
from kit_app.ui.places import QUESTIONNAIRES, Where
from tests.ui.fitting import misfits
from tests.ui.shell import click, named, services_in, session, window_of, write
from tests.unit.services.sheets import RIGHT, sheet


@pytest.fixture
def opened(qtbot, tmp_path):
    with services_in(tmp_path / "data") as services:
        plan = session(services)
        window = window_of(services)
        qtbot.addWidget(window)
        window.go(Where(QUESTIONNAIRES, plan.id))
        yield services, window, plan.id
        alone = window.page(QUESTIONNAIRES).alone
        if alone is not None:
            alone.screen._may_close = True
            alone.screen.close()


def begun(window, number=7):
    click(window, "answer-alone")
    if not window.page(QUESTIONNAIRES)._services.preferences.settings.lock_code:
        click(window.page(QUESTIONNAIRES).question, "alone-without")
    screen = window.page(QUESTIONNAIRES).alone.screen
    assert QTest.qWaitForWindowActive(screen)
    if number:
        write(screen, "self-number", str(number))
        click(screen, "self-begin")
    return screen


def back(screen):
    QTest.keyClick(screen, Qt.Key.Key_F9)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_a_person_answers_with_keys_and_the_next_one_finds_nothing_of_it(opened):
    services, window, session_id = opened
    screen = begun(window)
    assert not window.isVisible()
    assert named(screen, "self-question").text() == "Je quitte mon poste deux minutes."
    QTest.keyClicks(screen, RIGHT.lower())
    assert services.questionnaires.of_session(session_id).of("before") == (sheet("before", 7, RIGHT),)
    click(screen, "self-next")
    assert named(screen, "self-number").text() == ""
    write(screen, "self-number", "8")
    click(screen, "self-begin")
    assert not any(button.isChecked() for button in screen.answers)
    for letter in RIGHT:
        QTest.mouseClick(screen.answers["ABC".index(letter)], Qt.MouseButton.LeftButton)
    assert [one.number for one in services.questionnaires.of_session(session_id).of("before")] == [7, 8]
    back(screen)
    assert window.isVisible()
    assert "· 2" in window.page(QUESTIONNAIRES).moments.button("before").text()


def test_a_number_that_has_answered_is_refused(opened):
    services, window, session_id = opened
    services.questionnaires.keep(session_id, sheet("before", 7, RIGHT))
    window.page(QUESTIONNAIRES).reload()
    screen = begun(window)
    assert "7" in named(screen, "self-refused").text()
    assert screen.pages.currentWidget() is screen.number_page


def test_somebody_without_a_number_may_answer_skip_and_go_back(opened):
    services, window, session_id = opened
    screen = begun(window, number=0)
    click(screen, "self-without")
    QTest.keyClicks(screen, "A")
    click(screen, "self-back")
    assert screen.answers[0].isChecked()
    QTest.keyClicks(screen, "B")
    click(screen, "self-skip")
    QTest.keyClicks(screen, RIGHT[2:])
    (found,) = services.questionnaires.of_session(session_id).of("before")
    assert found == sheet("before", -1, "B-" + RIGHT[2:])


def test_after_the_game_opinions_are_given_by_numbers(opened):
    services, window, session_id = opened
    window.page(QUESTIONNAIRES)._choose("after")
    screen = begun(window)
    QTest.keyClicks(screen, RIGHT)
    assert screen.grade_row.isVisible() and not screen.answers[0].isVisible()
    QTest.keyClicks(screen, "45")
    QTest.mouseClick(screen.grades[2], Qt.MouseButton.LeftButton)
    assert services.questionnaires.of_session(session_id).of("after") == (
        sheet("after", 7, RIGHT, (4, 5, 3)),
    )


def test_no_key_and_no_closing_leads_back_by_accident(opened):
    _services, window, _session_id = opened
    screen = begun(window)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Q):
        QTest.keyClick(screen, key, Qt.KeyboardModifier.NoModifier)
    assert not screen.close()
    assert screen.isVisible() and not window.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_F9)
    click(screen, "self-stay")
    assert screen.pages.currentWidget() is screen.question_page


def test_with_a_code_only_the_code_leads_back(opened):
    services, window, _session_id = opened
    services.preferences.save(Settings(language="en", lock_code="Brume"))
    screen = begun(window)
    back(screen)
    assert screen.isVisible() and not window.isVisible()
    write(screen, "self-code", "brume")
    click(screen, "self-leave")
    assert window.isVisible()


def test_without_a_code_one_is_offered_and_no_key_is_named_to_participants(opened):
    services, window, _session_id = opened
    click(window, "answer-alone")
    question = window.page(QUESTIONNAIRES).question
    assert not named(question, "alone-with").isEnabled()
    question.reject()
    assert window.page(QUESTIONNAIRES).alone is None and window.isVisible()
    screen = begun(window)
    assert not screen.hint.isVisible()
    back(screen)
    click(window, "answer-alone")
    write(window.page(QUESTIONNAIRES).question, "alone-code", "Brume")
    click(window.page(QUESTIONNAIRES).question, "alone-with")
    assert services.preferences.settings.lock_code == "Brume"
    screen = window.page(QUESTIONNAIRES).alone.screen
    assert screen.hint.isVisible()
    back(screen)
    assert screen.isVisible(), "only the code leads back now"


@pytest.mark.parametrize("size", [(683, 384), (1366, 768), (1920, 1080)])
def test_every_page_of_it_fits(opened, size):
    _services, window, _session_id = opened
    window.page(QUESTIONNAIRES)._choose("after")
    screen = begun(window, number=0)
    screen.showNormal()
    screen.resize(*size)
    assert misfits(screen) == []
    click(screen, "self-without")
    for letter in RIGHT:
        assert misfits(screen) == [], screen.question.text()
        QTest.keyClicks(screen, letter)
    assert misfits(screen) == []
    QTest.keyClicks(screen, "455")
    assert misfits(screen) == []
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert misfits(screen) == []


def test_the_trainer_reads_that_somebody_has_begun_before_leaving(opened):
    services, window, session_id = opened
    screen = begun(window)
    assert all(button.accessibleName() for button in screen.grades)
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert "commencé" not in named(screen, "self-how").text()
    click(screen, "self-stay")
    QTest.keyClicks(screen, "bb")
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert "Une personne a commencé à répondre" in named(screen, "self-how").text()
    click(screen, "self-leave")
    assert services.questionnaires.of_session(session_id).sheets == ()
