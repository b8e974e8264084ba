"""The file dialog that Qt draws itself speaks the language of the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from kit_app.ui.dress import speak


@pytest.fixture(autouse=True)
def in_english_again(qapp) -> Iterator[None]:
    yield
    speak("en")


def words(qtbot, mode: QFileDialog.AcceptMode) -> list[str]:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.show()
    parts = [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]
    return [part.text().replace("&", "").replace("\u00a0", " ") for part in parts]


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_no_word_of_the_file_dialog_stays_english_in_french(qtbot, mode) -> None:
    speak("fr")
    found = words(qtbot, mode)

    assert {"Dans :", "Type de fichiers :", "Nom de fichier :", "Annuler"} <= set(found)
    assert not {"Look in:", "Files of type:", "File name:", "Cancel"} & set(found)
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder") == "Dossier"


def test_back_in_english_nothing_french_is_left(qtbot) -> None:
    speak("fr")
    speak("fr")
    speak("en")

    assert "Look in:" in words(qtbot, QFileDialog.AcceptMode.AcceptOpen)
