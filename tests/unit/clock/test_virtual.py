"""Clocks that are told to move, or that run faster."""

from kit_app.clock.virtual import FastClock, VirtualClock


def test_a_virtual_clock_moves_only_when_told():
    clock = VirtualClock(1_000)
    clock.advance(250)
    assert (clock.steady_ms(), clock.wall_ms()) == (250, 1_250)


def test_a_fast_clock_multiplies_what_passes(clock):
    start = clock.wall_ms()
    fast = FastClock(clock, 60)
    clock.advance(1_000)
    assert (fast.steady_ms(), fast.wall_ms()) == (60_000, start + 60_000)


def test_a_fast_clock_follows_no_jump_of_the_wall_clock(clock):
    fast = FastClock(clock, 2)
    start = fast.wall_ms()
    clock.set_wall(0)
    clock.advance(10)
    assert fast.wall_ms() == start + 20
