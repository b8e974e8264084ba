"""A whole night of ticks in the real windows: no abort, references and memory flat."""

import json
import subprocess
import sys
from typing import Any

import pytest

from benchmarks.processes import ROOT, answer_of, environment
from benchmarks.soak import DAY_STEP_MS, DAY_TICKS, ROOM, TICK_MS

MOST_KIB = 250 * 1024
MOST_GROWTH = 5
"""In percent, after the warm-up."""
MOST_PROCESSOR = 2
"""Percent of a core above a window in which nothing moves."""
MINUTES = 20
SOAK = """
import json, sys
from benchmarks.soak import soaked
ticks, teams, step_ms = map(int, sys.argv[1:])
samples = soaked(ticks, teams=teams, step_ms=step_ms)
none, true = samples.change(samples.of_none), samples.change(samples.of_true)
print(json.dumps({"ticks": samples.ticks, "none": none, "true": true, "growth": samples.growth(),
    "most_kib": max(samples.resident_kib)}))
"""


def soaked(ticks: int, teams: int, step_ms: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", SOAK, str(ticks), str(teams), str(step_ms)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=1800,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["ticks"] == ticks
    return found


@pytest.mark.long
@pytest.mark.parametrize(
    ("ticks", "teams", "step_ms"), [(100_000, 1, TICK_MS), (DAY_TICKS, ROOM, DAY_STEP_MS)]
)
def test_a_night_of_ticks_loses_no_reference_and_no_memory(ticks: int, teams: int, step_ms: int):
    found = soaked(ticks, teams, step_ms)
    assert found["none"] > -100
    assert found["true"] > -100
    assert found["growth"] < MOST_GROWTH
    assert found["most_kib"] < MOST_KIB


@pytest.mark.long
def test_six_teams_on_a_real_clock_need_little_of_the_computer():
    led = answer_of("benchmarks.soak", "minutes", str(MINUTES))
    still = answer_of("benchmarks.soak", "still", "30")
    assert led["growth"] < MOST_GROWTH
    assert led["resident_kib"] < MOST_KIB
    assert led["processor"] - still["processor"] < MOST_PROCESSOR
