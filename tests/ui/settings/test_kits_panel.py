"""Kits in the settings: one comes after a question, goes on as a file, goes away and comes back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from kit_app.domain.facility import Facility
from kit_app.i18n import Catalogue
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.services import Services
from kit_app.ui.common.told import Told
from kit_app.ui.settings.kits_panel import KitsPanel
from kit_app.ui.settings.settings_page import KITS, SettingsPage
from tests.ui.shell import click, services_in
from tests.unit.content.tiny import NOTE, tiny_kit
from tests.unit.services.tiny_kits import VERSION_2, changed, file_of, folder_of, kits_of

EN = Catalogue("en")
OWN = ["sant-escape", "bon-bracelet"]
"""Those of the program, the usual one first."""


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setitem(MECHANISMS, NOTE.name, NOTE)
    with services_in(tmp_path / "data") as one:
        one.profile.save(Facility(name="CH de Brévalon"))
        yield replace(one, kits=kits_of(one))


class Person:
    """Answers what the panel asks, and remembers the questions."""

    def __init__(self, panel: KitsPanel) -> None:
        self.path: Path | None = None
        self.answer = "take"
        self.asked: list[tuple[str, str]] = []
        self.heard: list[Told] = []
        panel.ask_open = lambda *_: self.path
        panel.ask_save = lambda *_: self.path
        panel.ask = self._answer
        panel.told.connect(self.heard.append)

    def _answer(self, title: str, text: str, _verbs: object) -> str:
        self.asked.append((title, text))
        return self.answer


@pytest.fixture
def panel(qtbot, services: Services) -> KitsPanel:
    page = SettingsPage(services, EN)
    page.resize(1180, 768)
    qtbot.addWidget(page)
    page.show()
    page.show_section(KITS)
    return page.kits


@pytest.fixture
def person(panel: KitsPanel) -> Person:
    return Person(panel)


@pytest.fixture
def take(qtbot, panel: KitsPanel, person: Person) -> Callable[[Path, str], None]:
    """Imports a file as a person does, who gives this answer."""

    def act(path: Path, answer: str) -> None:
        person.path, person.answer = path, answer
        click(panel, "kit-import")
        qtbot.waitUntil(lambda: not panel.is_busy)

    return act


def names(panel: KitsPanel) -> list[str]:
    return [row.id for row in panel._rows]


def test_the_programs_own_kits_are_there_and_stay(panel: KitsPanel) -> None:
    assert names(panel) == OWN
    for kit_id in OWN:
        panel.table.choose(kit_id)
        panel.table.picked.emit(kit_id)
        assert panel.chosen is not None
        assert panel.chosen.id == kit_id
        assert "Comes with the program." in panel.facts.text()
        assert not panel.remove.isEnabled()
        assert "stays" in panel.remove.accessibleDescription()


def test_a_kit_comes_after_a_question_that_says_who_vouches_for_it(
    panel: KitsPanel, person: Person, take, tmp_path: Path
) -> None:
    take(file_of(tmp_path), "stay")
    assert names(panel) == OWN
    take(file_of(tmp_path), "take")

    assert names(panel) == [*OWN, "tiny"]
    assert person.asked[-1][0] == "Take in “Tiny”?"
    assert "Unsigned." in person.asked[-1][1]
    assert "Licence: CC-BY-4.0" in panel.facts.text()
    assert person.heard[-1].text == "“Tiny” is here: “Prepare” offers it."


def test_a_kit_goes_on_signed_and_goes_away_with_a_way_back(
    panel: KitsPanel, person: Person, take, tmp_path: Path
) -> None:
    take(file_of(tmp_path), "take")
    person.path = tmp_path / "signed"
    click(panel, "kit-sign")
    assert person.heard[-1].text == "“signed.sante-kit” holds the kit."
    click(panel, "kit-remove")
    assert names(panel) == OWN
    undo = person.heard[-1].then
    assert undo is not None
    undo()
    assert names(panel) == [*OWN, "tiny"]

    take(tmp_path / "signed.sante-kit", "take")
    assert "Signed by CH de Brévalon (fingerprint " in panel.facts.text()


def test_an_update_lists_what_it_changes_and_may_drop_own_changes(
    services: Services, panel: KitsPanel, person: Person, take, tmp_path: Path
) -> None:
    take(file_of(tmp_path), "take")
    mine = changed(tiny_kit(), ("words/en/Q3.toml", "Note Q3", "Letter Q3"))
    services.kits.take_in(services.kits.read(folder_of(tmp_path / "mine", mine)))
    new = file_of(tmp_path, changed(tiny_kit(), VERSION_2, ("words/en/Q4.toml", "Note Q4", "Slip Q4")))
    take(new, "stay")
    title, text = person.asked[-1]
    assert title == "Bring “Tiny” from version 1 to version 2?"
    assert "Changed: puzzle Q4" in text
    assert "Q3" not in text

    take(new, "drop")
    assert services.kits.kit("tiny").puzzle_words["en"]["Q3"].title == "Note Q3"
    assert services.kits.row("tiny").version == "2"


def test_a_broken_kit_is_refused_with_what_is_wrong(panel: KitsPanel, take, tmp_path: Path) -> None:
    path = tmp_path / "broken.sante-kit"
    path.write_bytes(b"PK")
    take(path, "take")
    banner = panel.banners.banner("kit")
    assert banner is not None
    assert "not a kit that was exported" in banner.text
    assert names(panel) == OWN


def test_without_a_name_nobody_signs(panel: KitsPanel, services: Services) -> None:
    services.profile.save(Facility())
    panel.reload()
    assert not panel.sign.isEnabled()
    assert "in the name of your facility" in panel.sign.accessibleDescription()


def test_a_kit_that_was_damaged_is_told_until_it_comes_again(panel: KitsPanel, take, tmp_path: Path) -> None:
    take(file_of(tmp_path), "take")
    (tmp_path / "data" / "kits" / "tiny.kit").write_bytes(b"PK")
    panel.reload()
    banner = panel.banners.banner("damaged")
    assert banner is not None
    assert "“tiny” is damaged" in banner.text
    assert names(panel) == OWN

    take(file_of(tmp_path), "take")
    assert panel.banners.banner("damaged") is None
    assert names(panel) == [*OWN, "tiny"]


def test_a_kit_that_is_looked_at_can_be_let_go_and_nothing_of_it_stays(
    qtbot, panel: KitsPanel, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, pause = Event(), Event()

    def endless(_files: object, step: Callable[[], None]) -> None:
        while not pause.wait(0.005):
            begun.set()
            step()

    monkeypatch.setattr(panel._kits, "_check", endless)
    before = sorted(one.name for one in panel._services.folder.rglob("*"))
    person.path = file_of(tmp_path)
    click(panel, "kit-import")
    qtbot.waitUntil(begun.is_set)
    assert not panel.take_in.isEnabled()
    assert panel.stop.isEnabled()
    assert panel.stop.hasFocus()
    panel.stop.click()
    qtbot.waitUntil(lambda: not panel.is_busy)
    assert person.asked == []
    assert person.heard == []
    assert names(panel) == OWN
    assert sorted(one.name for one in panel._services.folder.rglob("*")) == before
    assert panel.take_in.isEnabled()
    assert not panel.stop.isVisible()
