"""Kit files from a folder, into a snapshot and back."""

import io
import zipfile
from pathlib import Path

import pytest

from kit_app.content.files import digest, read_folder, read_snapshot, snapshot
from kit_app.errors import KitFileError
from tests.unit.content.tiny import tiny_kit


def written(folder: Path) -> Path:
    for name, content in tiny_kit().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_a_folder_is_read_without_hidden_files(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x", encoding="utf-8")
    assert read_folder(tmp_path) == tiny_kit()


def test_windows_line_ends_do_not_change_a_kit(tmp_path: Path) -> None:
    written(tmp_path)
    before = digest(read_folder(tmp_path))
    path = tmp_path / "kit.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert digest(read_folder(tmp_path)) == before


def test_a_snapshot_has_the_same_bytes_each_time_and_gives_the_files_back() -> None:
    files = tiny_kit()
    packed = snapshot(files)
    assert packed == snapshot(dict(reversed(files.items())))
    assert read_snapshot(packed) == files


def test_one_changed_byte_changes_the_digest() -> None:
    files = tiny_kit()
    assert digest(files) != digest(files | {"kit.toml": files["kit.toml"] + b"\n"})
    assert digest({"a": b"bc"}) != digest({"ab": b"c"})


def test_a_folder_without_a_kit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KitFileError, match="There is no kit in this folder"):
        read_folder(tmp_path)


@pytest.mark.parametrize("cut", [0, 1, 30, 2_000])
def test_a_damaged_snapshot_is_refused(cut: int) -> None:
    with pytest.raises(KitFileError, match="damaged"):
        read_snapshot(snapshot(tiny_kit())[:cut])


@pytest.mark.parametrize("name", ["../kit.toml", "/kit.toml", "a\\kit.toml"])
def test_a_snapshot_with_an_unsafe_name_is_refused(name: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, b"x")
    with pytest.raises(KitFileError, match="unsafe name"):
        read_snapshot(target.getvalue())


def test_a_snapshot_with_a_file_of_no_name_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), b"nothing")
    with pytest.raises(KitFileError, match="damaged"):
        read_snapshot(target.getvalue())
