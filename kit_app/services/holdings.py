"""Everything that one data folder holds, with how much of it there is now: what people may ask to see."""

from __future__ import annotations

from pathlib import Path

from kit_app.i18n import Catalogue
from kit_app.services.backups import Backups
from kit_app.services.bulletins import Bulletins
from kit_app.services.preferences import Preferences
from kit_app.services.privacy import HeldNow, Holding, holdings
from kit_app.services.profile import Profile
from kit_app.storage.holding import held
from kit_app.storage.store import Store

_KILOBYTE = 1000


class Holdings:
    """What one data folder holds."""

    def __init__(
        self, store: Store, profile: Profile, bulletins: Bulletins, backups: Backups, preferences: Preferences
    ) -> None:
        self._store = store
        self._profile = profile
        self._bulletins = bulletins
        self._backups = backups
        self._preferences = preferences

    def now(self) -> HeldNow:
        """How much there is of each thing. Raises StorageError."""
        stored = held(self._store.database)
        return HeldNow(
            sessions=stored.sessions,
            hidden=stored.hidden,
            games=stored.games,
            results=stored.results,
            sheets=stored.sheets,
            counted=stored.counted,
            totals=stored.totals,
            notes=stored.notes,
            kits=stored.kits,
            contacts=sum(
                bool(contact.line)
                for one in self._profile.all()
                for contact in one.facility.contacts.values()
            ),
            bulletins=len(self._bulletins.list()),
            copies=len(self._backups.all()),
            log_kb=-(-_log_bytes(self._store.database.path.parent) // _KILOBYTE),
        )

    def told(self, t: Catalogue) -> tuple[Holding, ...]:
        """All of it in words, whether or not it is about people. Raises StorageError."""
        return holdings(self._preferences.settings.kept_months, self.now(), t)


def _log_bytes(folder: Path) -> int:
    try:
        return sum(path.stat().st_size for path in folder.glob("*.log*"))
    except OSError:  # one was just put aside for a fresh one
        return 0
