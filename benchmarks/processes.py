"""Parts of measurements that need a process, a display or a data folder of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SCREENS = os.path.relpath(ROOT / "tests" / "screens.json", ROOT).replace("\\", "/")
OFFSCREEN = f"offscreen:configfile={SCREENS}"
"""Two displays that nobody sees: a laptop's of 1366 × 768 and a projector's of 1920 × 1080."""


def environment(**changes: str) -> dict[str, str]:
    """This process's environment, offscreen unless `changes` say otherwise."""
    return {**os.environ, "QT_QPA_PLATFORM": OFFSCREEN, "PYTHONDONTWRITEBYTECODE": "", **changes}


def answer_of(module: str, *arguments: str, changed: Mapping[str, str] | None = None) -> Any:
    """What `python -m module …` writes as its last line of JSON."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment(**(changed or {})),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout.strip().splitlines()[-1])


@contextmanager
def virtual_display() -> Iterator[str | None]:
    """The name of an X display that nobody sees; None where there is no Xvfb."""
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as line:
            number = line.readline().strip()
        yield f":{number}" if number else None
    finally:
        server.terminate()
        server.wait()


@contextmanager
def busy_cores() -> Iterator[None]:
    """Every core has something else to do: one process each that only counts."""
    loop = [sys.executable, "-c", "while True: pass"]
    others = [subprocess.Popen(loop) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for one in others:
            one.kill()
            one.wait()


def resident_kib() -> int:
    """Memory of this process that is in use now; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
