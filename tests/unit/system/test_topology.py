"""Two displays that show one picture, told from what feeds them."""

from kit_app.system.topology import is_duplicated, shows_twice


def test_one_picture_on_two_displays_is_a_copy() -> None:
    assert shows_twice([(7, 0, 0), (7, 0, 0)])


def test_two_pictures_of_one_adapter_are_no_copy() -> None:
    assert not shows_twice([(7, 0, 0), (7, 0, 1)])


def test_the_same_number_on_two_adapters_is_no_copy() -> None:
    assert not shows_twice([(7, 0, 0), (8, 0, 0)])


def test_a_single_display_is_no_copy() -> None:
    assert not shows_twice([(7, 0, 0)])


def test_this_computer_is_asked_without_a_fault() -> None:
    assert is_duplicated() in (True, False, None)
