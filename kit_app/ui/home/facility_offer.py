"""The offer to keep the facility that a session names as the profile's own, while the profile has none."""

from collections.abc import Sequence
from dataclasses import replace

from kit_app.i18n import Catalogue
from kit_app.services.changed import Changed
from kit_app.services.profile import Profile
from kit_app.services.sessions import SessionRow
from kit_app.ui.common.banner import BannerStack

BANNER = "facility"


class FacilityOffer:
    """Shows itself among the banners of the page; refused once, it stays away until the program ends."""

    def __init__(self, profile: Profile, t: Catalogue, banners: BannerStack) -> None:
        self._profile = profile
        self._t = t
        self._banners = banners
        self._name = ""
        self._is_refused = False

    def show(self, rows: Sequence[SessionRow]) -> None:
        """Offer the name that the first of these sessions gives."""
        self._name = next((row.facility.strip() for row in rows if row.facility.strip()), "")
        if not self._name or self._is_refused or self._profile.facility.name:
            self._banners.remove(BANNER)
            return
        t = self._t
        words = t("Your sessions take place at “{name}”. Keep it as your facility’s name?", name=self._name)
        self._banners.show_banner(BANNER, "info", words, [("keep", t("Keep it")), ("leave", t("Not now"))])

    def take(self, action: str) -> Changed:
        """Do what the person chose. Raises StorageError."""
        if action != "keep":
            self._is_refused = True
            self._banners.remove(BANNER)
            return Changed()
        return self._profile.save(replace(self._profile.facility, name=self._name))
