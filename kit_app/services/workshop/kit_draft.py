"""A kit that is being written: the values of its files, changed one step at a time, back and forth."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from kit_app.content.files import KitFiles
from kit_app.content.toml_editing import rewritten, value_at
from kit_app.content.toml_writing import file_text
from kit_app.domain.kit_document import Document, Place, Value

ASIDE = "aside/"
"""Files under it are kept with the draft and are not of the kit: sheets that were taken out of it."""

T = TypeVar("T")
GONE = object()
"""Given as a value: the key is taken away."""


class KitDraft:
    """One open draft. It is changed by one person, in one thread; what its files hold can be handed on."""

    def __init__(self, ident: str, files: KitFiles) -> None:
        self.ident = ident
        self._document = Document(files=files)
        self._kit: tuple[KitFiles, KitFiles] | None = None
        self._trees: dict[str, tuple[bytes, Mapping[str, Any]]] = {}
        self._known: tuple[KitFiles, dict[object, Any]] = files, {}

    @property
    def whole(self) -> KitFiles:
        """Everything that is kept with the draft."""
        return self._document.files

    @property
    def files(self) -> KitFiles:
        """The files of the kit."""
        if self._kit is None or self._kit[0] is not self.whole:
            found = {name: content for name, content in self.whole.items() if not name.startswith(ASIDE)}
            self._kit = self.whole, found
        return self._kit[1]

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return bool(self._document.done)

    @property
    def can_redo(self) -> bool:
        """Whether a step that was taken back can be done again."""
        return bool(self._document.undone)

    def tree(self, file: str) -> Mapping[str, Any]:
        """What a TOML file holds; nothing where it is not there."""
        content = self.whole.get(file)
        if content is None:
            return {}
        known = self._trees.get(file)
        if known is None or known[0] is not content:
            self._trees[file] = known = content, tomllib.loads(content.decode("utf-8"))
        return known[1]

    def value(self, place: Place, usual: Any = None) -> Any:
        """What stands at a place, `usual` where nothing does."""
        try:
            return value_at(self.tree(place.file), place.path)
        except LookupError:
            return usual

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` says of the files as they are, asked once until they change."""
        if self._known[0] is not self.whole:
            self._known = self.whole, {}
        known = self._known[1]
        if key not in known:
            known[key] = make()
        found: T = known[key]
        return found

    def set(self, place: Place, value: Any, *, joins: bool = False) -> None:
        """Write a value. `joins`: with what was written there just before it is one step."""
        self.set_all(place, [(place, value)], joins=joins)

    def set_all(
        self,
        at: Place,
        values: Sequence[tuple[Place, Any]],
        files: Mapping[str, Value] | None = None,
        *,
        joins: bool = False,
    ) -> None:
        """Write several values as one step, made at `at`; `GONE` takes a key away.

        `files`: whole files that come (or go: None) in the same step.
        """
        trees: dict[str, Any] = {}
        for place, value in values:
            tree = trees.get(place.file, self.tree(place.file))
            trees[place.file] = _with(tree, place.path, value)
        changes: dict[str, Value] = {file: self.written(file, tree) for file, tree in trees.items()}
        changes |= files or {}
        self._document = self._document.changed(at, changes, joins=joins)

    def put(self, at: Place, files: Mapping[str, Value]) -> None:
        """Write whole files as one step; None takes a file away."""
        self._document = self._document.changed(at, files)

    def settle(self) -> None:
        """What is written next is a step of its own."""
        self._document = self._document.settled()

    def undo(self) -> Place | None:
        """Take the last step back; where it was made."""
        if not self._document.done:
            return None
        place = self._document.done[-1].place
        self._document = self._document.undo()
        return place

    def redo(self) -> Place | None:
        """Do the step again that was taken back last; where it is made."""
        if not self._document.undone:
            return None
        place = self._document.undone[-1].place
        self._document = self._document.redo()
        return place

    def written(self, file: str, tree: Mapping[str, Any]) -> bytes:
        """A file as it is when it holds `tree`; what it says already stays to the letter."""
        content = self.whole.get(file)
        text = file_text(tree) if content is None else rewritten(content.decode("utf-8"), tree)
        return text.encode()


def _with(data: Any, path: Sequence[str | int], value: Any) -> Any:
    """`data` with `value` at `path`; tables on the way are made where they lack."""
    if not path:
        return value
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        items = list(data) if isinstance(data, list) else []
        if value is GONE and not rest:
            del items[key]
        elif key < len(items):
            items[key] = _with(items[key], rest, value)
        else:
            items.append(_with({}, rest, value))
        return items
    table = dict(data) if isinstance(data, Mapping) else {}
    if value is GONE and not rest:
        table.pop(key, None)
    else:
        table[key] = _with(table.get(key, {}), rest, value)
    return table
