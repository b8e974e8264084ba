"""Both commands in a bare Debian with Python and git only: set up, and then once more without a network."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = "/usr/bin/python3"
SETTINGS = ("/etc/pip.conf", "/etc/resolv.conf", "/etc/ssl/certs/ca-certificates.crt", "/etc/apt/apt.conf.d")
ENTER = (
    'root=$1; shift; mount -t proc proc "$root/proc"; '
    'for d in $FOLDERS; do mkdir -p "$root$d"; mount --rbind "$d" "$root$d"; done; '
    'exec chroot "$root" "$@"'
)

Bare = Callable[..., subprocess.CompletedProcess[str]]


def why_not() -> str:
    """Why no bare system can be made here, or nothing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root on Linux can make a bare system"
    if not all(map(shutil.which, ("debootstrap", "unshare", "chroot"))):
        return "debootstrap, unshare or chroot is missing"
    if subprocess.run(["unshare", "-mn", "true"], check=False).returncode:
        return "this system does not let us unshare mounts and the network"
    return ""


REASON = why_not()
pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(REASON), reason=REASON)]


def folders_of_pip() -> list[str]:
    """Local folders that this machine's pip takes packages from; an index may point to files beside it."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    words = listed.replace("'", " ").replace("=", " ").replace("file://", "").split()
    folders = [Path(word) for word in words if word.startswith("/") and Path(word).is_dir()]
    return sorted({str(folder.parent if folder.name == "simple" else folder) for folder in folders})


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    """Runs a command in the checkout inside a bare system; `online=False` takes its network away."""
    root = tmp_path_factory.mktemp("bare") / "root"
    made = subprocess.run(
        ["debootstrap", "--variant=minbase", "--include=python3,git,ca-certificates", "bookworm", str(root)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if made.returncode:
        pytest.skip("debootstrap found no packages: " + made.stdout[-200:])
    for setting in filter(os.path.exists, SETTINGS):
        copy_to(root, Path(setting))
    user = Path.home() / ".config" / "pip" / "pip.conf"
    if user.is_file():
        shutil.copy(user, root / "etc" / "pip-user.conf")
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(root / "src")], check=True)

    def run(*command: str, online: bool = True) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        environment["FOLDERS"] = " ".join(["/dev", *folders_of_pip()])
        if user.is_file():
            environment["PIP_CONFIG_FILE"] = "/etc/pip-user.conf"
        space = ["unshare", "-m"] if online else ["unshare", "-mn"]
        inside = ["sh", "-c", 'cd /src && exec "$@"', "sh", *command]
        return subprocess.run(
            [*space, "sh", "-c", ENTER, "sh", str(root), *inside],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    yield run
    if not (root / "dev").is_mount():
        shutil.rmtree(root, ignore_errors=True)


def copy_to(root: Path, source: Path) -> None:
    target = root / source.relative_to("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        shutil.copy(source, target)


def test_both_commands_set_up_what_they_need_and_need_no_network_afterwards(bare: Bare) -> None:
    asked = bare("setpriv", "--reuid=65534", PYTHON, "main.py", "--version")
    assert asked.returncode == 1
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1" in asked.stderr

    first = bare(PYTHON, "main.py", "--version")
    assert first.returncode == 0, first.stderr
    again = bare(PYTHON, "main.py", "--version", online=False)
    assert (again.returncode, again.stderr) == (0, "")

    tests = bare(PYTHON, "-m", "tests", "-q", "tests/unit/system", "tests/ui")
    assert tests.returncode == 0, tests.stdout[-3000:] + tests.stderr[-1000:]
    again = bare(PYTHON, "-m", "tests", "-q", "tests/unit/system", online=False)
    assert again.returncode == 0, again.stdout[-3000:]
