"""The program with its modules loaded and its kit read: each line on stdin forks one, which may be killed.

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
from kit_app.content import files, kit_reader
from kit_app.domain.kit import Kit


def remember_kits() -> None:
    """Read each kit once: what a forked program knows from the start is not read and checked again."""
    read, known = kit_reader.read_kit, {}

    def remembered(of: files.KitFiles) -> Kit:
        digest = files.digest(of)
        if digest not in known:
            known[digest] = read(of)
        return known[digest]

    kit_reader.read_kit = remembered


def warm_up() -> None:
    """Open a room once, so that everything that is loaded on demand is there."""
    remember_kits()
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
