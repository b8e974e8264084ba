"""How far one is with learning to facilitate: kept without any name, and seen by the program where it can."""

import pytest

from kit_app.assets import resources_dir
from kit_app.errors import StorageError
from kit_app.game import commands as c
from kit_app.i18n import Catalogue, load
from kit_app.services.guiding import choose_guide, is_guided
from kit_app.services.printing.ready_sheet import ready_name, ready_pdf
from kit_app.services.rehearsals import Wish, begin
from kit_app.services.room import Room
from tests.unit.services.bundled import draft, opened
from tests.unit.services.printing.papers import compact, text_of
from tests.unit.services.test_history import finished


def play_out(room: Room) -> None:
    """Everything is solved, the game is closed."""
    for puzzle in room.conductors[0].setup.puzzles:
        room.handle(c.SolvePuzzle(puzzle=puzzle.id))
    room.handle(c.EndRun())


def test_what_was_read_and_answered_is_there_again_after_a_restart(services, tmp_path, clock) -> None:
    services.training.read("play")
    services.training.answer("play", "clock", is_right=True)
    services.training.answer("play", "trails", is_right=False)
    services.training.tick({"room"})
    services.close()
    again = opened(tmp_path / "data", clock)
    course = again.training.course("fr")
    first = course.lesson("play")
    progress = again.training.progress
    assert progress.is_read("play") and not progress.is_passed(first)
    assert progress.right_of(first) == 1
    assert again.training.done(course) == {"room"}
    again.close()


def test_a_right_answer_stays_and_the_next_lesson_is_the_first_that_is_open(services) -> None:
    training = services.training
    course = training.course("en")
    assert training.next(course) == "play"
    training.read("play")
    for question in course.lesson("play").questions:
        training.answer("play", question.id, is_right=True)
        training.answer("play", question.id, is_right=False)
    assert training.progress.is_passed(course.lesson("play"))
    assert training.next(course) == "open"
    assert course.after("play") == "open" and course.after("hand-on") == ""


def test_the_program_ticks_what_it_sees(services) -> None:
    training = services.training
    course = training.course("en")
    for lesson in course.lessons:
        training.read(lesson.id)
    assert training.done(course) == {"lessons"}
    for lesson in course.lessons:
        for question in lesson.questions:
            training.answer(lesson.id, question.id, is_right=True)
    training.note_rehearsal()
    services.prints.note("session", {"P1": "x"})
    assert training.done(course) == {"lessons", "checks", "rehearsal", "papers"}
    assert training.next(course) == ""


def test_it_begins_afresh_and_can_be_put_back(services) -> None:
    services.training.read("play")
    before = services.training.reset()
    assert not services.training.progress.is_read("play")
    services.training.keep(before)
    assert services.training.progress.is_read("play")


def test_what_the_disk_refuses_is_not_noted(services, tmp_path) -> None:
    (tmp_path / "data" / "training.new").mkdir()
    with pytest.raises(StorageError):
        services.training.read("play")
    assert services.training.progress.read == ()


def test_a_damaged_file_is_told_and_set_aside(services, tmp_path, clock) -> None:
    services.close()
    (tmp_path / "data" / "training.json").write_text("{", encoding="utf-8")
    again = opened(tmp_path / "data", clock)
    assert any("shown as new" in str(one) for one in again.notices)
    assert again.training.progress.read == ()
    again.close()


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_rehearsal_counts_once_it_was_led_to_its_end(services, is_whole: bool) -> None:
    rehearsal = begin(services, "", 1, Wish(), Catalogue("en"))
    choose_guide(rehearsal.services, is_on=False)
    room = rehearsal.services.runs.open(rehearsal.session_id, 1)
    room.handle(c.StartRun())
    play_out(room) if is_whole else room.handle(c.EndRun(at_once=True))
    room.close()
    rehearsal.end()
    assert services.training.progress.rehearsals == int(is_whole)
    assert services.preferences.settings.guide == "off"


def test_the_guide_is_up_at_the_first_session_that_is_led_here(services, clock) -> None:
    first = services.sessions.save(draft(services)).plan
    assert is_guided(services, first.id)
    stopped = finished(services, clock)
    assert is_guided(services, first.id)
    room = services.runs.open(first.id, 1)
    room.handle(c.StartRun())
    play_out(room)
    room.close()
    assert is_guided(services, first.id)
    assert not is_guided(services, stopped.id)
    choose_guide(services, is_on=True)
    assert is_guided(services, stopped.id)
    choose_guide(services, is_on=False)
    assert not is_guided(services, first.id)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_list_is_one_page_and_says_what_is_done_and_what_to_retain(services, language: str) -> None:
    t = load(resources_dir() / "i18n", language)
    course = services.training.course(language)
    made = ready_pdf(course, {"room", "lessons"}, t)
    text = compact(text_of(made.pdf))
    assert made.pages == 1
    assert ready_name(t).endswith(".pdf")
    for words in (*course.ready.values(), *(one.keep for one in course.words.values())):
        assert compact(words) in text, words
    assert text.index(compact(course.ready["console"])) < text.index(compact(course.ready["lessons"]))
    every = ready_pdf(course, {one.id for one in course.checks}, t)
    assert every.pages == 1 and compact(t("All is done. You can lead a session.")) in compact(
        text_of(every.pdf)
    )
