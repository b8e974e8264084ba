"""The server of the region in the settings: an address to keep, a try, sending; the window never waits."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLabel

from kit_app.domain.region_server import ServerAddress
from kit_app.errors import StorageError
from kit_app.i18n import Catalogue
from kit_app.services.region import server as region_server
from kit_app.services.services import Services
from kit_app.ui.sending import send_by_itself
from kit_app.ui.settings.settings_page import SERVER, SettingsPage
from tests.ui.shell import click, named, press, services_in, window_of, write

EN = Catalogue("en")
ADDRESS = ServerAddress(host="resultats.region.example", user="brevalon")


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setattr(region_server, "DRIVER", "pytest")  # as if the optional part were installed
    with services_in(tmp_path / "data") as one:
        server = one.region_server
        monkeypatch.setattr(server, "waiting", lambda: 3)
        monkeypatch.setattr(server._safe, "find", lambda service, user: "")
        monkeypatch.setattr(server._safe, "keep", lambda service, user, password: False)
        yield one
        QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def page(qtbot, services: Services) -> SettingsPage:
    made = SettingsPage(services, EN)
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    made.show_section(SERVER)
    made.activateWindow()
    return made


def text(page: SettingsPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def fill(page: SettingsPage) -> None:
    write(page, "server-host", ADDRESS.host)
    write(page, "server-user", ADDRESS.user)


def test_an_address_is_kept_by_the_button_of_the_page(qtbot, page: SettingsPage, services: Services) -> None:
    assert not named(page, "server-try").isEnabled()
    fill(page)
    named(page, "server-itself").click()
    assert page.foot.saved.label.text() == "Not kept yet"
    assert not services.region_server.address.is_set
    assert not named(page, "server-send").isEnabled()
    press("Ctrl+S")

    assert services.region_server.address == ADDRESS
    assert services.region_server.sends_itself
    assert page.foot.saved.label.text() == "All is kept"
    assert named(page, "server-send").isEnabled()


def test_cancel_brings_back_what_holds(page: SettingsPage) -> None:
    fill(page)
    write(page, "server-port", "6000")
    click(page, "settings-cancel")

    assert page.server.address() == ServerAddress()
    assert page.is_kept


def test_a_password_is_kept_and_shown_nowhere(qtbot, page: SettingsPage, services: Services) -> None:
    fill(page)
    write(page, "server-password", "four rare horses")
    assert page.server.password.displayText() != "four rare horses"
    press("Ctrl+S")

    assert page.server.password.text() == ""
    qtbot.waitUntil(lambda: "no keyring" in text(page, "server-outcome"))
    assert services.region_server.password(ADDRESS) == "four rare horses"


def test_a_try_says_what_came_of_it_while_the_window_goes_on(
    qtbot, page: SettingsPage, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes, tried = Event(), []

    def try_it(address: ServerAddress, password: str) -> None:
        goes.wait(10)
        tried.append((address, password))

    monkeypatch.setattr(services.region_server, "try_it", try_it)
    fill(page)
    write(page, "server-password", "secret")
    click(page, "server-try")
    assert text(page, "server-outcome") == "Trying…"
    assert not named(page, "server-try").isEnabled()
    page.show_section("look")  # the window answers meanwhile
    page.show_section(SERVER)
    goes.set()
    qtbot.waitUntil(lambda: text(page, "server-outcome").startswith("The server answers"))
    qtbot.waitUntil(lambda: named(page, "server-try").isEnabled())
    assert tried == [(ADDRESS, "secret")]
    assert not services.region_server.address.is_set  # nothing was kept for it


def test_why_a_try_failed_is_said(
    qtbot, page: SettingsPage, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_address: ServerAddress, _password: str) -> None:
        raise StorageError("The server does not know this user with this password. Nothing was sent.")

    monkeypatch.setattr(services.region_server, "try_it", refuse)
    fill(page)
    click(page, "server-try")
    qtbot.waitUntil(lambda: "this user with this password" in text(page, "server-outcome"))
    assert page.server.outcome.property("role") == "error"


def test_results_are_sent_and_counted(
    qtbot, page: SettingsPage, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def send(goes_on) -> int:
        goes_on(1, 3)
        goes_on(3, 3)
        monkeypatch.setattr(services.region_server, "waiting", lambda: 0)
        services.region_server._replace(
            region_server.replace(services.region_server._kept, sent_ms=1_795_541_400_000)
        )
        return 3

    monkeypatch.setattr(services.region_server, "send", send)
    services.region_server.keep(ADDRESS, sends_itself=False)
    page.reload()
    page.show_section(SERVER)
    qtbot.waitUntil(lambda: text(page, "server-waiting").startswith("3 results wait to be sent."))
    assert text(page, "server-waiting").endswith("Nothing was sent from here yet.")
    click(page, "server-send")
    qtbot.waitUntil(lambda: text(page, "server-outcome") == "3 results were sent.")
    qtbot.waitUntil(lambda: text(page, "server-waiting").startswith("Nothing waits to be sent.\nLast sent: "))


def test_the_file_of_an_authority_is_chosen(page: SettingsPage, tmp_path: Path) -> None:
    page.server.ask_open = lambda *_asked: tmp_path / "region.crt"
    click(page, "server-choose")

    assert page.server.address().ca_file == str(tmp_path / "region.crt")
    assert not page.is_kept


def test_without_the_optional_part_one_sentence_says_how_it_is_added(
    qtbot, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(region_server, "DRIVER", "no-such-package")
    page = SettingsPage(services, EN)
    qtbot.addWidget(page)
    page.show()
    page.show_section(SERVER)

    assert "python3 main.py server" in page.server.lack.text()
    assert page.server.lack.isVisible() and not page.server.form.isVisible()
    assert page.is_kept


def test_sending_by_itself_is_quiet_and_waits_for_nobody(
    qtbot, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_of(services)
    qtbot.addWidget(window)
    sent = []
    monkeypatch.setattr(services.region_server, "send", lambda *_all: sent.append("tried") or _cut())
    send_by_itself(services, window)
    services.region_server.keep(ADDRESS, sends_itself=False)
    send_by_itself(services, window)
    QThreadPool.globalInstance().waitForDone()
    assert sent == []
    services.region_server.keep(ADDRESS, sends_itself=True)
    send_by_itself(services, window)
    QThreadPool.globalInstance().waitForDone()
    assert sent == ["tried"]
    assert not window.toast.isVisible()

    page = SettingsPage(services, EN)
    qtbot.addWidget(page)
    page.show()
    page.show_section(SERVER)
    qtbot.waitUntil(
        lambda: "Sending by itself did not work: The line was cut." in text(page, "server-waiting")
    )


def _cut() -> None:
    raise StorageError("The line was cut.")


def test_the_folder_says_where_counts_go(page: SettingsPage, services: Services) -> None:
    assert "Nothing is sent anywhere." in page.folder.stays.text()
    services.region_server.keep(ADDRESS, sends_itself=False)
    page.reload()
    assert "go to the server of your region" in page.folder.stays.text()
