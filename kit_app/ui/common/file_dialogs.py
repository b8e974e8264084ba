"""The system's file dialogs; pages hold them as attributes, so that tests can answer instead."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file that exists; None after Cancel. `kinds` such as "Sessions (*.sante)"."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def ask_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where to write; the dialog asks before it names a file that exists. None after Cancel."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, name, kinds)
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A folder that exists; None after Cancel."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None
