"""The facility's logo as bytes for papers; none when its file is gone or is nothing that can be printed."""

from pathlib import Path

from kit_app.domain.facility import Facility

PRINTABLE = (".png", ".jpg", ".jpeg", ".svg")


def logo_of(facility: Facility) -> bytes:
    """The content of the logo's file; empty: no logo."""
    path = Path(facility.logo)
    if not facility.logo or path.suffix.lower() not in PRINTABLE:
        return b""
    try:
        return path.read_bytes()
    except OSError:
        return b""
