"""The facility's profile: read once, replaced as a whole; who prints today."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kit_app.clock.calendar import local_date
from kit_app.clock.clock import Clock
from kit_app.domain.facility import Facility, Issuer
from kit_app.services.changed import Changed
from kit_app.services.printing.paper_logo import printable_logo
from kit_app.storage.facility_file import keep_logo, write_facility


class Profile:
    """The profile of one data folder."""

    def __init__(self, folder: Path, facility: Facility, clock: Clock) -> None:
        self._folder = folder
        self._facility = facility
        self._clock = clock

    @property
    def facility(self) -> Facility:
        return self._facility

    def issuer(self) -> Issuer:
        """What papers need of the facility and of the day."""
        return Issuer(facility=self._facility, today=local_date(self._clock.wall_ms()))

    def save(self, facility: Facility) -> Changed:
        """Keep `facility`, the logo as our own copy. Raises StorageError; then the old one still holds."""
        if facility.logo and facility.logo != self._facility.logo:
            picture = Path(facility.logo)
            content, suffix = printable_logo(picture)
            facility = replace(facility, logo=str(keep_logo(self._folder, picture.name, content, suffix)))
        write_facility(self._folder, facility)
        self._facility = facility
        return Changed(settings=True)
