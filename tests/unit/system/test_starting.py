"""The line that a person types, on each system and in each form of installation."""

from pathlib import Path

from kit_app.system.starting import media_line


def test_a_checkout_is_told_its_own_command(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("", encoding="utf-8")

    assert media_line(tmp_path, "win32") == "py -3.11 main.py media"
    assert media_line(tmp_path, "linux") == media_line(tmp_path, "darwin") == "python3 main.py media"


def test_an_installed_program_is_told_pip(tmp_path: Path) -> None:
    assert media_line(tmp_path, "win32") == "pip install sant-escape-kit[media]"
