"""The program as a process that has loaded its modules: each line on stdin forks one, which may be killed.

A line is a JSON object: the `arguments`, and the pipes in the file system to read from and to write to. The
answer is the number of the process.
"""

import json
import os
import sys
from dataclasses import replace
from io import BufferedReader, BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

from kit_app.__main__ import main
from kit_app.bootstrap import open_services


def warm_up() -> None:
    """Open a room once, so that everything that is loaded on demand is there."""
    with TemporaryDirectory() as place:
        services = open_services(Path(place))
        draft = replace(services.sessions.draft(), name="Warm-up")
        services.runs.open(services.sessions.save(draft).plan.id).close()
        services.close()


def play(line: str) -> int:
    """In the child: the program with these pipes as its own."""
    wanted = json.loads(line)
    os.dup2(os.open(wanted["reads"], os.O_RDONLY), 0)
    os.dup2(os.open(wanted["writes"], os.O_WRONLY), 1)
    sys.stdin = TextIOWrapper(BufferedReader(FileIO(0, closefd=False)), encoding="utf-8")
    sys.stdout = TextIOWrapper(BufferedWriter(FileIO(1, "w", closefd=False)), encoding="utf-8")
    return main(wanted["arguments"])


def serve() -> None:
    """Fork a player for each line; wait for it before the next."""
    while line := sys.stdin.readline():
        child = os.fork()
        if child == 0:
            os._exit(play(line))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)


if __name__ == "__main__":
    warm_up()
    serve()
