"""Who plays now: whole names and states, and no trace of a console that was only looked at."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from kit_app.assets import resources_dir
from kit_app.domain.plan import TeamPlan
from kit_app.i18n import load
from kit_app.services.runs import RunRow, RunStage
from kit_app.services.session_check import LONGEST_LABEL
from kit_app.ui.common.fonts import font
from kit_app.ui.setup.play_side import WIDTH
from kit_app.ui.setup.team_choice import TeamChoice
from kit_app.ui.setup.team_rows import TeamRows

LONG = "Les Moutonnières de Maubeuge W"
TEAMS = tuple(TeamPlan(number=n, label=f"{LONG[:-2]} {n}", size=8) for n in (1, 2, 3))


def row(team: int, stage: RunStage) -> RunRow:
    return RunRow(session_id="s", team=team, stage=stage, events=0, last_seen_ms=None)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [WIDTH - 32, 240])
def test_no_name_and_no_state_is_cut_off(qtbot, language: str, width: int) -> None:
    choice = TeamChoice(load(resources_dir() / "i18n", language))
    qtbot.addWidget(choice)
    choice.show_teams(TEAMS, [row(1, "none"), row(2, "under-way"), row(3, "ended")])
    choice.setFixedWidth(width)
    choice.show()
    for number in (0, 1, 2, 3):
        button = choice.button(number)
        needed = sum(
            QFontMetricsF(face).boundingRect(QRectF(0, 0, button.width() - 84, 999), 0x1000, words).height()
            for face, words in (
                (font(15, bold=True), button.text()),
                (font(13), button.accessibleDescription()),
            )
        )
        assert button.height() >= needed + 10


def test_a_console_that_was_only_looked_at_leaves_no_trace(qtbot) -> None:
    choice = TeamChoice(load(resources_dir() / "i18n", "en"))
    qtbot.addWidget(choice)
    choice.show_teams(TEAMS[:2], [row(1, "idle"), row(2, "none")])

    assert choice.button(1).accessibleDescription() == choice.button(2).accessibleDescription()


@pytest.mark.parametrize("width", [540, 760])
def test_the_longest_name_stands_whole_in_its_field(qtbot, width: int) -> None:
    assert len(LONG) == LONGEST_LABEL
    rows = TeamRows(load(resources_dir() / "i18n", "fr"), lambda _size: "Rédaction, archives, accueil")
    qtbot.addWidget(rows)
    rows.show_teams((TeamPlan(number=1, label=LONG, size=8),))
    rows.resize(width, 300)
    rows.show()
    field = rows.rows[0].label

    assert field.width() >= field.fontMetrics().horizontalAdvance(LONG) + 20
