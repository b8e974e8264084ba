"""What the console suggests, in words and by its buttons; and what is said of limits and chances."""

import pytest

from kit_app.game import commands as c
from kit_app.i18n import Catalogue
from kit_app.ui.console.advice import advice, coming_advice, limit_words
from kit_app.views.console import ComingHint, Suggestion
from tests.ui.console.evening import Evening, evening

T = Catalogue("en")


@pytest.fixture
def night(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        yield one


def panel(one: Evening) -> dict[str, str]:
    step = one.console.say.next_step
    return {"title": step.title.text(), "text": step.text.text(), "say": step.say.text()}


def test_a_first_puzzle_that_takes_too_long_brings_help_at_once(night: Evening) -> None:
    night.click("next-step")
    night.wait(7 * 60)
    told = panel(night)
    assert told["title"] == "Help now: hint 2 of P1"
    assert "hint 2" in told["text"]
    night.click("next-step")
    assert night.view.shown_hint == ("P1", 2)


def test_later_is_stored_and_can_be_undone(night: Evening) -> None:
    night.click("next-step")
    night.wait(7 * 60)
    night.click("next-step-other")
    assert night.kinds()[-1] == "HintPutOff"
    assert "hint 1" in panel(night)["title"]
    night.live.ask(c.TakeBack())
    assert panel(night)["title"] == "Help now: hint 2 of P1"


def test_words_alone_have_no_primary_button(night: Evening) -> None:
    night.click("next-step")
    night.solve("P1")
    night.live.ask(c.GiveHint(puzzle="P2", level=3))
    night.live.ask(c.GiveHint(puzzle="P5", level=3))
    night.live.ask(c.GiveHint(puzzle="P8", level=3))
    night.wait(22 * 60)
    told = panel(night)
    assert (told["title"], told["text"]) == ("Say now", "")
    assert "regroup" in told["say"]
    assert not night.console.say.next_step.has_primary


def test_in_the_first_minutes_the_line_to_say_is_there_and_nothing_is_urgent(night: Evening) -> None:
    night.click("next-step")
    assert panel(night)["say"] == "Split up: three tables, three trails"
    night.solve("P1", "P2")
    assert panel(night)["title"] == "Nothing to say. Let them search."


def test_the_chosen_puzzle_says_from_when_on_it_counts_as_stuck(night: Evening) -> None:
    night.click("next-step")
    limit = night.console.say.puzzle.limit
    assert limit.text() == "Stuck from 5:12 on (the kit’s time)."
    assert night.console.now.outlook.chance.text().endswith("chance to finish in time")


def test_what_to_ask_first_is_said_where_another_puzzle_is_chosen(night: Evening) -> None:
    night.click("next-step")
    night.solve("P1")
    night.wait(600)
    suggested = night.view.suggestion
    assert suggested.ask not in panel(night)["text"]
    other = next(row.id for row in night.view.puzzles if row.id not in (suggested.puzzle, "P1"))
    night.console.page.choose(other)
    assert f"Or say first: “{suggested.ask}”" in panel(night)["text"]


def made(**changes) -> Suggestion:
    values = {"kind": "hint", "puzzle": "P5", "level": 1, "text": "Look.", "target_ms": 300_000}
    return Suggestion(**{**values, "elapsed_ms": 460_000, "overdue_ms": 70_000, **changes})


def test_a_hint_that_is_due_is_not_called_stuck_before_the_limit() -> None:
    assert advice(made(is_stuck=True), T).title == "P5 is stuck: offer hint 1"
    assert advice(made(), T).title == "P5: hint 1 is due"
    assert advice(made(), T).act == c.GiveHint(puzzle="P5", level=1)
    assert advice(made(), T).later == c.PutOffHint(puzzle="P5", level=1)


def test_the_source_of_a_learned_limit_is_told() -> None:
    told = advice(made(limit_ms=370_000, limit_games=7), T).text
    assert told.endswith("Stuck from 6:10 on (8 in 10 of your 7 games were done).")
    kit, region = made(limit_ms=390_000), made(limit_ms=400_000, limit_games=90, is_limit_regional=True)
    assert limit_words(kit, T) == "Stuck from 6:30 on (the kit’s time)."
    assert limit_words(region, T) == "Stuck from 6:40 on (8 in 10 teams of your region were done)."


@pytest.mark.parametrize("level", [0, 3])
def test_an_alarm_gives_a_hint_or_accepts_the_puzzle(level: int) -> None:
    found = advice(made(kind="alarm", alarm="push", words="A push.", level=level), T)
    assert found.text == "A push."
    assert found.later == c.PutOffHint(alarm="push")
    wanted = c.GiveHint(puzzle="P5", level=3) if level else c.SolvePuzzle(puzzle="P5")
    assert found.act == wanted


def test_a_hint_that_comes_by_itself_can_be_kept_back() -> None:
    found = coming_advice(ComingHint(puzzle="P5", level=2, in_ms=14_200), T)
    assert "15 s" in found.text
    assert found.later == c.PutOffHint(puzzle="P5", level=2)
