"""Data and papers in folders with accents, spaces, quotes and 200 characters."""

import json
import sys
from pathlib import Path

import pytest

from tests.e2e.program import lines, planned, run

LONG = 200
PART = "Hôpital de l’Été – unité « B & C » n° 4"

pytestmark = pytest.mark.long


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    """A folder whose path has 200 characters, as far as the system gives room for more."""
    place = tmp_path
    while len(str(place / PART)) < LONG:
        place /= PART
    place /= "é" * (LONG - len(str(place)) - 1)
    place.mkdir(parents=True)
    assert len(str(place)) == LONG
    return place


@pytest.mark.skipif(sys.platform == "win32", reason="260 characters are the most there, files included")
def test_a_session_is_planned_printed_played_copied_and_put_back_there(deep: Path) -> None:
    data, out = deep / "mes données", deep / "à imprimer"
    session = planned(data)
    printed = run(data, "print", session, "--out", str(out))
    assert printed.returncode == 0, printed.stderr
    assert [path for path in out.rglob("*.pdf") if path.read_bytes()[:5] == b"%PDF-"]
    shown = json.loads(run(data, "session", "show", session, "--json").stdout)
    answers = [puzzle["answer"] for puzzle in shown["deals"][0]["puzzles"]]
    commands = [
        {"command": "StartRun"},
        *({"command": "EnterAnswer", "text": one} for one in answers),
        {"command": "EndRun"},
    ]
    played = run(data, "play", session, "--team", "1", "--stdio", stdin=lines(commands))
    assert played.returncode == 0, played.stderr
    assert "won" in run(data, "results", session).stdout
    told = run(data, "self-test")
    assert str(data) in told.stdout
    assert "written and read back" in told.stdout
    carried = run(data, "session", "export", session, "--out", str(deep / "à emporter.session"))
    assert carried.returncode == 0, carried.stderr
