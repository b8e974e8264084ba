"""The wheel: built as anybody builds one, installed where no checkout is, it makes the whole sample."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from kit_app.environment import python_of

ROOT = Path(__file__).resolve().parent.parent.parent
INSTALL = ("-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
SAMPLE = ("results.csv", "results.pdf", "console.png", "player.png", "end.png")

pytestmark = pytest.mark.long


def run(*command: str | Path, where: Path, home: Path) -> str:
    """What a command says; it does not see the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    folders = {"HOME": str(home), "XDG_DATA_HOME": str(home), "LOCALAPPDATA": str(home)}
    pip = {} if "PIP_CONFIG_FILE" in kept else {"PIP_CONFIG_FILE": str(Path.home() / ".config/pip/pip.conf")}
    done = subprocess.run(
        list(map(str, command)),
        cwd=where,
        env={**kept, **folders, **pip, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("building")
    run(sys.executable, "-m", "venv", place / "tools", where=place, home=place)
    tools = python_of(place / "tools")
    lock = ROOT / "requirements-bundle.lock"
    run(tools, *INSTALL, "--require-hashes", "--only-binary", ":all:", "-r", lock, where=place, home=place)
    run(
        tools,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        place / "out",
        ROOT,
        where=place,
        home=place,
    )
    return next((place / "out").glob("*.whl"))


def test_the_wheel_holds_the_resources_once_and_nothing_of_the_tests(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kit_app", "printables"}
    here = {
        path.relative_to(ROOT / "resources").as_posix()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    there = {
        name.removeprefix("kit_app/resources/") for name in names if name.startswith("kit_app/resources/")
    }
    assert there == here
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_program_makes_the_sample(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "where it is", where=tmp_path, home=tmp_path)
    python = python_of(tmp_path / "where it is")
    run(python, *INSTALL, wheel, where=tmp_path, home=tmp_path)
    program = python.with_name("sant-escape-kit.exe" if os.name == "nt" else "sant-escape-kit")
    assert run(program, "--version", where=tmp_path, home=tmp_path).strip() == wheel.name.split("-")[1]
    said = run(program, "demo", "--out", "l'essai d’été", where=tmp_path, home=tmp_path)
    made = {path.name for path in (tmp_path / "l'essai d’été").iterdir()}
    assert set(SAMPLE) <= made
    assert len([name for name in made if name.endswith(".pdf")]) >= 3
    assert all(Path(tmp_path, line).is_file() for line in said.splitlines())
