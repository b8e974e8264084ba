"""Before the game: what is tried, what a person does about it, and the start."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kit_app.domain.codes import shown
from kit_app.domain.screens import Display
from kit_app.game.commands import EndRun, StartRun
from kit_app.i18n import Catalogue
from kit_app.services.preflight.asking import Computer
from kit_app.services.services import Services
from kit_app.system.idle import IdlePolicy
from kit_app.system.power import Power
from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.setup.play_page import PlayPage
from tests.ui.shell import click, named, press, services_in, session, teams, typed, write
from tests.unit.services.preflight.computers import BESIDE, LAPTOP, SAME, WELL, computer

EN = Catalogue("en")


class Loudspeaker:
    """Notes what was played."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, cue: str) -> bool:
        self.played.append(cue)
        return True


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def make(qtbot, services: Services) -> Callable[..., PlayPage]:
    def made(
        machine: Computer = WELL, displays: tuple[Display, ...] = (LAPTOP, BESIDE), **more: object
    ) -> PlayPage:
        page = PlayPage(services, EN, computer=machine, **more)
        page.displays = lambda: displays
        page.resize(1180, 768)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        return page

    return made


def show(qtbot, page: PlayPage, session_id: str) -> None:
    page.show_session(session_id)
    settle(qtbot, page)


def settle(qtbot, page: PlayPage) -> None:
    qtbot.waitUntil(lambda: not page.is_checking, timeout=15_000)


def answer(verb: str, seen: list[str]) -> None:
    """Choose this verb in the next question, noting its words."""

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        seen.extend((dialog.title.text(), dialog.text.text()))
        dialog.buttons[verb].click()

    QTimer.singleShot(0, choose)


def code_of(services: Services, session_id: str, team: int = 1) -> str:
    deal = services.sessions.get(session_id).deals[team - 1]
    return next(iter(deal.codes.values()))


def test_lines_come_as_they_are_known_and_the_page_stays_usable(qtbot, make, services: Services) -> None:
    gate = Event()

    def slow() -> Power:
        gate.wait(2.5)
        return Power.MAINS

    page = make(computer(power=slow))
    page.show_session(session(services).id)
    qtbot.waitUntil(lambda: page.list.row("screen").text.text() == "beamer, for the first time.")
    assert page.is_checking
    assert page.list.row("power").text.text() == "Being tried…"
    assert "being checked" in page.play_foot.reason.text()
    qtbot.waitUntil(page.list.card.edit.isVisible)
    assert page.is_checking
    write(page, "play-card", "BCD")
    gate.set()
    settle(qtbot, page)

    assert page.list.row("power").text.text() == "Plugged in."
    assert page.list.card.edit.text() == "BCD"
    assert page.count.text().startswith("14 checks in ")


def test_a_red_line_holds_the_start_and_says_why(qtbot, make, services: Services) -> None:
    page = make(displays=(LAPTOP, SAME))
    show(qtbot, page, session(services).id)

    assert not named(page, "play-start").isEnabled()
    assert named(page, "play-reason", QLabel).text() == "First settle the red line."
    assert page.list.panel("mirror").isVisible()
    with qtbot.assertNotEmitted(page.console_asked):
        click(page, "play-start")
        press("Ctrl+Return")


def test_a_start_over_a_red_line_is_asked_once_and_names_it(qtbot, make, services: Services) -> None:
    page = make(displays=(LAPTOP, SAME))
    plan = session(services)
    show(qtbot, page, plan.id)
    seen: list[str] = []
    answer("leave", seen)
    with qtbot.assertNotEmitted(page.console_asked):
        click(page, "play-force")
    answer("start", seen)
    with qtbot.waitSignal(page.console_asked) as asked:
        click(page, "play-force")

    assert asked.args == [plan.id, 1, StartRun(despite=("mirror",))]
    assert "The projector shows the same picture as this laptop" in seen[1]


def test_the_start_is_free_when_nothing_is_red(qtbot, make, services: Services) -> None:
    page = make()
    plan = session(services)
    show(qtbot, page, plan.id)
    assert not page.play_foot.force.isVisible()
    with qtbot.waitSignal(page.console_asked) as asked:
        press("Ctrl+Return")

    assert asked.args == [plan.id, 1, StartRun()]


def test_the_console_can_be_entered_without_a_start(qtbot, make, services: Services) -> None:
    page = make(displays=(LAPTOP, SAME))
    plan = session(services)
    show(qtbot, page, plan.id)
    with qtbot.waitSignal(page.console_asked) as asked:
        click(page, "play-console")

    assert asked.args == [plan.id, 1, None]


