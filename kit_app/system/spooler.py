"""Hand a PDF to the printing queue of the system as it is (CUPS), where there is one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from shutil import which
from typing import Literal

from kit_app.errors import PrintError
from kit_app.i18n import N_

ANSWER_S = 20
LOCAL_QUEUE = "/run/cups/cups.sock"
_SERVER = "CUPS_SERVER"
_CHOICES = (Path("/etc/cups/client.conf"), Path.home() / ".cups" / "client.conf")
Sides = Literal["one-sided", "two-sided-long-edge", "two-sided-short-edge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoolJob:
    """What to do with a PDF: pages (from 0), copies, sides, and the media's name, e.g. A4."""

    title: str
    pages: tuple[int, ...]
    copies: int = 1
    sides: Sides = "one-sided"
    media: str = "A4"
    in_grey: bool = False


def ask_locally(
    environment: MutableMapping[str, str] = os.environ, choices: Iterable[Path] = _CHOICES
) -> None:
    """Have the list of printers asked of this computer by its own socket, never by the network.

    Where nothing prints, CUPS would else try its port on this computer. A computer whose own settings name
    another one to print by keeps them.
    """
    if sys.platform == "linux" and _SERVER not in environment and not any(map(_names_a_server, choices)):
        environment[_SERVER] = LOCAL_QUEUE


def _names_a_server(choice: Path) -> bool:
    try:
        lines = choice.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any(line.split()[:1] == ["ServerName"] for line in lines)


def takes_pdf(printer: str) -> bool:
    """Whether `printer` is a queue that takes PDF files whole. Never raises."""
    if not printer or which("lp") is None:
        return False
    try:
        answer = subprocess.run(
            ["lpstat", "-e"], capture_output=True, encoding="utf-8", timeout=ANSWER_S, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return printer in answer.stdout.split()


def submit(printer: str, pdf: bytes, job: SpoolJob) -> str:
    """Queue the pages of `pdf` at true size; the queue's name for the job. Raises PrintError."""
    command = ["lp", "-d", printer, "-t", job.title, "-n", str(job.copies), "-P", page_ranges(job.pages)]
    command += ["-o", "print-scaling=none", "-o", f"media={job.media}", "-o", f"sides={job.sides}"]
    if job.in_grey:
        command += ["-o", "print-color-mode=monochrome"]
    try:
        answer = subprocess.run(command, input=pdf, capture_output=True, timeout=ANSWER_S, check=True)
    except subprocess.CalledProcessError as cause:
        raise _refused(printer, cause.stderr.decode("utf-8", "replace").strip()) from cause
    except (OSError, subprocess.SubprocessError) as cause:
        raise _refused(printer, str(cause)) from cause
    return answer.stdout.decode("utf-8", "replace").strip()


def page_ranges(pages: tuple[int, ...]) -> str:
    """Pages (from 0) as queues want them, from 1: `1-3,5`."""
    wanted = sorted(set(pages))
    parts = []
    for _, run in groupby(enumerate(wanted), key=lambda pair: pair[1] - pair[0]):
        numbers = [page + 1 for _, page in run]
        parts.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}")
    return ",".join(parts)


def _refused(printer: str, reason: str) -> PrintError:
    return PrintError(
        N_("The printer {printer} did not take the sheets. Is it switched on and not paused?"),
        (),
        reason,
        printer=printer,
    )
