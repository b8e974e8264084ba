"""The bundled kit, read once."""

from functools import cache
from pathlib import Path

from kit_app.content.files import KitFiles, read_folder
from kit_app.content.kit_reader import read_kit
from kit_app.domain.kit import Kit

FOLDER = Path(__file__).parents[3] / "resources" / "kits" / "sant-escape"


@cache
def bundled_files() -> KitFiles:
    """Its files."""
    return read_folder(FOLDER)


@cache
def bundled_kit() -> Kit:
    """The kit; raises KitFileError with its problems."""
    return read_kit(bundled_files())
