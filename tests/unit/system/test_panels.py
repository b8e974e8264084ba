"""The system's own windows are opened where there are some; elsewhere nothing happens."""

import sys
from pathlib import Path

import pytest

from kit_app.system.answers import answer
from kit_app.system.panels import command_for, has_settings, open_folder, open_settings

linux_only = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have one program")


def program(folder: Path, name: str) -> None:
    """A program of this name that does nothing."""
    file = folder / name
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(0o755)


@linux_only
def test_a_computer_without_such_a_window_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not has_settings("display")
    assert not open_settings("display")
    assert not open_folder(tmp_path)


@linux_only
def test_the_first_program_that_is_installed_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path, "arandr")
    assert command_for("display") == ("arandr",)
    program(tmp_path, "gnome-control-center")

    assert command_for("display") == ("gnome-control-center", "display")
    assert has_settings("sound")
    assert open_settings("display")


@linux_only
def test_a_program_that_does_not_answer_is_not_waited_for() -> None:
    assert answer(["sleep", "60"]) == ""
    assert answer(["no-such-program-here"]) == ""
    assert answer(["false"]) == ""
    assert answer(["echo", "yes"]) == "yes"
