"""The program as a process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

SESSION = """
name = "Unités B et C"
facility = "Hôpital de Brévalon"
date = "2026-11-24"

[[teams]]
label = "Les Indiscrets"
size = 5
"""


def command(data: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "kit_app", "--data", str(data), "--lang", "en", *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONIOENCODING": "utf-8", "QT_QPA_PLATFORM": "offscreen"}


def run(data: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The program from its start to its end."""
    return subprocess.run(
        command(data, *arguments),
        cwd=ROOT,
        env=environment(),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def start(data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The program, to be talked with."""
    return subprocess.Popen(
        command(data, *arguments),
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def lines(values: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def read_lines(text: str) -> list[dict[str, Any]]:
    """The objects of whole lines; a line that was cut off is left out."""
    return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]


def planned(data: Path, seed: str = "1", labels: tuple[str, ...] = ("Les Indiscrets",)) -> str:
    """The id of a new session of these teams."""
    data.mkdir(parents=True, exist_ok=True)
    file = data / "session.toml"
    teams = "".join(f'\n[[teams]]\nlabel = "{label}"\nsize = 5\n' for label in labels)
    file.write_text(SESSION.partition("\n[[teams]]")[0] + teams, encoding="utf-8")
    done = run(data, "session", "new", "--file", str(file), "--seed", seed)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
