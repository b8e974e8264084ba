"""What is said of a rehearsal afterwards, and the faults that come in it."""

import pytest

from kit_app.game import commands as c
from kit_app.game.rehearsal.review import review
from kit_app.game.rehearsal.world import FAULTS, planned
from kit_app.game.state import elapsed_ms, open_puzzles
from kit_app.views.rehearsal import FaultKind, Point, Review
from tests.builders import MINUTE, make_setup
from tests.unit.game.rehearsal.led import Led, gives_hints, nobody

SECOND = 1_000


def told(led: Led) -> Review:
    return review(led.state.setup, led.events, led.moments)


def points(led: Led, kind: str) -> list[Point]:
    return [one for one in told(led).points if one.kind == kind]


def struck(fault: FaultKind, behaviour: str = "stuck") -> Led:
    """A game in which this fault has just come."""
    led = Led(make_setup(), behaviour, "g", (fault,))
    return led.play(nobody, until=lambda one: any(m.kind == fault for m in one.moments))


def after(led: Led, seconds: int) -> Led:
    until = led.now + seconds * SECOND
    return led.play(nobody, until=lambda one: one.now >= until)


def hint_at(targets: float, behaviour: str = "stuck") -> Led:
    """The first hint of the first puzzle, when so many of its targets have passed; then nothing more."""

    def trainer(led: Led) -> None:
        nobody(led)
        for puzzle in open_puzzles(led.state):
            is_due = elapsed_ms(led.state, puzzle.id, led.now) >= puzzle.target_ms * targets
            if puzzle.id == "P1" and is_due and not led.state.puzzles["P1"].hints:
                led.do(c.GiveHint(puzzle="P1", level=1))

    return Led(make_setup(), behaviour, "b").play(trainer)


@pytest.mark.parametrize(("targets", "verdict"), [(1.35, "good"), (0.5, "early"), (1.9, "late")])
def test_a_hint_is_measured_by_when_it_was_due(targets: float, verdict: str) -> None:
    led = hint_at(targets)
    (point,) = points(led, "hint")

    assert (point.puzzle, point.level, point.verdict) == ("P1", 1, verdict)
    assert point.due_ms == pytest.approx(1.3 * 4 * MINUTE, abs=3_000)


def test_where_time_ran_fast_there_is_time_for_eyes_and_hands() -> None:
    led = hint_at(1.9)

    def verdict(*paces: tuple[int, int]) -> str:
        points = review(led.state.setup, led.events, led.moments, paces=paces).points
        return next(one.verdict for one in points if one.kind == "hint")

    assert verdict() == "late"
    assert verdict((0, 20)) == "good"
    assert verdict((0, 20), (2 * MINUTE, 1)) == "late"

    slow, fast = struck("projector-out"), Led(make_setup(), "stuck", "g", ("projector-out",), pace=20)
    fast.play(nobody, until=lambda one: bool(one.world.lasting))
    assert slow.world.lasting[0][1] - slow.now == 150 * SECOND
    assert fast.world.lasting[0][1] - fast.now == 600 * SECOND


def test_a_hint_that_was_asked_for_is_not_early() -> None:
    led = Led(make_setup(), "chaotic", "d")
    led.play(nobody, until=lambda one: any(m.kind == "asks" for m in one.moments))
    asked = led.first("asks").puzzle
    led.do(c.GiveHint(puzzle=asked, level=1))

    (point,) = points(led, "hint")
    assert point.verdict == "good"
    assert point.done_ms < point.due_ms


def test_a_hint_that_never_came_is_missed_once_a_puzzle() -> None:
    led = Led(make_setup(), "stuck", "b").play(nobody)
    missed = points(led, "no-hint")

    assert missed
    assert len({one.puzzle for one in missed}) == len(missed)
    assert {one.level for one in missed} == {1}


def test_a_trainer_who_does_as_suggested_hears_no_blame() -> None:
    led = Led(make_setup(), "average", "b").play(gives_hints)

    assert {one.verdict for one in told(led).points} <= {"good"}
    assert told(led).ending in ("won", "guided")


