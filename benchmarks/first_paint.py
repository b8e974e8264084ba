"""From the start of the process to the first painted window, against a bare window of the same library."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time

from benchmarks.painted import FULL_PAGE
from benchmarks.processes import ROOT, environment, virtual_display
from benchmarks.rows import Row, median

REPETITIONS = 15
LONGEST_S = 60


def once(way: str, changed: dict[str, str]) -> tuple[dict[str, float], list[str]]:
    """Milliseconds from the start of a process until each moment, and the heavy modules it had loaded."""
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as home:
        homes = {"HOME": home, "XDG_DATA_HOME": home, "LOCALAPPDATA": home}
        command = [sys.executable, "-m", "benchmarks.painted", way]
        started = time.monotonic()
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(**homes, **changed),
            capture_output=True,
            encoding="utf-8",
            timeout=LONGEST_S,
            check=True,
        )
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return {name: (at - started) * 1000 for name, at in told["moments"].items()}, told["heavy"]


def rows_on(platform: str, changed: dict[str, str], repetitions: int) -> list[Row]:
    """The measurement on one platform of Qt, both ways in turn."""
    times: dict[str, list[float]] = {"bare": [], "window": [], FULL_PAGE: []}
    heavy: set[str] = set()
    for _ in range(repetitions):
        times["bare"].append(once("bare", changed)[0]["window"])
        moments, loaded = once("ours", changed)
        heavy.update(loaded)
        for name, value in moments.items():
            times[name].append(value)
    base = median(times["bare"])
    return [
        Row(metric=f"first painted window, {platform}", unit="ms", ours=median(times["window"]),
            baseline=base, goal="<= 1.3"),
        Row(metric=f"heavy modules loaded before it, {platform}{_named(heavy)}", ours=len(heavy),
            goal="<= 0", judges="ours"),
        Row(metric=f"first painted home page, {platform}", unit="ms", ours=median(times[FULL_PAGE]),
            baseline=base),
    ]  # fmt: skip


def _named(heavy: set[str]) -> str:
    return f" ({', '.join(sorted(heavy))})" if heavy else ""


def rows(*, is_short: bool = False) -> list[Row]:
    """Offscreen, and on an X server where one can be started."""
    repetitions = 5 if is_short else REPETITIONS
    found = rows_on("offscreen", {}, repetitions)
    with virtual_display() as display:
        if display is not None:
            found += rows_on("xcb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}, repetitions)
    return found
