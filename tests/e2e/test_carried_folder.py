"""The program as a folder, in a bare Debian with only the packages that the documentation names.

`CARRIED_FOLDER` names a folder that `python -m bundle` built before, with what it laid beside it; else all
that is built here, which takes minutes.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from bundle.debian import PACKAGES
from bundle.folder import NAME, size_of
from kit_app.environment import python_of
from kit_app.services.third_parties import works
from tests.e2e.first_window import milliseconds_to_the_first_window
from tests.e2e.test_bare_debian import REASON, SETTINGS, copy_to
from tests.e2e.test_wheel import INSTALL, ROOT, run

ENTER = (
    'root=$1; shift; mount -t proc proc "$root/proc"; mount --rbind /dev "$root/dev"; '
    'mkdir -p "$root/tmp/.X11-unix"; mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"; '
    'exec chroot "$root" "$@"'
)
PROGRAM = f"/media/clé USB/{NAME}/{NAME}"
DISPLAY = ":83"
WINDOW_S = 60
SLOWER = 1.3
"""So many times as long as the checkout the folder may take to show its first window."""
TIMES = 5
NEVER_LOADED = ("WebEngine", "Qt63D", "Quick3D", "Charts", "Sql", "Designer", "tkinter", "libssl", "numpy")

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(REASON), reason=REASON),
    pytest.mark.skipif(
        not shutil.which("Xvfb") or not shutil.which("xwininfo"), reason="no display to show on"
    ),
]


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
    run(tools, "-m", "bundle", place / "out", where=ROOT, home=place)
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


def entering(root: Path, *command: str, **environment: str) -> tuple[list[str], dict[str, str]]:
    """How a command is run in the bare system, without any network."""
    usual = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/", "LANG": "C.UTF-8"}
    return ["unshare", "-mn", "sh", "-c", ENTER, "sh", str(root), *command], {**usual, **environment}


def inside(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    entered, environment = entering(root, *command)
    return subprocess.run(
        entered, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )


def test_the_folder_is_whole_and_of_the_size_that_is_told(folder: Path) -> None:
    run("sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS", where=folder, home=folder)
    told = (ROOT / "docs" / "handing-on.md").read_text(encoding="utf-8")
    size, count = map(int, re.search(r"About (\d+) MB in (\d+) files", told).groups())
    assert size_of(folder) / 1e6 == pytest.approx(size, rel=0.05)
    assert len([path for path in folder.rglob("*") if path.is_file()]) == pytest.approx(count, rel=0.05)


def test_it_holds_what_the_program_opens_and_nothing_that_it_never_loads(folder: Path) -> None:
    there = folder / "_internal" / "kit_app" / "resources"
    assert files_in(there) == files_in(ROOT / "resources")
    names = [path.name for path in folder.rglob("*")]
    assert [name for name in names if any(word in name for word in NEVER_LOADED)] == []
    assert not [path for path in folder.rglob("*") if path.is_symlink()]


def test_licences_and_parts_lie_beside_the_program(folder: Path) -> None:
    parts = json.loads((folder / "sbom.cdx.json").read_text(encoding="utf-8"))
    licences = (folder / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    named = {part["name"] for part in parts["components"]}
    for work in works():
        if "PySide6_Addons" not in work.name:  # it need not be installed where the tests run
            assert work.name in named and work.name in licences
    assert {"PySide6_Addons", "Python"} <= named
    assert "MIT License" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_its_first_window_comes_nearly_as_soon_as_that_of_the_checkout(folder: Path) -> None:
    ways = {"folder": (folder / NAME,), "checkout": (sys.executable, "-m", "kit_app")}
    times: dict[str, list[float]] = {way: [] for way in ways}
    for turn in range(1 + TIMES):
        for way, command in ways.items():
            took = milliseconds_to_the_first_window(*command)
            if turn:  # the first one reads the files from the disk
                times[way].append(took)
    assert median(times["folder"]) <= SLOWER * median(times["checkout"]), times


def test_every_line_of_the_self_test_is_well_and_the_data_are_on_the_stick(root: Path) -> None:
    told = inside(root, PROGRAM, "--lang", "en", "self-test")
    assert told.returncode == 0, told.stdout + told.stderr
    assert f"/media/clé USB/{NAME}/data" in told.stdout
    assert "sounds, speech, camera: installed" in told.stdout
    kept = {path.name for path in (root / "media" / "clé USB" / NAME / "data").iterdir()}
    assert "sant-escape.sqlite3" in kept
    assert not {name for name in kept if name.endswith(("-wal", "-shm"))}


def test_it_draws_the_whole_sample(root: Path) -> None:
    done = inside(root, PROGRAM, "demo", "--out", "/opt/l’essai")
    assert done.returncode == 0, done.stderr
    assert (root / "opt" / "l’essai" / "results.pdf").is_file()


def test_its_window_comes_up_on_a_display(root: Path) -> None:
    display = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL)
    try:
        command, environment = entering(root, PROGRAM, DISPLAY=DISPLAY)
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


def test_the_package_is_installed_with_its_entry_and_runs(root: Path, folder: Path) -> None:
    package = next(folder.parent.glob("*.deb"))
    shutil.copy(package, root / "tmp")
    done = inside(root, "dpkg", "-i", f"/tmp/{package.name}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "usr" / "share" / "applications" / f"{NAME}.desktop").is_file()
    told = inside(root, NAME, "--lang", "en", "self-test")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "/.local/share/sant-escape-kit" in told.stdout


def files_in(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


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
