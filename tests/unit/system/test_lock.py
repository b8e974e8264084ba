"""One copy of the program at a time on one folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from kit_app.errors import StorageError
from kit_app.system.lock import FolderInUseError, FolderLock

HOLDER = """
import sys
from pathlib import Path
from kit_app.system.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_copy_is_told_so(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(FolderInUseError, match="already open"):
        FolderLock(tmp_path).acquire()


def test_a_folder_is_free_again_after_the_release(tmp_path: Path) -> None:
    with FolderLock(tmp_path):
        pass
    with FolderLock(tmp_path):
        pass


def test_to_acquire_twice_is_harmless(tmp_path: Path) -> None:
    with FolderLock(tmp_path) as lock:
        lock.acquire()


def test_two_folders_do_not_disturb_each_other(tmp_path: Path) -> None:
    with FolderLock(tmp_path / "one"), FolderLock(tmp_path / "two"):
        pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(StorageError, match="cannot be written to"):
        FolderLock(tmp_path / "file" / "below").acquire()


def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(FolderInUseError):
            FolderLock(tmp_path).acquire()
        holder.kill()
    with FolderLock(tmp_path):
        pass
