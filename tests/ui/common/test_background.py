"""Work off the interface thread tells how far it is, can be stopped, and never hides what went wrong."""

import logging
from threading import Event

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from kit_app.errors import KitAppError
from kit_app.ui.background import Progress, Task, UnexpectedError, run


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


def test_the_result_arrives_on_the_interface_thread(qtbot, owner: QObject) -> None:
    seen = []
    task = Task(lambda progress: QThread.currentThread() is QApplication.instance().thread(), owner)
    task.succeeded.connect(lambda result: seen.append((result, QThread.currentThread() is owner.thread())))
    with qtbot.waitSignal(task.ended):
        run(task)
    assert seen == [(False, True)]
    assert not task.is_running


def test_progress_is_told_in_order(qtbot, owner: QObject) -> None:
    steps = []

    def work(progress: Progress) -> None:
        for done in range(3):
            progress.step(done, 3)

    task = Task(work, owner)
    task.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(task.ended):
        run(task)
    assert steps == [(0, 3), (1, 3), (2, 3)]


def test_cancelled_work_stops_at_its_next_step_and_gives_nothing(qtbot, owner: QObject) -> None:
    may_go_on, told = Event(), []

    def work(progress: Progress) -> str:
        may_go_on.wait(5)
        progress.step(1, 2)
        return "never"

    task = Task(work, owner)
    task.succeeded.connect(told.append)
    task.failed.connect(told.append)
    with qtbot.waitSignal(task.ended):
        run(task)
        task.cancel()
        may_go_on.set()
    assert told == []


def test_a_known_error_arrives_as_it_is(qtbot, owner: QObject) -> None:
    error = KitAppError("The folder is full.")

    def work(progress: Progress) -> None:
        raise error

    told = []
    task = Task(work, owner)
    task.failed.connect(told.append)
    with qtbot.waitSignal(task.ended):
        run(task)
    assert told == [error]


def test_a_bug_is_logged_and_told_as_unexpected(
    qtbot, owner: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    def work(progress: Progress) -> None:
        raise ZeroDivisionError("by nought")

    task = Task(work, owner)
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(task.failed) as told:
        run(task)
    assert isinstance(told.args[0], UnexpectedError)
    assert "by nought" in told.args[0].detail
    assert "ZeroDivisionError" in caplog.text
    qtbot.waitUntil(lambda: not task.is_running)
