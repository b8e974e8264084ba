"""The request to stay awake never fails loudly and ends with the program."""

import sys

import pytest

from kit_app.system.sleep import KeepAwake, can_keep_awake

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no companion process")


def test_starting_and_stopping_may_be_repeated() -> None:
    awake = KeepAwake()
    awake.stop()
    awake.start()
    awake.start()
    awake.stop()
    awake.stop()


@posix_only
def test_a_system_without_the_command_is_left_alone() -> None:
    with KeepAwake(["no-such-command-here"]):
        pass


@posix_only
def test_a_companion_that_does_not_listen_is_ended() -> None:
    with KeepAwake([sys.executable, "-c", "raise SystemExit(1)"]):
        pass


@posix_only
def test_a_request_that_the_system_dropped_is_noticed() -> None:
    awake = KeepAwake([sys.executable, "-c", "input()"])
    assert not awake.is_lost
    awake.start()
    assert not awake.is_lost
    assert awake._companion is not None
    awake._companion.kill()
    awake._companion.wait()
    assert awake.is_lost
    awake.stop()
    assert not awake.is_lost


@posix_only
def test_a_request_is_tried_before_it_is_promised() -> None:
    assert can_keep_awake([sys.executable, "-c", "input()"])
    assert not can_keep_awake([sys.executable, "-c", "raise SystemExit(1)"])
    assert not can_keep_awake(["no-such-command-here"])
