"""One TOML file of a kit: its data and the line of each key, and problems that name them."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from threading import Lock
from typing import Any

from kit_app.content.toml_lines import KeyPath, key_lines, nearest
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_

_REMEMBERED = 2 * 1024 * 1024
"""So many bytes of files are not read again while they stay as they are: those of a kit that is being
written, and of the one it began with. What is read of them takes thirty times as much memory."""

SHORT = 3
"""Words of up to so many letters are all alike: for them only the case may be guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that could be read as TOML, or an empty one in the place of a file that could not.

    `files` names, for keys that an overlay brought, the overlay's file; their lines are those of that file.
    """

    file: str
    data: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    files: Mapping[KeyPath, str] = field(default_factory=dict)
    is_read: bool = False

    def problem(self, path: KeyPath, message: str, **values: str) -> KitProblem:
        """A problem at `path`, or at what stands around it, in the file that brought it.

        Of a table that an overlay has a part in, that part is named.
        """
        where = nearest(self.lines, path)
        if where == path and where not in self.files:
            where = next((part for part in self.files if path and part[: len(path)] == path), where)
        line = self.lines.get(where, 1) if self.is_read else 0
        file = self.files.get(where, self.file)
        return KitProblem(file=file, line=line, key=dotted(path), message=message, values=values)


def dotted(path: KeyPath) -> str:
    """`path` as people write it: `cards.1.title`, items counted from 1."""
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in path)


def likely(word: str, known: Iterable[str]) -> str:
    """The word of `known` that was probably meant, or an empty text."""
    by_lower = {one.lower(): one for one in known}
    cutoff = 0.6 if len(word) > SHORT else 1.0
    found = get_close_matches(word.lower(), by_lower, n=1, cutoff=cutoff)
    return by_lower[found[0]] if found else ""


Read = tuple[Source, tuple[KitProblem, ...]]


class _Memory:
    """The files that were read last, as many as fit; those of hostile kits do not fill it for long.

    Kits are read by jobs beside the window too.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._held = 0
        self._known: OrderedDict[tuple[str, bytes], Read] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[str, bytes]) -> Read | None:
        with self._lock:
            found = self._known.get(key)
            if found is not None:
                self._known.move_to_end(key)
            return found

    def keep(self, key: tuple[str, bytes], read: Read) -> None:
        with self._lock:
            if key not in self._known:
                self._held += _size(key)
            self._known[key] = read
            while self._held > self._most:
                oldest, _ = self._known.popitem(last=False)
                self._held -= _size(oldest)


def _size(key: tuple[str, bytes]) -> int:
    return sum(map(len, key))


_memory = _Memory(_REMEMBERED)


def read_source(file: str, content: bytes) -> Read:
    """`content` as TOML, and what keeps it from being TOML."""
    found = _memory.get((file, content))
    if found is None:
        found = _read(file, content)
        _memory.keep((file, content), found)
    return found


def _read(file: str, content: bytes) -> Read:
    import tomllib

    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as cause:
        line = content[: cause.start].count(b"\n") + 1
        return _unread(file, line, N_("This file is not UTF-8 text. Save it again with the encoding UTF-8."))
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        return _unread(
            file,
            _line_in(str(cause), text),
            N_("This line is not written as TOML wants it: {reason}. Compare it with the lines around it."),
            reason=str(cause),
        )
    except (ValueError, RecursionError):
        return _unread(
            file, 0, N_("A number in this file is too long, or its brackets are nested too deeply.")
        )
    return Source(file=file, data=data, lines=key_lines(text), is_read=True), ()


def _unread(file: str, line: int, message: str, **values: str) -> Read:
    return Source(file=file), (KitProblem(file=file, line=line, key="", message=message, values=values),)


def _line_in(reason: str, text: str) -> int:
    """The line that tomllib names, which says “at end of document” for the last one."""
    words = reason.replace(",", " ").split()
    if "line" in words:
        number = words[words.index("line") + 1]
        if number.isdigit():
            return int(number)
    return text.count("\n") + 1
