"""What may be in a kit that travels: names that are one file everywhere, contents that are what they say."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from kit_app.content.drawings import drawing_trouble
from kit_app.content.files import LARGEST_FILE, MOST_FILES
from kit_app.content.picture_size import size_px
from kit_app.domain.disk_names import is_plain_name, twin_key
from kit_app.errors import KitFileError
from kit_app.i18n import N_

LARGEST_TOTAL = 40 * 1024 * 1024
LARGEST_TEXT = 512 * 1024
MOST_PIXELS = 24_000_000
DEEPEST, LONGEST_PATH = 8, 180
_LONGEST_SHOWN = 500

_TEXTS = (".toml", ".md", ".txt")
_PICTURES = (".png", ".jpg", ".jpeg")
_DRAWING, _SOUND = ".svg", ".wav"
_DATABASE = b"SQLite format 3\x00"

UNSAFE_NAME = N_("The kit holds a file with an unsafe name: {name}.")
TWINS = N_(
    "“{name}” and “{other}” would be one file on some computers: by capitals, by accents, or as file and"
    " folder. Rename one of them."
)
TOO_MANY = N_("The kit has more than 2,000 files. Take out what does not belong to it.")
FILE_TOO_LARGE = N_("“{name}” is larger than a kit’s file may be. Make it smaller or take it out.")
TOO_LARGE = N_("The files of this kit are more than 40 MB together. Make its pictures smaller.")
_FOREIGN_KIND = N_("“{name}” does not belong in a kit: it holds texts, pictures and sounds only.")
_DATABASE_FILE = N_("“{name}” is a database, which does not belong in a kit.")
_OTHER_KIND = N_("“{name}” is not what its name says. Save it again as such a file, or take it out.")
_TOO_MANY_PIXELS = N_("The picture “{name}” has more than 24 million pixels. Make it smaller.")
_UNSAFE_DRAWING = N_("The drawing “{name}” holds more than shapes, or cannot be read. Draw it again.")


def refuse(message: str, **values: str) -> KitFileError:
    """The one sentence why a kit does not travel."""
    return KitFileError(message, (), **values)


def check_names(names: Iterable[str]) -> None:
    """Raise KitFileError unless every path is safe, and the same single file on every system."""
    seen: dict[str, str] = {}
    files: set[str] = set()
    for count, name in enumerate(names):
        if count >= MOST_FILES:
            raise refuse(TOO_MANY)
        parts = name.split("/")
        if len(name) > LONGEST_PATH or len(parts) > DEEPEST or not all(map(is_plain_name, parts)):
            raise refuse(UNSAFE_NAME, name=shown(name))
        if twin_key(name) in seen:
            raise refuse(TWINS, name=shown(name), other=shown(seen[twin_key(name)]))
        for depth in range(1, len(parts) + 1):
            path = "/".join(parts[:depth])
            known = seen.setdefault(twin_key(path), path)
            if known != path or path in files:
                raise refuse(TWINS, name=shown(name), other=shown(known))
        files.add(name)


def check_contents(files: Mapping[str, bytes]) -> None:
    """Raise KitFileError unless every file is of a kind that kits have, is what it says, and small enough."""
    if sum(map(len, files.values())) > LARGEST_TOTAL:
        raise refuse(TOO_LARGE)
    for name in sorted(files):
        if message := _trouble(PurePosixPath(name).suffix.lower(), files[name]):
            raise refuse(message, name=shown(name))


def shown(name: str) -> str:
    """A name as it can stand in a sentence, whatever is in it."""
    return "".join(sign if sign.isprintable() else "?" for sign in name[:_LONGEST_SHOWN])


def _trouble(suffix: str, content: bytes) -> str:
    """What is wrong with a file of this kind, or an empty text."""
    if len(content) > (LARGEST_TEXT if suffix in _TEXTS else LARGEST_FILE):
        return FILE_TOO_LARGE
    if content.startswith(_DATABASE):
        return _DATABASE_FILE
    if suffix in _TEXTS:
        return "" if _is_text(content) else _OTHER_KIND
    if suffix == _DRAWING:
        return _UNSAFE_DRAWING if drawing_trouble(content) else ""
    if suffix in _PICTURES:
        return _picture_trouble(suffix, content)
    if suffix == _SOUND:
        return "" if content[:4] == b"RIFF" and content[8:12] == b"WAVE" else _OTHER_KIND
    return _FOREIGN_KIND


def _is_text(content: bytes) -> bool:
    try:
        return "\x00" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _picture_trouble(suffix: str, content: bytes) -> str:
    size = size_px(content)
    if size is None or content.startswith(b"\x89PNG") != (suffix == ".png"):
        return _OTHER_KIND
    return _TOO_MANY_PIXELS if size[0] * size[1] > MOST_PIXELS else ""
