"""The steady clock goes on, the wall clock labels."""

from datetime import date

from kit_app.clock.calendar import iso_moment, local_date, local_moment
from kit_app.clock.clock import Clock, SystemClock
from tests.fakes import FakeClock


def readings(clock: Clock) -> tuple[int, int]:
    return clock.steady_ms(), clock.wall_ms()


def test_the_steady_clock_never_goes_back() -> None:
    clock = SystemClock()
    moments = [clock.steady_ms() for _ in range(1000)]

    assert moments == sorted(moments)


def test_the_wall_clock_counts_from_1970_in_milliseconds() -> None:
    assert local_date(SystemClock().wall_ms()) >= date(2026, 1, 1)


def test_a_correction_of_the_wall_clock_leaves_the_steady_clock_alone(clock: FakeClock) -> None:
    before = clock.steady_ms()
    clock.set_wall(0)

    assert readings(clock) == (before, 0)


def test_time_that_passes_moves_both_clocks(clock: FakeClock) -> None:
    steady, wall = readings(clock)
    clock.advance(1500)

    assert readings(clock) == (steady + 1500, wall + 1500)


def test_a_moment_keeps_its_milliseconds_and_its_zone() -> None:
    moment = local_moment(1_795_541_400_250)

    assert round(moment.timestamp() * 1000) == 1_795_541_400_250
    assert moment.tzinfo is not None


def test_moments_for_other_programs_name_their_offset() -> None:
    text = iso_moment(1_795_541_400_000)

    assert len(text) == len("2026-11-24T18:30:00+01:00")
