"""Whether Qt's parts for sound, camera and speech are there: an optional group of packages. Loads none."""

from importlib.metadata import PackageNotFoundError, version
from typing import Literal

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
