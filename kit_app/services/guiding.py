"""Whether the console says, minute by minute, what a facilitator does next."""

from dataclasses import replace

from kit_app.services.changed import Changed
from kit_app.services.services import Services


def is_guided(services: Services, session_id: str) -> bool:
    """Whether the guide is up in the console of this session: as chosen, else for the first real one here."""
    choice = services.preferences.settings.guide
    return choice == "on" or (choice == "first" and not services.runs.was_led_before(session_id))


def choose_guide(services: Services, *, is_on: bool) -> Changed:
    """Have the guide from now on, or not. Raises StorageError."""
    settings = services.preferences.settings
    return services.preferences.save(replace(settings, guide="on" if is_on else "off"))
