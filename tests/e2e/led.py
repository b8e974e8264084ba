"""The other end of `tests.e2e.led_window`: starts the program, tells it what a person does, looks at it."""

import json
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from benchmarks.processes import OFFSCREEN
from kit_app.environment import folder_for, python_of
from tests.e2e.program import ROOT, environment

PATIENCE_S = 60.0
LOOK_EVERY_S = 0.02
TOLD_S = 2.0
"""Within this time a person is told what they must know."""


class Led:
    """A program at work. `led.click(name="pause")` and the like are the commands of `led_window`."""

    def __init__(
        self, command: list[str], folder: Path, errors: BinaryIO, changed: Mapping[str, str]
    ) -> None:
        self._errors = errors
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env={**environment(), "QT_QPA_PLATFORM": OFFSCREEN, "PYTHONFAULTHANDLER": "1", **changed},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        )

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda **values: self.ask(name, **values)

    def ask(self, do: str, **values: Any) -> Any:
        """What the program answers."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": do, **values}).encode() + b"\n")
        self.process.stdin.flush()
        is_said, _, _ = select.select([self.process.stdout], [], [], PATIENCE_S)
        line = self.process.stdout.readline() if is_said else b""
        assert line, f"no answer to {do}: {self.said()}"
        found = json.loads(line)
        assert "answer" in found, (do, values, found, self.said())
        return found["answer"]

    def said(self) -> str:
        """What it wrote for people at a terminal."""
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace")

    def until(self, claim: Callable[[dict[str, Any]], bool], what: str = "state") -> dict[str, Any]:
        """Look until the claim holds; the last look is the answer."""
        end = time.monotonic() + PATIENCE_S
        while True:
            seen = self.ask(what)
            if claim(seen):
                return seen
            assert time.monotonic() < end, seen
            time.sleep(LOOK_EVERY_S)

    def begin(self, language: str = "fr", labels: tuple[str, ...] = ("Les Indiscrets",)) -> None:
        """Plan a session, open its console, start the game."""
        self.plan(language=language, labels=list(labels))
        self.click(name="home-start")
        self.click(name="play-console")
        self.click(name="next-step")

    def end(self) -> None:
        """The process is over, however it went; a traceback on the way fails the test."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        said = self.said()
        assert "Traceback" not in said, said


@contextmanager
def led(
    data: Path,
    language: str = "fr",
    changed: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
    checkout: Path | None = None,
) -> Iterator[Led]:
    """A program that is ended after the test. `before` is what its command line begins with.

    `checkout` (None: this one) has an environment of its own.
    """
    python = python_of(folder_for(checkout)) if checkout else sys.executable
    command = [*before, str(python), "-m", "tests.e2e.led_window", str(data), language]
    with tempfile.TemporaryFile() as errors:
        one = Led(command, checkout or ROOT, errors, changed or {})
        try:
            yield one
        finally:
            one.end()


def told(program: Led, ident: str, begun: float | None = None) -> dict[str, Any]:
    """The state once a banner is there, which must not take long since `begun` (None: since now)."""
    begun = time.monotonic() if begun is None else begun
    seen = program.until(lambda seen: ident in seen["banners"])
    assert time.monotonic() - begun < TOLD_S, seen["banners"]
    return seen
