"""A whole evening with the mouse: from an empty data folder to the results of a game that was won."""

from pathlib import Path

import pytest

from kit_app.i18n import NBSP
from kit_app.ui.common.when import local_moment
from tests.e2e.person import (
    Mouse,
    Person,
    assert_player_window_fills_the_projector,
    at_work,
    planned,
    spellings,
)


@pytest.fixture
def person(qtbot, collector, tmp_path: Path):
    with at_work(Mouse, qtbot, tmp_path / "data", "fr") as one:
        yield one


def test_from_an_empty_folder_to_a_game_that_is_won(person: Person) -> None:
    prepare(person)
    print_everything(person)
    go_home(person)
    open_the_console(person)
    play_the_first_puzzle(person)
    play_the_paths(person)
    play_the_portal(person)
    end_the_game(person)
    look_at_the_results(person)


def test_a_game_whose_time_runs_out_is_guided_to_the_front_page(person: Person) -> None:
    session = planned(person, "Unité C")
    person.use("home-start")
    assert person.is_at("play")
    person.use("play-console")
    person.use("next-step")
    person.answer(spellings(person.setup)["P1"])
    person.wait(45 * 60 + 1)
    assert person.view.phase == "guided"
    assert person.view.outcome == "lost"
    assert person.player.page == "time-over"
    person.wait(30)
    assert person.player.page == "alert"
    assert person.player.view.has_clock
    person.answer(spellings(person.setup)["P12"])
    assert person.player.page == "front-page"
    person.use("next-step")
    person.use("next-step")
    assert person.is_at("debrief")
    person.use(person.step("run-results"))
    assert person.main.page("run-results").result().outcome == "lost"
    (result,) = person.services.results.of_session(session)
    assert result.played_ms >= 45 * 60_000


def prepare(person: Person) -> None:
    person.use("home-first")
    assert person.is_at("prepare")
    form = person.main.prepare.form
    today = local_moment(person.clock.wall_ms()).date()
    person.write("plan-name", "Unités B et C")
    person.write("plan-date", f"{today:%d/%m/%Y}")
    person.write("plan-room", "Salle 2")
    person.write("team-label-1", "Les Indiscrets")
    person.use(form.teams.rows[0].size.more)
    assert form.plan().teams[0].size == 6
    person.use("team-more")
    person.write("team-label-2", "Les Fouineurs")
    person.use("prepare-print")
    (row,) = person.services.sessions.list()
    assert (row.name, row.sizes) == ("Unités B et C", (6, 5))


def print_everything(person: Person) -> None:
    assert person.is_at("print")
    page = person.main.page("print")
    person.answers_save_dialogs(page.sending)
    assert person.seen("print-who")
    for number, who in enumerate(("1", "2", "facilitator"), start=1):
        page.lines.choose_who(who)
        person.until(lambda: page.save.isEnabled() and page.preview.is_settled())
        assert not page.preview.view.image.isNull()
        person.use("print-save")
        person.until(lambda number=number: len(person.saved) == number)
        person.until(lambda: not page.sending.is_busy)
    assert all((person.folder.parent / name).read_bytes()[:5] == b"%PDF-" for name in person.saved)
    (row,) = person.services.sessions.list()
    assert row.lacks == ()


def go_home(person: Person) -> None:
    person.use(person.main.rail.place("home"))
    assert "Unités B et C" in person.main.page("home").tonight.name.text()


def open_the_console(person: Person) -> None:
    """One of the two teams, alone."""
    person.use("home-prepare")
    person.use(person.step("play"))
    person.use("play-team-1")
    person.use("play-console")
    assert person.view.phase == "idle"
    assert not person.frame.isVisible()
    assert_player_window_fills_the_projector(person)
    assert person.player.page == "idle"
    person.use("next-step-other")
    assert person.player.view.scene is not None
    assert person.player.view.scene.look == "pitch"
    person.use("next-step")
    assert person.view.phase == "playing"
    assert person.player.page == "play"


