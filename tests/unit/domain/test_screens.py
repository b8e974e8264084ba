"""Which display is the players' screen."""

from kit_app.domain.screens import (
    Claim,
    Display,
    Seat,
    is_mirrored,
    likeness,
    projector,
    same_monitor,
    seated,
)
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


def settled(*homes: Display) -> list[Claim]:
    """Windows that were shown there in this game."""
    return [Claim(home=home.identity, is_settled=True) for home in homes]


def test_each_team_comes_back_on_its_own_monitor_in_whatever_order_they_are_listed() -> None:
    claims = settled(SIDE, BEAMER)
    for displays in ([LAPTOP, BEAMER, SIDE], [SIDE, LAPTOP, BEAMER], [BEAMER, SIDE, LAPTOP]):
        assert seated(displays, LAPTOP, claims) == (
            Seat(state="projected", display=SIDE),
            Seat(state="projected", display=BEAMER),
        )


def test_a_monitor_that_moved_and_changed_its_size_is_the_same_one() -> None:
    moved = display("HDMI-1", -1280, 1280, 720, maker="Epson", model="EB", serial="77")

    assert seated([moved, LAPTOP], LAPTOP, settled(BEAMER)) == (Seat(state="projected", display=moved),)


def test_another_monitor_is_not_taken_for_one_that_was_unplugged() -> None:
    assert seated([LAPTOP, SIDE], LAPTOP, settled(BEAMER)) == (Seat(state="gone"),)


def test_before_it_was_shown_a_window_takes_another_monitor_than_last_time() -> None:
    claim = Claim(home=BEAMER.identity)

    assert seated([LAPTOP, SIDE], LAPTOP, [claim]) == (Seat(state="projected", display=SIDE),)


def test_teams_without_a_monitor_get_the_free_ones_the_largest_first() -> None:
    seats = seated([LAPTOP, SIDE, BEAMER], LAPTOP, [Claim(), Claim(), Claim()])

    assert [seat.display for seat in seats] == [BEAMER, SIDE, None]
    assert seats[2].state == "alone"


def test_a_team_without_a_monitor_takes_nobodys() -> None:
    seats = seated([LAPTOP, SIDE, BEAMER], LAPTOP, [Claim(), *settled(BEAMER)])

    assert [seat.display for seat in seats] == [SIDE, BEAMER]


def test_the_console_on_the_players_monitor_sends_them_to_the_free_one() -> None:
    assert seated([LAPTOP, BEAMER], BEAMER, settled(BEAMER)) == (Seat(state="swapped", display=LAPTOP),)
    assert seated([BEAMER], BEAMER, settled(BEAMER)) == (Seat(state="taken"),)


def test_the_console_on_one_of_two_alike_monitors_leaves_the_other_to_its_team() -> None:
    left = display("HDMI-1", 1366, maker="Epson", model="EB")
    right = display("HDMI-2", 2732, maker="Epson", model="EB")

    seats = seated([left, right], left, settled(left, right))

    assert seats == (Seat(state="taken"), Seat(state="projected", display=right))


def test_a_monitor_that_begins_to_show_the_consoles_picture_is_left() -> None:
    mirror = display("HDMI-1", 0, 1366, 768, maker="Epson", model="EB", serial="77")

    assert seated([LAPTOP, mirror], LAPTOP, settled(BEAMER)) == (Seat(state="mirrored"),)


def test_two_projectors_with_one_picture_are_one_place() -> None:
    twin = display("DP-2", 1366, 1920, 1080)

    seats = seated([LAPTOP, BEAMER, twin], LAPTOP, settled(BEAMER, twin))

    assert seats == (Seat(state="projected", display=BEAMER), Seat(state="gone"))
