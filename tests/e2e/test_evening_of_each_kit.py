"""The same evening with each kit of the program, from print to results: it names no puzzle of any of them."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kit_app.assets import resources_dir
from kit_app.domain.questionnaire import Sheet
from kit_app.game.setup import PuzzleSetup
from kit_app.services.result_words import OUTCOMES
from kit_app.ui.common.when import local_moment
from kit_app.views.facts import EVERYTHING
from tests.e2e.person import Keyboard, Person, assert_player_window_fills_the_projector, at_work

KITS = sorted(path.parent.name for path in (resources_dir() / "kits").glob("*/kit.toml"))
QUICK = ("bon-bracelet", "fr")
EVENINGS = [
    pytest.param(kit, language, marks=() if (kit, language) == QUICK else pytest.mark.long)
    for kit in KITS
    for language in ("fr", "en")
]
PEOPLE = 5


@pytest.mark.parametrize(("kit_id", "language"), EVENINGS)
def test_an_evening_is_printed_played_talked_over_and_counted(
    qtbot, collector, tmp_path: Path, kit_id: str, language: str
) -> None:
    with at_work(Keyboard, qtbot, tmp_path / "data", language) as person:
        prepare(person, kit_id, language)
        print_everything(person)
        open_the_console(person)
        play(person)
        end_the_game(person)
        talk(person)
        count(person)


def prepare(person: Person, kit_id: str, language: str) -> None:
    person.keys("Ctrl+N")
    assert person.is_at("prepare")
    ids = [row.id for row in person.services.kits.all()]
    for _ in range(ids.index(kit_id)):
        person.go_to("plan-kit")
        person.keys("Down")
    person.until(lambda: person.main.prepare.form.plan().kit_id == kit_id)
    person.write("plan-name", "Night shift")
    today = local_moment(person.clock.wall_ms()).date()
    person.write("plan-date", f"{today:%d/%m/%Y}")
    person.write("plan-room", "Room 2")
    form = person.main.prepare.form
    if form.language.value() != language:
        person.go_to(form.language.button(language))
        person.keys("Space")
    person.keys("Ctrl+Return")
    (row,) = person.services.sessions.list()
    assert (row.language, row.sizes) == (language, (PEOPLE,))


def print_everything(person: Person) -> None:
    """Both files are saved; every code that a reader finds on the players' pages is one of their cards'."""
    assert person.is_at("print")
    page = person.main.page("print")
    person.answers_save_dialogs(page.sending)
    for number in (1, 2):
        person.until(lambda: page.save.isEnabled() and page.preview.is_settled())
        assert not page.preview.view.image.isNull()
        person.keys("Ctrl+S")
        person.until(lambda number=number: len(person.saved) == number)
        person.until(lambda: not page.sending.is_busy)
        if number == 1:
            (players,) = person.saved
            person.go_to(person.seen("print-who").button("1"))
            person.keys("Right")
    (row,) = person.services.sessions.list()
    assert row.lacks == ()
    setup = person.services.runs.setup(row.id, 1)
    found = codes_in(person.folder.parent / players)
    assert found
    assert found <= {card.code for card in setup.cards}


def codes_in(path: Path) -> set[str]:
    found = set()
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            drawn = page.render(scale=100 / 72, grayscale=True).to_pil()
            found |= {one.text for one in zxingcpp.read_barcodes(drawn, zxingcpp.BarcodeFormat.QRCode)}
    return found


def open_the_console(person: Person) -> None:
    person.keys("Alt+1", "Return")
    assert person.is_at("play")
    person.use("play-console")
    assert_player_window_fills_the_projector(person)
    person.use("next-step-other")
    assert person.player.view.scene.title == person.setup.scenes[0].title
    person.keys("Ctrl+Return")
    assert person.view.phase == "playing"


def play(person: Person) -> None:
    """Whatever is open is solved, until the end is there; a wrong answer and a hint come first."""
    first = next(row for row in person.view.puzzles if row.state == "open")
    person.answer("999999")
    assert "999999" in person.echo
    person.wait(first.target_ms * 2 / 1000)
    assert person.view.suggestion is not None
    person.keys("Esc", "I")
    person.until(lambda: person.player.view.panel is not None)
    person.use("clear")
    while to_solve := [row.id for row in person.view.puzzles if row.state in ("open", "late", "stuck")]:
        person.wait(60)
        solve(person, person.setup.puzzle(to_solve[0]))
        assert person.puzzle(to_solve[0]).state == "solved"
    assert person.solved() == len(person.setup.puzzles)


def solve(person: Person, puzzle: PuzzleSetup) -> None:
    if not puzzle.fields:
        person.answer(f" {puzzle.answer.lower()} ")
        return
    for field in puzzle.fields:
        person.answer_field(field.key, field.answer.lower())


def end_the_game(person: Person) -> None:
    last = next(one for one in person.setup.scenes if one.moment == "end")
    assert person.view.phase == "closing"
    assert person.player.view.scene.title == last.title
    person.keys("Ctrl+Return")
    assert person.view.outcome == "won"
    person.keys("Ctrl+Return")


def talk(person: Person) -> None:
    """Each slide of the talk, from the first to the last."""
    assert person.is_at("debrief")
    page = person.main.page("debrief")
    person.until(lambda: page.next.isEnabled())
    slides = 1
    while page.next.isEnabled():
        person.use("debrief-next")
        slides += 1
    (row,) = person.services.sessions.list()
    kit = person.services.library.kit_of(person.services.sessions.get(row.id))
    script = next(spec for spec in kit.papers if spec.slides)
    assert slides > len(script.slides)


def count(person: Person) -> None:
    """Who won, as a file; what was learnt, by the themes of the kit in its own words."""
    page = person.main.page("run-results")
    person.answers_save_dialogs(page.saving)
    person.keys("Ctrl+5")
    assert page.result().outcome == "won"
    before = set(person.saved)
    person.keys("Ctrl+E")
    person.until(lambda: len(person.saved) > len(before))
    (name,) = set(person.saved) - before
    table = (person.folder.parent / name).read_text(encoding="utf-8-sig")
    assert person.main.t(OUTCOMES["won"]) in table

    (row,) = person.services.sessions.list()
    questionnaires, t = person.services.questionnaires, person.main.t
    asked = questionnaires.of_session(row.id).asked
    for number in range(1, PEOPLE + 1):
        right = {one.question.id: one.question.right for one in asked}
        questionnaires.keep(row.id, Sheet(moment="before", number=number))
        questionnaires.keep(row.id, Sheet(moment="after", number=number, answers=right))
    kit = person.services.library.kit_of(person.services.sessions.get(row.id))
    statistics = person.services.statistics
    statistics.look()
    statistics.refresh()
    (learnt,) = statistics.learning(EVERYTHING, t)
    own = kit.words[t.language].themes
    themes = {one.question.theme for one in asked}
    assert [line.change for line in learnt.lines if "+100" not in line.change] == []
    assert len(learnt.lines) == 1 + len(themes)
    assert {own[one] for one in themes if own} <= {line.theme for line in learnt.lines}
