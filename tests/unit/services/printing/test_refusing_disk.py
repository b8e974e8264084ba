"""A disk that refuses: one sentence, what stood there before still stands, and nothing half-written stays."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kit_app.errors import ExportError
from kit_app.services.printing.jobs import print_team
from tests.unit.services.printing.papers import job_of

FULL = "The disk is full: “{name}” was not written. Make room on it, or choose another folder."


def printed(folder: Path, *, overwrite: bool = False) -> list[Path]:
    return print_team(job_of("fr"), folder, only="P12", overwrite=overwrite)


@contextmanager
def full_disk(left: int) -> Iterator[None]:
    """No file may grow beyond so many bytes."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (left, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no such limit")
def test_a_full_disk_leaves_the_former_file(tmp_path: Path) -> None:
    (file,) = printed(tmp_path)
    former = file.read_bytes()
    with full_disk(5000), pytest.raises(ExportError, match="disk is full") as caught:
        printed(tmp_path, overwrite=True)
    assert str(caught.value) == FULL.format(name=file.name)
    assert [one.name for one in tmp_path.iterdir()] == [file.name] and file.read_bytes() == former


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to this person")
def test_a_folder_that_is_closed_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="Nothing may be written in this folder"):
            printed(tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(ExportError, match="could not be written"):
        printed(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a file"


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (file,) = printed(tmp_path)
    file.unlink()
    file.mkdir()
    with pytest.raises(ExportError, match="could not be written"):
        printed(tmp_path, overwrite=True)
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    (file,) = printed(tmp_path)
    file.write_bytes(b"mine")
    with pytest.raises(ExportError, match="is there already"):
        printed(tmp_path)
    assert file.read_bytes() == b"mine"
