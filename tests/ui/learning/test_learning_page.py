"""What was learnt, as it is shown: numbers with n, nothing of fewer than five, and the closing."""

import pytest

from kit_app.game.intervals import Interval
from kit_app.game.learning import Change
from kit_app.ui.learning.change_chart import interval_ends
from kit_app.ui.places import LEARNING, QUESTIONNAIRES, Where, step
from tests.ui.shell import click, named, services_in, session, window_of
from tests.unit.services.sheets import RIGHT, fill, sheet


@pytest.fixture
def opened(qtbot, tmp_path):
    with services_in(tmp_path / "data") as services:
        plan = session(services)
        window = window_of(services)
        qtbot.addWidget(window)
        yield services, window, plan.id


def shown(window) -> list[list[str]]:
    model = named(window, "learnt-table").model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_themes_stand_below_the_whole_with_their_intervals_and_people(opened):
    services, window, session_id = opened
    for number in range(1, 9):
        services.questionnaires.keep(session_id, sheet("before", number, "A" * 10 if number > 2 else RIGHT))
        services.questionnaires.keep(session_id, sheet("after", number, RIGHT if number < 8 else "A" * 10))
    window.go(Where(LEARNING, session_id))
    rows = shown(window)
    assert rows[0] == ["All questions", "25 %", "88 %", "+63 (+19 to +100)", "8"]
    assert [row[0] for row in rows[1:]] == [
        *("Places and paper", "Devices", "Passwords", "People and fraud", "Incident reflexes", "Identity")
    ]
    assert {row[4] for row in rows} == {"8"}
    window.page(LEARNING).parts.button("item").click()
    rows = shown(window)
    assert len(rows) == 11
    assert rows[1][0] == "1. I leave my desk for two minutes."
    assert rows[1][3] == "+63 (+14 to +83)"


def test_of_four_people_only_that_they_are_few_is_shown(opened):
    services, window, session_id = opened
    fill(services, session_id, 4)
    window.go(Where(LEARNING, session_id))
    assert {tuple(row[1:]) for row in shown(window)} == {("–", "–", "–", "< 5")}
    assert "not shown" in named(window, "opinions").text()
    assert "fewer than 5" in window.page(LEARNING).chart.accessibleDescription()


def test_without_numbers_two_groups_are_compared_and_the_method_says_so(opened):
    services, window, session_id = opened
    for moment, letters in (("before", "A" * 10), ("after", RIGHT)):
        for _ in range(6):
            services.questionnaires.keep(session_id, sheet(moment, 0, letters))
    window.go(Where(LEARNING, session_id))
    assert "two groups" in window.page(LEARNING).method.text()
    window.page(LEARNING).parts.button("item").click()
    assert shown(window)[1][1:3] == ["0 %", "100 %"]


def test_a_month_later_is_shown_alike(opened):
    services, window, session_id = opened
    fill(services, session_id, 8, ("before", "after", "month"))
    window.go(Where(LEARNING, session_id))
    after = shown(window)
    window.page(LEARNING).pairs.button("before-month").click()
    assert shown(window)[0][4] == "8"
    assert [row[1] for row in shown(window)] == [row[1] for row in after]


def test_closing_asks_first_then_keeps_what_is_shown(opened):
    services, window, session_id = opened
    fill(services, session_id)
    window.go(Where(LEARNING, session_id))
    page, before = window.page(LEARNING), shown(window)
    page.ask = lambda _question: ""
    click(window, "close-pairing")
    assert not services.questionnaires.of_session(session_id).is_closed
    page.ask = lambda _question: "close"
    click(window, "close-pairing")
    assert services.questionnaires.of_session(session_id).is_closed
    assert shown(window) == before
    assert "deleted" in page.subtitle.text()
    assert page.pairing.isHidden() and page.type_in.isHidden()


def test_an_empty_page_leads_to_the_typing(opened):
    _services, window, session_id = opened
    window.go(Where(LEARNING, session_id))
    window.page(LEARNING).empty.button.click()
    assert window.here == Where(QUESTIONNAIRES, session_id)


def test_the_results_say_it_in_a_line_that_leads_there(opened):
    services, window, session_id = opened
    window.go(step("run-results", session_id))
    assert named(window, "learnt-words").text() == "Questionnaires: no sheet was typed in yet."
    fill(services, session_id)
    window.go(step("run-results", session_id))
    assert named(window, "learnt-words").text().endswith("after (8 people).")
    click(window, "results-learnt")
    assert window.here == Where(LEARNING, session_id)
    assert window.rail.place("sessions").isChecked()


def test_an_interval_that_leaves_the_scale_is_drawn_as_going_on():
    def cut(low: float, high: float) -> list[tuple[float, bool]]:
        change = Change(people=8, first=0.25, second=0.88, interval=Interval(low, high))
        return [(round(end.share, 2), end.is_cut) for end in interval_ends(change)]

    assert cut(0.19, 1.06) == [(0.44, False), (1.0, True)]
    assert cut(-0.5, 0.75) == [(0.0, True), (1.0, False)]
    assert interval_ends(Change(people=3)) == ()