def play_the_first_puzzle(person: Person) -> None:
    person.wait(90)
    person.answer("999")
    assert "Pas encore" in person.echo
    assert person.puzzle("P1").wrong_tries == 1
    person.use("give-hint")
    assert person.player.view.panel is not None
    assert person.player.view.panel.text == person.puzzle("P1").hints[0].text
    person.use("clear")
    assert person.player.view.panel is None
    person.answer(spellings(person.setup)["P1"])
    assert person.puzzle("P1").state == "solved"
    assert f"A1, B1 et{NBSP}C1" in person.echo or "A1" in person.echo


def play_the_paths(person: Person) -> None:
    right = spellings(person.setup)
    for ident in ("P2", "P5", "P8", "P3"):
        person.wait(60)
        person.answer(right[ident])
        assert person.puzzle(ident).state == "solved"
    person.use("undo")
    assert person.puzzle("P3").state == "open"
    for ident in ("P3", "P4", "P6", "P7", "P9"):
        person.wait(60)
        person.answer(right[ident])
        assert person.puzzle(ident).state == "solved"
    scan_cards(person)
    steer(person)


def scan_cards(person: Person) -> None:
    card = person.setup.cards[0]
    person.scan(card.code)
    assert person.view.reading is not None
    assert person.view.reading.card == card.id
    assert person.console.say.reading.isVisible()
    other = person.services.runs.setup(person.setup.session_id, 2)
    person.scan(other.cards[0].code)
    assert other.set_id in person.echo
    assert other.team_label in person.echo


def steer(person: Person) -> None:
    before = person.view.remaining_ms
    person.use("pause")
    person.wait(30)
    assert person.view.remaining_ms == before
    person.use("pause")
    person.use("minutes+1")
    assert person.view.remaining_ms == before + 60_000
    person.use("message")
    person.write("compose", "Regardez aussi le verso.")
    assert person.player.view.panel is None
    assert person.live.miniature.view.panel.text == "Regardez aussi le verso."
    person.use("send")
    assert person.player.view.panel.text == "Regardez aussi le verso."
    person.use("clear")
    person.use("black")
    assert person.player.page == "black"
    person.use("black")
    assert person.player.page != "black"


def play_the_portal(person: Person) -> None:
    fields = {field.key: field.answer for field in person.setup.puzzle("P10").fields}
    assert person.player.page == "portal"
    person.answer_field("portal", f"portail n° {fields['portal']}")
    person.answer_field("account", fields["account"].lower())
    assert [field.value.lower() for field in person.player.view.scene.fields][1] == fields["account"].lower()
    for number in range(5):
        assert not person.puzzle("P10").locked_for_ms
        person.answer_field("password", f"Bernard201{number}")
    assert person.puzzle("P10").locked_for_ms
    assert not person.console.puzzles.desk.fields.edits["password"].isEnabled()
    person.wait(31)
    person.answer_field("password", fields["password"].capitalize())
    assert person.puzzle("P10").state == "solved"


def end_the_game(person: Person) -> None:
    right = spellings(person.setup)
    person.wait(60)
    person.answer(right["P11"])
    person.wait(60)
    assert person.player.page == "alert"
    person.answer(right["P12"])
    assert person.solved() == 12
    assert person.view.phase == "closing"
    assert person.player.page == "front-page"
    person.use("next-step")
    assert person.view.outcome == "won"
    session = person.setup.session_id
    person.use("next-step")
    assert person.main.live is None
    assert person.is_at("debrief")
    (result,) = person.services.results.of_session(session)
    assert (result.outcome, result.hints) == ("won", 1)


def look_at_the_results(person: Person) -> None:
    page = person.main.page("run-results")
    person.answers_save_dialogs(page.saving)
    person.use(person.step("run-results"))
    assert person.is_at("run-results")
    assert page.result().outcome == "won"
    before = set(person.saved)
    person.use("results-csv")
    person.until(lambda: len(person.saved) > len(before))
    (name,) = set(person.saved) - before
    table = (person.folder.parent / name).read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    assert "Les Indiscrets" in table.decode("utf-8-sig")
