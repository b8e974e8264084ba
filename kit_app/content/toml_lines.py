"""Find the line of each key in the text of a TOML file that is known to be well formed."""

import re
from collections.abc import Mapping, Sequence

KeyPath = tuple[str | int, ...]
"""Keys from the outermost in; a number counts the items of an array from 0."""

TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|\n|[\[\]{},=.]"
    r"|[^\s\"'#\[\]{},=.]+",
    re.DOTALL,
)


def nearest(lines: Mapping[KeyPath, int], path: KeyPath) -> KeyPath:
    """`path`, or the nearest key around it whose line is known; the empty path when there is none."""
    while path and path not in lines:
        path = path[:-1]
    return path


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every table, key and array item of `text`."""
    return _Scanner().lines_of(text)


class _Scanner:
    """Walks the tokens of a TOML text; knows the table and the value that it stands in."""

    def __init__(self) -> None:
        self._lines: dict[KeyPath, int] = {}
        self._table: KeyPath = ()
        self._counts: dict[KeyPath, int] = {}

    def lines_of(self, text: str) -> dict[KeyPath, int]:
        statement: list[tuple[str, int]] = []
        depth, line = 0, 1
        for match in TOKEN.finditer(text):
            token = match.group()
            if token == "\n":
                if depth <= 0:
                    self._read(statement)
                    statement, depth = [], 0
            elif not token.startswith("#"):
                depth += (token in ("[", "{")) - (token in ("]", "}"))
                statement.append((token, line))
            line += token.count("\n")
        self._read(statement)
        return self._lines

    def _read(self, statement: list[tuple[str, int]]) -> None:
        if not statement:
            return
        words = [token for token, _ in statement]
        line = statement[0][1]
        if words[0] == "[":
            self._open_table(words, line)
        elif "=" in words:
            split = words.index("=")
            path = self._table + keys_of(words[:split])
            self._note(path, line)
            self._read_value(statement[split + 1 :], path)

    def _open_table(self, words: list[str], line: int) -> None:
        is_item = words[:2] == ["[", "["]
        path = self._resolved(keys_of(words))
        if is_item:
            self._counts[path] = self._counts.get(path, -1) + 1
            self._note(path, line)
            path = (*path, self._counts[path])
        self._table = path
        self._note(path, line)

    def _resolved(self, keys: KeyPath) -> KeyPath:
        """`keys` with the number of the current item after each array of tables, the last key excepted."""
        path: KeyPath = ()
        for number, key in enumerate(keys, start=1):
            path = (*path, key)
            if path in self._counts and number < len(keys):
                path = (*path, self._counts[path])
        return path

    def _read_value(self, tokens: list[tuple[str, int]], path: KeyPath) -> None:
        """Note the items of arrays and the keys of inline tables in a value."""
        open_ones: list[tuple[str, KeyPath, int]] = []
        key: list[str] = []
        here = path
        for token, line in tokens:
            if token in ("[", "{"):
                here = self._item(open_ones, here, line)
                open_ones.append((token, here, 0))
                key = []
            elif token in ("]", "}") and open_ones:
                here = open_ones.pop()[1]
                key = []
            elif token == "," and open_ones:
                kind, owner, count = open_ones.pop()
                open_ones.append((kind, owner, count + 1))
                key, here = [], owner
            elif open_ones and open_ones[-1][0] == "{":
                if token == "=":
                    here = open_ones[-1][1] + keys_of(key)
                    self._note(here, line)
                    key = []
                else:
                    key.append(token)
            else:
                self._item(open_ones, here, line)

    def _item(self, open_ones: list[tuple[str, KeyPath, int]], here: KeyPath, line: int) -> KeyPath:
        if open_ones and open_ones[-1][0] == "[":
            here = (*open_ones[-1][1], open_ones[-1][2])
            self._note(here, line)
        return here

    def _note(self, path: KeyPath, line: int) -> None:
        self._lines.setdefault(path, line)


def keys_of(words: Sequence[str]) -> KeyPath:
    """The names of a key or a heading of these tokens."""
    return tuple(_unquoted(word) for word in words if word not in ("[", "]", "."))


def _unquoted(word: str) -> str:
    return word[1:-1] if word[:1] in ("'", '"') else word
