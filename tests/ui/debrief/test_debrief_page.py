"""The talk after a game: the hardest lesson first, one team after the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kit_app.game.hardship import hardest_first
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.services.simulate import simulate_run
from kit_app.ui.common.timeline import Timeline
from kit_app.ui.debrief.debrief_page import DebriefPage
from kit_app.ui.debrief.lessons import LessonPanel
from kit_app.views.results import PuzzleResult
from tests.ui.shell import services_in, session, teams

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> DebriefPage:
    made = DebriefPage(services, EN)
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    return made


def puzzle(ident: str, **facts: object) -> PuzzleResult:
    usual = {
        "title": ident, "path": "A", "opened_ms": 0, "solved_ms": 60_000, "spent_ms": 60_000,
        "target_ms": 60_000, "hints": (), "wrong_tries": 0, "was_forced": False, "lesson": "", "reflex": "",
    }  # fmt: skip
    return PuzzleResult(id=ident, **{**usual, **facts})


def played(services: Services, plan_id: str, *numbers: int) -> None:
    for number in numbers:
        simulate_run(
            services.runs, services.results, plan_id, number, f"seed {number}", services.clock.wall_ms()
        )


def test_help_time_and_hints_make_a_puzzle_hard() -> None:
    puzzles = [
        puzzle("easy"),
        puzzle("late", spent_ms=150_000),
        puzzle("hinted", hints=(1, 2)),
        puzzle("helped", was_forced=True),
        puzzle("never", opened_ms=None, solved_ms=None, spent_ms=0),
    ]

    assert [one.id for one in hardest_first(puzzles)] == ["helped", "late", "hinted", "easy"]


def test_before_a_game_the_page_says_so_and_leads_there(qtbot, page: DebriefPage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    with qtbot.waitSignal(page.play_asked) as asked:
        page.empty.button.click()

    assert asked.args == [plan.id]


def test_the_lessons_come_hardest_first_with_the_time_line(page: DebriefPage, services: Services) -> None:
    plan = session(services)
    played(services, plan.id, 1)
    page.show_session(plan.id)
    (result,) = services.results.of_session(plan.id)
    panels = [part for part in page._parts if isinstance(part, LessonPanel)]

    assert [panel.accessibleName().split(" ")[0] for panel in panels] == [
        one.id for one in hardest_first(result.puzzles)
    ]
    assert result.puzzles[0].lesson in " ".join(panel.accessibleDescription() for panel in panels)
    assert page.findChildren(Timeline)


def test_another_team_is_one_press_away(qtbot, page: DebriefPage, services: Services) -> None:
    plan = session(services, teams=teams(5, 4))
    played(services, plan.id, 1, 2)
    page.show_session(plan.id)
    assert page.teams is not None
    page.teams.button("2").click()

    assert page.subtitle.text().startswith("Équipe 2")
