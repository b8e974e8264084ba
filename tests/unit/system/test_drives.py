"""Which folders lie on something that may go away, by what Linux says of their file system."""

import os
import sys
from pathlib import Path

import pytest

from kit_app.system import drives

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="how Linux names file systems")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("ext4", False), ("vfat", True), ("exfat", True), ("nfs4", True), ("cifs", True), ("fuse.sshfs", True)],
)
def test_the_file_system_tells(tmp_path: Path, kind: str, expected: bool) -> None:
    device = tmp_path.stat().st_dev
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        f"22 1 0:1 / /proc rw shared:1 - proc proc rw\n"
        f"36 35 {os.major(device)}:{os.minor(device)} / /mnt rw,noatime shared:2 - {kind} somewhere rw\n",
        encoding="utf-8",
    )
    assert drives._may_go_away(tmp_path / "not" / "there", mounts) is expected


def test_a_system_that_says_nothing_is_taken_for_a_laptop(tmp_path: Path) -> None:
    assert drives.may_go_away(tmp_path / "\0") is False
