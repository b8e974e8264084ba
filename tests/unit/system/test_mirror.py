"""What Windows says of its displays, read from its own bytes."""

from kit_app.system.mirror import PATH_BYTES, is_mirroring, shares_a_picture


def path(adapter: int, picture: int, display: int) -> bytes:
    start = adapter.to_bytes(8, "little") + picture.to_bytes(4, "little")
    return (start + bytes(20) + display.to_bytes(4, "little")).ljust(PATH_BYTES, b"\0")


def test_two_displays_with_a_picture_each_are_extended() -> None:
    assert not shares_a_picture(path(1, 0, 5) + path(1, 1, 6))
    assert not shares_a_picture(path(1, 0, 5) + path(2, 0, 6))
    assert not shares_a_picture(path(1, 0, 5))
    assert not shares_a_picture(b"")


def test_two_displays_with_one_picture_are_doubled() -> None:
    assert shares_a_picture(path(1, 0, 5) + path(1, 0, 6))


def test_the_system_can_be_asked_anywhere() -> None:
    assert is_mirroring() in (True, False)
