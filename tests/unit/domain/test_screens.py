"""Which display is the players' screen."""

from kit_app.domain.screens import Display, is_mirrored, likeness, projector, same_monitor
from kit_app.domain.settings import ScreenIdentity


def display(name: str, left: int = 0, width: int = 1366, height: int = 768, **identity: str) -> Display:
    return Display(
        identity=ScreenIdentity(name=name, **identity), left=left, top=0, width=width, height=height
    )


LAPTOP = display("eDP-1", maker="LG", model="Panel", serial="1")
BEAMER = display("HDMI-1", 1366, 1920, 1080, maker="Epson", model="EB", serial="77")
SIDE = display("DP-2", 3286, 1280, 720)


def test_the_only_display_is_nobodys_projector() -> None:
    assert projector([LAPTOP], LAPTOP, None) is None


def test_the_second_display_is_the_projector() -> None:
    assert projector([LAPTOP, BEAMER], LAPTOP, None) == BEAMER


def test_the_console_may_stand_on_either_display() -> None:
    assert projector([LAPTOP, BEAMER], BEAMER, None) == LAPTOP


def test_the_larger_of_two_free_displays_is_taken() -> None:
    assert projector([LAPTOP, SIDE, BEAMER], LAPTOP, None) == BEAMER


def test_the_display_used_before_is_taken_again() -> None:
    assert projector([LAPTOP, BEAMER, SIDE], LAPTOP, SIDE.identity) == SIDE


def test_a_display_of_before_that_holds_the_console_is_not_taken() -> None:
    assert projector([LAPTOP, BEAMER], BEAMER, BEAMER.identity) == LAPTOP


def test_a_mirrored_display_is_never_taken_and_is_named() -> None:
    mirror = display("HDMI-1", maker="Epson", model="EB", serial="77")

    assert projector([LAPTOP, mirror], LAPTOP, mirror.identity) is None
    assert is_mirrored([LAPTOP, mirror], LAPTOP)
    assert not is_mirrored([LAPTOP, BEAMER], LAPTOP)


def test_the_same_monitor_on_another_socket_is_known_by_its_serial_number() -> None:
    moved = display("DP-9", 1366, 1920, 1080, maker="Epson", model="EB", serial="77")

    assert same_monitor([LAPTOP, moved], BEAMER.identity) == moved


def test_another_monitor_of_the_same_model_on_the_same_socket_is_another_one() -> None:
    twin = ScreenIdentity(name="HDMI-1", maker="Epson", model="EB", serial="78")

    assert likeness(BEAMER.identity, twin) == 0


def test_two_twins_without_serial_numbers_are_told_apart_by_their_sockets() -> None:
    left = display("HDMI-1", 1366, maker="Epson", model="EB")
    right = display("HDMI-2", 2732, maker="Epson", model="EB")

    assert same_monitor([left, right], right.identity) == right


def test_where_only_names_are_known_the_name_decides() -> None:
    assert same_monitor([display("laptop"), display("projector", 1366)], ScreenIdentity(name="projector"))
    assert same_monitor([display("laptop")], ScreenIdentity(name="projector")) is None


def test_unknown_parts_are_no_likeness() -> None:
    assert likeness(ScreenIdentity(), ScreenIdentity()) == 0
