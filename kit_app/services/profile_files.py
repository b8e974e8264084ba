"""Profiles that travel: written as one file each, and taken in after a copy of what is here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from kit_app.domain.facility import KnownFacility, named_so
from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import N_
from kit_app.services import export
from kit_app.services.arriving import content_of
from kit_app.services.backups import Backups
from kit_app.services.changed import Changed
from kit_app.services.printing.paper_logo import printable_picture
from kit_app.services.profile import Profile
from kit_app.services.session_check import LONGEST_NAME
from kit_app.storage.facility_files import new_id
from kit_app.storage.facility_pack import LARGEST_FILE, SUFFIX, PackedFacility, packed, unpacked
from kit_app.system.filenames import safe_filename

__all__ = ["SUFFIX", "How", "PackedFacility", "ProfileFiles"]

How = Literal["replace", "both"]
"""What becomes of a profile that is here already: the one that comes takes its place, or both stay."""


class ProfileFiles:
    """Exports and imports profiles of one data folder."""

    def __init__(self, profile: Profile, backups: Backups) -> None:
        self._profile = profile
        self._backups = backups

    def find(self, wanted: str) -> KnownFacility:
        """The profile with this id, or of this name. Raises StorageError."""
        known = self._profile.all()
        found = next((one for one in known if one.id == wanted), None) or named_so(known, wanted)
        if found is None:
            raise StorageError(N_("There is no facility “{name}”."), name=wanted)
        return found

    def file_name(self, known: KnownFacility) -> str:
        """A file name for a profile, safe on every system."""
        return safe_filename(known.facility.name) + SUFFIX

    def write(self, known: KnownFacility, path: Path, *, overwrite: bool = False) -> None:
        """Write a profile with its logo as one file. Raises KitAppError."""
        if not known.facility.name:
            raise KitAppError(N_("Give the facility a name, then export its profile."))
        logo, suffix = self._profile.packed_logo(known.id)
        content = PackedFacility(id=known.id, facility=known.facility, logo=logo, suffix=suffix)
        export.write(path, packed(content), overwrite=overwrite)

    def read(self, path: Path) -> PackedFacility:
        """What a file holds, its logo as a picture that prints; nothing is kept yet. Raises StorageError."""
        content = unpacked(
            content_of(path, LARGEST_FILE, N_("“{name}” is too large for a facility’s profile."))
        )
        if not 0 < len(content.facility.name) <= LONGEST_NAME:
            raise StorageError(N_("The profile in “{name}” has no name that fits here."), name=path.name)
        if not content.logo:
            return content
        logo, suffix = printable_picture(content.logo, f"logo{content.suffix}")
        return replace(content, logo=logo, suffix=suffix)

    def like(self, content: PackedFacility) -> KnownFacility | None:
        """The profile that is here already: the same one, or another of the same name."""
        known = self._profile.all()
        same = next((one for one in known if one.id == content.id), None)
        return same or named_so(known, content.facility.name)

    def take_in(self, content: PackedFacility, how: How | None = None) -> Changed:
        """Keep what `read` gave and choose it, after a copy of what is here. Raises KitAppError.

        One that is here already is refused unless `how` says what becomes of it.
        """
        here = self.like(content)
        if here is not None and how is None:
            raise KitAppError(
                N_("“{name}” is here already. Say whether to replace it or to keep both."),
                name=here.facility.name,
            )
        self._backups.make("import")
        ident, facility = content.id, content.facility
        if here is not None and how == "both":
            ident = new_id()
            facility = replace(facility, name=self._profile.free_name(facility.name))
        elif here is not None:
            ident = here.id
            if self._profile.name_problem(facility.name, ident):
                facility = replace(facility, name=self._profile.free_name(facility.name))
        return self._profile.take_in(ident, facility, (content.logo, content.suffix))
