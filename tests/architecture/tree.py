"""The files of the project as its tests see them, and copies of them to plant mistakes in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MADE_BY_TOOLS = {"__pycache__", "build", "dist", "kit-demo", "node_modules"}
TEXT = {
    "",
    ".cfg",
    ".desktop",
    ".in",
    ".json",
    ".ps1",
    ".spec",
    ".lock",
    ".md",
    ".po",
    ".py",
    ".svg",
    ".toml",
    ".txt",
    ".yml",
}


def files(root: Path = ROOT) -> Iterator[Path]:
    """Every file of the project, without what tools leave behind."""
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name == ".ci" or not name.startswith(".")]
        folders[:] = [
            name
            for name in folders
            if name not in MADE_BY_TOOLS and Path(folder, name) != root / "benchmarks/results"
        ]
        yield from (Path(folder, name) for name in names if not name.startswith(".venv") and name != ".git")


def text_files() -> list[Path]:
    return sorted(path for path in files() if path.suffix in TEXT)


def modules(*places: str) -> list[Path]:
    """Python files of the named places at the top of the project."""
    return sorted(
        path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in places
    )


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def copy_code(target: Path) -> Path:
    """The two packages and the configuration of the checks, free to be spoilt."""
    for package in ("kit_app", "printables"):
        shutil.copytree(ROOT / package, target / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", target)
    return target


def run_tool(name: str, *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a tool of the environment that these tests run in."""
    tool = shutil.which(name, path=str(Path(sys.executable).parent))
    assert tool is not None, f"{name} is not installed beside {sys.executable}"
    return subprocess.run([tool, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False)
