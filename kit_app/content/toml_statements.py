"""Where each heading and each key of a TOML text stands, to the character."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kit_app.content.toml_lines import TOKEN, KeyPath, keys_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A heading (`is_key` false) or a key with its value, of a well-formed text.

    From `start`, the beginning of its first line, to `end`, behind the end of its last one. `table` is the
    path of the table that it stands in or opens; `value` is where a key's value begins and ends.
    """

    path: KeyPath
    table: KeyPath
    is_key: bool
    start: int
    end: int
    value: tuple[int, int] = (0, 0)


def statements(text: str) -> tuple[Statement, ...]:
    """The headings and keys of `text`, from top to bottom."""
    reader = _Reader(text)
    return tuple(reader.statement(tokens) for tokens in _groups(text))


def _groups(text: str) -> Sequence[list[re.Match[str]]]:
    """The tokens of each statement, without comments."""
    groups: list[list[re.Match[str]]] = []
    group: list[re.Match[str]] = []
    depth = 0
    for match in TOKEN.finditer(text):
        token = match.group()
        if token == "\n":
            if depth <= 0 and group:
                groups.append(group)
                group, depth = [], 0
        elif not token.startswith("#"):
            depth += (token in ("[", "{")) - (token in ("]", "}"))
            group.append(match)
    return [*groups, group] if group else groups


class _Reader:
    """Knows the table that it stands in, and how many items each list of tables has so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._table: KeyPath = ()
        self._counts: dict[KeyPath, int] = {}

    def statement(self, tokens: Sequence[re.Match[str]]) -> Statement:
        words = [match.group() for match in tokens]
        start = self._text.rfind("\n", 0, tokens[0].start()) + 1
        newline = self._text.find("\n", tokens[-1].end())
        end = len(self._text) if newline < 0 else newline + 1
        if words[0] == "[":
            self._table = self._opened(words)
            return Statement(path=self._table, table=self._table, is_key=False, start=start, end=end)
        split = words.index("=")
        path = self._table + keys_of(words[:split])
        value = tokens[split + 1].start(), tokens[-1].end()
        return Statement(path=path, table=self._table, is_key=True, start=start, end=end, value=value)

    def _opened(self, words: Sequence[str]) -> KeyPath:
        path: KeyPath = ()
        keys = keys_of(words)
        for number, key in enumerate(keys, start=1):
            path = (*path, key)
            if path in self._counts and number < len(keys):
                path = (*path, self._counts[path])
        if list(words[:2]) != ["[", "["]:
            return path
        self._counts[path] = self._counts.get(path, -1) + 1
        return (*path, self._counts[path])
