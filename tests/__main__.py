"""`python -m tests`: makes ready what is missing, then runs the tests; `--long` adds the heavy ones."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or newer is needed. / Il faut Python 3.11 ou plus.")

import os
from pathlib import Path

from kit_app.environment import (
    PARTS,
    Setup,
    folder_for,
    has_part,
    is_running_in,
    run_in,
    setup_here,
    show_line,
)
from kit_app.system.packages import QT_PACKAGES, Package
from kit_app.system.starting import SERVER

ROOT = Path(__file__).resolve().parent.parent
TEST_PACKAGES = (
    Package("poppler-utils", command="pdftoppm"),
    Package("x11-xserver-utils", command="xrandr"),
    Package("xauth", command="xauth"),
    Package("xvfb", command="Xvfb"),
    Package("zbar-tools", command="zbarimg"),
    Package("qpdf", command="qpdf"),
)
LONG_PACKAGES = (
    Package("cups", command="cupsd"),
    Package("debootstrap", command="debootstrap"),
    Package("faketime", command="faketime"),
    Package("ffmpeg", command="ffprobe"),
    Package("ghostscript", command="gs"),
    Package("libreoffice-calc-nogui", command="soffice"),
    Package("mupdf-tools", command="mutool"),
    Package("openssl", command="openssl"),
    Package("postgresql", command="pg_ctlcluster"),
    Package("pulseaudio", command="pulseaudio"),
    Package("pulseaudio-utils", command="pactl"),
)
STANDSTILL = ("-o", "faulthandler_timeout=300", "-o", "faulthandler_exit_on_timeout=true")
"""A quick test that hangs is shown and fails, instead of keeping everything waiting."""

QUICK_OPTIONS = ("-n", "2", "--dist", "loadfile", "-m", "not long", *STANDSTILL)
LONG_OPTIONS = ("-n", "2", "--dist", "loadfile")


def main(arguments: list[str]) -> int:
    """pytest's exit code; every argument but `--long` is handed on to pytest."""
    is_long = "--long" in arguments
    wanted = (*QT_PACKAGES, *TEST_PACKAGES, *(LONG_PACKAGES if is_long else ()))
    setup = setup_here(show_line)
    python = setup.prepare(wanted)
    if is_long:
        _add_parts(setup)
    if not is_running_in(python):
        return run_in(python, ["-m", "tests", *arguments])
    import pytest

    os.chdir(ROOT)
    options = LONG_OPTIONS if is_long else QUICK_OPTIONS
    return int(pytest.main([*options, *(argument for argument in arguments if argument != "--long")]))


def _add_parts(setup: Setup) -> None:
    """What sends to a server is tried against a real one; sounds need hundreds of megabytes and are not."""
    for part in PARTS:
        if part.word == SERVER and not has_part(part, folder_for(ROOT), ROOT):
            setup.add(part)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
