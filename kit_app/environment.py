"""The private environment of a checkout, made from the pinned list; needs nothing but Python itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kit_app.assets import resources_dir
from kit_app.errors import KitAppError
from kit_app.i18n import N_, Catalogue, load
from kit_app.system import packages
from kit_app.system.disk import is_writable
from kit_app.system.language import system_language
from kit_app.system.lock import FolderInUseError, FolderLock
from kit_app.system.packages import Package
from kit_app.system.starting import MEDIA, SERVER

LOCK_FILE, STAMP = "requirements.lock", "sant-escape-kit.stamp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An optional part: the word that adds it, what it needs of the system, what is said meanwhile."""

    word: str
    packages: tuple[Package, ...] = ()
    adding: str

    @property
    def lock(self) -> str:
        """The name of its pinned list."""
        return f"requirements-{self.word}.lock"

    @property
    def stamp(self) -> str:
        """The name of the file that says from which list it was added."""
        return f"sant-escape-kit-{self.word}.stamp"


PARTS = (
    Part(
        word=MEDIA,
        packages=packages.MEDIA_PACKAGES,
        adding=N_("Adding sounds, speech and the camera, about 180 MB, once…"),
    ),
    Part(word=SERVER, adding=N_("Adding what sends results to the server of a region, about 20 MB, once…")),
)
"""All of them."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a command prepares itself: where the checkout is, in whose words it speaks, and to whom."""

    root: Path
    t: Catalogue
    say: Callable[[str], None]

    def prepare(self, wanted: Sequence[Package]) -> Path:
        """Make ready what is missing; returns the Python of the environment.

        When it cannot, it says why and what to do, and ends the process with exit code 1.
        """
        try:
            return self._prepared(wanted)
        except KitAppError as error:
            if error.detail:
                self.say(error.detail)
            self.say(self.t.of(error))
            sys.exit(1)

    def add(self, part: Part) -> None:
        """Add an optional part to an environment that is ready.

        When it cannot, it says why, and ends the process with exit code 1.
        """
        folder = folder_for(self.root)
        try:
            self._have_packages(part.packages)
            self.say(self.t(part.adding))
            self._install(part, folder)
        except KitAppError as error:
            if error.detail:
                self.say(error.detail)
            self.say(self.t.of(error))
            sys.exit(1)
        self.say(self.t(N_("It is there. Start the program as usual.")))

    def _install(self, part: Part, folder: Path) -> None:
        _run([str(python_of(folder)), *_INSTALL, "--no-deps", "-r", str(self.root / part.lock)])
        (folder / part.stamp).write_text(_part_fingerprint(part, self.root), encoding="utf-8")

    def _prepared(self, wanted: Sequence[Package]) -> Path:
        folder = folder_for(self.root)
        ready = is_ready(folder, self.root)
        self._have_packages([*wanted, *(() if ready else packages.PYTHON_PACKAGES)])
        if not ready:
            self._make(folder)
        return python_of(folder)

    def _have_packages(self, wanted: Sequence[Package]) -> None:
        lacking = packages.missing(wanted)
        if not lacking:
            return
        if not packages.is_debian():
            signs = " ".join(package.sign for package in lacking)
            self.say(self.t(N_("Install with your package manager what holds: {names}"), names=signs))
        elif packages.may_install():
            names = " ".join(package.name for package in lacking)
            self.say(self.t(N_("Installing packages of the system: {names}"), names=names))
            packages.install(lacking)
        else:
            line = packages.install_line(lacking)
            raise KitAppError(N_("Packages are missing. Run this line, then try again:\n{line}"), line=line)

    def _make(self, folder: Path) -> None:
        lock = FolderLock(folder.parent, f"{folder.name}.lock")
        self._wait_for(lock)
        try:
            if is_ready(folder, self.root):
                return
            self.say(self.t(N_("Preparing the program, once, in {folder}…"), folder=folder))
            if not _works(python_of(folder)):
                _run([sys.executable, "-m", "venv", "--clear", str(folder)])
            _run([str(python_of(folder)), *_INSTALL, "-r", str(self.root / LOCK_FILE)])
            for part in PARTS:
                if (folder / part.stamp).exists():
                    self._install(part, folder)
            (folder / STAMP).write_text(_fingerprint(folder, self.root), encoding="utf-8")
        finally:
            lock.release()

    def _wait_for(self, lock: FolderLock) -> None:
        told = False
        while True:
            try:
                lock.acquire()
                return
            except FolderInUseError:
                if not told:
                    self.say(self.t(N_("The program is being prepared by another command; waiting for it…")))
                told = True
            time.sleep(0.5)


