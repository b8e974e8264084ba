"""The program on the command line as a process that may be killed: started cold, or forked warm."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from tests.e2e.program import ROOT, environment, start

COLD_STARTS = 2


class Player:
    """A started program: `writes` goes to it, `reads` comes from it."""

    def __init__(self, writes: IO[bytes], reads: IO[bytes], kill: Callable[[], None]) -> None:
        self.writes = writes
        self.reads = reads
        self._kill = kill

    def kill(self) -> bytes:
        """Kill it; what it had still said."""
        self._kill()
        rest = b"" if self.reads.closed else self.reads.read()
        for pipe in (self.reads, self.writes):
            try:
                pipe.close()
            except BrokenPipeError:
                continue
        return rest


def cold(data: Path, *arguments: str) -> Player:
    """The program from the very beginning."""
    process = start(data, *arguments)

    def kill() -> None:
        process.kill()
        process.wait()
        assert b"Traceback" not in process.stderr.read()
        process.stderr.close()

    return Player(process.stdin, process.stdout, kill)


@contextmanager
def warm(folder: Path) -> Iterator[Callable[..., Player]]:
    """The program from where it has loaded its modules."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.warm_program"],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    pipes = folder / "reads", folder / "writes"
    for pipe in pipes:
        os.mkfifo(pipe)

    def begin(data: Path, *arguments: str) -> Player:
        wanted = {"arguments": ["--data", str(data), "--lang", "en", *arguments]}
        wanted |= {"reads": str(pipes[0]), "writes": str(pipes[1])}
        server.stdin.write(json.dumps(wanted) + "\n")
        server.stdin.flush()
        child = int(server.stdout.readline())
        writes, reads = pipes[0].open("wb"), pipes[1].open("rb")
        return Player(writes, reads, lambda: end(child))

    def end(child: int) -> None:
        with suppress(ProcessLookupError):  # it had come to its end by itself
            os.kill(child, signal.SIGKILL)

    try:
        yield begin
    finally:
        server.stdin.close()
        server.wait()
        server.stdout.close()


@contextmanager
def mostly_warm(folder: Path) -> Iterator[Callable[..., Player]]:
    """The first starts from the very beginning, the others warm where the system can fork."""
    if not hasattr(os, "fork"):
        yield cold
        return
    starts = 0
    with warm(folder) as begin_warm:

        def begin(data: Path, *arguments: str) -> Player:
            nonlocal starts
            starts += 1
            return (cold if starts <= COLD_STARTS else begin_warm)(data, *arguments)

        yield begin
