"""The system's file dialogs; pages hold them as attributes, so that tests can answer instead.

They open where the last file lay, first in the person's documents: never in the folder of the program.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_LAST = "last folder of a dialog"


def ask_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file that exists; None after Cancel. `kinds` such as "Sessions (*.sante)"."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(first_folder()), kinds)
    return _chosen(name, is_folder=False)


def ask_open_many(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Files that exist; none after Cancel."""
    names, _kind = QFileDialog.getOpenFileNames(parent, title, str(first_folder()), kinds)
    found = (_chosen(name, is_folder=False) for name in names)
    return [path for path in found if path is not None]


def ask_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where to write; the dialog asks before it names a file that exists. None after Cancel."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(first_folder() / name), kinds)
    return _chosen(chosen, is_folder=False)


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A folder that exists; None after Cancel."""
    return _chosen(QFileDialog.getExistingDirectory(parent, title, str(first_folder())), is_folder=True)


def with_ending(chosen: Path, suffix: str) -> tuple[Path, bool]:
    """Where to write what is to end in `suffix`, and whether a file there may be replaced.

    The dialog asked about the name that it gave, not about one with an ending that we add.
    """
    has_it = chosen.suffix.lower() == suffix
    return (chosen if has_it else Path(f"{chosen}{suffix}")), has_it


def first_folder() -> Path:
    """Where the next dialog opens: the folder of the last choice while it is there, else the documents."""
    last = Path(str(_program().property(_LAST) or ""))
    if last != Path() and last.is_dir():
        return last
    places = QStandardPaths.StandardLocation
    found = (QStandardPaths.writableLocation(one) for one in (places.DocumentsLocation, places.HomeLocation))
    return next((Path(one) for one in found if one and Path(one).is_dir()), Path.home())


def remember_folder(folder: Path) -> None:
    """The next dialog opens in this folder, until the program ends."""
    _program().setProperty(_LAST, str(folder))


def _chosen(name: str, *, is_folder: bool) -> Path | None:
    if not name:
        return None
    path = Path(name)
    remember_folder(path if is_folder else path.parent)
    return path


def _program() -> QCoreApplication:
    program = QCoreApplication.instance()
    if program is None:
        raise RuntimeError("a dialog needs a program with windows")
    return program
