"""A session's kit: chosen when there are several, kept as it was planned, fixed once something was played."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kit_app.game.commands import StartRun
from kit_app.i18n import Catalogue
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.library import Library
from kit_app.services.services import Services
from kit_app.ui.setup.drafts import Drafts
from kit_app.ui.setup.prepare_page import PreparePage
from tests.ui.shell import services_in, session, write
from tests.unit.content.tiny import NOTE, tiny_kit
from tests.unit.services.tiny_kits import VERSION_2, changed, file_of, kits_of

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setitem(MECHANISMS, NOTE.name, NOTE)
    with services_in(tmp_path / "data") as one:
        yield replace(one, kits=kits_of(one))


@pytest.fixture
def page(qtbot, services: Services) -> PreparePage:
    made = PreparePage(services, EN, Drafts())
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def take(services: Services, path: Path) -> None:
    services.kits.take_in(services.kits.read(path))


def choose(qtbot, page: PreparePage, beginning: str) -> None:
    box = page.kit.box
    (row,) = (row for row in range(box.count()) if box.itemText(row).startswith(beginning))
    box.setCurrentIndex(row)
    box.activated.emit(row)
    qtbot.waitUntil(lambda: page.form.isEnabled() and page.form.plan().kit_digest == box.value())


def test_a_new_session_plays_the_usual_kit_unless_another_is_chosen(
    qtbot, page: PreparePage, services: Services
) -> None:
    page.show_new()
    assert page.kit.isVisible()
    assert page.kit.box.currentIndex() == 0
    assert page.form.plan().kit_id == "sant-escape"
    choose(qtbot, page, "The right wristband")
    plan = page.form.plan()
    assert (plan.kit_id, plan.variant, plan.duration_min, plan.sector) == ("bon-bracelet", "20", 20, "")
    assert not page.form.fields["sector"].isVisible()
    page.show_new()
    assert page.form.plan().kit_id == "sant-escape"


def test_a_team_for_which_the_kit_has_no_roles_is_told_where_it_stands(
    qtbot, page: PreparePage, services: Services
) -> None:
    page.show_new()
    write(page, "plan-name", "Night shift")
    page.form.teams.rows[0].size.more.click()
    choose(qtbot, page, "The right wristband")
    assert "At most 5 players" in page.sentences()["teams.1.size"]
    for _ in range(4):
        page.form.teams.rows[0].size.less.click()
    assert page.keep()
    choose(qtbot, page, "Sant'Escape")
    assert "At least 3 players" in page.sentences()["teams.1.size"]


def test_the_kits_are_listed_without_being_read(services: Services) -> None:
    read: list[object] = []
    library = Library(services.library._store, lambda files: read.append(files))
    kits = replace(services, library=library)
    assert [row.id for row in kits_of(kits).all()] == ["sant-escape", "bon-bracelet"]
    assert read == []


def test_another_kit_brings_its_own_lengths_and_keeps_what_was_typed(
    qtbot, page: PreparePage, services: Services, tmp_path: Path
) -> None:
    take(services, file_of(tmp_path))
    page.show_new()
    write(page, "plan-name", "Night shift")
    assert page.kit.isVisible()
    choose(qtbot, page, "Tiny")

    plan = page.form.plan()
    assert (plan.name, plan.variant, plan.duration_min, plan.level) == ("Night shift", "all", 30, "standard")
    assert page.keep()
    stored = services.sessions.get(plan.id)
    assert services.library.kit_of(stored).id == "tiny"


def test_a_session_keeps_its_version_until_another_is_chosen(
    qtbot, page: PreparePage, services: Services, tmp_path: Path
) -> None:
    take(services, file_of(tmp_path))
    draft = services.sessions.draft(language="fr", kit=services.kits.kit("tiny"))
    plan = services.sessions.save(replace(draft, name="Essai", date="2026-11-24", time="18:30")).plan
    services.sessions.mark_printed(plan.id, 1)
    take(
        services, file_of(tmp_path, changed(tiny_kit(), VERSION_2, ("words/fr/Q3.toml", "Note Q3", "Mot Q3")))
    )
    page.show_session(plan.id)
    assert page.kit.box.currentText() == "Tiny, version 1, as planned"
    choose(qtbot, page, "Tiny, version 2")
    assert page.keep()

    kept = services.sessions.get(plan.id)
    assert services.library.kit_of(kept).version == "2"
    assert kept.deals == plan.deals
    assert kept.printed_teams == ()


def test_nothing_is_chosen_once_something_was_played(
    page: PreparePage, services: Services, tmp_path: Path
) -> None:
    take(services, file_of(tmp_path))
    plan = session(services)
    page.show_session(plan.id)
    assert page.kit.isVisible()
    services.runs.open(plan.id, 1).handle(StartRun())
    page.show_session(plan.id)
    assert not page.kit.isVisible()


def test_a_kit_that_cannot_be_read_leaves_the_choice_as_it_was(
    qtbot, page: PreparePage, services: Services, tmp_path: Path
) -> None:
    take(services, file_of(tmp_path))
    page.show_new()
    before = page.form.plan().kit_digest
    (tmp_path / "data" / "kits" / "tiny.kit").write_bytes(b"PK")
    box = page.kit.box
    box.setCurrentIndex(2)
    box.activated.emit(2)
    qtbot.waitUntil(lambda: page.banners.banner("kit") is not None)
    assert page.form.plan().kit_digest == before
