"""The private environment of a checkout: when it is ready, and where it goes."""

import sys
from pathlib import Path

import pytest

from kit_app import environment
from kit_app.environment import (
    LOCK_FILE,
    PARTS,
    STAMP,
    Part,
    Setup,
    folder_for,
    has_part,
    is_ready,
    is_running_in,
    python_of,
)
from kit_app.i18n import Catalogue
from kit_app.system.packages import Package


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout whose environment looks finished."""
    folder = tmp_path / ".venv"
    python_of(folder).parent.mkdir(parents=True)
    python_of(folder).write_bytes(b"")
    (folder / "pyvenv.cfg").write_text("home = somewhere\nversion = 3.11.2\n", encoding="utf-8")
    (tmp_path / LOCK_FILE).write_text("one==1\n", encoding="utf-8")
    (folder / STAMP).write_text(environment._fingerprint(folder, tmp_path), encoding="utf-8")
    return tmp_path


def test_a_stamped_environment_is_ready(root: Path) -> None:
    assert is_ready(root / ".venv", root)


def test_a_new_list_of_packages_makes_it_stale(root: Path) -> None:
    (root / LOCK_FILE).write_text("one==2\n", encoding="utf-8")

    assert not is_ready(root / ".venv", root)


def test_another_python_makes_it_stale(root: Path) -> None:
    (root / ".venv" / "pyvenv.cfg").write_text("home = somewhere\nversion = 3.13.0\n", encoding="utf-8")

    assert not is_ready(root / ".venv", root)


@pytest.mark.parametrize("part", PARTS, ids=[part.word for part in PARTS])
def test_an_optional_part_is_no_condition(root: Path, part: Part) -> None:
    (root / part.lock).write_text("more==1\n", encoding="utf-8")

    assert is_ready(root / ".venv", root)
    assert not has_part(part, root / ".venv", root)


@pytest.mark.parametrize("part", PARTS, ids=[part.word for part in PARTS])
def test_a_new_list_of_an_optional_part_makes_an_environment_with_it_stale(root: Path, part: Part) -> None:
    (root / part.lock).write_text("more==1\n", encoding="utf-8")
    stamp = environment._part_fingerprint(part, root)
    (root / ".venv" / part.stamp).write_text(stamp, encoding="utf-8")
    assert is_ready(root / ".venv", root)
    assert has_part(part, root / ".venv", root)
    (root / part.lock).write_text("more==2\n", encoding="utf-8")

    assert not is_ready(root / ".venv", root)
    assert not has_part(part, root / ".venv", root)


@pytest.mark.parametrize("lost", [STAMP, "pyvenv.cfg"])
def test_an_environment_that_was_interrupted_is_not_ready(root: Path, lost: str) -> None:
    (root / ".venv" / lost).unlink()

    assert not is_ready(root / ".venv", root)


def test_an_environment_whose_python_is_gone_is_not_ready(root: Path) -> None:
    python_of(root / ".venv").unlink()

    assert not is_ready(root / ".venv", root)


def test_it_lies_in_the_checkout_where_that_can_be_written_to(tmp_path: Path) -> None:
    assert folder_for(tmp_path) == tmp_path / ".venv"


def test_it_lies_in_the_cache_where_the_checkout_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    one, other = folder_for(tmp_path / "file"), folder_for(tmp_path / "file" / "other")

    assert tmp_path not in one.parents
    assert one != other


def test_the_tests_run_in_the_environment_that_they_believe() -> None:
    assert is_running_in(Path(sys.prefix, "bin", "python"))
    assert not is_running_in(Path(sys.prefix).parent / "bin" / "python")


@pytest.mark.skipif(sys.platform != "linux", reason="packages of the system are a matter of Linux")
def test_what_a_user_may_not_install_is_asked_for_in_one_line(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apt = root / "apt-get"
    apt.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(root))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    said: list[str] = []

    with pytest.raises(SystemExit) as ended:
        Setup(root, Catalogue("en"), said.append).prepare([Package("libnowhere1", library="libnowhere.so.1")])

    assert ended.value.code == 1
    assert said[-1].endswith("apt-get install -y --no-install-recommends libnowhere1")


@pytest.mark.skipif(sys.platform != "linux", reason="packages of the system are a matter of Linux")
def test_other_linux_systems_are_told_what_lacks_and_go_on(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(root))
    said: list[str] = []

    python = Setup(root, Catalogue("en"), said.append).prepare([Package("one", library="libnowhere.so.1")])

    assert python == python_of(root / ".venv")
    assert said == ["Install with your package manager what holds: libnowhere.so.1"]


def test_what_is_ready_is_not_spoken_of(root: Path) -> None:
    said: list[str] = []

    assert Setup(root, Catalogue("en"), said.append).prepare([]) == python_of(root / ".venv")
    assert said == []
