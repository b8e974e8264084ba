"""The line that a person types, on each system and in each form of installation."""

from pathlib import Path

import pytest

from kit_app.system import starting
from kit_app.system.starting import MEDIA, SERVER, adding_line


def test_a_checkout_is_told_its_own_command(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("", encoding="utf-8")

    assert adding_line(MEDIA, tmp_path, "win32") == "py -3.11 main.py media"
    assert {adding_line(SERVER, tmp_path, system) for system in ("linux", "darwin")} == {
        "python3 main.py server"
    }


def test_an_installed_program_is_told_pip(tmp_path: Path) -> None:
    assert adding_line(MEDIA, tmp_path, "win32") == "pip install sant-escape-kit[media]"


def test_in_a_folder_that_is_carried_about_there_is_nothing_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "carried_folder", lambda: tmp_path)
    assert adding_line(MEDIA, tmp_path, "win32") == adding_line(MEDIA, tmp_path, "linux") == ""
