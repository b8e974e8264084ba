"""A whole evening without a mouse: every page, every act of the console and the end are reached by keys."""

from pathlib import Path

import pytest

from kit_app.domain.codes import ALPHABET, forgiven
from kit_app.ui.common.when import local_moment
from tests.e2e.person import (
    Keyboard,
    Person,
    assert_player_window_fills_the_projector,
    at_work,
    planned,
    spellings,
)


@pytest.fixture
def person(qtbot, collector, tmp_path: Path):
    with at_work(Keyboard, qtbot, tmp_path / "data", "en") as one:
        yield one


def test_from_an_empty_folder_to_a_game_that_is_won(person: Person) -> None:
    other = planned(person, "Another evening", 7)
    prepare(person)
    print_everything(person)
    open_the_console(person)
    play_the_first_puzzle(person)
    play_the_paths(person)
    steer(person)
    scan_cards(person, other)
    play_the_portal(person)
    end_the_game(person)
    look_at_the_results(person)


def test_a_game_that_is_stopped_still_ends_with_the_last_exercise(person: Person) -> None:
    session = planned(person, "Short evening")
    person.keys("Alt+1", "Return")
    person.until(lambda: not person.main.page("play").is_checking)
    person.keys("Ctrl+Return")
    person.wait(300)
    person.keys("Shift+Esc")
    person.use(person.live.question.buttons["go-on"])
    assert person.view.phase == "playing"
    person.keys("Shift+Esc")
    person.use(person.live.question.buttons["end"])
    assert person.view.phase == "guided"
    person.wait(60)
    assert person.player.page == "alert"
    person.answer(spellings(person.setup)["P12"])
    assert person.player.page == "front-page"
    person.keys("Ctrl+Return", "Ctrl+Return")
    assert person.is_at("debrief")
    person.keys("Ctrl+5")
    assert person.main.page("run-results").result().outcome == "stopped"
    assert [result.outcome for result in person.services.results.of_session(session)] == ["stopped"]


def prepare(person: Person) -> None:
    person.keys("Ctrl+N")
    assert person.is_at("prepare")
    person.type("Night shift")
    today = local_moment(person.clock.wall_ms()).date()
    person.write("plan-date", f"{today:%d/%m/%Y}")
    person.write("plan-time", "17h45")
    person.write("plan-room", "Room 2")
    person.write("team-label-1", "The Curious")
    person.go_to("team-size-1")
    person.keys("Up")
    assert person.main.prepare.form.plan().teams[0].size == 6
    person.keys("Ctrl+Return")
    assert {row.name for row in person.services.sessions.list()} == {"Another evening", "Night shift"}


def print_everything(person: Person) -> None:
    assert person.is_at("print")
    page = person.main.page("print")
    person.answers_save_dialogs(page.sending)
    for number in (1, 2):
        person.until(lambda: page.save.isEnabled() and page.preview.is_settled())
        assert not page.preview.view.image.isNull()
        shown = page.preview.page
        person.keys("PgDown")
        assert page.preview.page == shown + 1
        person.keys("Ctrl+S")
        person.until(lambda number=number: len(person.saved) == number)
        person.until(lambda: not page.sending.is_busy)
        if number == 1:
            person.go_to(person.seen("print-who").button("1"))
            person.keys("Right")
    assert page.lines.who() == "facilitator"


def open_the_console(person: Person) -> None:
    person.keys("Alt+1")
    assert person.main.page("home").tonight.name.text() == "Night shift"
    person.keys("Return")
    assert person.is_at("play")
    person.use("play-console")
    assert_player_window_fills_the_projector(person)
    person.use("next-step-other")
    assert person.player.view.scene.look == "pitch"
    person.keys("Ctrl+Return")
    assert person.view.phase == "playing"


