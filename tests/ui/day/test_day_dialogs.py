"""A day planned, shown, printed and taken to a calendar, by what a person types and clicks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kit_app.assets import resources_dir
from kit_app.errors import StorageError
from kit_app.i18n import Catalogue, load
from kit_app.services.services import Services
from kit_app.ui.day.desk import DayDesk
from tests.fakes import FakeClock
from tests.ui.fitting import misfits
from tests.ui.shell import click, services_in, session, teams, write

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    with services_in(tmp_path / "data", clock) as one:
        yield one


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def desk(window: QWidget, services: Services) -> DayDesk:
    return DayDesk(services, EN, window)


def lines(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text()]


def type_day(dialog: QWidget, **fields: str) -> None:
    for name, text in fields.items():
        write(dialog, f"day-{name}", text)


def test_a_day_is_planned_from_what_is_typed_and_taken_back_in_one_act(qtbot, desk, services) -> None:
    plan = session(services, date="2026-11-20", time="14:00", teams=teams(5, 6))
    dialog = desk.plan_day()
    type_day(dialog, date="3/12/2026", first="9h")
    assert dialog.fields["reset_min"].message.text() == "20 min for 2 tables, says the kit"
    QTest.mouseClick(dialog.count.more, Qt.MouseButton.LeftButton)
    shown = lines(dialog.times)
    assert [line for line in shown if "Night shift" in line] == [
        "9\u00a0am – 10.30\u00a0am  Night shift · 1",
        "10.50\u00a0am – 12.20\u00a0pm  Night shift · 2",
        "1.40\u00a0pm – 3.10\u00a0pm  Night shift · 3",
        "3.30\u00a0pm – 5\u00a0pm  Night shift · 4",
    ]
    assert "12.40\u00a0pm – 1.40\u00a0pm  Break of 60\u00a0min" in shown
    assert dialog.conflicts.sentences == ()
    with qtbot.waitSignal(desk.changed), qtbot.waitSignal(desk.told) as said:
        click(dialog, "day-take")
    told = said.args[0]
    assert told.text.startswith("4 sessions planned for Thu 3\u00a0Dec")
    made = [row for row in services.sessions.list() if row.date == "2026-12-03"]
    assert [row.time for row in made] == ["09:00", "10:50", "13:40", "15:30"]
    assert [row.sizes for row in made] == [(5, 6)] * 4
    told.then()
    assert [row.id for row in services.sessions.list()] == [plan.id]


def test_what_is_planned_already_is_told_before_anything_is_stored(desk, services) -> None:
    session(services, "Pharmacy", date="2026-12-03", time="10:00")
    dialog = desk.plan_day(session(services).id)
    type_day(dialog, date="3/12/2026", first="9:00")
    assert dialog.conflicts.isVisible()
    assert "Begin the second at 10.40\u00a0am" in dialog.conflicts.sentences[0]
    assert "to settle" in dialog.answer.text()
    assert any("already planned" in line for line in lines(dialog.times))
    type_day(dialog, room="Salle Dahlia", first="13:00")
    dialog.count.set_value(1)
    dialog.lunch.set_value(0)
    type_day(dialog, first="13:00")
    assert not dialog.conflicts.isVisible()
    assert len(services.sessions.list()) == 2


def test_what_cannot_be_is_said_at_its_field_and_the_button_waits(desk, services) -> None:
    session(services)
    dialog = desk.plan_day()
    type_day(dialog, date="soon")
    assert dialog.fields["date"].error == "Choose the day, for example 24/11/2026."
    assert not dialog.take.isEnabled()
    type_day(dialog, date="3/12/2026", first="22:00")
    assert dialog.fields["count"].error.startswith("Only 2 of them would begin before midnight")
    type_day(dialog, first="9:00")
    assert dialog.take.isEnabled()


def test_another_session_to_be_like_brings_its_room_and_time(desk, services) -> None:
    session(services, "Pharmacy", date="2026-11-18", time="10:00", room="Salle Dahlia")
    session(services)
    dialog = desk.plan_day()
    dialog.source.setCurrentIndex(dialog.source.findText("Pharmacy", Qt.MatchFlag.MatchStartsWith))
    dialog.source.activated.emit(dialog.source.currentIndex())
    assert (dialog.room.text(), dialog.first.value()) == ("Salle Dahlia", "10:00")


def test_a_disk_that_refuses_is_said_in_the_dialog(desk, services, monkeypatch) -> None:
    session(services)
    dialog = desk.plan_day()

    def refuse(_plan):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(services.sessions, "save", refuse)
    click(dialog, "day-take")
    assert dialog.isVisible()
    assert dialog.problem.text() == "The disk is full."


def test_without_any_session_it_is_said_what_to_do_first(qtbot, desk) -> None:
    for ask in (desk.plan_day, desk.again):
        with qtbot.waitSignal(desk.told) as said:
            assert ask() is None
        assert said.args[0].text.startswith("Plan a first session")


def test_a_session_without_a_date_has_no_day(qtbot, desk, services) -> None:
    with qtbot.waitSignal(desk.told) as said:
        desk.show_day(session(services, date="", time="").id)
    assert said.args[0].text == "“Night shift” has no date yet. Give it one first."


def test_the_day_goes_to_paper_and_to_calendars(qtbot, desk, services, tmp_path: Path) -> None:
    plan = session(services, "Night shift", time="18:30")
    session(services, "Day shift", time="14:00")
    dialog = desk.show_day(plan.id)
    files = iter((tmp_path / "day", tmp_path / "one.ics"))
    dialog.ask_save = lambda *_asked: next(files)
    qtbot.waitUntil(dialog.is_settled, timeout=20_000)
    click(dialog, "day-calendar")
    assert dialog.sending.progress.what.text() == "Saved: day.ics"
    click(dialog, "session-calendar")
    assert (tmp_path / "day.ics").read_bytes().count(b"BEGIN:VEVENT") == 2
    assert (tmp_path / "one.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
    dialog.sending.ask_save = lambda *_asked: tmp_path / "day.pdf"
    with qtbot.waitSignal(dialog.sending.done):
        click(dialog, "paper-save")
    with pypdfium2.PdfDocument((tmp_path / "day.pdf").read_bytes()) as document:
        assert len(document) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_every_dialog_fits(qtbot, window: QWidget, services, size: tuple[int, int], language: str) -> None:
    window.resize(*size)
    desk = DayDesk(services, load(resources_dir() / "i18n", language), window)
    long = "Journée des cadres de nuit et des nouveaux arrivants"
    plan = session(services, long, date="2026-11-20", teams=teams(5, 6, 7))
    session(services, "Pharmacy", date="2026-11-25", time="18:00")
    for dialog in (desk.again(), desk.plan_day(), desk.show_day(plan.id)):
        assert dialog.width() <= size[0] and dialog.height() <= size[1]
        assert misfits(dialog) == []
        dialog.reject()


def test_again_may_be_on_another_day(qtbot, desk, services) -> None:
    plan = session(services, date="2026-11-20", time="09:00", teams=teams(5, 6))
    dialog = desk.again()
    write(dialog, "again-date", "")
    assert not dialog.take.isEnabled()
    write(dialog, "again-date", "4/12/2026")
    write(dialog, "again-time", "10h30")
    with qtbot.waitSignal(desk.changed):
        click(dialog, "day-take")
    made = next(row for row in services.sessions.list() if row.id != plan.id)
    assert (made.date, made.time, made.sizes) == ("2026-12-04", "10:30", (5, 6))
    stored = services.sessions.get(made.id)
    assert replace(stored, id="", seed="", deals=(), date="", time="") == replace(
        plan, id="", seed="", deals=(), date="", time=""
    )


def test_after_a_talk_the_next_session_of_today_is_offered_unless_the_day_is_done(
    qtbot, desk, services
) -> None:
    session(services, date="2026-11-25")
    with qtbot.assertNotEmitted(desk.told):
        desk.offer_next()
    plan = session(services, time="20:00")
    with qtbot.waitSignal(desk.told) as said:
        desk.offer_next()
    with qtbot.waitSignal(desk.playing_asked) as asked:
        said.args[0].then()
    assert asked.args == [plan.id]


def test_a_session_that_was_put_away_can_be_copied(desk, services) -> None:
    session(services)
    plan = session(services, "Pharmacy", room="Salle Dahlia")
    services.sessions.archive(plan.id)
    dialog = desk.plan_day(plan.id)
    assert dialog.wish().source == plan.id
    assert dialog.room.text() == "Salle Dahlia"


def test_a_kit_that_is_gone_is_said_instead_of_a_dialog(qtbot, desk, services, monkeypatch) -> None:
    plan = session(services, date="2026-11-20")

    def gone(_digest):
        raise StorageError("The kit of this session is not stored here any more.")

    monkeypatch.setattr(services.library, "kit", gone)
    for ask in (desk.plan_day, desk.again, lambda: desk.show_day(plan.id)):
        with qtbot.waitSignal(desk.told) as said:
            assert ask() is None
        assert said.args[0].text.startswith("The kit of this session")
