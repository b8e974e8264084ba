"""What was read on a printer's calibration sheet, and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Four = tuple[float, float, float, float]
"""The numbers 1 to 4 of one side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterReadings:
    """The numbers of the front, and of the back unless only fronts are printed; `read_on` is an ISO date."""

    front: Four
    back: Four | None = None
    read_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPrinters:
    """The readings of each printer that was set up, by its name on this computer."""

    printers: Mapping[str, PrinterReadings] = field(default_factory=dict)
