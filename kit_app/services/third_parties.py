"""The works of others that the program is made of, with their licences: read from what is installed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from platform import python_version

from kit_app.assets import resources_dir

DIRECT = (
    *("PySide6_Essentials", "PySide6_Addons", "reportlab", "qrcode", "pydantic", "platformdirs"),
    *("pypdfium2", "zxing-cpp", "xlsxwriter", "PyNaCl"),
)
"""What the program asks for itself; what these ask for is found by their own lists."""

_QT = ("pyside6", "shiboken6")
_OF_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")
_OF_SOUND = ("LGPL-2.1.txt",)
_SIGNS = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_LONGEST_NAME = 60
_HOMES = ("homepage", "home", "repository", "source", "source code", "github", "documentation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A library or a font: its name, its release, its licence in a word, where it comes from, the texts."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]


def distributions() -> tuple[str, ...]:
    """The names of the installed packages that the program runs with, by alphabet."""
    found: dict[str, str] = {}
    waiting = [*DIRECT]
    while waiting:
        one = _installed(waiting.pop())
        if one is None or _plain(one.name) in found:
            continue
        found[_plain(one.name)] = one.name
        waiting += [name for name in map(_asked_for, one.requires or ()) if name]
    return tuple(found[name] for name in sorted(found))


@cache
def works() -> tuple[Work, ...]:
    """Everything by others that is in this program, Python and the fonts too, by alphabet."""
    found = [_python(), *(_work(distribution(name)) for name in distributions()), *_fonts()]
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def full_text(own_licence: str = "") -> str:
    """Every licence in one text, as it is handed on beside the program."""
    parts = [own_licence] if own_licence else []
    for work in works():
        head = " ".join(filter(None, (work.name, work.version)))
        lines = [head, "=" * len(head), *filter(None, (work.licence, work.home)), "", *work.texts]
        parts.append("\n".join(lines))
    return "\n\n\n".join(part.strip() for part in parts) + "\n"


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _asked_for(line: str) -> str:
    """The name in a line of requirements; empty when it is for others: an option, or another system."""
    name, _, condition = line.partition(";")
    if "extra" in condition or ("win32" in condition and "!=" not in condition and sys.platform != "win32"):
        return ""
    return re.split(r"[^\w.-]", name.strip(), maxsplit=1)[0]


def _work(one: Distribution) -> Work:
    is_qt = _plain(one.name).startswith(_QT)
    own = _texts_of(one)
    general = (*_OF_QT, *(_OF_SOUND if "addons" in one.name.lower() else ())) if is_qt else ()
    return Work(
        name=one.name,
        version=one.version,
        licence="LGPL-3.0-only" if is_qt else _licence(one),
        home=_home(one),
        texts=(*own, *(_general(name) for name in general if not own)),
    )


def _home(one: Distribution) -> str:
    pairs = [str(value).partition(",") for value in one.metadata.get_all("Project-URL") or ()]
    places = {label.strip().lower(): address.strip() for label, _, address in pairs}
    return _said(one, "Home-page") or next((places[label] for label in _HOMES if label in places), "")


def _licence(one: Distribution) -> str:
    said, short = _said(one, "License-Expression"), _said(one, "License")
    classes = [
        str(line).rpartition(" :: ")[2]
        for line in one.metadata.get_all("Classifier") or ()
        if "License" in line
    ]
    if said:
        return said
    return short if short and len(short) <= _LONGEST_NAME and "\n" not in short else ", ".join(classes)


def _said(one: Distribution, key: str) -> str:
    """What a package says of itself under this heading; empty when nothing."""
    return str(one.metadata[key]).strip() if key in one.metadata else ""


def _texts_of(one: Distribution) -> tuple[str, ...]:
    """The licence files in the package's own list; only those of its metadata, none of what it tests with."""
    files = [file for file in one.files or () if ".dist-info" in str(file) and _SIGNS.search(str(file))]
    paths = [Path(str(one.locate_file(file))) for file in sorted(files, key=str)]
    return tuple(
        path.read_text(encoding="utf-8", errors="replace").strip() for path in paths if path.is_file()
    )


def _general(name: str) -> str:
    return (resources_dir() / "licences" / name).read_text(encoding="utf-8").strip()


def _python() -> Work:
    return Work(
        name="Python",
        version=python_version(),
        licence="PSF-2.0",
        home="https://www.python.org",
        texts=(_general("Python-3.11.txt"),),
    )


def _fonts() -> Iterator[Work]:
    for folder in sorted(path for path in (resources_dir() / "fonts").iterdir() if path.is_dir()):
        name = folder.name.replace("-", " ").title()
        text = (folder / "OFL.txt").read_text(encoding="utf-8").strip()
        yield Work(name=name, version="", licence="OFL-1.1", home="", texts=(text,))
