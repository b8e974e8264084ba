"""The facilities' profiles: read once, each replaced as a whole, one of them chosen; who prints today."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from kit_app.clock.calendar import local_date
from kit_app.clock.clock import Clock
from kit_app.domain.facility import Facility, Issuer, KnownFacility, host, named_so, rule_key
from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.i18n import N_
from kit_app.services.changed import Changed
from kit_app.services.printing.paper_logo import printable_logo
from kit_app.services.session_check import LONGEST_NAME
from kit_app.storage.facility_files import (
    ReadFacilities,
    drop_facility,
    keep_logo,
    new_id,
    write_chosen,
    write_facility,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What brings a removed profile back: the profile and the content of its logo's file."""

    known: KnownFacility
    logo: bytes


class Profile:
    """The profiles of one data folder: at least one, of which one is chosen."""

    def __init__(self, folder: Path, read: ReadFacilities, clock: Clock) -> None:
        self._folder = folder
        self._known = {one.id: one.facility for one in read.known}
        self._chosen = read.chosen
        self._clock = clock

    @property
    def facility(self) -> Facility:
        """The facility for which one plays today."""
        return self._known[self._chosen]

    @property
    def chosen(self) -> str:
        """The id of its profile."""
        return self._chosen

    def all(self) -> tuple[KnownFacility, ...]:
        """Every profile, by name."""
        found = (KnownFacility(id=ident, facility=facility) for ident, facility in self._known.items())
        return tuple(sorted(found, key=lambda one: (one.facility.name.casefold(), one.id)))

    def facility_of(self, plan: SessionPlan) -> Facility:
        """The facility where a session takes place."""
        return host(self.all(), self._chosen, (plan.facility, plan.facility_id))

    def is_host(self, ident: str, plan: SessionPlan) -> bool:
        """Whether a session names a facility, and this profile is what its papers take."""
        is_named = bool(plan.facility.strip() or plan.facility_id)
        return is_named and self.facility_of(plan) is self._known[ident]

    def issuer(self, plan: SessionPlan | None = None) -> Issuer:
        """What papers need of the facility and of the day: of a session's, or of the chosen one."""
        facility = self.facility if plan is None else self.facility_of(plan)
        return Issuer(facility=facility, today=local_date(self._clock.wall_ms()))

    def save(self, facility: Facility) -> Changed:
        """Keep `facility` as the chosen profile, the logo as our own copy.

        Raises StorageError; then the old one still holds.
        """
        return self._keep(self._chosen, facility)

    def hand_rules_on(self, kit_id: str, heir: str, puzzles: Collection[str]) -> int:
        """Give a copy of a kit the own rules of every profile for those of its puzzles; how many there are.

        A rule that the copy has already stays. Raises StorageError.
        """
        handed = 0
        for one in self.all():
            own = one.facility.procedures
            new = {
                rule_key(heir, puzzle): own[rule_key(kit_id, puzzle)]
                for puzzle in puzzles
                if rule_key(kit_id, puzzle) in own and rule_key(heir, puzzle) not in own
            }
            if new:
                self._write(one.id, replace(one.facility, procedures={**own, **new}))
                handed += len(new)
        return handed

    def choose(self, ident: str) -> Changed:
        """Play for another facility from now on. Raises StorageError."""
        write_chosen(self._folder, ident)
        self._chosen = ident
        return Changed(settings=True)

    def name_problem(self, name: str, ident: str = "") -> str:
        """Why a profile (`ident`; empty: a new one) cannot have this name: a message, empty when it can."""
        if not name.strip():
            return N_("Give the facility a name.")
        if len(name.strip()) > LONGEST_NAME:
            return N_("At most {most} characters fit here.")
        found = named_so([one for one in self.all() if one.id != ident], name)
        return N_("Another profile has this name. Give each its own.") if found is not None else ""

    def add(self, facility: Facility) -> Changed:
        """Keep a facility as a new profile, and choose it; a logo is copied. Raises KitAppError."""
        self._require_name(facility.name, "")
        ident = new_id()
        self._keep(ident, facility)
        return self._begin_with(ident)

    def take_in(self, ident: str, facility: Facility, logo: tuple[bytes, str]) -> Changed:
        """Keep a profile from elsewhere in the place of the one with this id, or as a new one; choose it.

        `logo` is a picture that prints and the end of its name, both empty for none. Raises KitAppError.
        """
        self._require_name(facility.name, ident)
        content, suffix = logo
        kept = str(keep_logo(self._folder, ident, f"logo{suffix}", content, suffix)) if content else ""
        self._write(ident, replace(facility, logo=kept))
        return self._begin_with(ident)

    def _begin_with(self, ident: str) -> Changed:
        """Choose a new profile; the empty one of a new data folder has had its day."""
        changed = self.choose(ident)
        for empty in [one for one, facility in self._known.items() if facility == Facility()]:
            drop_facility(self._folder, empty)
            del self._known[empty]
        return changed

    def packed_logo(self, ident: str) -> tuple[bytes, str]:
        """The content of a profile's logo and the end of its name; both empty for none."""
        logo = self._known[ident].logo
        content = _content(logo)
        return (content, Path(logo).suffix.lower()) if content else (b"", "")

    def _require_name(self, name: str, ident: str) -> None:
        message = self.name_problem(name, ident)
        if message:
            raise KitAppError(message, most=LONGEST_NAME)

    def add_named(self, name: str) -> Changed:
        """A new profile with nothing but a name, chosen. Raises KitAppError."""
        return self.add(Facility(name=name.strip()))

    def duplicate(self, name: str) -> Changed:
        """Keep the chosen profile once more under another name, and choose that. Raises KitAppError."""
        return self.add(replace(self.facility, name=name.strip(), short_name=""))

    def free_name(self, name: str) -> str:
        """This name, or with a number behind it where a profile has it already."""
        numbered = (f"{name[: LONGEST_NAME - 5].rstrip()} ({number})" for number in range(2, 1000))
        names = (name, *numbered) if name.strip() else ("",)
        return next((one for one in names if not self.name_problem(one)), name)

    def remove(self, ident: str) -> Removed:
        """Delete a profile; the first of the others is chosen then. Raises KitAppError for the last one.

        `put_back` with what is returned undoes it.
        """
        if len(self._known) < 2:
            raise KitAppError(N_("This is the only profile: it stays. Change it, or make another one first."))
        facility = self._known[ident]
        removed = Removed(known=KnownFacility(id=ident, facility=facility), logo=_content(facility.logo))
        if ident == self._chosen:
            self.choose(next(one.id for one in self.all() if one.id != ident))
        drop_facility(self._folder, ident)
        del self._known[ident]
        return removed

    def put_back(self, removed: Removed) -> Changed:
        """Bring a removed profile back, and choose it. Raises StorageError."""
        known = removed.known
        facility = known.facility
        if removed.logo:
            logo = Path(facility.logo)
            kept = keep_logo(self._folder, known.id, logo.name, removed.logo, logo.suffix)
            facility = replace(facility, logo=str(kept))
        self._write(known.id, facility)
        return self.choose(known.id)

    def _keep(self, ident: str, facility: Facility) -> Changed:
        before = self._known.get(ident, Facility()).logo
        if facility.logo and facility.logo != before:
            picture = Path(facility.logo)
            content, suffix = printable_logo(picture)
            kept = keep_logo(self._folder, ident, picture.name, content, suffix)
            facility = replace(facility, logo=str(kept))
        self._write(ident, facility)
        return Changed(settings=True)

    def _write(self, ident: str, facility: Facility) -> None:
        write_facility(self._folder, KnownFacility(id=ident, facility=facility))
        self._known[ident] = facility


def _content(logo: str) -> bytes:
    try:
        return Path(logo).read_bytes() if logo else b""
    except OSError:
        return b""
