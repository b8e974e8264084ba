"""Keeps the computer and its screens awake during a run; where that is impossible, nothing happens."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from types import TracebackType

log = logging.getLogger(__name__)

_COMMANDS = {
    "linux": [
        *("systemd-inhibit", "--what=idle:sleep", "--who=Sant'Escape Kit", "--why=A game is running"),
        *("--mode=block", "cat"),
    ],
    "darwin": ["caffeinate", "-d", "-i", "-s", "cat"],
}


_TRIED_S = 0.5


class KeepAwake:
    """Awake from `start` to `stop`. Both may be called at any time and never raise.

    On Linux and macOS a small companion process holds the request. It reads a pipe of ours, so that it ends
    with the program even when the program is killed.
    """

    def __init__(self, command: list[str] | None = None) -> None:
        self._command = _COMMANDS.get(sys.platform, []) if command is None else command
        self._companion: subprocess.Popen[bytes] | None = None

    @property
    def is_lost(self) -> bool:
        """Whether the system let go of a request that it had granted."""
        return self._companion is not None and self._companion.poll() is not None

    def is_granted(self) -> bool:
        """Whether a request lasts for a moment; it is made, waited for and withdrawn."""
        with self:
            if self._companion is None:
                return False
            try:
                self._companion.wait(_TRIED_S)
            except subprocess.TimeoutExpired:
                return True
            return False

    def start(self) -> None:
        if sys.platform == "win32":
            _set_windows_state(awake=True)
        else:
            self._start_companion()

    def _start_companion(self) -> None:
        if self.is_lost:
            self.stop()
        if self._companion is None and self._command and shutil.which(self._command[0]):
            self._companion = _started(self._command)

    def stop(self) -> None:
        if sys.platform == "win32":
            _set_windows_state(awake=False)
        elif self._companion is not None:
            _end(self._companion)
            self._companion = None

    def __enter__(self) -> KeepAwake:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def can_keep_awake(command: list[str] | None = None) -> bool:
    """Whether this system takes such a request, by making it for half a second. Never raises."""
    return sys.platform == "win32" or KeepAwake(command).is_granted()


def _started(command: list[str]) -> subprocess.Popen[bytes] | None:
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)
    except OSError as error:
        log.info("the computer may sleep: %s", error)
        return None


def _end(companion: subprocess.Popen[bytes]) -> None:
    try:
        companion.communicate(timeout=2)
    except (OSError, subprocess.TimeoutExpired) as error:
        log.info("the companion process is ended: %s", error)
        companion.kill()
        companion.communicate()


if sys.platform == "win32":
    import ctypes

    _CONTINUOUS = 0x80000000
    _SYSTEM_REQUIRED = 0x00000001
    _DISPLAY_REQUIRED = 0x00000002

    def _set_windows_state(*, awake: bool) -> None:
        wish = _SYSTEM_REQUIRED | _DISPLAY_REQUIRED if awake else 0
        if not ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | wish):
            log.info("the computer may sleep: the request was refused")
