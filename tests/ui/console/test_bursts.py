"""A scanner's burst and a person's key."""

from kit_app.ui.console.bursts import Bursts


def test_a_single_key_is_a_key(qtbot) -> None:
    bursts = Bursts()
    with qtbot.waitSignal(bursts.pressed) as caught:
        bursts.feed("p")

    assert caught.args == ["p"]


def test_a_burst_with_enter_is_a_line(qtbot) -> None:
    bursts = Bursts()
    with qtbot.waitSignal(bursts.entered) as caught:
        for sign in "417":
            bursts.feed(sign)
        assert bursts.finish()

    assert caught.args == ["417"]


def test_a_burst_without_enter_is_text(qtbot) -> None:
    bursts = Bursts()
    with qtbot.waitSignal(bursts.typed) as caught:
        bursts.feed("4")
        bursts.feed("1")

    assert caught.args == ["41"]


def test_enter_alone_and_after_a_single_key_ends_no_burst(qtbot) -> None:
    bursts = Bursts()
    assert not bursts.finish()
    with qtbot.waitSignal(bursts.pressed):
        bursts.feed("p")
        assert not bursts.finish()


def test_two_slow_keys_are_two_keys(qtbot) -> None:
    bursts = Bursts()
    for sign in "pm":
        with qtbot.waitSignal(bursts.pressed) as caught:
            bursts.feed(sign)
        assert caught.args == [sign]
