"""The settings of the program: read once, replaced as a whole."""

from __future__ import annotations

from pathlib import Path

from kit_app.domain.settings import Settings
from kit_app.services.changed import Changed
from kit_app.storage.settings_file import write_settings


class Preferences:
    """The settings of one data folder."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._settings = settings

    @property
    def settings(self) -> Settings:
        return self._settings

    def save(self, settings: Settings) -> Changed:
        """Keep `settings`. Raises StorageError; then the old ones still hold."""
        write_settings(self._folder, settings)
        self._settings = settings
        return Changed(settings=True)
