"""The log and the report of a bug without anything that a person typed: for those who mend the program.

Nothing is looked for and struck out: a line is kept as far as it is known to be the program's own words.
"""

from __future__ import annotations

import re
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

LOG_NAME = "sant-escape-kit.log"
LEFT_OUT = "…"

_ENTRY = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+) ([\w.]+): (.*)")
_PLACE = re.compile(r'  File "(.+)", line (\d+), in ([\w.<>]+)')
_FAULT = re.compile(r"([\w.]+)(?:: (.*))?")
_TRACEBACK = "Traceback (most recent call last):"
_BETWEEN = (
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:",
)
_OF_CODE = (
    *("AttributeError", "ImportError", "IndexError", "ModuleNotFoundError", "NameError"),
    *("NotImplementedError", "RecursionError", "TypeError", "UnboundLocalError", "ZeroDivisionError"),
)
"""Faults whose sentence speaks of code only; that of others may hold what somebody typed."""
_PATH = re.compile(r"\([^)]*[/\\][^)]*\)")
_OF_QT = re.compile(r"Q\w+::\w+")
_OURS = re.compile(r"(kit_app|printables)\b")
_CODE_FOLDERS = ("kit_app", "printables", "site-packages")


def bare_report(error: BaseException) -> str:
    """The traceback of a bug: places in the code, and no value that may be somebody's."""
    return "\n".join(_bare("".join(traceback.format_exception(error)).splitlines()))


def last_lines(log: Path, count: int) -> tuple[str, ...]:
    """The last lines of a log file, bare; none when it cannot be read."""
    try:
        with log.open(encoding="utf-8", errors="replace") as lines:
            return tuple(deque(_bare(line.rstrip("\r\n") for line in lines), maxlen=count))
    except OSError:
        return ()


def _bare(lines: Iterable[str]) -> Iterator[str]:
    """What is known of each line; of a line that is not known, nothing."""
    is_trace = False
    for line in lines:
        entry = _ENTRY.fullmatch(line)
        if entry is not None:
            is_trace = False
            yield f"{entry[1]} {entry[2]}: {_words(entry[2], entry[3])}"
        elif line == _TRACEBACK:
            is_trace = True
            yield line
        elif line in _BETWEEN:
            yield line
        elif is_trace:
            place = _PLACE.fullmatch(line)
            if place is not None:
                yield f"  {_in_code(place[1])}:{place[2]} {place[3]}"
            elif not line.startswith(" "):  # the source between the places is left out: they say which it is
                is_trace = False
                yield _fault(line)


def _words(logger: str, message: str) -> str:
    """The program's own words; values come after a colon, in each of its lines."""
    if _OURS.match(logger):
        own, colon, _values = message.partition(":")
        return f"{own}: {LEFT_OUT}" if colon else own
    of_qt = _OF_QT.match(message)
    return f"{of_qt[0]}: {LEFT_OUT}" if of_qt else LEFT_OUT


def _fault(line: str) -> str:
    found = _FAULT.fullmatch(line)
    if found is None:
        name, sentence = line.partition(":")[0].split(" ")[0], LEFT_OUT
    else:
        name, sentence = found[1], found[2] or ""
    if sentence and name not in _OF_CODE:
        sentence = LEFT_OUT
    return f"{name}: {_PATH.sub(f'({LEFT_OUT})', sentence)}" if sentence else name


def _in_code(path: str) -> str:
    """A file of the code from its package on; of any other only its name."""
    parts = path.replace("\\", "/").split("/")
    for place, part in enumerate(parts):
        if part in _CODE_FOLDERS:
            return "/".join(parts[place:])
    return parts[-1]
