"""Whether Qt's parts for sound, camera and speech are there: an optional group of packages. Loads none."""

from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from kit_app.i18n import Catalogue
from kit_app.system.starting import MEDIA, adding_line

Presence = Literal["there", "missing", "other-version", "broken"]
"""`other-version`: made for another Qt than ours, and not safe to load. `broken`: a system library lacks."""

ADDONS, ESSENTIALS = "PySide6_Addons", "PySide6_Essentials"


def presence() -> Presence:
    """Whether the group is installed and fits; only loading it can tell whether it is broken."""
    try:
        addons = version(ADDONS)
    except PackageNotFoundError:
        return "missing"
    return "there" if addons == version(ESSENTIALS) else "other-version"


def how_added(t: Catalogue) -> str:
    """The sentence that says what to do when the group is not there."""
    command = adding_line(MEDIA)
    if command:
        return t("Once, with the internet: {command}.", command=command)
    return t("Files of the program’s folder are missing: unpack its zip once more.")
