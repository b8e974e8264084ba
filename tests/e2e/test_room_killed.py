"""Kill the program at random instants while three teams play: nothing that it acknowledged is lost."""

import json
import os
import random
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from kit_app.bootstrap import open_services
from kit_app.services.command_lines import event_line
from kit_app.storage.store import open_store
from tests.e2e.players import Player, cold, mostly_warm, warm
from tests.e2e.program import lines, planned, read_lines

TEAMS = (1, 2, 3)
LABELS = ("Les Indiscrets", "Les Fouineurs", "Les Pies")
USABLE_S = 3.0
ONE = [
    {"command": "AddNote", "text": "une note"},
    {"command": "EnterAnswer", "text": "XXXX"},
    {"command": "GiveHint", "puzzle": "P1", "level": 1},
    {"command": "WithdrawHint", "puzzle": "P1", "level": 1},
    {"command": "PauseRun"},
    {"command": "ResumeRun"},
    {"command": "AdjustTime", "minutes": 1},
    {"command": "TakeBack"},
]
ALL = [
    {"command": "BlackOut", "on": True},
    {"command": "BlackOut", "on": False},
    {"command": "PauseRun"},
    {"command": "ResumeRun"},
    {"command": "AdjustTime", "minutes": 1},
    {"command": "ClearMessage"},
    {"command": "TakeBack"},
]


class Killed:
    """A game of three teams that is killed again and again; `begin` starts the program with arguments."""

    def __init__(self, data: Path, begin: Callable[..., Player]) -> None:
        self.data = data
        self.begin = begin
        self.session = planned(data, labels=LABELS)
        self.known: dict[tuple[int, int], dict] = {}
        self._numbers = count(1)

    def script(self, length: int) -> list[dict]:
        """What is asked of one team or of all; each message to all is another."""
        asked: list[dict] = [{"command": "StartRun"}]
        for _ in range(length):
            if random.random() < 0.3:
                asked.append({"command": "ShowMessage", "text": f"À tous {next(self._numbers)}"})
            elif random.random() < 0.5:
                asked.append(random.choice(ALL))
            else:
                asked.append({**random.choice(ONE), "team": random.choice(TEAMS)})
        return asked

    def again(self) -> None:
        """Play, kill, and compare what was acknowledged with what is stored."""
        told = self._play_and_kill(random.randrange(0, 90))
        for line in told:
            key = line["team"], line["seq"]
            assert key not in self.known, "an event was told twice"
            self.known[key] = line
        stored = self.stored()
        for team in TEAMS:
            places = [seq for whose, seq in stored if whose == team]
            assert places == list(range(1, len(places) + 1))
        assert {key: stored[key] for key in self.known} == self.known
        self._all_or_none(stored)
        self.known = stored

    def _play_and_kill(self, patience: int) -> list[dict]:
        player = self.begin(self.data, "play", self.session, "--all", "--stdio")
        player.writes.write(lines(self.script(120)).encode())
        player.writes.flush()
        heard = [player.reads.readline() for _ in TEAMS]
        heard += [player.reads.readline() for _ in range(patience)]
        rest = player.kill()
        found = read_lines((b"".join(heard) + rest).decode())
        return [line for line in found if "seq" in line]

    def stored(self) -> dict[tuple[int, int], dict]:
        """All events on the disk, as the program tells them."""
        store = open_store(self.data, 0, exclusive=False)
        runs = {run.team: run.id for run in store.journal.runs(self.session)}
        found = {
            (team, one.seq): json.loads(json.dumps({"team": team, **event_line(one)}))
            for team in sorted(runs)
            for one in store.journal.events(runs[team])
        }
        store.close()
        return found

    @staticmethod
    def _all_or_none(stored: dict[tuple[int, int], dict]) -> None:
        """What was shown to all, all have, at the same moment."""
        shown: dict[str, list[tuple[int, int]]] = {}
        for (team, _seq), line in stored.items():
            is_new = line["event"] == "MessageShown" and not line["undoes"]
            if is_new and line["text"].startswith("À tous"):
                shown.setdefault(line["text"], []).append((team, line["wall_ms"]))
        for text, seen in shown.items():
            assert sorted(team for team, _wall in seen) == list(TEAMS), text
            assert len({wall for _team, wall in seen}) == 1, text

    def check_end(self) -> None:
        """It opens once more with every event."""
        player = self.begin(self.data, "play", self.session, "--all", "--stdio")
        player.writes.write(lines([{"command": "Show"}]).encode())
        player.writes.close()
        told = read_lines(player.reads.read().decode())
        player.kill()
        runs = [line for line in told if "run" in line]
        assert [line["run"] for line in runs] == ["resumed"] * 3
        assert sum(line["events"] for line in runs) == len(self.known)
        views = [line["show"]["console"] for line in told if "show" in line]
        assert {view["phase"] for view in views} <= {"playing", "paused", "guided"}

    def opening_s(self) -> float:
        """The processor's time that it takes to have all teams again, whatever else it is busy with."""
        began = time.process_time()
        services = open_services(self.data)
        room = services.runs.open(self.session)
        assert len(room.screens()) == len(TEAMS)
        took = time.process_time() - began
        room.close()
        services.close()
        return took


def test_four_kills_of_three_teams_lose_nothing(tmp_path: Path) -> None:
    with mostly_warm(tmp_path) as begin:
        killed = Killed(tmp_path / "data", begin)
        for _ in range(4):
            killed.again()
        killed.check_end()


@pytest.mark.long
def test_twenty_kills_from_the_very_beginning_lose_nothing(tmp_path: Path) -> None:
    killed = Killed(tmp_path / "data", cold)
    for _ in range(20):
        killed.again()
    killed.check_end()


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a loaded program")
@pytest.mark.parametrize("chunk", range(10))
def test_a_thousand_kills_of_three_teams_lose_nothing(tmp_path: Path, chunk: int) -> None:
    with warm(tmp_path) as begin:
        killed = Killed(tmp_path / "data", begin)
        for _ in range(100):
            killed.again()
        killed.check_end()
        assert killed.opening_s() < USABLE_S
