"""All sessions: duplicate, archive, delete with undo, out to a file and in again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.storage.store import open_store
from kit_app.ui.common.tables import PAGE
from kit_app.ui.setup.sessions_page import SessionsPage
from tests.ui.shell import click, press, services_in, session, write

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def told() -> list:
    return []


@pytest.fixture
def page(qtbot, services: Services, told: list) -> SessionsPage:
    made = SessionsPage(services, EN)
    made.changed.connect(lambda _changed: made.reload())
    made.told.connect(told.append)
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def names(services: Services) -> list[str]:
    return [row.name for row in services.sessions.list()]


def test_an_empty_list_offers_the_first_session(qtbot, page: SessionsPage) -> None:
    page.reload()
    with qtbot.waitSignal(page.new_asked):
        click(page, "sessions-first")


def test_enter_opens_the_chosen_session(qtbot, page: SessionsPage, services: Services) -> None:
    plan = session(services)
    page.reload()
    page.first_focus()
    with qtbot.waitSignal(page.opened) as asked:
        press("Return")

    assert asked.args == [plan.id]


def test_delete_is_undone_from_the_toast(page: SessionsPage, services: Services, told: list) -> None:
    session(services)
    page.reload()
    page.first_focus()
    press("Del")
    assert names(services) == []
    told[-1].then()

    assert names(services) == ["Night shift"]


def test_a_duplicate_has_its_own_answers_and_can_be_undone(
    page: SessionsPage, services: Services, told: list
) -> None:
    session(services)
    page.reload()
    click(page, "sessions-duplicate")
    rows = services.sessions.list()
    assert len({row.set_ids for row in rows}) == 2
    told[-1].then()

    assert len(services.sessions.list()) == 1


def test_an_archived_session_leaves_the_list_and_comes_back(page: SessionsPage, services: Services) -> None:
    session(services)
    page.reload()
    click(page, "sessions-archive")
    assert names(services) == []
    page.shelf.button("archived").click()
    assert page.acts["archive"].text() == "Bring back"
    click(page, "sessions-archive")

    assert names(services) == ["Night shift"]


def test_a_session_travels_as_a_file(
    page: SessionsPage, services: Services, tmp_path: Path, told: list
) -> None:
    session(services)
    page.reload()
    page.ask_save = lambda parent, title, name, kinds: tmp_path / name
    click(page, "sessions-export")
    (file,) = tmp_path.glob("*.sante")
    assert file.name in told[-1].text
    with services_in(tmp_path / "room") as other:
        there = SessionsPage(other, EN, page)
        there.ask_open = lambda parent, title, kinds: file
        there.bring.click()
        assert names(other) == ["Night shift"]


def test_a_file_that_is_no_session_is_said(
    page: SessionsPage, services: Services, tmp_path: Path, told: list
) -> None:
    file = tmp_path / "letter.sante"
    file.write_text("Dear all", encoding="utf-8")
    page.reload()
    page.ask_open = lambda parent, title, kinds: file
    page.bring.click()

    assert told
    assert names(services) == []


def test_a_file_dialog_that_is_left_changes_nothing(
    page: SessionsPage, services: Services, told: list
) -> None:
    session(services)
    page.reload()
    page.ask_save = lambda parent, title, name, kinds: None
    click(page, "sessions-export")

    assert told == []


def test_the_day_of_the_chosen_session_and_a_day_like_it_are_asked_for(
    qtbot, page: SessionsPage, services: Services
) -> None:
    plan = session(services)
    page.reload()
    for signal, button in ((page.day_asked, "sessions-day"), (page.plan_day_asked, "sessions-plan-day")):
        with qtbot.waitSignal(signal) as asked:
            click(page, button)
        assert asked.args == [plan.id]


def test_a_long_list_is_fetched_as_a_person_comes_to_it(page: SessionsPage, services: Services) -> None:
    plan = session(services)
    store = open_store(services.folder, 0, exclusive=False)
    with store.database.writing():
        for number in range(2 * PAGE):
            day = f"2025-{number % 12 + 1:02}-{number // 12 + 1:02}"
            store.sessions.save(replace(plan, id=f"more-{number}", date=day), 5)
    store.close()
    page.reload()
    assert page.table.rows.rowCount() == PAGE
    assert page.table.chosen() == plan.id
    page.table.scrollToBottom()
    assert page.table.rows.rowCount() == 2 * PAGE
    last = services.sessions.list()[2 * PAGE - 1].id
    page.table.choose(last)
    page.reload()
    assert page.table.chosen() == last
    page.first_focus()
    press("Del")
    assert last not in {row.id for row in services.sessions.list()}


def test_typing_leaves_the_sessions_that_have_the_words(
    qtbot, page: SessionsPage, services: Services
) -> None:
    session(services, "Relève")
    session(services, "Urgences", room="Salle " + "de formation " * 5)
    page.reload()
    columns = range(page.table.rows.columnCount())
    assert not any(page.table.isColumnHidden(column) for column in columns)
    write(page, "sessions-search", "releve")
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)
    press("Del")
    assert set(names(services)) == {"Urgences", "Relève"}
    write(page, "sessions-search", "xyz")
    qtbot.waitUntil(page.none.isVisible)
    assert page.none.text() == "No session here has “xyz”."
    assert not page.acts["delete"].isEnabled()
    write(page, "sessions-search", "")
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2)
    assert not page.none.isVisible()
