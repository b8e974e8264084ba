"""The printers' readings: kept by name, come back the same, set aside when the file cannot be read."""

import pytest

from kit_app.domain.printer import KnownPrinters, PrinterReadings
from kit_app.errors import StorageError
from kit_app.storage.printers_file import FILE_NAME, read_printers, write_printers
from tests.fakes import WALL_START_MS

READ = PrinterReadings(front=(10.4, 10.4, 10.2, 9.2), back=(10, 9.9, 10, 10.1), read_on="2026-11-24")
KNOWN = KnownPrinters(printers={"Bureau": READ, "Étage 2": PrinterReadings(front=READ.front, read_on="")})


def test_printers_come_back_the_same(tmp_path):
    write_printers(tmp_path, KNOWN)
    assert read_printers(tmp_path, 0).known == KNOWN
    assert '"version": 1' in (tmp_path / FILE_NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2}', '{"version": 1, "printers": {"A": [1]}}'])
def test_an_unreadable_file_is_set_aside_and_told(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    read = read_printers(tmp_path, WALL_START_MS)
    assert read.known == KnownPrinters()
    assert "set aside" in str(read.notices[0])
    assert (tmp_path / "printers.unreadable-20261124-173000.json").read_text(encoding="utf-8") == text


def test_printers_that_cannot_be_kept_are_told(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    (tmp_path / FILE_NAME / "in the way").touch()
    with pytest.raises(StorageError, match="could not be kept"):
        write_printers(tmp_path, KNOWN)
