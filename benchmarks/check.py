"""What a kit's author waits for: the check of the bundled kit; and the sample that IT people make first."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.processes import ROOT, environment
from benchmarks.rows import Row
from kit_app.content.check import check_kit
from kit_app.content.files import read_folder
from kit_app.content.kit_reader import read_kit
from kit_app.services.printing.judging import lacking, unfitting

KIT = ROOT / "resources" / "kits" / "sant-escape"
REPETITIONS = 5


def checked() -> None:
    """Structure, words, every variant in every sector and language dealt, solved and laid on paper."""
    problems = check_kit(read_folder(KIT), unfitting, lacking)
    assert not problems, problems[0]


def read() -> None:
    """What opening a kit costs: its files read, its structure and translations compared."""
    read_kit(read_folder(KIT))


def sample() -> None:
    """`main.py demo` in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "kit_app",
            "demo",
            "--out",
            str(Path(folder) / "demo"),
            "--lang",
            "fr",
        ]
        subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True)


def processor_s(act: Callable[[], None], repetitions: int) -> float:
    """The median of what some repetitions took of a core, in this process and in those that it started."""
    times = []
    for _ in range(repetitions):
        started = _used_s()
        act()
        times.append(_used_s() - started)
    return statistics.median(times)


def _used_s() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def rows(*, is_short: bool) -> list[Row]:
    """All of it keeps one core busy, so that processor time is what a person waits on a quiet machine."""
    repetitions = 1 if is_short else REPETITIONS
    check, kit, demo = (processor_s(act, repetitions) for act in (checked, read, sample))
    return [
        Row(
            metric="the kit's check, its fit to paper included",
            unit="s",
            ours=check,
            goal="<= 8",
            judges="ours",
        ),
        Row(metric="the kit read, as at each start", unit="s", ours=kit),
        Row(metric="demo: all papers, a whole game, its results", unit="s", ours=demo),
    ]


if __name__ == "__main__":
    for row in rows(is_short=True):
        sys.stdout.write(f"{row}\n")
