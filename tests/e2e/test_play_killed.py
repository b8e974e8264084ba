"""Kill the program at random instants of a run: nothing that it acknowledged is lost, and it resumes."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kit_app.services.command_lines import event_line
from kit_app.storage.store import open_store
from tests.e2e.players import Player, cold, mostly_warm
from tests.e2e.program import lines, planned, read_lines, run

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


def play_and_kill(player: Player, patience: int) -> list[dict]:
    """Events that the program acknowledged before it was killed, after about `patience` lines."""
    wanted = [{"command": "StartRun"}] + random.choices(COMMANDS, k=400)
    player.writes.write(lines(wanted).encode())
    player.writes.flush()
    heard = [player.reads.readline() for _ in range(patience)]
    rest = player.kill()
    told = read_lines((b"".join(heard) + rest).decode())
    return [line for line in told if "seq" in line]


def events_of(data: Path, session: str) -> dict[int, dict]:
    """All events on the disk, as the program tells them."""
    store = open_store(data, 0, exclusive=False)
    found = [one for run in store.journal.runs(session) for one in store.journal.events(run.id)]
    store.close()
    return {one.seq: json.loads(json.dumps(event_line(one))) for one in found}


def kill_again_and_again(data: Path, times: int, begin: Callable[..., Player]) -> None:
    session = planned(data)
    acknowledged: dict[int, dict] = {}
    for _ in range(times):
        player = begin(data, "play", session, "--team", "1", "--stdio")
        for line in play_and_kill(player, random.randrange(0, 60)):
            assert line["seq"] not in acknowledged, "an event was told twice"
            acknowledged[line["seq"]] = line
        stored = events_of(data, session)
        assert list(stored) == list(range(1, len(stored) + 1))
        assert {seq: stored[seq] for seq in acknowledged} == acknowledged
        acknowledged = stored
    done = run(data, "journal", session, "--team", "1", "--json")
    assert done.returncode == 0, done.stderr
    assert {line["seq"]: line for line in read_lines(done.stdout)} == acknowledged
    done = run(data, "play", session, "--team", "1", "--stdio", stdin=lines([{"command": "Show"}]))
    assert done.returncode == 0, done.stderr
    first, *_, shown = read_lines(done.stdout)
    assert first["run"] == "resumed"
    assert first["events"] == len(acknowledged) > times
    assert shown["show"]["console"]["phase"] in ("playing", "paused")


@pytest.mark.long
def test_four_kills_lose_nothing(tmp_path: Path) -> None:
    with mostly_warm(tmp_path) as begin:
        kill_again_and_again(tmp_path / "data", 4, begin)


@pytest.mark.long
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path / "data", 200, cold)
