"""The few sentences of Qt's own dialogs that its translations leave in English."""

from PySide6.QtCore import QObject, QTranslator

from kit_app.i18n import N_, Catalogue

_DIALOG, _KINDS = "QFileDialog", "QAbstractFileIconProvider"
_LEFT_OUT = {
    (_DIALOG, "&Look in:"): N_("&Look in:"),
    (_DIALOG, "Files of &type:"): N_("Files of &type:"),
    (_KINDS, "Drive"): N_("Drive"),
    (_KINDS, "Folder"): N_("Folder"),
    (_KINDS, "File"): N_("File"),
    (_KINDS, "%1 File"): N_("%1 file"),
    (_KINDS, "Shortcut"): N_("Shortcut"),
    (_KINDS, "Unknown"): N_("Unknown"),
}


class QtWords(QTranslator):
    """Says in the catalogue's language what the file dialog that Qt draws itself would say in English.

    A system with dialogs of its own, such as Windows, never asks for these.
    """

    def __init__(self, t: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = {place: t(words) for place, words in _LEFT_OUT.items()}

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """None has the next translation asked, as a null string does in C++."""
        return self._words.get((context, text))
