"""Kill the program at random instants of a run: nothing that it acknowledged is lost, and it resumes."""

import random
from pathlib import Path

import pytest

from tests.e2e.program import lines, planned, read_lines, run, start

COMMANDS = [
    {"command": "AddNote", "text": "une note"},
    {"command": "EnterAnswer", "text": "XXXX"},
    {"command": "ShowMessage", "text": "Regardez les heures."},
    {"command": "ClearMessage"},
    {"command": "GiveHint", "puzzle": "P1", "level": 1},
    {"command": "WithdrawHint", "puzzle": "P1", "level": 1},
    {"command": "BlackOut", "on": True},
    {"command": "BlackOut", "on": False},
    {"command": "PauseRun"},
    {"command": "ResumeRun"},
    {"command": "AdjustTime", "minutes": 1},
    {"command": "TakeBack"},
]


def play_and_kill(data: Path, session: str, patience: int) -> list[dict]:
    """Events that the program acknowledged before it was killed, after about `patience` lines."""
    process = start(data, "play", session, "--team", "1", "--stdio")
    wanted = [{"command": "StartRun"}] + random.choices(COMMANDS, k=400)
    process.stdin.write(lines(wanted).encode())
    process.stdin.flush()
    heard = [process.stdout.readline() for _ in range(patience)]
    process.kill()
    rest, errors = process.communicate()
    assert b"Traceback" not in errors
    told = read_lines((b"".join(heard) + rest).decode())
    return [line for line in told if "seq" in line]


def kill_again_and_again(data: Path, times: int) -> None:
    session = planned(data)
    acknowledged: dict[int, dict] = {}
    for _ in range(times):
        for line in play_and_kill(data, session, random.randrange(0, 60)):
            assert line["seq"] not in acknowledged, "an event was told twice"
            acknowledged[line["seq"]] = line
        done = run(data, "journal", session, "--team", "1", "--json")
        assert done.returncode == 0, done.stderr
        stored = {line["seq"]: line for line in read_lines(done.stdout)}
        assert list(stored) == list(range(1, len(stored) + 1))
        assert {seq: stored[seq] for seq in acknowledged} == acknowledged
        acknowledged = stored
    done = run(data, "play", session, "--team", "1", "--stdio", stdin=lines([{"command": "Show"}]))
    assert done.returncode == 0, done.stderr
    first, *_, shown = read_lines(done.stdout)
    assert first["run"] == "resumed"
    assert first["events"] == len(acknowledged) > times
    assert shown["show"]["console"]["phase"] in ("playing", "paused")


def test_twenty_kills_lose_nothing(tmp_path):
    kill_again_and_again(tmp_path / "data", 20)


@pytest.mark.long
def test_two_hundred_kills_lose_nothing(tmp_path):
    kill_again_and_again(tmp_path / "data", 200)
