"""What the team is given of puzzles left out is read aloud before the start and found again later."""

import pytest

from tests.ui.console.evening import evening
from tests.ui.fitting import misfits, settled


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def lean(request, qtbot, tmp_path):
    with evening(tmp_path / "data", language=request.param, left_out=("P4", "P5")) as one:
        one.console.showNormal()
        one.console.resize(1366, 768)
        settled(one.console)
        yield one


def test_it_stands_open_until_the_start_then_folded(lean) -> None:
    given = lean.console.say.given
    values = lean.services.sessions.tables(lean.plan)[0].values
    assert given.isVisible()
    assert values["P5.pet"] in given.text.text()
    assert values["P4.number8"] in given.text.text()
    assert lean.console.say.next_step.text.text().count(".") == 2

    lean.console.say.next_step.primary.click()
    lean.wait(5)
    settled(lean.console)
    assert given.isVisible()
    assert given.is_folded
    lean.click("fold-given")
    lean.wait(5)
    assert not given.is_folded
    assert misfits(lean.console) == []


def test_its_card_is_read_like_any_other(lean) -> None:
    card = next(one for one in lean.live.conductor.setup.cards if one.id == "P5-G")
    lean.console.say.next_step.primary.click()
    lean.type_answer(card.code)

    assert lean.console.say.reading.isVisible()
    assert lean.console.say.reading.text.text() == card.reading


def test_nothing_stands_there_when_nothing_is_given(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data", left_out=("P8",)) as one:
        assert not one.console.say.given.isVisible()