def test_what_was_settled_meanwhile_is_seen_by_checking_again(qtbot, make, services: Services) -> None:
    page = make(displays=(LAPTOP, SAME))
    show(qtbot, page, session(services).id)
    page.displays = lambda: (LAPTOP, BESIDE)
    press("F5")
    settle(qtbot, page)

    assert not page.list.panel("mirror").isVisible()
    assert named(page, "play-start").isEnabled()


@pytest.mark.parametrize("way", [str.lower, shown])
def test_a_typed_card_confirms_its_set(qtbot, make, services: Services, way: Callable[[str], str]) -> None:
    page = make()
    plan = session(services)
    show(qtbot, page, plan.id)
    write(page, "play-card", way(code_of(services, plan.id)))
    click(page, "play-card-check")

    assert not page.list.panel("cards").isVisible()
    assert page.list.row("cards").text.text() == f"Set {plan.deals[0].set_id}: a card was read."
    assert services.readiness.sets(plan.id) == {plan.deals[0].set_id}


def test_a_scan_lands_in_the_field_from_anywhere(qtbot, make, services: Services) -> None:
    page = make()
    plan = session(services)
    show(qtbot, page, plan.id)
    page.again.setFocus()
    typed(code_of(services, plan.id)[0])
    typed(code_of(services, plan.id)[1:] + "\r")

    assert services.readiness.sets(plan.id) == {plan.deals[0].set_id}


def test_a_card_of_another_session_is_red_until_a_right_one_is_read(qtbot, make, services: Services) -> None:
    page = make()
    other = session(services, "Yesterday")
    plan = session(services)
    show(qtbot, page, plan.id)
    write(page, "play-card", code_of(services, other.id))
    press("Return")

    assert other.deals[0].set_id in page.list.card.said.text()
    assert page.list.card.topic.text() == "Cards of another set lie on the tables"
    assert not named(page, "play-start").isEnabled()
    write(page, "play-card", code_of(services, plan.id))
    press("Return")
    assert named(page, "play-start").isEnabled()


def test_a_mistyped_card_is_said_under_the_field(qtbot, make, services: Services) -> None:
    page = make()
    show(qtbot, page, session(services).id)
    write(page, "play-card", "bbb bbc")
    press("Return")

    assert "BBB·BBC does not exist" in page.list.card.said.text()
    assert page.list.card.edit.accessibleDescription() == page.list.card.said.text()
    assert named(page, "play-start").isEnabled()


def test_of_several_teams_each_set_is_asked_for(qtbot, make, services: Services) -> None:
    page = make()
    plan = session(services, teams=teams(5, 4))
    show(qtbot, page, plan.id)
    write(page, "play-card", code_of(services, plan.id, 2))
    press("Return")

    assert "(Équipe 2): right" in page.list.card.said.text()
    assert page.list.card.topic.text() == "The set of one team is not confirmed"
    assert "Équipe 1" in page.list.card.text.text()
    click(page, "play-team-2")
    settle(qtbot, page)
    assert not page.list.panel("cards").isVisible()


def test_all_teams_start_together_unless_one_is_chosen(qtbot, make, services: Services) -> None:
    page = make()
    plan = session(services, teams=teams(5, 4))
    show(qtbot, page, plan.id)
    with qtbot.waitSignal(page.console_asked) as asked:
        press("Ctrl+Return")
    assert asked.args == [plan.id, 0, StartRun()]
    click(page, "play-team-2")
    settle(qtbot, page)
    with qtbot.waitSignal(page.console_asked) as asked:
        press("Ctrl+Return")
    assert asked.args == [plan.id, 2, StartRun()]


def test_the_first_team_that_has_not_played_is_proposed(qtbot, make, services: Services) -> None:
    plan = session(services, teams=teams(5, 4))
    room = services.runs.open(plan.id, 1)
    room.handle(StartRun())
    room.handle(EndRun(at_once=True))
    room.close()
    page = make()
    show(qtbot, page, plan.id)

    assert page.side.teams.playing() == (2,)


def test_the_round_is_ticked_and_there_again_after_a_restart(qtbot, make, services: Services) -> None:
    page = make()
    plan = session(services)
    show(qtbot, page, plan.id)
    click(page, "round-strips")
    click(page, "round-sign")
    assert page.side.round.note.text() == "To tick while walking round: 2 of 10."
    again = make()
    show(qtbot, again, plan.id)

    assert again.side.round.boxes["strips"].isChecked()
    assert not again.side.round.boxes["mask"].isChecked()
    click(again, "round-clear")
    assert services.readiness.ticked(plan.id) == frozenset()


