"""The printers that were set up on this computer, by name: what was read on their sheets."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kit_app.clock.clock import Clock
from kit_app.domain.printer import Four, KnownPrinters, PrinterReadings
from kit_app.storage.printers_file import write_printers


class Printers:
    """The printers of one data folder."""

    def __init__(self, folder: Path, known: KnownPrinters, clock: Clock) -> None:
        self._folder = folder
        self._known = known
        self._clock = clock

    def readings(self, name: str) -> PrinterReadings | None:
        """What was read for this printer; None when it was not set up."""
        return self._known.printers.get(name)

    def names(self) -> tuple[str, ...]:
        """The printers that were set up, in the order of their names."""
        return tuple(sorted(self._known.printers))

    def read_today(self, front: Four, back: Four | None) -> PrinterReadings:
        """Numbers as they would be kept, with today's date."""
        moment = datetime.fromtimestamp(self._clock.wall_ms() / 1000, tz=UTC).astimezone()
        return PrinterReadings(front=front, back=back, read_on=moment.date().isoformat())

    def keep(self, name: str, readings: PrinterReadings) -> None:
        """Keep what was read for a printer, in place of what was known. Raises StorageError."""
        self._replace(KnownPrinters(printers={**self._known.printers, name: readings}))

    def forget(self, name: str) -> None:
        """Print on this printer as it is again. Raises StorageError."""
        left = {one: read for one, read in self._known.printers.items() if one != name}
        self._replace(KnownPrinters(printers=left))

    def _replace(self, known: KnownPrinters) -> None:
        write_printers(self._folder, known)
        self._known = known
