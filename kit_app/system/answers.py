"""What a small program of the system answers to a question; nothing when it is missing or slow."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from shutil import which

Ask = Callable[[Sequence[str]], str]

_LONGEST_S = 2.0


def answer(command: Sequence[str]) -> str:
    """The words on its standard output; empty when it failed. Takes two seconds at most and never raises."""
    if which(command[0]) is None:
        return ""
    try:
        done = subprocess.run(
            list(command),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_LONGEST_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
