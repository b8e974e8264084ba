"""What Qt needs from a Linux system is found out by looking, and asked for in one line."""

import sys

import pytest

from kit_app.system.packages import Package, install_line, missing

linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="packages of the system are a matter of Linux"
)


@linux_only
def test_what_is_there_is_not_asked_for() -> None:
    there = (
        Package("libc6", library="libc.so.6"),
        Package("bash", command="sh"),
        Package("venv", module="json"),
    )

    assert missing(there) == ()


@linux_only
def test_what_is_missing_is_named_in_order() -> None:
    absent = (
        Package("one", library="libnowhere.so.1"),
        Package("two", command="no-such-command-here"),
        Package("three", module="no_such_module"),
    )

    assert missing(absent) == absent


def test_one_line_installs_everything() -> None:
    line = install_line([Package("libegl1"), Package("libgl1")])

    assert line == "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
