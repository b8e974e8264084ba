"""Every page of the player screen as a game of the bundled kit shows it, by its name; in one language."""

from pathlib import Path
from tempfile import TemporaryDirectory

from kit_app.game import commands as c
from kit_app.game.setup import RunSetup
from kit_app.game.talk import talk_paths
from kit_app.services.setup import team_setup
from kit_app.views.player import PlayerView
from tests.builders import Play
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened, teams

LABELS = {"fr": "Les Indiscrets", "en": "The Nosy Ones"}
MESSAGES = {"fr": "Regardez aussi le verso.", "en": "Look at the back, too."}
LONG_S = 20
"""After so long a sentence about an answer is no longer shown."""


def bundled_setup(language: str, folder: Path) -> RunSetup:
    """What a team plays the 45 minutes with."""
    services = opened(folder, FakeClock())
    try:
        plan = draft(services, language=language, teams=teams(LABELS[language]))
        saved = services.sessions.save(plan).plan
        return team_setup(services.library, services.sessions, saved.id, 1)
    finally:
        services.close()


def pages(language: str) -> dict[str, PlayerView]:
    """All pages in the order in which players see them; then those of games that end otherwise."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        setup = bundled_setup(language, Path(folder))
    return {**_until_won(setup, language), **_in_the_end(setup)}


def _until_won(setup: RunSetup, language: str) -> dict[str, PlayerView]:
    play = Play(setup, started=False)
    found = {"idle": play.player()}
    play.do(c.ShowScene(scene="pitch"))
    found["pitch"] = play.player()
    play.do(c.StartRun())
    play.now += 400_000
    found["start"] = play.player()
    play.do(c.EnterAnswer(text="nothing of the kind"))
    found["not-yet"] = play.player()
    play.do(c.SolvePuzzle(puzzle="P1"), after_s=LONG_S)
    play.now += LONG_S * 1000
    found["play"] = play.player()
    for puzzle in ("P5", "P8"):
        play.do(c.SolvePuzzle(puzzle=puzzle))
    play.now += LONG_S * 1000
    play.do(c.OfferHint(puzzle="P2"))
    found["offer"] = play.player()
    play.do(c.GiveHint(puzzle="P2", level=1))
    found["hint"] = play.player()
    play.do(c.ShowMessage(text=MESSAGES[language]))
    found["message"] = play.player()
    play.do(c.ClearMessage(), c.WithdrawHint(puzzle="P2", level=1), c.PauseRun(reason="ward"))
    found["pause"] = play.player()
    play.do(c.ResumeRun())
    found["long-hint"] = _longest_hint(play)
    _solve_paths(play)
    found["portal"] = play.player()
    found |= _at_the_portal(play)
    play.do(c.SolvePuzzle(puzzle="P11"))
    found["record"] = play.player()
    play.now += LONG_S * 1000
    found["red"] = play.player()
    play.do(c.EnterAnswer(text="LANGIS"))
    found["red-not-yet"] = play.player()
    play.now += LONG_S * 1000
    play.do(c.GiveHint(puzzle="P12", level=1))
    found["red-hint"] = play.player()
    play.do(c.SolvePuzzle(puzzle="P12"))
    found["front"] = play.player()
    play.do(c.EndRun())
    found["debrief"] = play.player()
    for letter in talk_paths(play.state):
        play.do(c.ShowScene(scene=letter))
        found[f"debrief-{letter.lower()}"] = play.player()
    return found


def _longest_hint(play: Play) -> PlayerView:
    """The hint with the longest text among those of open puzzles; it is taken off again."""
    hints = [
        (len(str(one.text)), row.id, one.level)
        for row in play.console().puzzles
        for one in row.hints
        if one.can_give and one.level > 0
    ]
    _length, puzzle, level = max(hints)
    for step in range(1, level + 1):
        play.do(c.GiveHint(puzzle=puzzle, level=step))
    view = play.player()
    play.do(c.WithdrawHint(puzzle=puzzle, level=level))
    return view


def _solve_paths(play: Play) -> None:
    first = {puzzle for path in play.setup.paths if path.letter != "D" for puzzle in path.puzzles}
    while left := [one for one in sorted(first) if play.state.puzzles[one].is_open]:
        play.do(c.SolvePuzzle(puzzle=left[0]))
    play.now += LONG_S * 1000


def _at_the_portal(play: Play) -> dict[str, PlayerView]:
    """Fields on the way, a hint, wrong tries until it locks, the right answer."""
    fields = {field.key: field.answer for field in play.setup.puzzle("P10").fields}
    found = {}
    play.do(c.EnterAnswer(text=fields["account"], puzzle="P10", field="account"))
    found["portal-field"] = play.player()
    play.do(c.GiveHint(puzzle="P10", level=1))
    found["portal-hint"] = play.player()
    play.do(c.WithdrawHint(puzzle="P10", level=1))
    for _ in range(play.setup.puzzle("P10").lock_after):
        _submit(play, fields | {"password": "SECRET"})
    found["portal-locked"] = play.player()
    play.now += play.setup.puzzle("P10").lock_ms
    _submit(play, fields)
    found["portal-done"] = play.player()
    play.now += LONG_S * 1000
    return found


def _submit(play: Play, fields: dict[str, str]) -> None:
    play.do(c.EnterAnswer(text=" · ".join(fields.values()), puzzle="P10"))


def _in_the_end(setup: RunSetup) -> dict[str, PlayerView]:
    """The last minutes, and time over."""
    play = Play(setup)
    play.now = setup.duration_ms - 300_000
    play.do(c.NoticeTime())
    found = {"five-minutes": play.player()}
    play.now = setup.duration_ms - 60_000
    play.do(c.NoticeTime())
    found["one-minute"] = play.player()
    play.now = setup.duration_ms
    play.do(c.NoticeTime())
    found["time-over"] = play.player()
    play.now += LONG_S * 1000
    found["guided"] = play.player()
    play.do(c.PauseRun(emergency=True))
    found["emergency"] = play.player()
    return found
