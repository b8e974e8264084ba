"""The band of the forecast holds what it promises: in 8 of 10 games the true end lies in it."""

from dataclasses import replace

import pytest

from benchmarks.rooms import House, play, setups
from kit_app.game.evolve import evolve
from kit_app.game.forecast import groups_of, outlook
from kit_app.game.state import initial

MINUTE = 60_000
LONG_MS = 240 * MINUTE
"""No game of these is cut short, so that each has a true end."""

CHOICES = (("45-full", 5), ("45-light", 4), ("30", 5), ("60", 5), ("60", 4))


@pytest.mark.long
@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: f"{choice[0]}-{choice[1]}")
def test_the_true_end_lies_in_the_band_in_eight_of_ten_games(choice) -> None:
    assert covered(choice, games=400) == pytest.approx(0.8, abs=0.05)


def test_the_band_is_about_right_on_a_few_games() -> None:
    assert covered(("45-full", 5), games=30) == pytest.approx(0.8, abs=0.15)


def covered(choice, games: int) -> float:
    """In which part of the readings from minute 10 on, every five minutes, the end came within the band."""
    (setup,) = setups(choice)
    found = []
    for number in range(games):
        own = replace(setup, session_id=f"calibration-{number}", duration_ms=LONG_MS)
        evening = play(own, House(), f"calibration/{number}", groups=groups_of(choice[1]), gives_hints=True)
        end = evening.state.puzzles[own.finale].solved.ms
        state, place = initial(own), 0
        for at in range(10 * MINUTE, end, 5 * MINUTE):
            while evening.journal[place].at_ms <= at:
                state = evolve(state, evening.journal[place].event, evening.journal[place].at_ms)
                place += 1
            guess = outlook(state, at)
            found.append(guess.low_ms <= end <= guess.high_ms)
    return sum(found) / len(found)
