"""The chance to finish beside the form: live, from where it comes, and still while it is reckoned."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kit_app.game.limits import GAMES
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.setup.drafts import Drafts
from kit_app.ui.setup.prepare_page import PreparePage
from tests.fakes import FakeClock
from tests.ui.setup.test_prepare_page import choose
from tests.ui.shell import click, services_in, session, teams
from tests.unit.services.test_history import finished


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    with services_in(tmp_path / "data", clock) as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> PreparePage:
    made = PreparePage(services, Catalogue("en"), Drafts())
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def chance(qtbot, page: PreparePage):
    def read() -> int:
        qtbot.waitUntil(lambda: not page._likely.is_busy, timeout=10_000)
        return int(page._facts.chance.figure.text().removesuffix("%"))

    return read


def test_it_follows_each_choice_at_once(page: PreparePage, services: Services, chance) -> None:
    page.show_session(session(services).id)
    usual = chance()
    assert page._facts.chance.bar.value() == usual
    assert page._facts.chance.line.text() == "of teams finish in time"
    page.form.duration.more.click()
    assert chance() > usual
    page.form.duration.less.click()
    choose(page.form.hints, "by-hand")

    assert chance() < usual
    assert page._facts.chance.line.text() == "of teams finish in time without a hint"


def test_a_game_that_ends_before_half_of_the_clock_is_said_to_be_short(
    page: PreparePage, services: Services, chance
) -> None:
    page.show_session(session(services).id)
    chance()
    part = page._facts.chance
    assert not part.short.isVisible()
    page.form.duration.set_value(120)
    page.form.duration.changed.emit(120)
    chance()
    assert part.short.isVisible()
    assert part.short_words.text().endswith(
        " of 120 min: too short. Add puzzles, or take time off the clock."
    )
    page.form.duration.set_value(45)
    page.form.duration.changed.emit(45)
    chance()
    assert not part.short.isVisible()


def test_with_teams_of_several_sizes_it_is_of_the_smallest(
    page: PreparePage, services: Services, chance
) -> None:
    page.show_session(session(services, teams=teams(5, 3)).id)

    assert chance() < 70
    assert page._facts.chance.line.text() == "of teams of 3 finish in time"


def test_the_last_figure_stays_until_the_next_is_known(page: PreparePage, services: Services, chance) -> None:
    page.show_session(session(services).id)
    before = chance()
    page.form.variant.card("45-light").click()
    assert page._facts.chance.figure.text() == f"{before}%"

    assert chance() > before
    rows = dict(page._facts._shown)
    assert rows["Likely end"].endswith(" min")
    assert " to " in rows["Four ends in five"]


def test_own_games_are_counted_and_named(
    page: PreparePage, services: Services, clock: FakeClock, chance
) -> None:
    page.show_session(session(services).id)
    before = chance()
    assert page._facts.chance.source.text() == "Reckoned from the kit’s times."
    for _ in range(GAMES):
        finished(services, clock, minutes=20)
    page.show_session(session(services, "Again").id)

    assert chance() < before
    assert page._facts.chance.source.text() == f"Reckoned from your {GAMES} games."


def test_an_unknown_duration_shows_no_stale_panel(page: PreparePage, services: Services, chance) -> None:
    page.show_session(session(services).id)
    chance()
    click(page, "fine-settings")
    page.form.fine.extra.click()

    assert chance() > 95
