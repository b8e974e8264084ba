"""Where the system's file dialogs open."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from kit_app.ui.common.file_dialogs import first_folder, remember_folder


def test_the_first_dialog_opens_among_the_persons_own_files_not_in_the_programs_folder(qapp):
    remember_folder(Path())
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    assert first_folder() == (documents if documents.is_dir() else Path.home())


def test_the_next_dialog_opens_where_the_last_file_lay_while_that_folder_is_there(qapp, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    remember_folder(stick)
    assert first_folder() == stick
    stick.rmdir()
    assert first_folder() != stick
    remember_folder(Path())