def play_the_first_puzzle(person: Person) -> None:
    person.wait(60)
    person.answer("999")
    assert "Not yet" in person.echo
    person.wait(400)
    suggested = person.view.suggestion
    assert suggested.puzzle == "P1"
    person.keys("Esc", "I")
    person.until(lambda: person.player.view.panel is not None)
    assert person.player.view.panel.text == suggested.text
    person.keys("Shift+I")
    person.until(lambda: person.player.view.panel is None)
    assert not any(hint.is_given for hint in person.puzzle("P1").hints)
    person.answer(spellings(person.setup)["P1"])
    assert person.puzzle("P1").state == "solved"


def play_the_paths(person: Person) -> None:
    right = spellings(person.setup)
    for ident in ("P8", "P2", "P3"):
        person.wait(60)
        person.answer(right[ident])
    person.keys("Ctrl+Z")
    assert person.puzzle("P3").state == "open"
    for ident in ("P3", "P4", "P5", "P6", "P7", "P9"):
        person.wait(60)
        person.answer(right[ident])
        assert person.puzzle(ident).state == "solved"


def steer(person: Person) -> None:
    before = person.view.remaining_ms
    person.keys("Esc", "P")
    person.until(lambda: person.view.phase == "paused")
    person.wait(30)
    assert person.view.remaining_ms == before
    person.keys("Alt+P")
    assert person.view.phase == "playing"
    person.keys("+")
    person.until(lambda: person.view.remaining_ms == before + 60_000)
    person.keys("M")
    person.until(lambda: person.console.say.composer.isVisible())
    person.type("Look at the back, too.")
    assert person.player.view.panel is None
    assert person.live.miniature.view.panel.text == "Look at the back, too."
    person.keys("Return")
    assert person.player.view.panel.text == "Look at the back, too."
    person.use("clear")
    assert person.player.view.panel is None
    person.keys("Alt+N")
    assert person.player.page == "black"
    person.keys("Alt+N")
    assert person.player.page == "portal"


def scan_cards(person: Person, other: str) -> None:
    card = person.setup.cards[0]
    person.keys("Ctrl+E")
    person.scan(card.code)
    assert person.view.reading.card == card.id
    person.keys("Esc")
    assert not person.console.say.reading.isVisible()
    stranger = person.services.runs.setup(other, 1)
    person.keys("Esc")
    person.scan(stranger.cards[0].code)
    assert stranger.set_id in person.echo
    assert person.setup.set_id in person.echo
    cards = [one.code for one in (*person.setup.cards, *stranger.cards)]
    person.answer(next(text for one in ALPHABET if not forgiven(text := card.code[:5] + one, cards)))
    assert "One letter is off" in person.echo


def play_the_portal(person: Person) -> None:
    fields = {field.key: field.answer for field in person.setup.puzzle("P10").fields}
    person.answer_field("portal", f"portail {fields['portal']}")
    person.answer_field("account", fields["account"].capitalize())
    for number in range(5):
        person.answer_field("password", f"{fields['password'][:-1]}{number}x")
    assert person.puzzle("P10").locked_for_ms
    person.wait(31)
    person.answer_field("password", fields["password"].lower())
    assert person.puzzle("P10").state == "solved"


def end_the_game(person: Person) -> None:
    right = spellings(person.setup)
    person.wait(60)
    person.answer(right["P11"])
    person.wait(60)
    assert person.player.page == "alert"
    person.answer(right["P12"])
    assert person.player.page == "front-page"
    person.keys("Ctrl+Return")
    assert person.view.outcome == "won"
    person.keys("Ctrl+Return")
    assert person.is_at("debrief")


def look_at_the_results(person: Person) -> None:
    page = person.main.page("run-results")
    person.answers_save_dialogs(page.saving)
    person.keys("Ctrl+5")
    assert page.result().outcome == "won"
    before = set(person.saved)
    person.keys("Ctrl+E")
    person.until(lambda: len(person.saved) > len(before))
    (name,) = set(person.saved) - before
    assert "The Curious" in (person.folder.parent / name).read_text(encoding="utf-8-sig")
