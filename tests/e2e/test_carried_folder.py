"""The program as a folder, in a bare Debian with only the packages that the documentation names.

`CARRIED_FOLDER` names a folder that was built before; else it is built here, which takes minutes.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bundle.debian import PACKAGES
from bundle.folder import NAME
from kit_app.environment import python_of
from tests.e2e.test_bare_debian import REASON, SETTINGS, copy_to
from tests.e2e.test_wheel import INSTALL, ROOT, run

ENTER = (
    'root=$1; shift; mount -t proc proc "$root/proc"; mount --rbind /dev "$root/dev"; '
    'mkdir -p "$root/tmp/.X11-unix"; mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"; '
    'exec chroot "$root" "$@"'
)
DISPLAY = ":83"
WINDOW_S = 60

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(REASON), reason=REASON),
    pytest.mark.skipif(
        not shutil.which("Xvfb") or not shutil.which("xwininfo"), reason="no display to show on"
    ),
]

Bare = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    given = os.environ.get("CARRIED_FOLDER")
    if given:
        return Path(given)
    place = tmp_path_factory.mktemp("folder")
    run(sys.executable, "-m", "venv", place / "tools", where=place, home=place)
    tools = python_of(place / "tools")
    pinned = (*INSTALL, "--require-hashes", "--only-binary", ":all:")
    run(tools, *pinned, "-r", ROOT / "requirements.lock", where=place, home=place)
    run(tools, *pinned, "--no-deps", "-r", ROOT / "requirements-media.lock", where=place, home=place)
    run(tools, *pinned, "-r", ROOT / "requirements-bundle.lock", where=place, home=place)
    build = "import sys; from pathlib import Path; from bundle.folder import build_folder;"
    build += "build_folder(Path(sys.argv[1]), Path(sys.argv[2]))"
    run(tools, "-c", build, place / "out", place / "work", where=ROOT, home=place)
    return place / "out" / NAME


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Iterator[Path]:
    """A bare Debian 12 with the documented packages, and the folder on a “stick” in it."""
    root = tmp_path_factory.mktemp("bare") / "root"
    names = ",".join(PACKAGES)
    made = subprocess.run(
        ["debootstrap", "--variant=minbase", f"--include={names}", "bookworm", str(root)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if made.returncode:
        pytest.skip("debootstrap found no packages: " + made.stdout[-200:])
    for setting in filter(os.path.exists, SETTINGS):
        copy_to(root, Path(setting))
    stick = root / "media" / "clé USB"
    stick.mkdir(parents=True)
    shutil.copytree(folder, stick / NAME)
    (stick / NAME / "data").mkdir()
    yield root
    if not (root / "dev" / "null").exists():
        shutil.rmtree(root, ignore_errors=True)


def entering(root: Path, *arguments: str, **environment: str) -> tuple[list[str], dict[str, str]]:
    program = f"/media/clé USB/{NAME}/{NAME}"
    usual = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/", "LANG": "C.UTF-8"}
    command = ["unshare", "-mn", "sh", "-c", ENTER, "sh", str(root), program, *arguments]
    return command, {**usual, **environment}


def inside(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command, environment = entering(root, *arguments)
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )


def test_every_line_of_the_self_test_is_well_and_the_data_are_on_the_stick(root: Path) -> None:
    told = inside(root, "--lang", "en", "self-test")
    assert told.returncode == 0, told.stdout + told.stderr
    assert f"/media/clé USB/{NAME}/data" in told.stdout
    assert "sounds, speech, camera: installed" in told.stdout
    kept = {path.name for path in (root / "media" / "clé USB" / NAME / "data").iterdir()}
    assert "sant-escape.sqlite3" in kept
    assert not {name for name in kept if name.endswith(("-wal", "-shm"))}


def test_it_draws_the_whole_sample(root: Path) -> None:
    done = inside(root, "demo", "--out", "/opt/l’essai")
    assert done.returncode == 0, done.stderr
    assert (root / "opt" / "l’essai" / "results.pdf").is_file()


def test_its_window_comes_up_on_a_display(root: Path) -> None:
    display = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL)
    try:
        command, environment = entering(root, DISPLAY=DISPLAY)
        program = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, encoding="utf-8")
        try:
            assert window_comes(), program.poll()
        finally:
            program.terminate()
            _out, said = program.communicate(timeout=30)
        assert "could not" not in said.lower(), said
    finally:
        display.terminate()
        display.wait()


def window_comes() -> bool:
    """Whether a window with the program's name is on the display, within a minute."""
    until = time.monotonic() + WINDOW_S
    while time.monotonic() < until:
        told = subprocess.run(
            ["xwininfo", "-display", DISPLAY, "-root", "-tree"],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if any("Sant'Escape" in line and "x768+" in line for line in told.stdout.splitlines()):
            return True
        time.sleep(0.1)
    return False
