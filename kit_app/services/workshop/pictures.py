"""Pictures of a draft: what shows them, and another file in the place of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from kit_app.content.files import LARGEST_FILE
from kit_app.content.pack_rules import FILE_TOO_LARGE, check_contents
from kit_app.domain.kit_document import Place, Value
from kit_app.services.arriving import content_of
from kit_app.services.workshop.kit_draft import KitDraft

FOLDER = "images/"
KINDS = (".svg", ".png", ".jpg", ".jpeg")


def named_in(draft: KitDraft, name: str) -> tuple[str, ...]:
    """The files that name a picture, with its folder or without."""
    texts = {name, name.removeprefix(FOLDER)}
    return tuple(
        file
        for file in sorted(draft.whole)
        if file.endswith(".toml") and texts & set(_texts(draft.tree(file)))
    )


def replace_picture(draft: KitDraft, name: str, path: Path) -> str:
    """Put a file in the place of a picture, wherever that is shown; its name, new where its kind is.

    Raises KitAppError when it is no picture that kits may have.
    """
    content = content_of(path, LARGEST_FILE, FILE_TOO_LARGE)
    suffix = path.suffix.lower()
    new = name if suffix == PurePosixPath(name).suffix else _free(draft, PurePosixPath(name).stem, suffix)
    check_contents({new: content})
    changes: dict[str, Value] = {name: None} | {new: content}
    if new != name:
        renamed = {name: new, name.removeprefix(FOLDER): new.removeprefix(FOLDER)}
        for file in named_in(draft, name):
            changes[file] = draft.written(file, _renamed(draft.tree(file), renamed))
    draft.put(Place(file=new), changes)
    return new


def _free(draft: KitDraft, stem: str, suffix: str) -> str:
    number, name = 1, f"{FOLDER}{stem}{suffix}"
    while name in draft.whole:
        number += 1
        name = f"{FOLDER}{stem}-{number}{suffix}"
    return name


def _renamed(data: Any, names: Mapping[str, str]) -> Any:
    if isinstance(data, str):
        return names.get(data, data)
    if isinstance(data, Mapping):
        return {key: _renamed(value, names) for key, value in data.items()}
    return [_renamed(value, names) for value in data] if isinstance(data, list) else data


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | list):
        for value in data.values() if isinstance(data, Mapping) else data:
            yield from _texts(value)