_INSTALL = [
    *("-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"),
    *("--require-hashes", "--only-binary", ":all:"),
]


def show_line(line: str) -> None:
    """Write for the person at the terminal, in whatever characters that terminal knows."""
    encoding = sys.stderr.encoding or "ascii"
    sys.stderr.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stderr.flush()


def setup_here(say: Callable[[str], None]) -> Setup:
    """The set-up of the checkout that this module lies in, in the language of the user's system."""
    root = Path(__file__).resolve().parent.parent
    return Setup(root, load(resources_dir() / "i18n", system_language()), say)


def folder_for(root: Path) -> Path:
    """`.venv` in the checkout, or a folder in the user's cache where the checkout may not be written to."""
    beside = root / ".venv"
    if is_ready(beside, root) or is_writable(root):
        return beside
    mark = hashlib.sha256(str(root).encode()).hexdigest()[:12]
    return _cache_folder() / "sant-escape-kit" / f"environment-{mark}"


def python_of(folder: Path) -> Path:
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def is_ready(folder: Path, root: Path) -> bool:
    """True when the environment was made from today's lists by a Python that is still there."""
    stamp = folder / STAMP
    try:
        return (
            all(has_part(part, folder, root) for part in PARTS if (folder / part.stamp).exists())
            and python_of(folder).exists()
            and stamp.read_text(encoding="utf-8") == _fingerprint(folder, root)
        )
    except OSError:
        return False


def has_part(part: Part, folder: Path, root: Path) -> bool:
    """True when an optional part was added from today's list."""
    stamp = folder / part.stamp
    return stamp.exists() and stamp.read_text(encoding="utf-8") == _part_fingerprint(part, root)


def is_running_in(python: Path) -> bool:
    """True when this very process is run by the environment of `python`."""
    return Path(sys.prefix).resolve() == python.parent.parent.resolve()


def run_in(python: Path, arguments: Sequence[str]) -> int:
    """Go on as `python arguments…`: the same process where the system can do that, else a child."""
    command = [str(python), *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform != "win32":
        os.execv(command[0], command)
    else:
        return _wait_for_child(subprocess.Popen(command))


def _wait_for_child(child: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child was interrupted too and decides what that means


def _fingerprint(folder: Path, root: Path) -> str:
    """Changes with the list of pinned packages and with the Python that made the environment."""
    made_by = (folder / "pyvenv.cfg").read_text(encoding="utf-8")
    version = next((line for line in made_by.splitlines() if line.startswith("version")), "")
    parts = (root / LOCK_FILE).read_bytes(), version.encode(), str(python_of(folder).resolve()).encode()
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _part_fingerprint(part: Part, root: Path) -> str:
    """Changes with the list of the optional part."""
    return hashlib.sha256((root / part.lock).read_bytes()).hexdigest()


def _cache_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    else:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _works(python: Path) -> bool:
    if not python.exists():
        return False
    command = [str(python), "-m", "pip", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _run(command: Sequence[str]) -> None:
    result = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if result.returncode:
        raise KitAppError(
            N_("The program could not be prepared. The first start needs the internet, later ones do not."),
            result.stdout.strip(),
        )