def test_a_tick_that_cannot_be_kept_is_told(qtbot, make, services: Services, tmp_path: Path) -> None:
    page = make()
    show(qtbot, page, session(services).id)
    (tmp_path / "data" / "readiness.new").mkdir()
    with qtbot.waitSignal(page.told) as told:
        click(page, "round-sign")

    assert "could not be kept" in told.args[0].text


def test_missing_cards_lead_to_the_print_desk(qtbot, make, services: Services) -> None:
    page = make()
    plan = session(services)
    show(qtbot, page, plan.id)
    with qtbot.waitSignal(page.printing_asked) as asked:
        page.list.panel("printed").button.click()

    assert asked.args == [plan.id]


def test_the_sound_can_be_listened_to(qtbot, make, services: Services) -> None:
    speaker = Loudspeaker()
    page = make(sounds=speaker)
    show(qtbot, page, session(services).id)
    page.list.row("sound").button.click()

    assert speaker.played == ["start"]


def test_without_a_player_of_sounds_there_is_nothing_to_listen_to(qtbot, make, services: Services) -> None:
    page = make()
    show(qtbot, page, session(services).id)

    row = page.list.row("sound")
    assert row.tag.text() == "not installed"
    with qtbot.waitSignal(page.help_asked):
        row.button.click()


def test_what_the_computer_does_not_say_is_not_counted_as_fine(qtbot, make, services: Services) -> None:
    plan = session(services)
    page = make(computer(power=lambda: Power.UNKNOWN, idle=IdlePolicy), sounds=Loudspeaker())
    show(qtbot, page, plan.id)
    known = make(sounds=Loudspeaker())
    show(qtbot, known, plan.id)

    assert page.list.row("power").tag.text() == "to look at yourself"
    assert page.list.row("power").text.width() > page.list.row("power").width() / 2
    assert not known.list.row("power").tag.isVisible()
    assert page.play_foot.tags["unknown"].text() == "2 to look at"
    assert not known.play_foot.tags["unknown"].isVisible()
    fine, all_fine = (int(one.play_foot.tags["ok"].text().split()[0]) for one in (page, known))
    assert fine == all_fine - 2
    assert page.play_foot.start.isEnabled()


def test_a_card_that_was_read_shows_that_its_papers_are_there(qtbot, make, services: Services) -> None:
    page = make()
    plan = session(services, teams=teams(5, 4))
    show(qtbot, page, plan.id)
    assert page.list.panel("printed").isVisible()
    for team in (1, 2):
        write(page, "play-card", code_of(services, plan.id, team))
        press("Return")

    assert services.sessions.get(plan.id).printed_teams == (1, 2)
    assert not page.list.panel("printed").isVisible()


def test_another_display_for_the_players_is_remembered(qtbot, make, services: Services) -> None:
    wall = replace(BESIDE, identity=replace(BESIDE.identity, name="wall"), left=4000)
    page = make(displays=(LAPTOP, BESIDE, wall))
    show(qtbot, page, session(services).id)
    assert page.list.panel("screen").isVisible()
    page.side.display.setFocus()
    press("Down")
    QTest.keyClick(page.side.display, "\r")

    known = services.preferences.settings.projector
    assert known is not None
    press("F5")
    settle(qtbot, page)
    assert "as last time" in page.list.row("screen").text.text()


def test_a_game_under_way_is_taken_up_without_another_start(qtbot, make, services: Services) -> None:
    plan = session(services)
    room = services.runs.open(plan.id, 1)
    room.handle(StartRun(), 1)
    room.close()
    page = make(displays=(LAPTOP, SAME))
    show(qtbot, page, plan.id)
    assert page.play_foot.start.text() == "Take the game up again"
    with qtbot.waitSignal(page.console_asked) as asked:
        click(page, "play-start")

    assert asked.args == [plan.id, 1, None]


def test_leaving_the_page_while_it_checks_does_no_harm(qtbot, make, services: Services) -> None:
    gate = Event()
    page = make(computer(power=lambda: Power.MAINS if gate.wait(2.5) else Power.BATTERY))
    page.show_session(session(services).id)
    page.show_session(session(services, "Another").id)
    gate.set()
    settle(qtbot, page)
    gc.collect()

    assert page.list.row("power").text.text() == "Plugged in."
