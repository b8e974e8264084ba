"""Whether a window can be shown."""

import sys

import pytest

from kit_app.system.display import has_display

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display there")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0.1"}, True),
        ({"DISPLAY": ":7"}, False),
        ({"DISPLAY": "far.example:10.0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen:configfile=x"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
    ],
)
def test_a_display_that_is_named_must_be_there(tmp_path, environment, expected):
    (tmp_path / "X0").touch()
    assert has_display(environment, tmp_path) is expected


def test_a_wayland_socket_is_a_display(tmp_path):
    (tmp_path / "wayland-0").touch()
    assert has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path)
