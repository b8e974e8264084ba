"""A list that proposes words for a line while a person types."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate


def propose(line: QLineEdit, words: QStringListModel) -> QCompleter:
    """Propose those of `words` that begin with what is typed into `line`, in rows large enough to be hit."""
    completer = QCompleter(words, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    popup = QListView()
    popup.setObjectName("proposals")
    completer.setPopup(popup)
    popup.setItemDelegate(QStyledItemDelegate(popup))  # the usual one does not heed the style sheet
    line.setCompleter(completer)
    return completer
