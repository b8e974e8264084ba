"""A folder is writable when something was really written there."""

from pathlib import Path

from kit_app.system.disk import free_bytes, is_writable


def test_a_folder_that_does_not_exist_yet_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"

    assert is_writable(folder)
    assert list(folder.iterdir()) == []


def test_a_file_is_no_folder_to_write_to(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")

    assert not is_writable(file)
    assert not is_writable(file / "below")


def test_room_is_told_for_a_folder_to_come(tmp_path: Path) -> None:
    assert free_bytes(tmp_path / "not" / "yet") > 0