@pytest.mark.parametrize(
    ("fault", "command"),
    [
        ("projector-out", c.PauseRun(reason="technical")),
        ("player-away", c.CallAway()),
    ],
)
def test_what_is_done_about_a_fault_is_good_late_or_missed(fault: FaultKind, command: c.Command) -> None:
    soon, late, never = struck(fault), after(struck(fault), 100), after(struck(fault), 100)
    soon.do(command)
    late.do(command)

    assert [points(one, fault)[0].verdict for one in (soon, late, never)] == ["good", "late", "missed"]


def test_a_broken_prop_holds_the_puzzle_up_until_it_is_accepted_by_hand() -> None:
    led = struck("broken-prop")
    puzzle = led.first("broken-prop").puzzle
    after(led, 30 * 60)
    assert led.state.puzzles[puzzle].solved is None
    assert points(led, "broken-prop")[0].verdict == "missed"

    for is_broken in (True, False):
        led = struck("broken-prop")
        led.do(c.SolvePuzzle(puzzle=puzzle, broken=is_broken))
        (point,) = points(led, "broken-prop")
        assert (point.verdict, point.is_apt) == ("good", is_broken)


def test_a_shouted_guess_is_left_alone() -> None:
    calm, hasty = struck("wrong-guess"), struck("wrong-guess")
    guess = hasty.first("wrong-guess")
    hasty.do(c.EnterAnswer(text=guess.text, puzzle=guess.puzzle))

    assert points(calm, "wrong-guess")[0].verdict == "good"
    assert points(hasty, "wrong-guess")[0].verdict == "early"


def test_what_the_team_types_itself_is_not_the_trainers_haste() -> None:
    led = Led(make_setup(), "chaotic", "a").play(gives_hints)
    shouted = [one for one in led.moments if one.kind == "wrong-guess"]
    assert len(shouted) > 1

    assert [one.verdict for one in points(led, "wrong-guess")] == ["good"]


def test_a_player_comes_back_and_is_to_be_counted_again() -> None:
    led = struck("player-away")
    led.do(c.CallAway())
    assert led.world.absent == 1
    led.play(nobody, until=lambda one: any(m.kind == "player-back" for m in one.moments))
    assert led.world.absent == 0
    led.do(c.CallAway(is_back=True))

    assert [one.verdict for one in points(led, "player-back")] == ["good"]


def test_a_restart_is_answered_by_settling_the_time_away() -> None:
    led = struck("restart")
    led.now += 90 * SECOND
    led.do(c.NoticeGap(gap_ms=90 * SECOND, cause="restart"))
    back = led.now
    assert points(led, "restart")[0].verdict == "missed"
    led.now += 20 * SECOND
    led.do(c.SettleGap(counts=False))

    (point,) = points(led, "restart")
    assert (point.verdict, point.due_ms, point.done_ms) == ("good", back, led.now)


def test_silence_is_told_from_word_to_word() -> None:
    led = Led(make_setup(), "stuck", "b").play(nobody)
    silent = told(led)
    assert silent.longest_silence_ms >= 8 * MINUTE
    assert silent.silences

    def talks(one: Led) -> None:
        nobody(one)
        if one.now % (3 * MINUTE) == 0:
            one.do(c.ShowMessage(text=f"Minute {one.now // MINUTE}."))

    spoken = told(Led(make_setup(), "stuck", "b").play(talks))
    assert spoken.longest_silence_ms <= 3 * MINUTE
    assert not spoken.silences


def test_the_end_is_told_as_it_was() -> None:
    won = Led(make_setup(), "fast", "b").play(gives_hints)
    guided = Led(make_setup(), "stuck", "b").play(nobody)
    cut, left = (after(Led(make_setup(), "average", "b"), 60) for _ in range(2))
    cut.do(c.EndRun(at_once=True))

    assert [told(one).ending for one in (won, guided, cut, left)] == ["won", "guided", "cut", "open"]


def test_faults_come_one_after_the_other_within_the_game() -> None:
    for seed in "abcdef":
        faults = planned(FAULTS, 45 * MINUTE, seed)
        times = [one.at_ms for one in faults]
        assert {one.kind for one in faults} == set(FAULTS)
        assert times == sorted(times)
        assert times[0] >= 3 * MINUTE
        assert times[-1] <= 26 * MINUTE
    assert planned((), 45 * MINUTE, "a") == ()
