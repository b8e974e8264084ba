"""A display server of our own on which monitors are plugged in and out, moved and resized."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

WIDTH = 5206
LAPTOP = (1366, 768, 0, 0)
PROJECTOR = (1920, 1080, 1366, 0)
SECOND = (1920, 1080, 3286, 0)
MISSING = [name for name in ("Xvfb", "xrandr") if shutil.which(name) is None]
Area = tuple[int, int, int, int]


class Desk:
    """Monitors by name; an area is width, height, left, top in pixels.

    One monitor must hold the server's only output, or the server shows one of its own over everything;
    when another takes the output, that monitor is gone.
    """

    def __init__(self, display: str) -> None:
        self.environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def plug(self, name: str, area: Area, *, is_holder: bool = False, is_primary: bool = False) -> None:
        """Show a monitor that was not there."""
        width, height, left, top = area
        place = f"{width}/{width * 265 // 1000}x{height}/{height * 265 // 1000}+{left}+{top}"
        output = "screen" if is_holder else "none"
        self._xrandr("--setmonitor", f"*{name}" if is_primary else name, place, output)

    def unplug(self, name: str) -> None:
        self._xrandr("--delmonitor", name)

    def _xrandr(self, *arguments: str) -> None:
        environment = {**os.environ, **self.environment}
        subprocess.run(["xrandr", *arguments], check=True, capture_output=True, env=environment)


@contextmanager
def desk(height: int = 1080) -> Iterator[Desk]:
    """A laptop's display and nothing else."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            f"{WIDTH}x{height}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read, encoding="ascii") as answer:
        number = answer.readline().strip()
    try:
        assert number, "the display server did not start"
        found = Desk(f":{number}")
        found.plug("laptop", LAPTOP, is_holder=True, is_primary=True)
        yield found
    finally:
        server.terminate()
        server.wait(10)
