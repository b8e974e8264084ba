"""What of a kit differs between two versions, by the things that people name: puzzles, papers, pictures."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from kit_app.content.files import KitFiles
from kit_app.views.kits import How, ItemChange, Kind

_LAYERS = ("variants", "sectors")
_FOLDERS: dict[str, Kind] = {"puzzles": "puzzle", "papers": "paper", "images": "picture", "sounds": "sound"}


def changes(before: KitFiles, after: KitFiles, kept: Iterable[str] = ()) -> tuple[ItemChange, ...]:
    """What became of the items of `before`, and those of which paths are in `kept`."""
    puzzles = {_stem(name) for name in (*before, *after) if _inner(name)[0] == "puzzles"}
    was, now = _by_item(before, puzzles), _by_item(after, puzzles)
    found = []
    for item in sorted({*was, *now}):
        if was.get(item) != now.get(item):
            how: How = "new" if item not in was else "gone" if item not in now else "changed"
            found.append(ItemChange(how=how, kind=item[0], id=item[1]))
    ours = sorted({_item(name, puzzles) for name in kept})
    return (*found, *(ItemChange(how="kept", kind=kind, id=ident) for kind, ident in ours))


def _by_item(files: KitFiles, puzzles: set[str]) -> dict[tuple[Kind, str], dict[str, bytes]]:
    found: dict[tuple[Kind, str], dict[str, bytes]] = {}
    for name, content in files.items():
        found.setdefault(_item(name, puzzles), {})[name] = content
    return found


def _item(name: str, puzzles: set[str]) -> tuple[Kind, str]:
    """The thing that a file is a part of: its words in any language, what overlays say of it."""
    parts = _inner(name)
    kind = _FOLDERS.get(parts[0])
    if kind is not None and len(parts) > 1:
        ident = "/".join(parts[1:])
        return kind, ident if kind in ("picture", "sound") else PurePosixPath(ident).stem
    if parts == ("kit.toml",):
        return "kit", ""
    if len(parts) == 1 and _stem(name) in puzzles:
        return "puzzle", _stem(name)
    return "file", "/".join(parts)


def _inner(name: str) -> tuple[str, ...]:
    """The parts of a path without the folders of overlays and languages."""
    parts = tuple(name.split("/"))
    if parts[0] in _LAYERS and len(parts) > 2:
        parts = parts[2:]
    return parts[2:] if parts[0] == "words" and len(parts) > 2 else parts


def _stem(name: str) -> str:
    return PurePosixPath(name).stem
