"""What an X11 server says of its monitors, read from its own bytes."""

import struct

from kit_app.system.monitors import monitor_areas, monitors_in


def monitor(name: int, area: tuple[int, int, int, int], outputs: int) -> bytes:
    return struct.pack("<IBBHhhHHII", name, 0, 0, outputs, *area, 300, 200) + bytes(4 * outputs)


def reply(*monitors: bytes) -> bytes:
    return struct.pack("<12xI16x", len(monitors)) + b"".join(monitors)


def test_each_monitor_has_its_name_and_area_whatever_outputs_it_has() -> None:
    left, right = (-1920, 0, 1920, 1080), (0, 100, 1366, 768)
    said = reply(monitor(7, left, 2), monitor(9, right, 0), monitor(8, right, 1))
    assert list(monitors_in(said)) == [(7, left), (9, right), (8, right)]


def test_a_server_without_monitors_has_none() -> None:
    assert list(monitors_in(reply())) == []


def test_the_system_can_be_asked_anywhere() -> None:
    assert all(len(area) == 4 for area in monitor_areas().values())
