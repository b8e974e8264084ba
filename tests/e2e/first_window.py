"""How long a program takes from its start to its first painted window, told by Qt itself."""

import os
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
RULES = "qt.widgets.painting.info=true"


def milliseconds_to_the_first_window(*command: str | Path) -> float:
    """Start the program out of sight, in a home of its own, and end it once its window was painted."""
    with tempfile.TemporaryDirectory() as home:
        homes = {"HOME": home, "XDG_DATA_HOME": home, "LOCALAPPDATA": home}
        asked = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": RULES, "QT_FORCE_STDERR_LOGGING": "1"}
        started = time.monotonic()
        program = subprocess.Popen(
            list(map(str, command)),
            cwd=ROOT,
            env={**os.environ, **homes, **asked},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        try:
            assert program.stderr is not None
            said = []
            for line in program.stderr:
                if "Flushing" in line:
                    return (time.monotonic() - started) * 1000
                said.append(line)
            raise AssertionError("no window was painted: " + "".join(said)[-2000:])
        finally:
            program.kill()
            program.communicate()
